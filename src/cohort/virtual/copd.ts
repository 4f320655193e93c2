import { type Random, random } from "../../../simulators/random.ts";
import type { LocalDay } from "../../domain/day.ts";
import { questionnaires } from "../../domain/questionnaire.ts";
import type { Reading } from "../../domain/reading.ts";
import { commonParameters } from "../parameters.ts";
import { copdParameters as p } from "../parameters-copd.ts";
import {
  firstDay,
  grown,
  measuredDays,
  signedReference,
  type VirtualCase,
  writeMorning,
  yearBegins,
  yearEnds,
} from "./case.ts";
import { drawn, halved, wandering, within } from "./signal.ts";

/** What the exacerbation adds on a day; nothing in the year without it. */
type Effect = { readonly fall: number; readonly pulse: number; readonly breathing: number; readonly felt: number };
const none: Effect = { fall: 0, pulse: 0, breathing: 0, felt: 0 };

const DAYS = yearEnds - firstDay;
/** It takes so many days to its height, and as many from it. */
const STEP = 3;
const questions = Object.keys(questionnaires.anthonisen.questions);

/** A virtual patient with COPD and one exacerbation. The same seed and number give the same patient. */
export function copdCase(seed: number | string, number: number): VirtualCase {
  const stream = random(seed, `copd/${number}`);
  const exacerbation = exacerbationOf(stream.sub("event"));
  const morning = morningsOf(stream);
  const quiet: Reading[] = [];
  const eventful: Reading[] = [];
  for (let day = firstDay; day < yearEnds; day += 1) {
    const readings = morning.readings(day, none);
    quiet.push(...readings);
    const effect = exacerbation.effectOn(day);
    eventful.push(...(effect === none ? readings : morning.readings(day, effect)));
  }
  const { effectOn: _, ...event } = exacerbation;
  return { id: `copd-${number}`, condition: "copd", quiet, eventful, ...event, references: morning.references };
}

function exacerbationOf(stream: Random) {
  const [from, to] = commonParameters.eventDay.value;
  const eventDay = yearBegins + stream.sub("day").integer(from, to);
  const changes = !stream.sub("silent").chance(p.silentShare.value);
  const felt = stream.sub("felt").chance(p.symptomaticShare.value);
  const fall = within(stream.sub("saturation"), p.saturationFall.value);
  const pulse = within(stream.sub("pulse"), p.pulseRise.value);
  const breathing = within(stream.sub("breathing"), p.respiratoryRise.value);
  const begins = eventDay - p.onsetDays.value;
  const ends = begins + p.lengthDays.value - 1;
  return {
    eventDay,
    begins,
    changes,
    felt,
    effectOn: (day: LocalDay): Effect => {
      if (day < begins || day > ends) return none;
      const height = changes ? Math.min(grown(day, begins, begins + STEP - 1), (ends - day + 1) / STEP) : 0;
      return { fall: fall * height, pulse: pulse * height, breathing: breathing * height, felt: felt ? 1 : 0 };
    },
  };
}

/** A person's mornings: what would be measured on a day, whatever else happens. */
function morningsOf(stream: Random) {
  const person = stream.sub("person");
  const tau = p.driftTau.value;
  const level = drawn(person.sub("saturation"), p.saturation.value);
  const sd = within(person.sub("noise"), p.saturationNoise.value);
  const saturations = wandering(stream.sub("saturation"), DAYS, { level, ...halved(sd), tau });
  const pulses = wandering(stream.sub("pulse"), DAYS, {
    level: drawn(person.sub("pulse"), p.pulse.value),
    ...halved(p.pulseNoise.value),
    tau,
  });
  const breaths = wandering(stream.sub("breathing"), DAYS, {
    level: drawn(person.sub("breathing"), p.respiratoryRate.value),
    ...halved(p.respiratoryNoise.value),
    tau,
  });
  const quietYes = within(person.sub("symptoms"), p.symptomsQuiet.value);
  const measured = measuredDays(stream.sub("adherence"), DAYS, within(person.sub("adherence"), p.adherence.value));

  const readings = (day: LocalDay, effect: Effect): Reading[] => {
    const index = day - firstDay;
    if (!measured[index]) return [];
    const today = stream.sub(`day/${index}`);
    const minute = today.integer(...commonParameters.measuredAt.value);
    return writeMorning(day, minute, (take) => {
      const { tooLow, astray, marked } = atTheFinger(today.sub("finger"));
      const saturation = Math.min(100, Math.round(saturations[index]! - effect.fall - tooLow));
      const pulse = Math.round(pulses[index]! + effect.pulse + astray);
      take("oxygen-saturation", { "oxygen-saturation": saturation, pulse }, marked ? ["poor-signal"] : []);
      take("respiratory-rate", { "respiratory-rate": Math.round(breaths[index]! + effect.breathing) });

      const answers = today.sub("answers");
      const yes = quietYes + (p.symptomsAtEvent.value - quietYes) * effect.felt;
      const given = Object.fromEntries(questions.map((question) => [question, answers.chance(yes)]));
      take("symptoms", {}, [], { questionnaire: "anthonisen", version: "1", given });
    });
  };
  return { readings, references: [signedReference("oxygen-saturation", Math.round(level), "%")] };
}

/** How wrong the oximeter is, and whether it says so: cold fingers give a poor signal, and it isn't always marked. */
function atTheFinger(stream: Random): { tooLow: number; astray: number; marked: boolean } {
  const [poor, cold] = [stream.chance(p.poorSignalShare.value), stream.chance(p.coldFingerShare.value)];
  const [tooLow, astray] = [within(stream, p.poorSignalFall.value), stream.normal(0, p.poorSignalPulse.value)];
  return poor || cold ? { tooLow, astray, marked: poor } : { tooLow: 0, astray: 0, marked: false };
}
