import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { retractTexts } from "../../ingest/texts.ts";
import { settleTwins } from "../../ingest/twins.ts";
import { look } from "../../silence/look.ts";
import { appendEvent } from "../../store/sqlite/alerts.ts";
import {
  decisions,
  parseReadingId,
  type ReadingKey,
  type ReadingRow,
  type Series,
  toReading,
} from "../../store/sqlite/reading-row.ts";
import { addFlag, readingRow, removeFlag } from "../../store/sqlite/readings.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import { seriesById } from "../../store/sqlite/series.ts";
import type { CommandBody } from "../commands.ts";
import { takeBackAnswer } from "./asking.ts";
import { correct } from "./evidence.ts";
import { found } from "./registry.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/**
 * Staff say that a reading tells nothing of the patient, and why. It stays as evidence, flagged, with what was decided
 * about it, and counts nowhere; what depended on it is decided again.
 * @throws HemvaktError `NOT_FOUND`, `READING_STATE` when it is excluded already or was moved away, `REQUEST_SHAPE` for the
 * reason `other` without a note
 */
export function excludeReading(context: DecisionContext, command: Of<"reading-exclude">): Decided<OutcomeValue> {
  const { reason, note } = command;
  if (reason === "other" && !note?.trim()) throw new HemvaktError("REQUEST_SHAPE", "The reason other takes a note.");
  const stored = lookUp(context, command.reading, false);
  const { db } = context;
  const { key, series, row } = stored;
  const reading = toReading(series.kind, row);
  tell(context, "reading.excluded", command.reading, stored, reason, note === undefined ? {} : { note });
  correct(context, series.patient, [reading], reason, () => {
    addFlag(db, key, "excluded");
    // Whether it repeats another is a question about readings that count.
    if (reading.flags.includes("suspect-duplicate")) removeFlag(db, key, "suspect-duplicate");
    const flags = reading.flags.filter((flag) => flag !== "suspect-duplicate");
    settleTwins(db, { ...series, reading: { ...reading, flags }, detail: row.detail });
  });
  const patient = series.patient === null ? undefined : patientById(db, series.patient);
  if (patient) {
    retractTexts(context, patient, command.reading, reason);
    takeBackAnswer(context, patient, reading);
    // Without it the signal may have been silent all along.
    look(context, patient);
  }
  return { changed: true, value: { id: command.reading } };
}

/**
 * Staff take an exclusion back: the reading counts again and is judged, as late as it is by now, and so is what depends
 * on it.
 * @throws HemvaktError `NOT_FOUND`, `READING_STATE` when it isn't excluded or was moved away
 */
export function includeReading(context: DecisionContext, command: Of<"reading-include">): Decided<OutcomeValue> {
  const stored = lookUp(context, command.reading, true);
  const { db } = context;
  const { key, series, row } = stored;
  const reading = toReading(series.kind, row);
  const flags = reading.flags.filter((flag) => flag !== "excluded");
  tell(context, "reading.included", command.reading, stored, "exclusion taken back", {});
  correct(context, series.patient, [reading], "a reading counts again", () => {
    removeFlag(db, key, "excluded");
    settleTwins(db, { ...series, reading: { ...reading, flags }, detail: row.detail });
  });
  return { changed: true, value: { id: command.reading } };
}

type Stored = { readonly key: ReadingKey; readonly row: ReadingRow; readonly series: Series };

function lookUp({ db }: DecisionContext, id: string, excluded: boolean): Stored {
  const key = found(parseReadingId(id));
  const row = found(readingRow(db, key));
  const series = found(seriesById(db, row.series));
  const { flags } = toReading(series.kind, row);
  if (flags.includes("moved")) throw new HemvaktError("READING_STATE", "It was moved to somebody else.");
  if (flags.includes("excluded") !== excluded) {
    throw new HemvaktError("READING_STATE", excluded ? "It isn't excluded." : "It is excluded already.");
  }
  return { key, row, series };
}

function tell(
  { db, at, actor, command }: DecisionContext,
  type: "reading.excluded" | "reading.included",
  reading: string,
  { series, row }: Stored,
  reason: string,
  more: object,
): void {
  const data = { decision: decisions[row.decision], plan: row.plan, ...more };
  const patient = series.patient === null ? {} : { patient: series.patient };
  appendEvent(db, { at, type, ...patient, team: series.team, actor, reason, reading, data, command });
}
