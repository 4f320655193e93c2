import type { Language } from "../rules/wording.ts";
import type { Difference } from "./differences.ts";
import { shortVersion } from "./engine.ts";
import type { Proof, Verification } from "./verify.ts";

type Sentence = Readonly<Record<Language, string>>;

/** What a verification says, for people. Words in braces are filled in. */
const sentences = {
  identical: {
    sv: "Larm {alert}: identiskt. Jämfört: {rows}.",
    en: "Alert {alert}: identical. Compared: {rows}.",
  },
  differs: {
    sv: "Larm {alert}: inte identiskt.",
    en: "Alert {alert}: not identical.",
  },
  checkpoint: {
    sv: "Det som beslutades före kommando {command} är inte omräknat: loggen börjar där. Det är jämfört med kontrollpunkten.",
    en: "What was decided before command {command} was not recomputed: the log begins there. It was compared with the checkpoint.",
  },
  engine: {
    sv: "Beslutat av regelmotor {recorded}, omräknat av {present}.",
    en: "Decided by engine {recorded}, recomputed by {present}.",
  },
  parts: { sv: "Det som skiljer regelmotorerna åt: {parts}.", en: "What differs between the engines: {parts}." },
  differing: {
    sv: "{where}: lagrat {recorded}, omräknat {recomputed}",
    en: "{where}: recorded {recorded}, recomputed {recomputed}",
  },
  missing: { sv: "{where}: finns lagrat, inte vid omräkning", en: "{where}: recorded, and not there when recomputed" },
  added: { sv: "{where}: finns vid omräkning, inte lagrat", en: "{where}: there when recomputed, and not recorded" },
  said: { sv: "Händelse {event} sade: {words}", en: "Event {event} said: {words}" },
  says: { sv: "Händelse {event} säger nu: {words}", en: "Event {event} says now: {words}" },
  nothing: { sv: "inget fynd", en: "no finding" },
  unnoted: { sv: "okänd (ännu inte noterad)", en: "unknown (not noted yet)" },
  broken: {
    sv: "Loggen är ändrad efter att den skrevs: kommando {commands}.",
    en: "The log was altered since it was written: commands {commands}.",
  },
  refused: {
    sv: "Beslutade då, avvisade nu: kommando {commands}.",
    en: "Decided then, refused now: commands {commands}.",
  },
  elsewhere: { sv: "Skiljer sig, utan att höra till något larm:", en: "Differs, and belongs to no alert:" },
  run: {
    sv: "Omräknat från {count} kommandon av regelmotor {engine}.",
    en: "Recomputed from {count} commands by engine {engine}.",
  },
  seal: { sv: "Loggen till kommando {command}: sigill {seal}.", en: "The log up to command {command}: seal {seal}." },
  proven: { sv: "Identiskt: {identical} av {all} larm.", en: "Identical: {identical} of {all} alerts." },
} as const satisfies Record<string, Sentence>;

type Noun = Readonly<Record<Language, readonly [one: string, many: string]>>;
const tables: Readonly<Record<Difference["table"], Noun>> = {
  alert: { sv: ["larm", "larm"], en: ["alert", "alerts"] },
  event: { sv: ["händelse", "händelser"], en: ["event", "events"] },
  reading: { sv: ["mätvärde", "mätvärden"], en: ["reading", "readings"] },
  series: { sv: ["mätserie", "mätserier"], en: ["series", "series"] },
  plan: { sv: ["vårdplan", "vårdplaner"], en: ["plan", "plans"] },
  engine: { sv: ["regelmotor", "regelmotorer"], en: ["engine", "engines"] },
};

/** The same language for all that is said. */
function speaker(language: Language) {
  return (what: keyof typeof sentences, facts: Readonly<Record<string, string | number>> = {}): string =>
    sentences[what][language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}

/** What became of one alert: whether it is identical, and if not what differs, where, and what was said then and now. */
export function proofLines(proof: Proof, engine: Verification["engine"], language: Language): string[] {
  const say = speaker(language);
  const { alert } = proof;
  const rows = Object.entries(proof.rows).map(
    ([table, n]) => `${n} ${tables[table as Difference["table"]][language][n === 1 ? 0 : 1]}`,
  );
  return [
    proof.identical ? say("identical", { alert, rows: rows.join(", ") }) : say("differs", { alert }),
    ...(proof.sinceCommand === undefined ? [] : [say("checkpoint", { command: proof.sinceCommand })]),
    ...engineLines(proof, engine, language),
    ...differenceLines(proof.differences, language),
    ...proof.sayings.flatMap(({ event, recorded, recomputed }) => [
      `  ${say("said", { event, words: recorded[language].join(" ") || say("nothing") })}`,
      `  ${say("says", { event, words: recomputed[language].join(" ") || say("nothing") })}`,
    ]),
  ];
}

/** Which engine decided and which recomputed, where they are not the same. */
function engineLines({ engines, otherEngine }: Proof, engine: Verification["engine"], language: Language): string[] {
  const say = speaker(language);
  if (!otherEngine) return [];
  const recorded = engines.map((one) => (one ? nameOf(one) : say("unnoted"))).join(", ");
  const parts = [...new Set(engines.flatMap((one) => one?.differsIn ?? []))];
  return [
    say("engine", { recorded, present: nameOf(engine) }),
    ...(parts.length > 0 ? [say("parts", { parts: parts.join(", ") })] : []),
  ];
}

/** All that a verification came to. Alerts that are identical are only counted when there are several. */
export function verificationLines(verification: Verification, language: Language): string[] {
  const say = speaker(language);
  const { proofs, broken, refused, elsewhere, engine } = verification;
  const identical = proofs.filter((proof) => proof.identical);
  const told = proofs.length === 1 ? proofs : proofs.filter((proof) => !identical.includes(proof));
  const otherwise = identical.find(({ otherEngine }) => otherEngine);
  return [
    say("run", { count: verification.commands, engine: nameOf(engine) }),
    ...told.flatMap((proof) => proofLines(proof, engine, language)),
    ...(proofs.length > 1 ? [say("proven", { identical: identical.length, all: proofs.length })] : []),
    ...(proofs.length > 1 && otherwise ? engineLines(otherwise, engine, language) : []),
    ...(broken.length > 0 ? [say("broken", { commands: someOf(broken) })] : []),
    ...(refused.length > 0 ? [say("refused", { commands: someOf(refused) })] : []),
    ...(elsewhere.length > 0 ? [say("elsewhere"), ...differenceLines(elsewhere, language)] : []),
    ...(verification.seal === null || broken.length > 0
      ? []
      : [say("seal", { command: verification.lastCommand, seal: verification.seal })]),
  ];
}

function differenceLines(differences: readonly Difference[], language: Language): string[] {
  const say = speaker(language);
  return differences.map(({ table, key, at, recorded, recomputed }) => {
    const where = `${tables[table][language][0]} ${key}${at === undefined ? "" : `, ${at}`}`;
    const what = recomputed === undefined ? "missing" : recorded === undefined ? "added" : "differing";
    return `  ${say(what, { where, recorded: shortened(recorded), recomputed: shortened(recomputed) })}`;
  });
}

const nameOf = (engine: Pick<Verification["engine"], "version" | "release">): string =>
  `${shortVersion(engine)} (${engine.release})`;
const shortened = (text = ""): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
const someOf = (commands: readonly number[]): string =>
  `${commands.slice(0, 20).join(", ")}${commands.length > 20 ? " …" : ""}`;
