import type { z } from "zod";
import { aboutOf, concernOf } from "./concern.ts";
import type { Direction, Metric } from "./metric.ts";
import type { Treatments } from "./patient-text.ts";
import { amountToScaled, type Quantity } from "./quantity.ts";
import { highestScore } from "./questionnaire.ts";
import type { Rule } from "./rule.ts";
import type { Schedule } from "./schedule.ts";
import { unitsOf } from "./unit.ts";

/** What a plan schema can't say in shapes: units that belong to their metric, windows that fit, references that exist. */

type Path = readonly (string | number)[];
type Context = z.core.$RefinementCtx;

/** Says what is wrong with a plan, and where. */
export const refuse = (context: Context, path: Path, message: string): void =>
  context.addIssue({ code: "custom", path: [...path], message });

/** Whether a quantity's unit belongs to its metric; says so where it doesn't. */
export function checkQuantity(context: Context, path: Path, metric: Metric, quantity: Quantity): boolean {
  const units = unitsOf(metric);
  const fits = units.includes(quantity.unit);
  if (!fits) refuse(context, [...path, "unit"], `${metric} takes ${units.join(", ")}`);
  return fits;
}

/** Says so where no alert concern covers a side of a metric. */
export function checkConcern(context: Context, path: Path, metric: Metric, direction: Direction): void {
  if (!concernOf(metric, direction)) refuse(context, [...path, "metric"], "no alert concern covers this metric");
}

/** An amount must be more than nothing once it is stored. */
function checkAmount(context: Context, path: Path, metric: Metric, amount: Quantity): void {
  if (!checkQuantity(context, path, metric, amount)) return;
  if (amountToScaled(metric, amount) <= 0) refuse(context, [...path, "value"], "must be above 0");
}

/** An allowance may be nothing, but not less. */
function checkAllowance(context: Context, path: Path, metric: Metric, amount: Quantity): void {
  if (!checkQuantity(context, path, metric, amount)) return;
  if (amountToScaled(metric, amount) < 0) refuse(context, [...path, "value"], "must not be below 0");
}

/** What a plan gives its rules to compare with. */
type Compared = {
  readonly references?: readonly { readonly metric: Metric }[] | undefined;
  readonly saturationTarget?: { readonly range: string } | undefined;
  readonly rules: readonly Rule[];
};

/** Says what is wrong with one rule of a plan. */
export function checkRule(context: Context, path: Path, rule: Rule, plan: Compared): void {
  if (!aboutOf(rule).concern) refuse(context, [...path, "metric"], "no alert concern covers this metric");
  switch (rule.kind) {
    case "limit":
      checkQuantity(context, [...path, "limit"], rule.metric, rule.limit);
      break;
    case "change":
      checkAmount(context, [...path, "amount"], rule.metric, rule.amount);
      break;
    case "reference":
      checkAmount(context, [...path, "amount"], rule.metric, rule.amount);
      checkReference(context, path, rule.metric, plan.references);
      break;
    case "moving-average":
      checkAmount(context, [...path, "amount"], rule.metric, rule.amount);
      checkWindow(context, [...path, "short"], rule.short);
      checkWindow(context, [...path, "long"], rule.long);
      if (rule.short.days >= rule.long.days) refuse(context, [...path, "short", "days"], "must be fewer than the long");
      break;
    case "baseline":
      checkAmount(context, [...path, "leastSd"], rule.metric, rule.leastSd);
      checkWindow(context, path, rule);
      break;
    case "cusum":
      checkAmount(context, [...path, "limit"], rule.metric, rule.limit);
      checkAllowance(context, [...path, "allowance"], rule.metric, rule.allowance);
      if (rule.level === "reference") checkReference(context, path, rule.metric, plan.references);
      else checkWindow(context, [...path, "level"], rule.level);
      break;
    case "oximetry-score":
      checkAmount(context, [...path, "leastSd", "saturation"], "oxygen-saturation", rule.leastSd.saturation);
      checkAmount(context, [...path, "leastSd", "pulse"], "pulse", rule.leastSd.pulse);
      checkWindow(context, path, rule);
      break;
    case "irregular-pulse":
    case "news2":
      break;
    case "oxygen-excess":
      if (plan.saturationTarget?.range !== "88-92") {
        refuse(context, [...path, "kind"], "only with the saturation target 88-92");
      }
      break;
    case "symptoms": {
      const highest = highestScore(rule.questionnaire);
      if (rule.atLeast > highest) refuse(context, [...path, "atLeast"], `${rule.questionnaire} has ${highest} points`);
      break;
    }
    case "combination":
      rule.of.forEach((id, index) => {
        const part = plan.rules.find((other) => other.id === id);
        const at = [...path, "of", index];
        if (!part) refuse(context, at, "the plan has no such rule");
        else if (part.kind === "combination") refuse(context, at, "a combination has no combinations in it");
        else if (rule.of.indexOf(id) < index) refuse(context, at, "rule named twice");
      });
      if (rule.atLeast > rule.of.length) refuse(context, [...path, "atLeast"], "must not be more than the rules in of");
      break;
    case "n-of-m":
      checkQuantity(context, [...path, "limit"], rule.metric, rule.limit);
      if (rule.atLeast > rule.days) refuse(context, [...path, "atLeast"], "must not be more than days");
      break;
  }
}

/** A window can't have values on more dates than it has. */
function checkWindow(context: Context, path: Path, { days, minimum }: { days: number; minimum: number }): void {
  if (minimum > days) refuse(context, [...path, "minimum"], "must not be more than days");
}

function checkReference(
  context: Context,
  path: Path,
  metric: Metric,
  references: readonly { readonly metric: Metric }[] = [],
): void {
  if (!references.some((reference) => reference.metric === metric)) {
    refuse(context, [...path, "metric"], `the plan has no reference for ${metric}`);
  }
}

/** Says what is wrong with the measuring schedules: a signal twice, a day twice, windows out of order. */
export function checkSchedules(context: Context, schedules: readonly Schedule[]): void {
  const signals = new Set<string>();
  schedules.forEach(({ signal, days, windows }, index) => {
    const path = ["schedules", index];
    if (signals.has(signal)) refuse(context, [...path, "signal"], `another schedule for ${signal}`);
    signals.add(signal);
    if (new Set(days).size < days.length) refuse(context, [...path, "days"], "a day twice");
    // Local times of one length compare as text.
    let end = "";
    windows.forEach(({ from, until }, at) => {
      if (from < end || until <= from)
        refuse(context, [...path, "windows", at], "windows in order, each ending after it begins");
      end = until;
    });
  });
}

/** Says what is wrong with the patient's texts: rules that aren't there, and exclusions that can never be known. */
export function checkTexts(
  context: Context,
  plan: Compared & {
    readonly texts?: readonly { readonly rule: string }[] | undefined;
    readonly treatments?: Treatments | undefined;
  },
): void {
  const isRule = (id: string): boolean => plan.rules.some((rule) => rule.id === id);
  plan.texts?.forEach(({ rule }, index) => {
    if (!isRule(rule)) refuse(context, ["texts", index, "rule"], "the plan has no such rule");
  });
  plan.treatments?.texts.forEach(({ rule, unless }, index) => {
    const path = ["treatments", "texts", index];
    if (!isRule(rule)) refuse(context, [...path, "rule"], "the plan has no such rule");
    if (unless.systolicBelow) {
      checkQuantity(context, [...path, "unless", "systolicBelow"], "systolic-pressure", unless.systolicBelow);
    }
    const hasReference = plan.references?.some(({ metric }) => metric === "body-weight");
    if (unless.weightBelowReference && !hasReference) {
      refuse(context, [...path, "unless", "weightBelowReference"], "the plan has no reference for body-weight");
    }
  });
}
