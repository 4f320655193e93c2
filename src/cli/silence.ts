import type { Command } from "commander";
import type { Sentence } from "../api/present/explanation.ts";
import { signingIn } from "./api-client.ts";
import { command, minute, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Signal = {
  signal: string;
  state: string;
  since: string;
  lastMeasuredAt: string | null;
  nextCutOff: string | null;
  missed: number;
  blind: boolean;
  explanation: Sentence;
};
type OfPatient = { patient: string; signals: Signal[] };

/** `hemvakt silence`: whose values come as their plan asks, and whose don't. */
export const silenceCommand = (): Command =>
  command("silence", "Show whose values come as their plan asks, and why others' don't")
    .argument("[patient]", "only this patient, with why in words")
    .option("--team <id>", "only patients of this team")
    .option("--blind", "only where so many windows have been missed that the team is told")
    .addHelpText("after", `\nTimes are UTC. What the states mean: docs/silence.md.\n${signingIn}`)
    .action(
      (
        patient: string | undefined,
        { team, blind, ...shared }: Shared & { team?: string; blind?: boolean },
      ): Promise<void> =>
        say(shared, async (api) => {
          const all: OfPatient[] =
            patient === undefined
              ? await api.all<OfPatient>(`silence${team === undefined ? "" : `?team=${encodeURIComponent(team)}`}`)
              : [
                  {
                    patient,
                    signals: (await api.get<{ items: Signal[] }>(`patients/${encodeURIComponent(patient)}/silence`))
                      .items,
                  },
                ];
          const wanted = all
            .map((one) => ({ ...one, signals: one.signals.filter((signal) => !blind || signal.blind) }))
            .filter(({ signals }) => signals.length > 0);
          const why = patient === undefined ? [] : wanted.flatMap(({ signals }) => signals.map(inWords));
          return { json: wanted, lines: [...silenceTable(wanted), ...(why.length > 0 ? ["", ...why] : [])] };
        }),
    );

const inWords = ({ explanation }: Signal): string => explanation.en;

const silenceTable = (all: readonly OfPatient[]): string[] =>
  tableLines(
    ["patient", "signal", "state", "since", "last value", "next cut-off", "missed", "told"],
    all
      .flatMap(({ patient, signals }) => signals.map((signal) => ({ patient, ...signal })))
      // Where nothing has come for longest stands first.
      .toSorted((a, b) => Number(b.blind) - Number(a.blind) || b.missed - a.missed)
      .map(({ patient, signal, state, since, lastMeasuredAt, nextCutOff, missed, blind }) => [
        patient,
        signal,
        state,
        minute(since),
        minute(lastMeasuredAt),
        minute(nextCutOff),
        missed,
        blind ? "yes" : "",
      ]),
  );
