import type { Parameter, Range, Spread } from "./parameter.ts";

const proposal = <T>(value: T, unit: string, source: string) => ({ value, unit, basis: "proposal", source }) as const;
const published = <T>(value: T, unit: string, source: string) => ({ value, unit, basis: "published", source }) as const;

/** Heart failure: a morning's weight, blood pressure with pulse, and the six BEAT-HF questions. */
export const heartFailureParameters = {
  weight: proposal<Spread>(
    { mean: 82, sd: 15, within: [45, 140] },
    "kg",
    "Adults with heart failure; between persons.",
  ),
  weightNoise: proposal<Range>(
    [0.5, 0.7],
    "kg",
    "Standard deviation of a person's mornings: between the two levels of the reference simulation, which enclose the 4.3–4.8 " +
      "weight alerts a patient-year of Abraham et al. 2011 (FAST) and Gudmundsson et al. 2016.",
  ),
  weightDrift: proposal<Range>([0.5, 0.7], "kg", "Standard deviation of a person's drift: as for the noise."),
  driftTau: proposal(30, "d", "As in the reference simulation; also of the other signals."),
  weightResolution: proposal(0.1, "kg", "What bathroom scales show."),
  adherence: published<Spread>(
    { mean: 0.76, sd: 0.12, within: [0.3, 1] },
    "1",
    "Share of mornings measured: 76 % of days with a weight in FAST (Abraham et al., Congest Heart Fail 2011;17:51). The spread " +
      "between persons is a proposal.",
  ),
  clothesShare: proposal(
    0.03,
    "1",
    "Mornings weighed in clothes. 54 % of false alerts in a home-health study came from wrong technique (excerpt; no daily rate).",
  ),
  clothesWeight: proposal<Range>([0.5, 2], "kg", "What clothes and shoes weigh."),
  visitorShare: proposal(0.003, "1", "Mornings on which somebody else steps on the scale."),
  visitorWeight: proposal<Spread>({ mean: 75, sd: 15, within: [45, 120] }, "kg", "Somebody else's weight."),

  systolic: proposal<Spread>(
    { mean: 122, sd: 14, within: [95, 155] },
    "mm[Hg]",
    "Treated heart failure; between persons.",
  ),
  diastolic: proposal<Spread>({ mean: 73, sd: 8, within: [55, 92] }, "mm[Hg]", "As the systolic pressure."),
  pulse: proposal<Spread>({ mean: 72, sd: 9, within: [52, 95] }, "/min", "Treated heart failure; between persons."),
  systolicNoise: proposal(9, "mm[Hg]", "Standard deviation of mornings, half of its variance a drift."),
  diastolicNoise: proposal(5.5, "mm[Hg]", "Standard deviation of mornings, half of its variance a drift."),
  pulseNoise: proposal(5, "/min", "As Hurst et al. 2010 in stable COPD; half of its variance a drift."),
  movementShare: proposal(0.02, "1", "Blood pressures that the device marks as disturbed by movement."),
  movementNoise: proposal(12, "mm[Hg]", "Further standard deviation of such a pressure."),

  silentShare: proposal(
    0.4,
    "1",
    "Events in which nothing that is measured changes: many have no gain at all. 30–50 % is reasonable; the middle of it.",
  ),
  gain: published<Spread>(
    { mean: 2.3, sd: 1.85, within: [0.5, 6] },
    "kg",
    "Gain before the other events: 2.3 kg (1.0–3.5) over 30 days before major events (Gudmundsson et al. 2016, PMID 27175605), " +
      "taken as quartiles of a normal distribution. Zhang et al. 2009: +0.9 ± 2.1 kg over 14 days, events without gain included.",
  ),
  rampDays: proposal<Range>(
    [7, 30],
    "d",
    "How long the gain takes, ending with the event. Gains begin at least a week before (Chaudhry et al., Circulation 2007;" +
      "116:1549) and within 30 days (Gudmundsson et al. 2016). Linear.",
  ),
  pulseRise: proposal<Spread>({ mean: 6, sd: 5, within: [0, 20] }, "/min", "Rise before such an event, over a week."),
  systolicChange: proposal<Spread>(
    { mean: 0, sd: 12, within: [-30, 30] },
    "mm[Hg]",
    "Change before such an event, over a week: up in some, down in others.",
  ),

  symptomsQuiet: proposal<Range>(
    [0.01, 0.06],
    "1",
    "The chance of a yes to one question on a quiet morning; as likely anywhere between, from person to person.",
  ),
  symptomsAtEvent: proposal(
    0.45,
    "1",
    "The chance of a yes to one question on the event's day; rises to it over a week. Dyspnoea over 7 days told more than " +
      "weight (Howie-Esquivel et al.: hazard ratio 5.9 for admission, against 1.0 for 5 lb).",
  ),
  symptomaticShare: proposal(0.75, "1", "Events that are felt before they are found, whether or not weight rises."),
  awayDays: proposal(7, "d", "Nothing is measured on so many days after the event: the patient is in hospital."),
  eventsPerYear: published<Range>(
    [0.28, 1.31],
    "/a",
    "For workload only: 65 events in 229 patient-years (FAST), 66 in 50 (Gudmundsson et al. 2016).",
  ),
} as const satisfies Record<string, Parameter<unknown>>;
