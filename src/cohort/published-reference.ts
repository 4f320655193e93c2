/**
 * The earlier calculation that the reference simulation is compared with: made in Python (numpy, PCG64, seed 20261122) with
 * 4 000 virtual patients of 365 days, before this program existed. Its program wasn't kept, only this table and the sentence
 * that describes it, whose terms stand in `referenceParameters`.
 */

/** Alerts a patient-year; then in per cent how often the window has an alert without a ramp, with one of 2 kg, of 3 kg. */
export type ReferenceFigures = readonly [alerts: number, chance: number, hit2: number, hit3: number];

export const referenceRuleNames = ["day-3", "lowest-3", "day-1", "lowest-7", "ma-3-28", "ma-7-28"] as const;
export type ReferenceRuleName = (typeof referenceRuleNames)[number];

/** By rule, for a noise level of 0.5 kg and of 0.7 kg. */
export const earlierCalculation: Readonly<Record<ReferenceRuleName, readonly [ReferenceFigures, ReferenceFigures]>> = {
  "day-3": [
    [1.2, 5, 25, 48],
    [8.5, 32, 63, 80],
  ],
  "lowest-3": [
    [2.7, 10, 35, 57],
    [15.3, 55, 79, 89],
  ],
  "day-1": [
    [9.3, 35, 50, 58],
    [22.3, 76, 85, 90],
  ],
  "lowest-7": [
    [5.6, 23, 84, 99],
    [21.6, 75, 97, 100],
  ],
  "ma-3-28": [
    [1.3, 6, 90, 100],
    [5.6, 22, 88, 99],
  ],
  "ma-7-28": [
    [0.06, 0, 52, 96],
    [0.95, 4, 53, 89],
  ],
};
