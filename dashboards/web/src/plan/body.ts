import type { Schemas } from "../api/client.ts";

/** What a draft says, as forms change it: always new objects, never the old ones. A field that is emptied is null until filled. */
export type Body = {
  readonly rules: readonly Rule[];
  readonly safetyLimits: readonly Schemas["SafetyLimit"][];
  readonly references: readonly DraftReference[];
  readonly schedules: readonly Schemas["Schedule"][];
  readonly saturationTarget: DraftTarget | null;
  /** After so many missed windows in a row the team is told; null where the plan leaves that to the platform. */
  readonly maxBlind: number | null;
  readonly measureAgain: Schemas["MeasureAgain"] | null;
  readonly patientLanguage: "sv" | "en" | null;
  readonly texts: readonly Schemas["PatientText"][];
  readonly treatments: Schemas["Treatments"] | null;
  readonly treatmentLimitation: string;
};
export type Rule = Schemas["Rule"];
/** Who set a new value, and when, is filled in by whoever signs. */
export type DraftReference = Pick<Schemas["Reference"], "metric" | "value"> & Partial<Schemas["Reference"]>;
export type DraftTarget = Pick<Schemas["SaturationTarget"], "range"> & Partial<Schemas["SaturationTarget"]>;
export type MetricName = Schemas["SafetyLimit"]["metric"];

/** The parts of a draft's body that have forms; the rest of it stays as it is. */
export function editable(body: Readonly<Record<string, unknown>>): Body {
  const {
    rules = [],
    safetyLimits = [],
    references = [],
    schedules = [],
    saturationTarget = null,
    maxBlind = null,
    measureAgain = null,
    patientLanguage = null,
    texts = [],
    treatments = null,
    treatmentLimitation = "",
  } = body as Partial<Body>;
  return {
    rules,
    safetyLimits,
    references,
    schedules,
    saturationTarget,
    maxBlind,
    measureAgain,
    patientLanguage,
    texts,
    treatments,
    treatmentLimitation,
  };
}

/** What to send: the parts that differ from what was there, whole; null where a part is left out. */
export function changedParts(before: Body, now: Body): Record<string, unknown> {
  const keys = Object.keys(now) as (keyof Body)[];
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
      .map((key) => [key, now[key] === "" ? null : now[key]]),
  );
}

/** Each metric with the unit in which limits are set and the steps that one sets them in. */
export const units: Readonly<Record<MetricName, { readonly unit: string; readonly step: number }>> = {
  "body-weight": { unit: "kg", step: 0.1 },
  "systolic-pressure": { unit: "mmHg", step: 1 },
  "diastolic-pressure": { unit: "mmHg", step: 1 },
  "mean-pressure": { unit: "mmHg", step: 1 },
  pulse: { unit: "/min", step: 1 },
  "oxygen-saturation": { unit: "%", step: 1 },
  "oxygen-flow": { unit: "L/min", step: 0.5 },
  "body-temperature": { unit: "°C", step: 0.1 },
  "respiratory-rate": { unit: "/min", step: 1 },
  glucose: { unit: "mmol/L", step: 0.1 },
  "peak-flow": { unit: "L/min", step: 10 },
  fev1: { unit: "L", step: 0.1 },
  fvc: { unit: "L", step: 0.1 },
  consciousness: { unit: "{score}", step: 1 },
};

/** On which sides of which metrics a limit can lie: those that some alert is about. */
export const sides: readonly (readonly [MetricName, "above" | "below"])[] = [
  ["body-weight", "above"],
  ["body-weight", "below"],
  ["systolic-pressure", "above"],
  ["systolic-pressure", "below"],
  ["diastolic-pressure", "above"],
  ["diastolic-pressure", "below"],
  ["mean-pressure", "above"],
  ["mean-pressure", "below"],
  ["pulse", "above"],
  ["pulse", "below"],
  ["oxygen-saturation", "above"],
  ["oxygen-saturation", "below"],
  ["body-temperature", "above"],
  ["body-temperature", "below"],
  ["respiratory-rate", "above"],
  ["respiratory-rate", "below"],
  ["peak-flow", "below"],
  ["fev1", "below"],
  ["fvc", "below"],
  ["consciousness", "above"],
];

/** A number in a rule that a form can change: where it stands, what it is called there, and its unit if it has one. */
export type NumberField = {
  readonly path: readonly string[];
  readonly value: number | null;
  readonly unit: string | undefined;
};

/** Every number of a rule, in the order in which it stands there; quantities count as their value. */
export function numbersIn(part: object, at: readonly string[] = []): NumberField[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): NumberField[] => {
    const path = [...at, key];
    if (typeof value === "number" || value === null) return [{ path, value, unit: undefined }];
    if (typeof value !== "object" || Array.isArray(value)) return [];
    const { unit, value: amount } = value as { unit?: unknown; value?: number | null };
    return typeof unit === "string"
      ? [{ path: [...path, "value"], value: amount ?? null, unit }]
      : numbersIn(value, path);
  });
}

/** The same with another value at a path. */
export function withAt<Of extends object>(part: Of, [key, ...rest]: readonly string[], value: unknown): Of {
  if (key === undefined) return part;
  const inner = (part as Record<string, unknown>)[key];
  return { ...part, [key]: rest.length === 0 ? value : withAt(inner as object, rest, value) };
}

/** An id for a new rule that no other rule of the plan has. */
export function newRuleId(rules: readonly { readonly id: string }[], base: string): string {
  const taken = new Set(rules.map(({ id }) => id));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
