/**
 * What a device or the platform says about a reading. The position in this list is the bit in the store: add at the
 * end only. `clinical: false` means that the reading is kept but never judged except against safety limits;
 * `questionable` readings are judged against safety limits at once and are marked uncertain.
 */
export const flagNames = [
  "from-memory",
  "seq-reused",
  "irregular-pulse",
  "body-movement",
  "cuff-loose",
  "position-improper",
  "poor-signal",
  "questionable",
  "ongoing",
  "early-estimate",
  "not-clinical",
  "implausible",
  "suspect-duplicate",
  "clock-unset-batch",
  "manual",
  "retained",
  "pulse-range-high",
  "pulse-range-low",
  // The reading turned out to be somebody else's; it stays as evidence and counts nowhere.
  "moved",
  // Staff say that it tells nothing of the patient; it stays as evidence and counts nowhere until they take that back.
  "excluded",
  // It looked like technique, and measured again the value was inside: the first value stands for nothing.
  "repeated",
] as const;

export type Flag = (typeof flagNames)[number];

/** The flags as bits, for the store. */
export const flagsToBits = (flags: readonly Flag[]): number =>
  flags.reduce((bits, flag) => bits | (1 << flagNames.indexOf(flag)), 0);

/** The flags of a stored bit set, in catalogue order. */
export const bitsToFlags = (bits: number): Flag[] =>
  bits === 0 ? [] : flagNames.filter((_, index) => bits & (1 << index));
