import { z } from "zod";
import { type AlertEventKind, severities } from "../../domain/alert.ts";
import { type Finding, judgedBy, planBases } from "../../domain/finding.ts";
import type { Kind } from "../../domain/kind.ts";
import type { Values } from "../../domain/measurement.ts";
import { explain } from "../../rules/explain.ts";
import type { Silence } from "../../rules/silence.ts";
import { explainSilence } from "../../rules/silence-sentences.ts";
import { type Language, languages } from "../../rules/wording.ts";
import { explainTechnical, technicalAction } from "./technical.ts";
import { measureSchema, presentValue, valueSchema } from "./value.ts";

/** A sentence in each language that nurses and patients read. */
export const sentenceSchema = z.object({ sv: z.string(), en: z.string() }).meta({
  id: "Sentence",
  examples: [
    {
      sv: "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).",
      en: "Weight up 2.3 kg in 3 days, to 84.7 kg (limit 2.0 kg).",
    },
  ],
});
export type Sentence = z.infer<typeof sentenceSchema>;

const inEach = (say: (language: Language) => string): Sentence =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Sentence;

/** One finding with the numbers compared. */
export const findingSchema = z
  .object({
    rule: z.string(),
    kind: z.enum(judgedBy),
    severity: z.enum(severities),
    direction: z.enum(["above", "below"]),
    metric: measureSchema,
    value: valueSchema,
    limit: valueSchema
      .optional()
      .meta({ description: "The limit, or the allowed amount; left out where there is none" }),
    reference: valueSchema.optional().meta({ description: "What the value was compared with" }),
    readings: z.array(z.string()).meta({ description: "What it rests on, the judged reading first" }),
    uncertain: z.array(z.enum(["time", "quality", "implausible", "unattributed"])),
    plan: z
      .object({ version: z.int(), basis: z.enum(planBases) })
      .nullable()
      .meta({
        description:
          "Which plan says so: the one in force when the value was `measured`, or the `current` one when it was judged; " +
          "null where both are the same, or both say it",
      }),
    explanation: sentenceSchema,
  })
  .meta({ id: "Finding" });

/** What an event of an alert carries, as the ledger wrote it. */
export type EventData = {
  readonly findings?: readonly Finding[];
  readonly plan?: number | null;
  /** How late the reading came, in milliseconds. */
  readonly late?: number;
  readonly reading?: { readonly id: string; readonly kind: Kind; readonly values: Values; readonly measuredAt: number };
  readonly code?: string;
  readonly severity?: string;
  readonly state?: string;
  /** For alerts of silence: the signals that nothing comes of, and the zone that people read times in. */
  readonly silence?: readonly Silence[];
  readonly zone?: string;
  readonly promise?: { readonly text: string; readonly due: number };
  readonly note?: string;
  readonly assignee?: string;
  readonly undone?: AlertEventKind;
  /** For a snooze: its end. */
  readonly until?: number;
};

export const presentFinding = (finding: Finding): z.infer<typeof findingSchema> => ({
  rule: finding.rule,
  kind: finding.ruleKind,
  severity: finding.severity,
  direction: finding.direction,
  metric: finding.metric,
  value: presentValue(finding.metric, finding.compared.value),
  ...(finding.compared.limit === undefined ? {} : { limit: presentValue(finding.metric, finding.compared.limit) }),
  ...(finding.compared.reference === undefined
    ? {}
    : { reference: presentValue(finding.metric, finding.compared.reference) }),
  readings: [...finding.readings],
  uncertain: [...finding.uncertain],
  plan: finding.plan ? { ...finding.plan } : null,
  explanation: inEach((language) => explain(finding, language)),
});

/** The finding that weighs most; among equals the plan's first. */
export const worstFinding = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))[0];

/**
 * Why an event happened, in words: the worst finding's own sentence, or the technical code's, and how late it came.
 * @param clinical whether the reader may see measured values; without it a technical code is all that is told
 * @returns `undefined` for events that have no cause of their own, such as an acknowledgement
 */
export function explainEvent(data: EventData, clinical: boolean): Sentence | undefined {
  const finding = clinical ? worstFinding(data.findings ?? []) : undefined;
  const technical = data.code === undefined ? undefined : explainTechnical(data.code);
  const silent = clinical ? (data.silence ?? []) : [];
  if (silent.length > 0) {
    return inEach((language) =>
      silent.map((silence) => explainSilence(silence, language, data.zone ?? "UTC")).join(" "),
    );
  }
  if (!finding && !technical) return undefined;
  return inEach((language) =>
    [
      technical?.[language],
      finding && explain(finding, language),
      clinical && data.late !== undefined ? lateness(data.late, language) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(" "),
  );
}

/** What to do about a technical cause; `undefined` for clinical ones, whose action is the plan's and the nurse's. */
export const actionFor = (data: EventData): string | undefined =>
  data.code === undefined ? undefined : technicalAction(data.code);

/** How late it came, in whole minutes: "Kom 5 tim 12 min sent." */
export function lateness(ms: number, language: Language): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const [h, min] = language === "sv" ? ["tim", "min"] : ["h", "min"];
  const time = [...(hours > 0 ? [`${hours} ${h}`] : []), ...(minutes > 0 || hours === 0 ? [`${minutes} ${min}`] : [])];
  return language === "sv" ? `Kom ${time.join(" ")} sent.` : `Late by ${time.join(" ")}.`;
}
