import { Command } from "commander";
import type { Language } from "../rules/wording.ts";
import { signingIn } from "./api-client.ts";
import { say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Said = Readonly<Record<Language, string>>;
type RuleDay = {
  planVersion: number | null;
  rule: string;
  severity: string;
  metric: string;
  outcome: string;
  sentence: Said;
  answers: { measuredAt: string; sentence: Said; becameOf: Said | null; alert: string | null; asKnown: Said | null }[];
};
type Day = {
  patient: string;
  on: string;
  zone: string;
  plans: { version: number | null; from: string; to: string }[];
  remarks: Said[];
  rules: RuleDay[];
  unwatched: { sentence: Said }[];
  readings: {
    kind: string;
    values: { exact: string; unit: string }[];
    measuredAt: string;
    receivedAt: string;
    remarks: Said[];
  }[];
};

/** `hemvakt explain`: why something did, or did not, alert on a day. */
export const explainCommand = (): Command =>
  new Command("explain")
    .description(
      "Say why something did, or did not, alert on a day: each rule with what came nearest, or what hindered it",
    )
    .argument("<patient>")
    .requiredOption("--on <date>", "a local date, for instance 2026-03-12")
    .option("--json", "print what the API answers")
    .addOption(spokenLanguage())
    .addHelpText("after", signingIn)
    .action((patient: string, { on, lang, json }: { on: string; lang: Language; json?: boolean }) =>
      say({ json }, async (api) => {
        const path = `patients/${encodeURIComponent(patient)}/explanations?on=${encodeURIComponent(on)}`;
        const day = await api.get<Day>(path);
        return { json: day, lines: dayLines(day, lang) };
      }),
    );

const words = {
  readings: { sv: "Mätvärden", en: "Readings" },
  found: { sv: "Fynd", en: "Found" },
  inside: { sv: "Inget fynd", en: "Not found" },
  hindered: { sv: "Kunde inte bedömas", en: "Could not be asked" },
  nothing: { sv: "Inte mätt", en: "Not measured" },
  unwatched: { sv: "Utan regel", en: "Without a rule" },
  plan: { sv: "vårdplan", en: "plan" },
  none: { sv: "inga", en: "none" },
  heads: {
    sv: ["tid", "mottaget", "vad", "värden", "anmärkning"],
    en: ["time", "received", "what", "values", "remarks"],
  },
} as const;

const groups = [
  ["found", "finding"],
  ["inside", "inside"],
  ["hindered", "not-evaluable"],
] as const;

/** A day in words. */
export function dayLines(day: Day, lang: Language): string[] {
  const clockTime = (iso: string): string =>
    Temporal.Instant.from(iso).toZonedDateTimeISO(day.zone).toPlainTime().toString({ smallestUnit: "minute" });
  const moment = (iso: string): string => {
    const date = Temporal.Instant.from(iso).toZonedDateTimeISO(day.zone).toPlainDate().toString();
    return date === day.on ? clockTime(iso) : `${date} ${clockTime(iso)}`;
  };
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
  const plans = day.plans.map(({ version }) => (version === null ? "-" : String(version))).join(", ");
  const rows = day.readings.map(({ measuredAt, receivedAt, kind, values, remarks }) => [
    clockTime(measuredAt),
    moment(receivedAt),
    kind,
    values.map(({ exact, unit }) => `${exact} ${unit}`.trim()).join(", "),
    remarks.map((remark) => remark[lang]).join(" "),
  ]);
  // What was not measured is said once, however many rules would have looked at it.
  const nothing = day.rules
    .filter(({ outcome }) => outcome === "nothing-measured")
    .map(({ sentence }) => sentence[lang]);
  return [
    `${day.patient} ${day.on} (${day.zone}), ${words.plan[lang]} ${plans}`,
    ...day.remarks.map((remark) => remark[lang]),
    ...section(words.readings[lang], rows.length > 0 ? tableLines(words.heads[lang], rows) : [words.none[lang]]),
    ...groups.flatMap(([title, outcome]) =>
      section(
        words[title][lang],
        day.rules.filter((rule) => rule.outcome === outcome).flatMap((rule) => ruleLines(rule, lang, clockTime)),
      ),
    ),
    ...section(words.nothing[lang], [...new Set(nothing)]),
    ...section(
      words.unwatched[lang],
      day.unwatched.map(({ sentence }) => sentence[lang]),
    ),
  ];
}

const ruleLines = ({ rule, severity, answers }: RuleDay, lang: Language, at: (iso: string) => string): string[] => [
  `${rule} (${severity})`,
  ...answers.flatMap(({ measuredAt, sentence, becameOf, alert, asKnown }) => [
    `  ${at(measuredAt)} ${sentence[lang]}`,
    ...(becameOf ? [`        ${becameOf[lang]}${alert === null ? "" : ` (${alert})`}`] : []),
    ...(asKnown ? [`        ${asKnown[lang]}`] : []),
  ]),
];
