import { z } from "zod";
import type { AlertCategory, Severity } from "./alert.ts";
import type { OnCallRole } from "./responsibility.ts";

/**
 * Who is told of an alert that nobody takes on: step by step, further each time, and the last again and again. One policy
 * per team; a team without one of its own has the platform's.
 */

/**
 * Whom a step tells. `team`: the team's function, whoever is at work; `primary`, `secondary`, `manager`: whoever has that
 * turn on its rota; `cover`: the one who is first on the rota of the team that covers for it.
 */
export const escalationTargets = ["team", "primary", "secondary", "cover", "manager"] as const;
export type EscalationTarget = (typeof escalationTargets)[number];

/**
 * How long after the step before. `minutes` pass always; `openMinutes` only while the team is open; `openDays` is the same
 * local time on a later date on which the team is open, or when it opens that day.
 */
export const waitSchema = z
  .union([
    z.strictObject({ minutes: z.int().min(0).max(10_080) }),
    z.strictObject({ openMinutes: z.int().min(1).max(10_080) }),
    z.strictObject({ openDays: z.int().min(1).max(14) }),
  ])
  .meta({ id: "EscalationWait" });
export type Wait = z.infer<typeof waitSchema>;

const stepSchema = z.strictObject({
  after: waitSchema,
  tell: z.array(z.enum(escalationTargets)).min(1).max(escalationTargets.length),
});

const stepsSchema = z
  .strictObject({
    steps: z.array(stepSchema).min(1).max(10),
    /** How long after the last step everybody whom a step names is told again, until somebody takes the alert on. */
    repeat: waitSchema,
    /** Once the team closes: the team that answers is told (`move`), or the alert waits until the team opens (`wait`). */
    whenClosed: z.enum(["move", "wait"]),
  })
  .superRefine(({ steps, repeat }, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    steps.forEach(({ after }, index) => {
      const isAtOnce = "minutes" in after && after.minutes === 0;
      if (index === 0 && !isAtOnce) issue(["steps", 0, "after"], "the first step is at once: 0 minutes");
      if (index > 0 && isAtOnce) issue(["steps", index, "after"], "each further step is later than the one before");
    });
    if ("minutes" in repeat && repeat.minutes === 0) issue(["repeat"], "at least a minute");
  });
export type Steps = z.infer<typeof stepsSchema>;

/** A red alert may take an hour to the last step at most, and people are told again every quarter of an hour. */
const RED_MINUTES = 60;
const RED_REPEAT = 15;

const redSchema = stepsSchema.superRefine(({ steps, repeat, whenClosed }, context) => {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  let total = 0;
  steps.forEach(({ after }, index) => {
    if ("minutes" in after) total += after.minutes;
    else issue(["steps", index, "after"], "red waits for no opening hours");
  });
  if (total > RED_MINUTES) issue(["steps"], `all steps within ${RED_MINUTES} minutes`);
  if (!("minutes" in repeat) || repeat.minutes > RED_REPEAT) issue(["repeat"], `at most ${RED_REPEAT} minutes`);
  if (whenClosed !== "move") issue(["whenClosed"], "red goes to the team that answers");
});

/** What `technical` holds is for every alert about a device, a hub or the platform, however severe. */
export const escalationPolicySchema = z
  .strictObject({ red: redSchema, yellow: stepsSchema, info: stepsSchema, technical: stepsSchema })
  .meta({ id: "EscalationPolicy" });
export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;

const slowly: Steps = {
  steps: [
    { after: { minutes: 0 }, tell: ["team"] },
    { after: { openDays: 1 }, tell: ["manager"] },
  ],
  repeat: { openDays: 1 },
  whenClosed: "wait",
};

/**
 * The platform's own policy. A proposal without clinical approval: times that a night with one nurse in a car can keep, and
 * nobody woken for what can wait until morning.
 */
export const defaultPolicy: EscalationPolicy = {
  red: {
    steps: [
      { after: { minutes: 0 }, tell: ["primary", "team"] },
      { after: { minutes: 15 }, tell: ["secondary"] },
      { after: { minutes: 15 }, tell: ["cover"] },
      { after: { minutes: 15 }, tell: ["manager"] },
    ],
    repeat: { minutes: 15 },
    whenClosed: "move",
  },
  yellow: {
    steps: [
      { after: { minutes: 0 }, tell: ["team"] },
      { after: { openMinutes: 120 }, tell: ["primary"] },
      { after: { openMinutes: 120 }, tell: ["manager"] },
    ],
    repeat: { openDays: 1 },
    whenClosed: "wait",
  },
  info: slowly,
  technical: slowly,
};

/** The steps that a policy has for an alert. */
export const stepsFor = (policy: EscalationPolicy, alert: { category: AlertCategory; severity: Severity }): Steps =>
  alert.category === "technical" ? policy.technical : policy[alert.severity];

/** Why people are told of an alert. */
export const tellingReasons = [
  "opened",
  "worsened",
  "reopened",
  "promise-passed",
  /** Nobody took it on within the time of the step before. */
  "unanswered",
  /** All steps are through, and nobody took it on. */
  "repeated",
  /** The team that was told has closed; the one that answers now is told. */
  "team-closed",
  /** By the schedule another team answers for the patient now. */
  "duty-moved",
  /** The alert was open when steps came into use. */
  "found-open",
  /** It was offered to this team, and nobody answered in time. */
  "handover-failed",
] as const;
export type TellingReason = (typeof tellingReasons)[number];

/** Somebody to tell: a member of staff in a role on a team's rota, or (without `staff`) the team's function. */
export type Told = {
  readonly team: string;
  readonly staff?: string;
  readonly role?: OnCallRole;
};

/** How far the telling of an open alert has come. Instants in milliseconds since the epoch. */
export type Escalation = {
  /** The team in which it runs: the alert's own, or the one that answers while that is closed. */
  readonly team: string;
  /** The step last decided, from 0, and when. */
  readonly step: number;
  readonly at: number;
  /** How often all have been told again after the last step. */
  readonly repeats: number;
  /** All steps are through. */
  readonly last: boolean;
  readonly why: TellingReason;
  readonly to: readonly Told[];
  /** The technical alert with which this one was told. */
  readonly foldedInto?: string;
  /** When the next step is, and whom it will tell as things are now. */
  readonly next: { readonly at: number; readonly tell: readonly EscalationTarget[] };
  /** When something is to be decided next: the next step, or before it an instant at which another team answers. */
  readonly due: number;
};
