import { z } from "zod";
import type { Alert } from "../../domain/alert.ts";
import { dayToIso, localDay, toLocalIso } from "../../domain/day.ts";
import {
  type EscalationTarget,
  escalationTargets,
  type TellingReason,
  type Told,
  tellingReasons,
} from "../../domain/escalation.ts";
import { onCallRoles } from "../../domain/responsibility.ts";
import { type Language, languages } from "../../rules/wording.ts";
import { iso, isoSchema } from "../conventions.ts";
import { sentenceSchema } from "./explanation.ts";

/** Who was told of an alert, and who will be next, for people. */

const recipientSchema = z.object({
  team: z.string(),
  staff: z.string().nullable().meta({ description: "Null for the team's function" }),
  name: z.string().nullable(),
  role: z.enum(onCallRoles).nullable(),
});

export const tellingSchema = z
  .object({
    step: z.int().meta({ description: "From 0" }),
    repeats: z.int().meta({ description: "How often all were told again after the last step" }),
    last: z.boolean().meta({ description: "All steps are through" }),
    team: z.string().meta({ description: "The team whose steps these are" }),
    why: z.enum(tellingReasons),
    to: z.array(recipientSchema),
    foldedInto: z.string().nullable().meta({ description: "The technical alert with which this one was told" }),
    explanation: sentenceSchema,
  })
  .meta({ id: "AlertTelling" });

export const escalationSchema = tellingSchema
  .extend({
    at: isoSchema.meta({ description: "When that step was decided" }),
    next: z.object({ at: isoSchema, tell: z.array(z.enum(escalationTargets)), explanation: sentenceSchema }),
  })
  .meta({ id: "AlertEscalation" });

/** What an `alert.told` event holds. */
export type TellingData = {
  readonly in: string;
  readonly step: number;
  readonly repeats: number;
  readonly last: boolean;
  readonly why: TellingReason;
  readonly to: readonly Told[];
  readonly foldedInto?: string;
};

export type Naming = { readonly staff: ReadonlyMap<string, string>; readonly team: (id: string) => string };

type Words = {
  readonly roles: Readonly<Record<NonNullable<Told["role"]>, string>>;
  readonly targets: Readonly<Record<EscalationTarget, string>>;
  readonly because: Readonly<Record<TellingReason, string>>;
  readonly and: string;
  readonly told: (whom: string, because: string) => string;
  readonly folded: (alert: string) => string;
  readonly next: (time: string, whom: string) => string;
};

const words: Readonly<Record<Language, Words>> = {
  sv: {
    roles: { primary: "jour", secondary: "bakjour", manager: "chef i beredskap" },
    targets: {
      team: "teamets funktion",
      primary: "jouren",
      secondary: "bakjouren",
      cover: "jouren i det team som täcker",
      manager: "chefen i beredskap",
    },
    because: {
      opened: "Nytt larm",
      worsened: "Det har blivit värre",
      reopened: "Larmet är öppet igen",
      "promise-passed": "Löftet hölls inte",
      unanswered: "Ingen har tagit larmet",
      repeated: "Ingen har tagit larmet, och alla steg är gjorda",
      "team-closed": "Teamet som har larmet har stängt",
      "duty-moved": "Ett annat team svarar nu för patienten",
      "found-open": "Larmet var öppet",
      "handover-failed": "Överlämningen besvarades inte",
    },
    and: "och",
    told: (whom, because) => `${because}: ${whom} har fått veta.`,
    folded: (alert) => `Sagt tillsammans med larm ${alert}.`,
    next: (time, whom) => `Tar ingen larmet får ${whom} veta ${time}.`,
  },
  en: {
    roles: { primary: "on call", secondary: "second on call", manager: "manager on call" },
    targets: {
      team: "the team's function",
      primary: "whoever is on call",
      secondary: "whoever is second on call",
      cover: "whoever is on call in the covering team",
      manager: "the manager on call",
    },
    because: {
      opened: "New alert",
      worsened: "It has got worse",
      reopened: "The alert is open again",
      "promise-passed": "The promise was not kept",
      unanswered: "Nobody has taken it on",
      repeated: "Nobody has taken it on, and all steps are through",
      "team-closed": "The team that has it is closed",
      "duty-moved": "Another team answers for the patient now",
      "found-open": "The alert was open",
      "handover-failed": "Nobody answered the handover",
    },
    and: "and",
    told: (whom, because) => `${because}: told ${whom}.`,
    folded: (alert) => `Told together with alert ${alert}.`,
    next: (time, whom) => `If nobody takes it on, ${whom} will be told at ${time}.`,
  },
};

const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;

const inEach = (say: (words: Words) => string): z.infer<typeof sentenceSchema> =>
  Object.fromEntries(languages.map((language) => [language, say(words[language])])) as z.infer<typeof sentenceSchema>;

/** One telling as the API gives it. */
export function presentTelling(data: TellingData, { staff, team }: Naming): z.infer<typeof tellingSchema> {
  const whom = ({ roles }: Words): string[] =>
    data.to.map((one) =>
      one.staff === undefined
        ? team(one.team)
        : `${staff.get(one.staff) ?? one.staff} (${one.role ? roles[one.role] : ""}, ${team(one.team)})`,
    );
  return {
    step: data.step,
    repeats: data.repeats,
    last: data.last,
    team: data.in,
    why: data.why,
    to: data.to.map((one) => ({
      team: one.team,
      staff: one.staff ?? null,
      name: (one.staff && staff.get(one.staff)) || null,
      role: one.role ?? null,
    })),
    foldedInto: data.foldedInto ?? null,
    explanation: inEach((words) =>
      data.foldedInto === undefined
        ? words.told(listed(whom(words), words.and), words.because[data.why])
        : words.folded(data.foldedInto),
    ),
  };
}

/**
 * How far the telling of an open alert has come; `null` for one that somebody has or that is resolved.
 * @param zone the IANA zone that people read times in
 */
export function presentEscalation(
  { state, escalation }: Alert,
  naming: Naming,
  { now, zone }: { readonly now: number; readonly zone: string },
): z.infer<typeof escalationSchema> | null {
  if (state !== "open" || !escalation) return null;
  const { next, foldedInto, at } = escalation;
  const to = foldedInto === undefined ? escalation.to : [];
  return {
    ...presentTelling({ ...escalation, in: escalation.team, to }, naming),
    at: iso(at),
    next: {
      at: iso(next.at),
      tell: [...next.tell],
      explanation: inEach((words) => {
        const whom = next.tell.map((target) => words.targets[target]);
        return words.next(timeOf(next.at, now, zone), listed(whom, words.and));
      }),
    },
  };
}

/** The local time, with the date where it is another than today's: "07:03", "2026-11-23 07:03". */
function timeOf(at: number, now: number, zone: string): string {
  const time = toLocalIso(at, zone).slice(11, 16);
  return localDay(at, zone) === localDay(now, zone) ? time : `${dayToIso(localDay(at, zone))} ${time}`;
}
