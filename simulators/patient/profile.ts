/**
 * What kinds of patients there are, as numbers. Every number names its source; "assumption" means that no paper was
 * found and the number only has to look reasonable. Nothing here is a clinical limit.
 *
 * FAST: Abraham et al., Congest Heart Fail 2011 (156 patients, 537 days each, 65 worsening events).
 * TEN-HMS: Zhang et al., Eur J Heart Fail 2009, PMID 19252210 (weight before admissions).
 * Gudmundsson: Eur J Heart Fail 2016, PMID 27175605 (66 events in 43 patients over 427 days).
 * Hurst: BMC Pulm Med 2010 (40 COPD patients at home, 2 705 days). EDGE: Shah et al., J Med Internet Res 2017;19(3):e69.
 */

/** A number per quantity. Kilograms, mmHg, mmHg, beats a minute, per cent saturation. */
export type Signals = {
  readonly weight: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
  readonly spo2: number;
};

type Range = readonly [low: number, high: number];
/** Between patients: mean and standard deviation, and what no simulated patient goes beyond. */
type Spread = { readonly mean: number; readonly sd: number; readonly within: Range };

/** One kind of episode: a rise, a while at the top and a return, in whole days, adding to each signal. */
export type EpisodeKind = {
  readonly name: "decompensation" | "minor-decompensation" | "exacerbation" | "pressure-rise";
  /** Episodes per patient-year. */
  readonly perYear: number;
  readonly riseDays: Range;
  readonly holdDays: Range;
  readonly fallDays: Range;
  /** At the top, as mean and standard deviation with bounds; what is left out does not change. */
  readonly effects: Readonly<Partial<Record<keyof Signals, Spread>>>;
  /** The share of episodes in which the weight does not move at all. */
  readonly weightSilentShare: number;
};

export type Profile = {
  readonly name: ProfileName;
  /** The condition whose care-plan preset fits. */
  readonly condition: "heart-failure" | "copd" | "hypertension";
  readonly baseline: Readonly<Record<keyof Signals, Spread>>;
  /** Slow drift: standard deviation of an Ornstein-Uhlenbeck process of time constant `driftTauDays`. */
  readonly drift: Signals;
  /** Independent noise from day to day. */
  readonly dayNoise: Signals;
  readonly episodes: readonly EpisodeKind[];
};

export const profileNames = ["heart-failure", "copd", "hypertension", "stable"] as const;
export type ProfileName = (typeof profileNames)[number];

/** Weight drift decays over about a month: the reference simulation of the "2 kg in 3 days" rules. */
export const driftTauDays = 30;

/**
 * Noise between two measurements within minutes, as a share of the day's noise: water, food and clothes belong to the
 * day, the step on the scale to the measurement. Assumption.
 */
export const repeatNoiseShare = 0.3;

/** Noise from day to day. */
const dayNoise: Signals = {
  // Published rates of false weight alerts (4.3 to 4.8 per patient-year) lie between noise of 0.5 and 0.7 kg in the
  // reference simulation; the lower value is used so that a visitor is more visible than noise.
  weight: 0.5,
  // Assumption: day-by-day variation of home blood pressure.
  systolic: 8,
  diastolic: 5,
  // Hurst: stable SD about 5 beats a minute and 1 % saturation.
  pulse: 5,
  spo2: 1,
};

const drift: Signals = {
  // Reference simulation: the same SD as the noise.
  weight: 0.5,
  // Assumption: seasons and medication.
  systolic: 4,
  diastolic: 2.5,
  pulse: 2,
  // None: Hurst's SD of 1 % is all there is.
  spo2: 0,
};

/** Between patients: assumptions, chosen for people of 65 to 95. */
const baseline: Profile["baseline"] = {
  weight: { mean: 78, sd: 14, within: [45, 130] },
  systolic: { mean: 132, sd: 12, within: [105, 165] },
  diastolic: { mean: 74, sd: 8, within: [55, 95] },
  pulse: { mean: 71, sd: 8, within: [55, 92] },
  spo2: { mean: 96.5, sd: 0.8, within: [94.5, 98.5] },
};

const heartFailureEpisodes: readonly EpisodeKind[] = [
  {
    name: "decompensation",
    // Events per patient-year: FAST 0.28, Gudmundsson 1.3. Together with the minor ones about 0.8.
    perYear: 0.4,
    // Gudmundsson: the gain builds up over 30 days before major events; the reference simulation takes 10.
    riseDays: [10, 28],
    holdDays: [1, 2],
    // Assumption: diuretics take the water off in about a week.
    fallDays: [5, 8],
    effects: {
      // Gudmundsson: +2.3 kg (1.0 to 3.5) before major events, read as quartiles.
      weight: { mean: 2.3, sd: 1.85, within: [0.3, 8] },
      // Assumption: a failing heart beats faster and the lungs take up water.
      pulse: { mean: 8, sd: 3, within: [0, 20] },
      spo2: { mean: -1.5, sd: 0.7, within: [-4, 0] },
    },
    // TEN-HMS: +0.9 ± 2.1 kg over 14 days, so many admissions come without any gain. 30 to 50 % is a proposal that
    // caps the sensitivity any weight rule can reach.
    weightSilentShare: 0.4,
  },
  {
    name: "minor-decompensation",
    perYear: 0.4,
    riseDays: [7, 14],
    holdDays: [0, 1],
    fallDays: [3, 6],
    effects: {
      // Gudmundsson: +1.0 kg (0.5 to 1.4) before minor events, read as quartiles.
      weight: { mean: 1, sd: 0.67, within: [0.2, 3] },
      pulse: { mean: 4, sd: 2, within: [0, 10] },
    },
    weightSilentShare: 0.4,
  },
];

const exacerbation: EpisodeKind = {
  name: "exacerbation",
  // EDGE: 361 events in 110 patients over up to 12 months.
  perYear: 3,
  // From three days before the patient would say so, nine days in all (EDGE: mean 8.8 days).
  riseDays: [3, 3],
  holdDays: [2, 3],
  fallDays: [3, 4],
  effects: {
    // Saturation falls by 2 to 3 %, the pulse rises by 5 to 10 (Hurst; EDGE).
    spo2: { mean: -2.5, sd: 0.35, within: [-3, -2] },
    pulse: { mean: 7.5, sd: 1.5, within: [5, 10] },
  },
  weightSilentShare: 1,
};

const pressureRise: EpisodeKind = {
  name: "pressure-rise",
  // Assumption: tablets forgotten or changed about once a year.
  perYear: 1,
  riseDays: [3, 10],
  holdDays: [4, 14],
  fallDays: [3, 10],
  effects: {
    systolic: { mean: 22, sd: 8, within: [8, 45] },
    diastolic: { mean: 10, sd: 4, within: [2, 22] },
  },
  weightSilentShare: 1,
};

/** The profiles by name. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  "heart-failure": {
    name: "heart-failure",
    condition: "heart-failure",
    // Assumption: treated heart failure has a lower pressure.
    baseline: { ...baseline, systolic: { mean: 120, sd: 11, within: [100, 145] } },
    drift,
    dayNoise,
    episodes: heartFailureEpisodes,
  },
  copd: {
    name: "copd",
    condition: "copd",
    // Assumption: moderate to severe COPD breathing air.
    baseline: {
      ...baseline,
      pulse: { mean: 79, sd: 8, within: [60, 94] },
      spo2: { mean: 93.5, sd: 1.2, within: [91.5, 96.5] },
    },
    drift,
    dayNoise,
    episodes: [exacerbation],
  },
  hypertension: {
    name: "hypertension",
    condition: "hypertension",
    // Assumption: treated, not quite to target.
    baseline: {
      ...baseline,
      systolic: { mean: 141, sd: 10, within: [122, 165] },
      diastolic: { mean: 82, sd: 7, within: [65, 98] },
    },
    drift,
    dayNoise,
    episodes: [pressureRise],
  },
  stable: {
    name: "stable",
    condition: "heart-failure",
    baseline,
    // A patient in whom nothing happens: every alert about one is a false one.
    drift: { weight: 0.3, systolic: 2, diastolic: 1.5, pulse: 1, spo2: 0 },
    dayNoise: { ...dayNoise, weight: 0.3 },
    episodes: [],
  },
};
