import type { TreatmentText } from "../domain/patient-text.ts";
import { quantityToScaled } from "../domain/quantity.ts";

/** Whether a text that changes treatment may be shown. Everything must speak for it; what isn't known speaks against it. */

/** Why it isn't shown, in the order in which it is asked. */
export const treatmentRefusals = [
  "late",
  "time-uncertain",
  "quality",
  "user-unknown",
  "repeat-pending",
  "expired",
  "shown-today",
  "days-used",
  "systolic-low",
  "systolic-unknown",
  "dizziness",
  "dizziness-unknown",
  "below-reference",
  "weight-unknown",
  "other-red-alert",
] as const;
export type TreatmentRefusal = (typeof treatmentRefusals)[number];

/** What is known at the moment. Values in stored integers. */
export type TreatmentFacts = {
  /** The finding's reading came late. */
  readonly late: boolean;
  readonly timeCertain: boolean;
  /** Nothing speaks against the reading's value. */
  readonly sound: boolean;
  /** The device has said which of its users it was, or has only one. */
  readonly userKnown: boolean;
  /** Another finding of the patient waits until it has been measured again. */
  readonly repeatPending: boolean;
  /** The local date, ISO 8601. */
  readonly today: string;
  readonly shownToday: boolean;
  /** On how many dates in a row, up to yesterday, it was shown. */
  readonly daysInRow: number;
  /** The latest of today; absent when there is none. */
  readonly systolic?: number;
  readonly dizzy?: boolean;
  readonly weight?: number;
  /** The plan's reference weight. */
  readonly reference?: number;
  readonly otherRedAlert: boolean;
};

/** Why a treatment text may not be shown; `undefined` when it may. */
export function refusalOf(text: TreatmentText, facts: TreatmentFacts): TreatmentRefusal | undefined {
  if (facts.late) return "late";
  if (!facts.timeCertain) return "time-uncertain";
  if (!facts.sound) return "quality";
  if (!facts.userKnown) return "user-unknown";
  if (facts.repeatPending) return "repeat-pending";
  if (facts.today > text.expires) return "expired";
  if (facts.shownToday) return "shown-today";
  if (facts.daysInRow >= text.maxDays) return "days-used";
  return exclusionOf(text, facts);
}

/** Which of the text's exclusions holds; asked again for as long as the text stands that day. */
export function exclusionOf({ unless }: TreatmentText, facts: TreatmentFacts): TreatmentRefusal | undefined {
  if (unless.systolicBelow) {
    if (facts.systolic === undefined) return "systolic-unknown";
    if (facts.systolic < quantityToScaled("systolic-pressure", unless.systolicBelow)) return "systolic-low";
  }
  if (unless.dizziness) {
    if (facts.dizzy === undefined) return "dizziness-unknown";
    if (facts.dizzy) return "dizziness";
  }
  if (unless.weightBelowReference) {
    if (facts.weight === undefined || facts.reference === undefined) return "weight-unknown";
    if (facts.weight < facts.reference) return "below-reference";
  }
  return unless.otherRedAlert && facts.otherRedAlert ? "other-red-alert" : undefined;
}
