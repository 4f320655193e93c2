import { z } from "zod";
import { type Silence, silenceStates } from "../../rules/silence.ts";
import { explainSilence } from "../../rules/silence-sentences.ts";
import { languages } from "../../rules/wording.ts";
import { iso, isoSchema } from "../conventions.ts";
import { type Sentence, sentenceSchema } from "./explanation.ts";
import { kindSchema } from "./reading.ts";

const stateSchema = z.enum(silenceStates).meta({
  description: "Exactly one; of several that hold the first in this order",
});

export const silenceSchema = z
  .object({
    signal: kindSchema,
    state: stateSchema,
    since: isoSchema.meta({ description: "Since when it has been so" }),
    reason: z
      .string()
      .nullable()
      .meta({ description: "Why it is paused, or the code of the device's fault in the error catalogue" }),
    lastMeasuredAt: isoSchema.nullable().meta({ description: "When the newest sound value was measured" }),
    nextCutOff: isoSchema.nullable().meta({ description: "The end of the window that is open or comes next" }),
    missed: z.int().meta({ description: "Windows missed in a row until now" }),
    maxBlind: z.int().meta({ description: "After how many the team is told" }),
    blind: z.boolean().meta({ description: "Whether so many have been missed, whatever the cause" }),
    decidesAt: isoSchema
      .nullable()
      .meta({ description: "When a window whose cut-off fell into a downtime will be decided" }),
    explanation: sentenceSchema,
  })
  .meta({ id: "Silence" });

export const signalStateSchema = z
  .object({ signal: kindSchema, state: stateSchema, blind: z.boolean() })
  .meta({ id: "SignalState" });

const isoOrNull = (instant: number | null): string | null =>
  instant === null || !Number.isFinite(instant) ? null : iso(instant);

/** One signal's silence as the API gives it. @param zone the zone that people read times in */
export const presentSilence = (silence: Silence, zone: string): z.infer<typeof silenceSchema> => ({
  ...silence,
  since: iso(silence.since),
  lastMeasuredAt: isoOrNull(silence.lastMeasuredAt),
  nextCutOff: isoOrNull(silence.nextCutOff),
  decidesAt: isoOrNull(silence.decidesAt),
  explanation: Object.fromEntries(
    languages.map((language) => [language, explainSilence(silence, language, zone)]),
  ) as Sentence,
});

/** One signal's state alone, for lists. */
export const presentSignalState = ({ signal, state, blind }: Silence): z.infer<typeof signalStateSchema> => ({
  signal,
  state,
  blind,
});
