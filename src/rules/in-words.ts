import type { Severity } from "../domain/alert.ts";
import type { Metric } from "../domain/metric.ts";
import type { SafetyLimit } from "../domain/plan.ts";
import { amountToScaled, type Quantity, quantityToScaled } from "../domain/quantity.ts";
import type { Questionnaire } from "../domain/questionnaire.ts";
import { type Rule, sideOf } from "../domain/rule.ts";
import { type Language, languages, localNumber, metricName, showValue } from "./wording.ts";

/** What a rule of a plan asks, in words: for whoever reads a plan, or what a draft changes in it. */

export type Said = Readonly<Record<Language, string>>;

const severityWords: Readonly<Record<Severity, Said>> = {
  red: { sv: "rött larm", en: "red alert" },
  yellow: { sv: "gult larm", en: "yellow alert" },
  info: { sv: "upplysning", en: "information" },
};

const questionnaireWords: Readonly<Record<Questionnaire, Said>> = {
  "beat-hf": { sv: "Hjärtsviktssymtom", en: "Heart-failure symptoms" },
  anthonisen: { sv: "KOL-symtom (Anthonisen)", en: "COPD symptoms (Anthonisen)" },
  "dyspnoea-vas": { sv: "Andfåddhet (VAS)", en: "Breathlessness (VAS)" },
};

/** A rule in one sentence, with the severity of its alert. */
export function ruleInWords(rule: Rule): Said {
  const asked = asks(rule);
  return both((language) => `${asked[language]}: ${severityWords[rule.severity][language]}`);
}

/** A safety limit in one sentence. */
export const safetyLimitInWords = ({ metric, direction, limit }: SafetyLimit): Said =>
  both((language) => `${beyond(metric, direction, limit, language)}: ${severityWords.red[language]}`);

/** A quantity of a metric as people read it. */
export const quantityInWords = (metric: Metric, quantity: Quantity): Said =>
  both((language) => showValue(metric, quantityToScaled(metric, quantity), language));

const both = (say: (language: Language) => string): Said =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Said;

function asks(rule: Rule): Said {
  switch (rule.kind) {
    case "limit":
      return both((language) => beyond(rule.metric, rule.direction, rule.limit, language));
    case "change": {
      const extreme = {
        rise: { sv: ", räknat från lägsta värdet", en: ", from the lowest value" },
        fall: { sv: ", räknat från högsta värdet", en: ", from the highest value" },
      }[rule.direction];
      return moved(rule, {
        sv: `på ${rule.days} dagar${rule.against === "extreme" ? extreme.sv : ""}`,
        en: `in ${rule.days} days${rule.against === "extreme" ? extreme.en : ""}`,
      });
    }
    case "reference":
      return moved(rule, { sv: "från referensvärdet", en: "from the reference" });
    case "moving-average":
      return moved(rule, {
        sv: `i snitt över ${rule.short.days} dagar mot ${rule.long.days}`,
        en: `in the mean of ${rule.short.days} days against ${rule.long.days}`,
      });
    case "n-of-m":
      return both((language) => {
        const what = beyond(rule.metric, rule.direction, rule.limit, language);
        return language === "sv"
          ? `${what} minst ${rule.atLeast} av ${rule.days} dagar`
          : `${what} on at least ${rule.atLeast} of ${rule.days} days`;
      });
    case "baseline": {
      const up = rule.direction === "rise";
      return both((language) => {
        const name = metricName(rule.metric, language);
        const sds = deviations(rule.sds, language);
        return language === "sv"
          ? `${name} mer än ${sds} ${up ? "över" : "under"} det egna snittet på ${rule.days} dagar`
          : `${name} more than ${sds} ${up ? "above" : "below"} the own mean of ${rule.days} days`;
      });
    }
    case "cusum": {
      const up = rule.direction === "rise";
      return both((language) => {
        const name = metricName(rule.metric, language);
        const [limit, allowance] = [rule.limit, rule.allowance].map((amount) =>
          showValue(rule.metric, amountToScaled(rule.metric, amount), language),
        );
        return language === "sv"
          ? `${name} samlat mer än ${limit} ${up ? "över" : "under"} det vanliga på ${rule.days} dagar (${allowance} om dagen räknas inte)`
          : `${name} more than ${limit} ${up ? "above" : "below"} the usual in all in ${rule.days} days (${allowance} a day not counted)`;
      });
    }
    case "oximetry-score":
      return both((language) => {
        const limit = deviations(rule.limit, language);
        return language === "sv"
          ? `Syremättnad och puls tillsammans mer än ${limit} från det egna på ${rule.days} dagar`
          : `Oxygen saturation and pulse together more than ${limit} from the own of ${rule.days} days`;
      });
    case "irregular-pulse":
      return { sv: "Oregelbunden puls", en: "Irregular pulse" };
    case "oxygen-excess":
      return { sv: "Syremättnad över 92 % med syrgas", en: "Oxygen saturation above 92 % on oxygen" };
    case "symptoms":
      return both((language) => {
        const name = questionnaireWords[rule.questionnaire][language];
        return language === "sv" ? `${name}: minst ${rule.atLeast} poäng` : `${name}: at least ${rule.atLeast} points`;
      });
    case "news2":
      return both((language) => {
        const red = { sv: ", eller 3 i en parameter", en: ", or 3 in one parameter" }[language];
        const points = language === "sv" ? `NEWS2 minst ${rule.atLeast}` : `NEWS2 at least ${rule.atLeast}`;
        return `${points}${rule.orRed ? red : ""}`;
      });
    case "combination":
      return both((language) =>
        language === "sv"
          ? `Minst ${rule.atLeast} av ${rule.of.join(", ")} inom ${rule.hours} tim`
          : `At least ${rule.atLeast} of ${rule.of.join(", ")} within ${rule.hours} h`,
      );
  }
}

function beyond(metric: Metric, direction: "above" | "below", limit: Quantity, language: Language): string {
  const value = showValue(metric, quantityToScaled(metric, limit), language);
  const word = { above: { sv: "över", en: "above" }, below: { sv: "under", en: "below" } }[direction][language];
  return `${metricName(metric, language)} ${word} ${value}`;
}

/** A metric that has moved by more than an amount. */
function moved(rule: Extract<Rule, { amount: Quantity }>, how: Said): Said {
  const up = sideOf(rule) === "above";
  return both((language) => {
    const amount = showValue(rule.metric, amountToScaled(rule.metric, rule.amount), language);
    const word = language === "sv" ? (up ? "upp" : "ned") : up ? "up" : "down";
    const more = language === "sv" ? "mer än" : "more than";
    return `${metricName(rule.metric, language)} ${word} ${more} ${amount} ${how[language]}`;
  });
}

/** A number of standard deviations, said as one or several. */
function deviations(count: number, language: Language): string {
  const [one, several] = language === "sv" ? ["avvikelse", "avvikelser"] : ["deviation", "deviations"];
  return `${localNumber(String(count), language)} ${language === "sv" ? "standard" : "standard "}${count === 1 ? one : several}`;
}
