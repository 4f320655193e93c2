import type { Language } from "../rules/wording.ts";
import { tableLines } from "./table.ts";

/** What `hemvakt rehearse` prints: sentences, numbers, and a picture of both timelines. */

type Sentence = Readonly<Record<Language, string>>;
type Side = {
  readonly openedAt: string;
  readonly severity: string;
  readonly cause: string;
  readonly explanation: Sentence | null;
};
type Load = {
  readonly alerts: number;
  readonly bySeverity: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly byShift: Readonly<Record<string, number>>;
  readonly weeks: readonly { readonly monday: string; readonly alerts: number }[];
};
export type Result = {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly days: number;
  readonly readings: number;
  readonly assumption: Sentence;
  readonly sentences: readonly Sentence[];
  readonly before: Load;
  readonly after: Load;
};
export type PatientResult = Result & {
  readonly alerts: readonly {
    readonly change: string;
    readonly concern: string;
    readonly severityChange: string | null;
    readonly shiftSeconds: number;
    readonly before: Side | null;
    readonly after: Side | null;
  }[];
};
export type TeamResult = {
  readonly total: Result | null;
  readonly patients: readonly {
    readonly patient: string;
    readonly outcome: string;
    readonly errors: readonly { readonly path: string; readonly message: string }[];
    readonly before: number;
    readonly after: number;
    readonly added: number;
    readonly removed: number;
    readonly moved: number;
    readonly confirmed: number;
    readonly missed: number;
  }[];
};

/** One patient's rehearsal. */
export const patientLines = (result: PatientResult, language: Language): string[] => [
  ...summary(result, language),
  ...picture(result),
  ...alertTable(result, language),
];

/** A team's rehearsal: all together, then who it concerns. */
export function teamLines({ total, patients }: TeamResult, language: Language): string[] {
  const rehearsed = patients.filter(({ outcome }) => outcome === "rehearsed");
  const others = ["unaffected", "no-plan", "invalid", "too-large"]
    .map((outcome) => [outcome, patients.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, number]) => number > 0)
    .map(([outcome, number]) => `${number} ${outcome}`);
  const rows = rehearsed
    .toSorted((a, b) => b.missed - a.missed || b.after - a.after || (a.patient < b.patient ? -1 : 1))
    .map(({ patient, before, after, added, removed, moved, confirmed, missed }) => [
      patient,
      before,
      after,
      added,
      removed,
      moved,
      `${missed} of ${confirmed}`,
    ]);
  return [
    `${rehearsed.length} of ${patients.length} patients rehearsed${others.length > 0 ? ` (${others.join(", ")})` : ""}.`,
    ...(total ? ["", ...summary(total, language), ...picture(total)] : []),
    ...(rows.length > 0
      ? ["", ...tableLines(["patient", "in force", "draft", "new", "gone", "moved", "missed"], rows)]
      : []),
    ...patients.flatMap(({ patient, errors }) =>
      errors.map(({ path, message }) => `${patient}: could not be signed: ${path}: ${message}`),
    ),
  ];
}

function summary(
  { sentences, assumption, before, after, readings, from, to, zone }: Result,
  language: Language,
): string[] {
  const row = (name: string, of: (load: Load) => number): [string, number, number] => [name, of(before), of(after)];
  const rows = [
    row("alerts", ({ alerts }) => alerts),
    ...["red", "yellow", "info"].map((name) => row(`  ${name}`, ({ bySeverity }) => bySeverity[name] ?? 0)),
    row("calls", ({ calls }) => calls),
    ...Object.keys(after.byShift).map((name) => row(`  ${name}`, ({ byShift }) => byShift[name] ?? 0)),
  ];
  return [
    ...sentences.map((sentence) => sentence[language]),
    "",
    ...tableLines([`${dayOf(from, zone)} to ${dayOf(to, zone)}`, "in force", "draft"], rows),
    `${readings} readings. ${assumption[language]}`,
  ];
}

/** No line of the picture is longer than this on either side. */
const WIDEST = 30;

/** Alerts per week under both plans, one block each where there is room; nothing where there is none. */
export function picture({ before, after }: Pick<Result, "before" | "after">): string[] {
  const most = Math.max(...[...before.weeks, ...after.weeks].map(({ alerts }) => alerts));
  if (most === 0) return [];
  const worth = Math.ceil(most / WIDEST) || 1;
  const bar = (alerts: number): string => "█".repeat(Math.ceil(alerts / worth)) || "·";
  const rows = before.weeks.map(({ monday, alerts }, index) => [
    monday,
    bar(alerts),
    bar(after.weeks[index]?.alerts ?? 0),
  ]);
  const each = worth === 1 ? "an alert" : `up to ${worth} alerts`;
  return ["", ...tableLines(["week of", "in force", `draft (█ ${each})`], rows)];
}

/** Only what changes: the rest is as it was. */
function alertTable({ alerts, zone }: PatientResult, language: Language): string[] {
  const changed = alerts.filter(({ change, severityChange }) => change !== "same" || severityChange !== null);
  if (changed.length === 0) return [];
  const rows = changed.map(({ change, concern, before, after, shiftSeconds }) => [
    minuteOf((after ?? before)!.openedAt, zone),
    change === "moved" ? `${shiftSeconds < 0 ? "earlier" : "later"} by ${span(Math.abs(shiftSeconds))}` : change,
    concern,
    before && after && before.severity !== after.severity
      ? `${before.severity} → ${after.severity}`
      : (after ?? before)!.severity,
    (after ?? before)!.explanation?.[language] ?? (after ?? before)!.cause,
  ]);
  return ["", ...tableLines(["opens", "change", "concern", "severity", "because"], rows)];
}

const local = (iso: string, zone: string): string => Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toString();
const dayOf = (iso: string, zone: string): string => local(iso, zone).slice(0, 10);
const minuteOf = (iso: string, zone: string): string => local(iso, zone).slice(0, 16).replace("T", " ");

const span = (seconds: number): string =>
  seconds >= 172_800
    ? `${Math.round(seconds / 86_400)} d`
    : seconds >= 3600
      ? `${Math.round(seconds / 3600)} h`
      : `${Math.ceil(seconds / 60)} min`;
