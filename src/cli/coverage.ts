import { type Command, InvalidArgumentError } from "commander";
import { signingIn } from "./api-client.ts";
import { command, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Language = "sv" | "en";
type Hole = {
  from: string;
  to: string;
  reason: string;
  team: string | null;
  explanation: Record<Language, string>;
  count: number;
  patients: string[] | null;
};
type Coverage = {
  from: string;
  to: string;
  patients: number;
  patientMinutes: number;
  uncoveredMinutes: number;
  holes: Hole[];
  rotaEnds: { team: string; at: string }[];
};
type Overrides = { at: string; staff: string; what: string; reason: string; holes: { count: number }[] };

const days = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 400) throw new InvalidArgumentError("1 to 400.");
  return count;
};

/** `hemvakt coverage`: whether somebody answers for everybody at every minute. Ends with 1 where nobody would. */
export function coverageCommand(): Command {
  const coverage = command(
    "coverage",
    "Prove that somebody answers for every patient at every minute; exits with 1 where not",
  )
    .option("--days <n>", "so far ahead", days, 30)
    .option("--team <id>", "only patients that this team has, answers for or covers")
    .addOption(spokenLanguage())
    .addHelpText("after", signingIn)
    .action(({ days: ahead, team, lang, ...shared }: Shared & { days: number; team?: string; lang: Language }) =>
      say(shared, async (api) => {
        const from = Temporal.Now.instant();
        const to = from.add({ hours: 24 * ahead });
        const query = new URLSearchParams({ from: from.toString(), to: to.toString(), ...(team ? { team } : {}) });
        const found = await api.get<Coverage>(`coverage?${query.toString()}`);
        if (found.holes.length > 0) process.exitCode = 1;
        return { json: found, lines: linesOf(found, lang) };
      }),
    );
  coverage.addCommand(
    command("overrides", "List holes that somebody opened knowingly, and why").action((shared: Shared) =>
      say(shared, async (api): Promise<Said> => {
        const items = await api.all<Overrides>("coverage/overrides");
        const rows = items.map(({ at, staff, what, holes, reason }) => [minute(at), staff, what, holes.length, reason]);
        const lines = items.length === 0 ? ["Nobody has."] : tableLines(["when", "who", "what", "holes", "why"], rows);
        return { json: items, lines };
      }),
    ),
  );
  return coverage;
}

/** The month as people read it: how much is covered, a line a team, then each hole with what closes it. */
export function linesOf(found: Coverage, lang: Language): string[] {
  const { holes, patients, patientMinutes, uncoveredMinutes } = found;
  const share =
    patientMinutes === 0
      ? "nothing to cover"
      : `${patientMinutes - uncoveredMinutes} of ${patientMinutes} patient-minutes covered`;
  const ends = found.rotaEnds.map(({ team, at }) => `The rota of ${team} ends ${minute(at)}.`);
  if (holes.length === 0) {
    return [
      `No unowned minute: ${patients} patients, ${minute(found.from)} to ${minute(found.to)}, ${share}.`,
      ...ends,
    ];
  }
  const rows = holes.map((hole) => [
    minute(hole.from),
    minute(hole.to),
    hole.team,
    hole.count,
    hole.patients?.slice(0, 5).join(" ") ?? null,
    hole.explanation[lang],
  ]);
  return [
    `${holes.length} holes: ${patients} patients, ${minute(found.from)} to ${minute(found.to)}, ${share}.`,
    "",
    ...pictureOf(found),
    "",
    ...tableLines(["from", "to", "team", "patients", "", "why"], rows),
    ...ends,
  ];
}

/** One line a team, one sign a day: `!` where there is a hole. */
function pictureOf({ from, to, holes }: Coverage): string[] {
  const DAY = 86_400_000;
  const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
  const [begin, end] = [at(from), at(to)];
  const width = Math.ceil((end - begin) / DAY);
  const teams = [...new Set(holes.map(({ team }) => team ?? "no team"))].sort();
  const widest = Math.max(...teams.map((team) => team.length));
  return teams.map((team) => {
    const mine = holes.filter((hole) => (hole.team ?? "no team") === team);
    const signs = Array.from({ length: width }, (_, day) =>
      mine.some((hole) => at(hole.from) < begin + (day + 1) * DAY && at(hole.to) > begin + day * DAY) ? "!" : "·",
    );
    return `${team.padEnd(widest)}  ${signs.join("")}`;
  });
}
