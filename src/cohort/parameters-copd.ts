import type { Parameter, Range, Spread } from "./parameter.ts";

const proposal = <T>(value: T, unit: string, source: string) => ({ value, unit, basis: "proposal", source }) as const;
const published = <T>(value: T, unit: string, source: string) => ({ value, unit, basis: "published", source }) as const;

/** COPD: a morning's saturation with pulse, respiratory rate, and the three cardinal symptoms (Anthonisen et al. 1987). */
export const copdParameters = {
  saturation: proposal<Spread>({ mean: 93, sd: 1.8, within: [89, 97] }, "%", "Stable COPD at home; between persons."),
  pulse: proposal<Spread>({ mean: 82, sd: 9, within: [60, 102] }, "/min", "Stable COPD at home; between persons."),
  respiratoryRate: proposal<Spread>({ mean: 18, sd: 2, within: [13, 22] }, "/min", "Stable COPD; between persons."),
  saturationNoise: published<Range>(
    [1, 2],
    "%",
    "Standard deviation of a person's mornings: 1 % when stable (Hurst et al., BMC Pulm Med 2010;10:52), at worst 2 % (Clarke " +
      "et al. 2016); half of its variance a drift.",
  ),
  pulseNoise: published(5, "/min", "Standard deviation of mornings (Hurst et al. 2010); half of its variance a drift."),
  respiratoryNoise: proposal(2, "/min", "Standard deviation of mornings; half of its variance a drift."),
  driftTau: proposal(30, "d", "As of weight in the reference simulation."),
  adherence: published<Range>(
    [5.3 / 7, 6 / 7],
    "1",
    "Share of mornings measured: 5.3 a week in EDGE (Shah et al., JMIR 2017;19:e69) to 6.0 (Velardo et al. 2017, BMC Med Inform " +
      "Decis Mak, doi 10.1186/s12911-017-0414-8).",
  ),
  poorSignalShare: proposal(0.03, "1", "Readings that the oximeter marks as of poor signal."),
  coldFingerShare: proposal(0.01, "1", "Readings as wrong as those that the oximeter doesn't mark."),
  poorSignalFall: proposal<Range>([0, 6], "%", "How much too low saturation is in such a reading."),
  poorSignalPulse: proposal(10, "/min", "Standard deviation of the pulse's error in such a reading."),

  silentShare: proposal(0.3, "1", "Exacerbations in which saturation, pulse and breathing stay as they are."),
  onsetDays: proposal(3, "d", "Signs begin so many days before the exacerbation is recognised."),
  lengthDays: published(9, "d", "How long it lasts in all: 8.8 days on average in EDGE (Shah et al. 2017)."),
  saturationFall: proposal<Range>([2, 3], "%", "Fall at the height of it, reached in three days."),
  pulseRise: proposal<Range>([5, 10], "/min", "Rise at the height of it."),
  respiratoryRise: proposal<Range>([1, 5], "/min", "Rise at the height of it."),

  symptomsQuiet: proposal<Range>(
    [0.01, 0.06],
    "1",
    "The chance of a yes to one question on a quiet morning; as likely anywhere between, from person to person.",
  ),
  symptomsAtEvent: proposal(0.65, "1", "The chance of a yes to one question during the exacerbation."),
  symptomaticShare: proposal(0.9, "1", "Exacerbations with symptoms, whether or not anything measured changes."),
  eventsPerYear: published(
    3.3,
    "/a",
    "For workload only: 361 exacerbations of 110 patients in a year (EDGE, Shah et al. 2017).",
  ),
} as const satisfies Record<string, Parameter<unknown>>;
