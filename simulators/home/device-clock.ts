import { toLocalIso } from "../../src/domain/day.ts";
import type { Taken } from "./occasion.ts";

const DAY = 86_400_000;
/** What Bluetooth devices start from when nobody has set them. */
const UNSET_EPOCH = Date.UTC(2000, 0, 1);

/** What the device believes the instant is, in milliseconds since the epoch; none where it has no clock. */
function believed(taken: Taken): number | undefined {
  const { clock } = taken.device;
  if (clock.kind === "none") return undefined;
  if (clock.kind === "set") return taken.at + clock.offsetMs;
  // An unset clock has been running since the battery was changed, when the count of readings also began.
  return UNSET_EPOCH + taken.batteryDays * DAY + (taken.at % DAY);
}

/** The device's time as a native device writes it: ISO 8601 with offset. */
export function deviceInstant(taken: Taken, zone: string): string | undefined {
  const at = believed(taken);
  return at === undefined ? undefined : toLocalIso(Math.floor(at / 1000) * 1000, zone);
}

/**
 * The device's time as a Bluetooth date-time carries it: `YYYY-MM-DDTHH:MM:SS` of the wall clock, with no zone (GATT
 * Date Time, 0x2A08). A clock that nobody moves in March stays in the zone's winter time all summer.
 */
export function deviceLocalTime(taken: Taken, zone: string): string | undefined {
  const at = believed(taken);
  if (at === undefined) return undefined;
  const { clock } = taken.device;
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const winter = Temporal.Instant.fromEpochMilliseconds(Date.UTC(instant.toZonedDateTimeISO("UTC").year, 0, 1));
  const offset =
    clock.kind === "set" && !clock.followsDst
      ? winter.toZonedDateTimeISO(zone).offset
      : instant.toZonedDateTimeISO(zone).offset;
  return instant
    .toZonedDateTimeISO(offset)
    .toPlainDateTime()
    .toString({ smallestUnit: "second", roundingMode: "floor" });
}
