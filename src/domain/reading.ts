import type { Flag } from "./flag.ts";
import type { Kind } from "./kind.ts";
import type { ClockQuality, Values } from "./measurement.ts";
import type { Answers } from "./questionnaire.ts";

/** One stored reading of one patient, as the rules see it. */
export type Reading = {
  /** Opaque; stable for the life of the reading. */
  readonly id: string;
  readonly kind: Kind;
  readonly values: Values;
  /** When it was measured, as far as known; milliseconds since the epoch. Decides meaning. */
  readonly measuredAt: number;
  /** When the platform received it; milliseconds since the epoch. Decides lateness. */
  readonly receivedAt: number;
  readonly clock: ClockQuality;
  readonly flags: readonly Flag[];
  /** Coded answers of a questionnaire, where the reading is one. */
  readonly answers?: Answers;
};

/** A reading older than this (milliseconds) when it came is late. */
export const LATE = 3_600_000;

/** Whether a reading came so long after it was measured that somebody who looked meanwhile didn't see it. */
export const isLate = ({ measuredAt, receivedAt }: Pick<Reading, "measuredAt" | "receivedAt">): boolean =>
  receivedAt - measuredAt > LATE;
