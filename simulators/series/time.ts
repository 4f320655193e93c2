/** A time of a series as an instant, and what had to be assumed to find it. */
export type SeriesTime = {
  /** Milliseconds since the epoch. */
  readonly instant: number;
  /** `ambiguous`: the wall clock showed it twice that night, the first is taken. `skipped`: it never showed it. */
  readonly assumed?: "ambiguous" | "skipped";
};

const pattern =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[Tt]|[Tt ]\s*|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;
/** Day first, as written in much of Europe; only with dots, where nobody puts the month first. */
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b/;

/**
 * Reads a date and time as people export them: ISO 8601 with `T` or any spaces between, also 2020/4/9 7:05 and
 * 9.4.2020 07:05; with or without seconds and offset. Without an offset it is the wall clock of `zone`. A time that the
 * clock showed twice (autumn) is the first of the two; one that it skipped (spring) is as much later as was skipped, as in
 * RFC 5545, 3.3.5.
 * @returns the time, or in words what is wrong
 */
export function readTime(text: string, zone: string): SeriesTime | string {
  const parts = pattern.exec(text.trim().replace(dayFirst, "$3.$2.$1"));
  if (!parts) {
    if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)) return "a date without a time of day";
    return /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text)
      ? "whether the day or the month comes first can't be known; write the year first"
      : "no date and time such as 2020-04-29 22:33:33";
  }
  const [, year, , month, day, hour, minute, second = "0", fraction = "", offset] = parts;
  const local = (() => {
    try {
      return Temporal.PlainDateTime.from(
        {
          year: Number(year),
          month: Number(month),
          day: Number(day),
          hour: Number(hour),
          minute: Number(minute),
          second: Number(second),
          millisecond: Number(fraction.slice(0, 3).padEnd(3, "0")),
        },
        { overflow: "reject" },
      );
    } catch {
      return undefined;
    }
  })();
  if (!local) return "no calendar or clock has it";
  if (offset !== undefined) return atOffset(local, offset);
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { instant: earlier.epochMilliseconds };
  return earlier.toPlainDateTime().equals(local)
    ? { instant: earlier.epochMilliseconds, assumed: "ambiguous" }
    : { instant: later.epochMilliseconds, assumed: "skipped" };
}

function atOffset(local: Temporal.PlainDateTime, offset: string): SeriesTime | string {
  const digits = /^([+-]\d{2}):?(\d{2})?$/.exec(offset);
  const zone = digits ? `${digits[1]}:${digits[2] ?? "00"}` : "UTC";
  try {
    return { instant: local.toZonedDateTime(zone).epochMilliseconds };
  } catch {
    return "no such offset from UTC";
  }
}
