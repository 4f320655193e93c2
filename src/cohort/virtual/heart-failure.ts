import { type Random, random } from "../../../simulators/random.ts";
import type { LocalDay } from "../../domain/day.ts";
import { questionnaires } from "../../domain/questionnaire.ts";
import type { Reading } from "../../domain/reading.ts";
import { commonParameters } from "../parameters.ts";
import { heartFailureParameters as p } from "../parameters-heart-failure.ts";
import {
  firstDay,
  grown,
  type Made,
  measuredDays,
  signedReference,
  type VirtualCase,
  writeMorning,
  yearBegins,
  yearEnds,
} from "./case.ts";
import { drawn, halved, wandering, within } from "./signal.ts";

/** What the worsening adds on a day; nothing in the year without it. */
type Effect = { readonly weight: number; readonly pulse: number; readonly systolic: number; readonly felt: number };
const none: Effect = { weight: 0, pulse: 0, systolic: 0, felt: 0 };

const DAYS = yearEnds - firstDay;
/** Pulse, pressure and symptoms change over a week. */
const WEEK = 7;
const questions = Object.keys(questionnaires["beat-hf"].questions);

/** A virtual patient with heart failure and one worsening. The same seed and number give the same patient. */
export function heartFailureCase(seed: number | string, number: number, made: Made = {}): VirtualCase {
  const stream = random(seed, `heart-failure/${number}`);
  const worsening = worseningOf(stream.sub("event"));
  const morning = morningsOf(stream, made);
  const quiet: Reading[] = [];
  const eventful: Reading[] = [];
  for (let day = firstDay; day < yearEnds; day += 1) {
    const readings = morning.readings(day, none);
    quiet.push(...readings);
    const { eventDay, begins } = worsening;
    if (day < begins || day > eventDay + p.awayDays.value) eventful.push(...readings);
    else if (day <= eventDay) eventful.push(...morning.readings(day, worsening.effectOn(day)));
  }
  const { effectOn: _, ...event } = worsening;
  return { id: `hf-${number}`, condition: "heart-failure", quiet, eventful, ...event, references: morning.references };
}

function worseningOf(stream: Random) {
  const [from, to] = commonParameters.eventDay.value;
  const eventDay = yearBegins + stream.sub("day").integer(from, to);
  const changes = !stream.sub("silent").chance(p.silentShare.value);
  const felt = stream.sub("felt").chance(p.symptomaticShare.value);
  const rampDays = stream.sub("ramp").integer(...p.rampDays.value);
  const gain = drawn(stream.sub("gain"), p.gain.value);
  const pulse = drawn(stream.sub("pulse"), p.pulseRise.value);
  const systolic = drawn(stream.sub("systolic"), p.systolicChange.value);
  const rampBegins = eventDay - rampDays + 1;
  const weekBegins = eventDay - WEEK + 1;
  return {
    eventDay,
    changes,
    felt,
    begins: changes ? Math.min(rampBegins, weekBegins) : weekBegins,
    effectOn: (day: LocalDay): Effect => {
      const week = grown(day, weekBegins, eventDay);
      return {
        weight: changes ? gain * grown(day, rampBegins, eventDay) : 0,
        pulse: changes ? pulse * week : 0,
        systolic: changes ? systolic * week : 0,
        felt: felt ? week : 0,
      };
    },
  };
}

/** A person's mornings: what would be measured on a day, whatever else happens. */
function morningsOf(stream: Random, { weightNoise }: Made) {
  const person = stream.sub("person");
  const weight = drawn(person.sub("weight"), p.weight.value);
  const tau = p.driftTau.value;
  const levels = (name: "systolic" | "diastolic" | "pulse", sd: number): number[] =>
    wandering(stream.sub(name), DAYS, { level: drawn(person.sub(name), p[name].value), ...halved(sd), tau });
  const weights = wandering(stream.sub("weight"), DAYS, {
    level: weight,
    driftSd: weightNoise ?? within(person.sub("drift"), p.weightDrift.value),
    noiseSd: weightNoise ?? within(person.sub("noise"), p.weightNoise.value),
    tau,
  });
  const systolics = levels("systolic", p.systolicNoise.value);
  const diastolics = levels("diastolic", p.diastolicNoise.value);
  const pulses = levels("pulse", p.pulseNoise.value);
  const quietYes = within(person.sub("symptoms"), p.symptomsQuiet.value);
  const measured = measuredDays(stream.sub("adherence"), DAYS, drawn(person.sub("adherence"), p.adherence.value));

  const readings = (day: LocalDay, effect: Effect): Reading[] => {
    const index = day - firstDay;
    if (!measured[index]) return [];
    const today = stream.sub(`day/${index}`);
    const minute = today.integer(...commonParameters.measuredAt.value);
    return writeMorning(day, minute, (take) => {
      const onScale = onTheScale(today.sub("scale"), weights[index]! + effect.weight);
      take("body-weight", { "body-weight": rounded(onScale, p.weightResolution.value) });

      const cuff = today.sub("cuff");
      const moved = cuff.chance(p.movementShare.value);
      const [noise, other] = [cuff.normal(0, 1), cuff.normal(0, 1)].map((one) =>
        moved ? one * p.movementNoise.value : 0,
      );
      const systolic = Math.round(systolics[index]! + effect.systolic + noise!);
      const diastolic = Math.min(systolic - 10, Math.round(diastolics[index]! + effect.systolic / 2 + other!));
      const pulse = Math.round(pulses[index]! + effect.pulse);
      take(
        "blood-pressure",
        { "systolic-pressure": systolic, "diastolic-pressure": diastolic, pulse },
        moved ? ["body-movement"] : [],
      );

      const answers = today.sub("answers");
      const yes = quietYes + (p.symptomsAtEvent.value - quietYes) * effect.felt;
      const given = Object.fromEntries(
        questions.map((question) => {
          const present = answers.chance(yes);
          return [question, question === "compared-with-yesterday" ? (present ? "worse" : "same") : present];
        }),
      );
      take("symptoms", {}, [], { questionnaire: "beat-hf", version: "1", given });
    });
  };
  return { readings, references: [signedReference("body-weight", rounded(weight, 0.1), "kg")] };
}

/** What the scale shows: mostly the person, sometimes in clothes, rarely somebody else. */
function onTheScale(stream: Random, weight: number): number {
  const [clothes, visitor] = [stream.chance(p.clothesShare.value), stream.chance(p.visitorShare.value)];
  const [worn, somebody] = [within(stream, p.clothesWeight.value), drawn(stream.sub("visitor"), p.visitorWeight.value)];
  if (visitor) return somebody;
  return clothes ? weight + worn : weight;
}

const rounded = (value: number, step: number): number => Math.round(value / step) * step;
