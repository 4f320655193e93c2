/**
 * What has been published about how rules perform, to stand beside our own figures. Seen as abstracts and excerpts; where
 * a method is not stated there it is not known here.
 */
export type Published = {
  readonly study: string;
  readonly condition: "heart-failure" | "copd";
  readonly data: string;
  readonly rule: string;
  /** Per cent, with the 95 % interval where it was given. */
  readonly sensitivity?: { readonly percent: number; readonly low?: number; readonly high?: number };
  /** Per cent. */
  readonly specificity?: number;
  /** Alerts that no event explains, a patient-year. */
  readonly alertsPerPatientYear?: number;
  /** Days before an event in which an alert counts. */
  readonly windowDays?: number;
  readonly note?: string;
  readonly source: string;
};

const zhang = {
  study: "Zhang 2009 (TEN-HMS)",
  condition: "heart-failure",
  data: "168 patients, 45 admissions",
  windowDays: 14,
  source: "Zhang et al., Eur J Heart Fail 2009 (PMID 19252210)",
} as const;
const fast = {
  study: "FAST 2011",
  condition: "heart-failure",
  data: "156 patients, 537 ± 312 days, 65 events",
  windowDays: 30,
  source: "Abraham et al., Congest Heart Fail 2011;17:51",
} as const;
const ledwidge = {
  study: "Ledwidge 2013",
  condition: "heart-failure",
  data: "87 patients, 23.9 weeks, 28 events",
  note: "specificity not in the abstract",
  source: "Ledwidge et al., Eur J Heart Fail 2013;15(4)",
} as const;
const gyllensten = {
  study: "Gyllensten 2016",
  condition: "heart-failure",
  data: "91 patients, 10 months",
  windowDays: 14,
  note: "cross-validated; specificity not in the abstract",
  source: "Gyllensten et al. 2016 (PMC4777885)",
} as const;

export const publishedFigures: readonly Published[] = [
  {
    ...zhang,
    rule: "weight +3 lb in 1 day",
    sensitivity: { percent: 58 },
    note: 'with a "false-alert rate" of 54 %, whose denominator the abstract doesn\'t state: not 1 − specificity per day',
  },
  {
    ...zhang,
    rule: "weight +5 lb in 3 days",
    note: '"true-alert rate" 65 %, "false-alert rate" 58 %; denominators not stated',
  },
  { ...zhang, rule: "weight MACD", sensitivity: { percent: 20 }, note: '"false-alert rate" 9 %; windows not stated' },
  {
    ...fast,
    rule: "weight +3 lb in 1 day or +5 lb in 3 days",
    sensitivity: { percent: 22.5 },
    alertsPerPatientYear: 4.3,
    note: "13 of 65 events uncorrected",
  },
  {
    ...fast,
    rule: "implanted impedance (OptiVol, 60 Ω·days)",
    sensitivity: { percent: 76.4 },
    alertsPerPatientYear: 1.9,
    note: "not measured at home",
  },
  {
    study: "Gudmundsson 2016",
    condition: "heart-failure",
    data: "43 patients, 427 days, 66 events",
    rule: "weight",
    sensitivity: { percent: 43.9, low: 31.9, high: 56.7 },
    alertsPerPatientYear: 4.8,
    note: "interquartile range of alerts 1.6–11.1",
    source: "Gudmundsson et al. 2016 (PMID 27175605)",
  },
  { ...ledwidge, rule: "HeartPhone", sensitivity: { percent: 82 } },
  { ...ledwidge, rule: "weight +2 kg in 2–3 days", sensitivity: { percent: 21 } },
  { ...ledwidge, rule: "weight +1.36 kg in 1 day", sensitivity: { percent: 46 } },
  { ...gyllensten, rule: "weight rule of thumb", sensitivity: { percent: 20 } },
  { ...gyllensten, rule: "weight MACD", sensitivity: { percent: 33 } },
  {
    study: "Moazeni 2023",
    condition: "heart-failure",
    data: "74 patients, 327 days, 64 events",
    rule: "weight: personalised, MACD, rule of thumb",
    note: "positive predictive value 16, 0 and 6 %; F1 10, 3 and 7 %",
    source: "Moazeni et al., Eur Heart J Digit Health 2023;4:455",
  },
  {
    study: "Basque cohort 2018",
    condition: "heart-failure",
    data: "242 patients, 44 months",
    rule: "threshold alerts",
    alertsPerPatientYear: 28.64,
    note: "7.8 after a naive Bayes classifier, AUC 0.67",
    source: "Mobile Information Systems 2018, article 1546210",
  },
  {
    study: "HeartPredict",
    condition: "heart-failure",
    data: "European telemonitoring set",
    rule: "guideline rules",
    sensitivity: { percent: 53 },
    specificity: 84,
    note: "learned model 72 % and 94 %",
    source: "HeartPredict (abstract)",
  },
  {
    study: "TIM-HF2 2024",
    condition: "heart-failure",
    data: "trial data",
    rule: "heuristic rules",
    note: "AUC 0.727 at a horizon of 7 days, learned model 0.855",
    source: "Front Cardiovasc Med 2024, 1457995",
  },
  {
    study: "Hurst 2010",
    condition: "copd",
    data: "40 patients, 2 705 days",
    rule: "oximetry score of 1 or more, with symptoms",
    sensitivity: { percent: 71 },
    specificity: 74,
    note: "the score alone: AUC 0.832 (0.735–0.929)",
    source: "Hurst et al., BMC Pulm Med 2010;10:52",
  },
  {
    study: "Al Rajeh 2020",
    condition: "copd",
    data: "83 patients",
    rule: "overnight z-scores against 14 days",
    note: "moves from day −7; positive predictive value 91.2 %; not better than symptoms alone",
    source: "Al Rajeh et al., JMIR mHealth uHealth 2020;8(11):e17597",
  },
  {
    study: "EDGE 2017",
    condition: "copd",
    data: "110 patients, 27 260 sessions, 361 events",
    rule: "regression on short trends of saturation, pulse and breathing",
    note: "events of 8.8 days on average",
    source: "Shah et al., JMIR 2017;19(3):e69",
  },
  {
    study: "myCOPD 2022",
    condition: "copd",
    data: "self-reports in an app",
    rule: "heuristic",
    sensitivity: { percent: 55.1 },
    specificity: 75.9,
    windowDays: 3,
    note: "AUROC 0.655, learned model 0.727",
    source: "JMIR Med Inform 2022, e26499",
  },
  {
    study: "Respiratory rate 2025",
    condition: "copd",
    data: "respiratory rate alone",
    rule: "respiratory rate",
    sensitivity: { percent: 55.6 },
    specificity: 50,
    source: "BMC Med Inform Decis Mak 2025 (doi 10.1186/s12911-025-02939-3)",
  },
];

/** How much work alerts have been seen to make. */
export type Burden = { readonly setting: string; readonly figure: string; readonly source: string };

export const publishedBurden: readonly Burden[] = [
  {
    setting: "Heart failure, several thresholds",
    figure: "28.64 false alerts a patient-year; 7.8 after filtering",
    source: "Mobile Information Systems 2018, article 1546210",
  },
  {
    setting: "Heart failure, weight only",
    figure: "4.3–4.8 alerts a patient-year",
    source: "Abraham et al. 2011 (FAST); Gudmundsson et al. 2016",
  },
  {
    setting: "Simulated caseload, clinicians",
    figure: "149 ± 82 minutes with a simple rule, 80 ± 42 with an advanced one; agreement κ about 0.3",
    source: "PMC5240411",
  },
  {
    setting: "COPD, daily traffic light, 33 patients, a month",
    figure: "46 % green, 28 % yellow, 19 % red, 7 % not measured; about 10 % downgraded by a nurse",
    source: "J Telemed Telecare, doi 10.1177/1357633X17735558",
  },
  {
    setting: "Hypertension (Luscii), 174 patients, 207 days",
    figure: "37 alerts a patient-year by hand, besides 79 % handled automatically",
    source: "JMIR Med Inform 2025, e66066",
  },
  {
    setting: "Causes of false alerts, home-health heart failure",
    figure: "54 % wrong technique, 37 % the system",
    source: "Home-health study, excerpt (docslib 3840526)",
  },
];
