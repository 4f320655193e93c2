import { type Command, Option } from "commander";
import { HemvaktError } from "../errors.ts";
import type { Figures } from "../load/figures.ts";
import { groupings } from "../load/report.ts";
import { signingIn } from "./api-client.ts";
import { command, minute, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Report = {
  team: string;
  from: string;
  to: string;
  budget: { perShift: number } | null;
  all: Figures;
  groups: { key: string; figures: Figures }[];
  rates: {
    peak: number;
    floods: { from: string; to: string; alerts: number }[];
    chattering: { subject: string; concern: string; opened: number }[];
    shifts: { day: string; shift: string; alerts: number }[];
  };
  overBudget: { day: string; shift: string; alerts: number }[];
};

/** `hemvakt load`: what alerts cost a team, and what came of them. */
export function loadCommand(): Command {
  const load = command("load", "How many alerts a team had, how fast they were taken on, and what came of them")
    // Not required of the commands below it, so it can't be a required option.
    .option("--team <id>", "whose alerts")
    .option("--from <instant>", "ISO 8601 with offset (default: 28 days ago)")
    .option("--to <instant>", "(default: now)")
    .addOption(new Option("--by <what>", "the same by something").choices(groupings).default("none"))
    .addHelpText("after", signingIn)
    .action(({ json, ...asked }: Shared & Record<string, string>) =>
      say({ json }, async (api) => {
        if (asked["team"] === undefined) throw new HemvaktError("CONFIG_INVALID", "Say whose alerts: --team <id>.");
        const report = await api.get<Report>(`load?${new URLSearchParams(asked).toString()}`);
        return { json: report, lines: linesOf(report) };
      }),
    );
  load.addCommand(
    command("budget", "Say how many alerts a team can take in a shift; it changes nothing but what is shown")
      .argument("<team>")
      .argument("<alerts>", 'a number, or "none"')
      .action((team: string, alerts: string, shared: Shared) =>
        say(shared, async (api) => {
          const perShift = alerts === "none" ? null : Number(alerts);
          const json = await api.put(`teams/${encodeURIComponent(team)}/budget`, { perShift });
          return {
            json,
            lines: [perShift === null ? `${team} has no budget.` : `${team}: ${perShift} alerts a shift.`],
          };
        }),
      ),
  );
  load.addCommand(
    command("adherence", "How often a team's patients measured when their plans asked them to")
      .argument("<team>")
      .option("--from <instant>", "ISO 8601 with offset (default: 28 days ago)")
      .option("--to <instant>", "(default: now)")
      .action((team: string, { json, ...asked }: Shared & Record<string, string>) =>
        say({ json }, async (api) => {
          const report = await api.get<AdherenceReport>(
            `adherence?${new URLSearchParams({ team, ...asked }).toString()}`,
          );
          const rows = [
            ["all", "", report.all] as const,
            ...report.signals.map(({ signal, adherence }) => ["all", signal, adherence] as const),
            ...report.patients.map(({ patient, signal, adherence }) => [patient, signal, adherence] as const),
          ];
          return {
            json: report,
            lines: tableLines(
              ["patient", "signal", "expected", "measured", "afterwards", "missed", "share"],
              rows.map(([patient, signal, one]) => [
                patient,
                signal,
                one.expected,
                one.measured,
                one.afterwards,
                one.missed,
                one.share === null ? null : `${Math.round(one.share * 1000) / 10} %`,
              ]),
            ),
          };
        }),
      ),
  );
  return load;
}

type Adherence = { expected: number; measured: number; afterwards: number; missed: number; share: number | null };
type AdherenceReport = {
  all: Adherence;
  signals: { signal: string; adherence: Adherence }[];
  patients: { patient: string; signal: string; adherence: Adherence }[];
};

function linesOf(report: Report): string[] {
  const { all, groups, rates, overBudget, budget } = report;
  if (all.alerts === 0)
    return [`No alert opened for ${report.team} from ${minute(report.from)} to ${minute(report.to)}.`];
  const rows = [{ key: "all", figures: all }, ...groups].map(({ key, figures: of }) => [
    key,
    of.alerts,
    of.bySeverity.red,
    of.bySeverity.yellow,
    wait(of.times.told),
    wait(of.times.seen),
    wait(of.times.acknowledged),
    wait(of.times.resolved),
    `${of.promises.kept}/${of.promises.given}`,
    of.truth ? `${percent(of.truth.share)} (${percent(of.truth.low)}-${percent(of.truth.high)})` : null,
    of.stale,
  ]);
  const most = Math.max(...rates.shifts.map(({ alerts }) => alerts));
  return [
    `${report.team}, ${minute(report.from)} to ${minute(report.to)}; times are median / 95th percentile from opening`,
    "",
    ...tableLines(
      ["", "alerts", "red", "yellow", "told", "seen", "taken on", "closed", "promises kept", "true", "stale"],
      rows,
    ),
    "",
    ...rates.shifts
      .slice(-14)
      .map(
        ({ day, shift, alerts }) =>
          `${day} ${shift.padEnd(7)} ${"█".repeat(Math.ceil((alerts / most) * 40))} ${alerts}`,
      ),
    `At most ${rates.peak} within ten minutes.`,
    ...rates.floods.map((flood) => `Flood ${minute(flood.from)} to ${minute(flood.to)}: ${flood.alerts} alerts`),
    ...rates.chattering.map((one) => `Chattering: ${one.subject} ${one.concern}, ${one.opened} in a day and night`),
    ...(budget ? [`Budget ${budget.perShift} a shift: ${overBudget.length} shifts over it.`] : []),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Median and 95th percentile in the unit that is easiest to read. */
function wait(times: Figures["times"]["told"]): string | null {
  if (!times) return null;
  const text = (seconds: number): string =>
    seconds < 120
      ? `${seconds} s`
      : seconds < 7200
        ? `${Math.round(seconds / 60)} min`
        : `${Math.round(seconds / 3600)} h`;
  return `${text(times.median)} / ${text(times.p95)}`;
}
