import type { Command } from "commander";
import { endReasons, pauseReasons } from "../domain/enrolment.ts";
import { HemvaktError } from "../errors.ts";
import type { ApiClient } from "./api-client.ts";
import { command, group, minute, type Said, type Shared, say } from "./equipment.ts";
import { patientSbar } from "./handover.ts";
import { messageCommands } from "./patient-messages.ts";
import { responsibilityCommands } from "./responsibility.ts";
import { tableLines } from "./table.ts";

type Enrolment = { state: string; from: string | null; until: string | null; reason: string | null };
type Summary = {
  id: string;
  team: string;
  enrolment: Enrolment;
  conditions: string[] | null;
  planVersion: number | null;
  alerts: { red: number; yellow: number; info: number };
};
type Patient = {
  id: string;
  version: number;
  enrolledAt: string;
  enrolment: Enrolment;
  team: { id: string; name: string };
  plan: { version: number; conditions: string[]; treatmentLimitation: string | null } | null;
  alerts: { id: string; concern: string; severity: string; openedAt: string }[];
  assignments: { device: string; user: number | null }[];
};
type History = Enrolment & { history: (Enrolment & { setBy: string; setAt: string })[] };

/** `hemvakt patient`: who is being watched over. Names stay where they are: people are told apart by id here. */
export function patientCommand(): Command {
  const patient = group("patient", "List, enrol, pause and end the patients of a running platform");
  for (const one of [
    list(),
    show(),
    enrol(),
    pause(),
    resume(),
    end(),
    ...responsibilityCommands(),
    ...messageCommands(),
    patientSbar(),
  ]) {
    patient.addCommand(one);
  }
  return patient;
}

const pathOf = (id: string): string => `patients/${encodeURIComponent(id)}`;

/** An enrolment in a few words, for instance "paused until 2026-12-01 07:00Z (admitted)". */
const inWords = ({ state, until, reason }: Enrolment): string =>
  `${state}${until === null ? "" : ` until ${minute(until)}`}${reason === null ? "" : ` (${reason})`}`;

const list = (): Command =>
  command("list", "List the patients that your teams see: enrolment, plan and open alerts")
    .option("--team <id>", "only this team's")
    .option("--state <state>", "only those invited, active, paused or ended")
    .action(({ team, state, ...shared }: Shared & { team?: string; state?: string }) =>
      say(shared, async (api) => {
        const all = await api.all<Summary>(`patients${team === undefined ? "" : `?team=${encodeURIComponent(team)}`}`);
        const patients = all.filter(({ enrolment }) => state === undefined || enrolment.state === state);
        const rows = patients.map(({ id, team: of, enrolment, conditions, planVersion, alerts }) => [
          id,
          of,
          inWords(enrolment),
          conditions?.join(", ") ?? null,
          planVersion,
          alerts.red,
          alerts.yellow,
        ]);
        return {
          json: patients,
          lines: tableLines(["patient", "team", "enrolment", "conditions", "plan", "red", "yellow"], rows),
        };
      }),
    );

const show = (): Command =>
  command("show", "Show a patient: enrolment, plan, what is open, what is lent")
    .argument("<patient>")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        const patient = await api.get<Patient>(pathOf(id));
        const enrolment = await api.get<History>(`${pathOf(id)}/enrolment`);
        const { plan } = patient;
        const lines = [
          `Patient      ${patient.id}`,
          `Team         ${patient.team.id}`,
          `Enrolment    ${inWords(patient.enrolment)}`,
          `Plan         ${plan ? `version ${plan.version}, ${plan.conditions.join(", ")}` : "none"}`,
          ...(plan?.treatmentLimitation ? [`Limitation   ${plan.treatmentLimitation}`] : []),
          ...patient.alerts.map(
            (alert) => `Alert        ${alert.id} ${alert.severity} ${alert.concern}, ${minute(alert.openedAt)}`,
          ),
          ...patient.assignments.map(
            ({ device, user }) => `Device       ${device}${user === null ? "" : ` (person ${user})`}`,
          ),
          ...enrolment.history.map(
            (entry) => `History      ${minute(entry.setAt)} ${inWords(entry)}, by ${entry.setBy}`,
          ),
        ];
        return { json: { ...patient, enrolment }, lines };
      }),
    );

const enrol = (): Command =>
  command("enrol", "Enrol a patient; the platform makes the id")
    .requiredOption("--team <id>", "the responsible team")
    .requiredOption("--given <name>", "given name")
    .requiredOption("--family <name>", "family name")
    .option("--born <date>", "date of birth, such as 1941-03-02")
    .option("--phone <number>")
    .option("--invited", "invited, not watched over yet")
    .action(({ json, invited, ...person }: Shared & { invited?: boolean } & Record<string, unknown>) =>
      say({ json }, async (api) => {
        const made = await api.post<{ id: string; version: number }>("patients", person);
        if (invited) await api.post(`${pathOf(made.id)}/enrolment`, { state: "invited" }, made.version);
        return { json: made, lines: [`Enrolled as ${made.id}${invited ? ", invited" : ""}.`] };
      }),
    );

const pause = (): Command =>
  command("pause", "Expect nothing for a while; what is measured is judged all the same")
    .argument("<patient>")
    .requiredOption("--until <instant>", "ISO 8601 with offset, such as 2026-12-01T08:00:00+01:00")
    .requiredOption("--reason <reason>", pauseReasons.join(", "))
    .option("--note <text>")
    .action(
      (id: string, { json, until, reason, note }: Shared & Record<"until" | "reason" | "note", string | undefined>) =>
        say({ json }, (api) => become(api, id, { state: "paused", until, reason, note })),
    );

const resume = (): Command =>
  command("resume", "Watch over a patient again: after a pause, an invitation, or an ending that was wrong")
    .argument("<patient>")
    .option("--note <text>", "why")
    .action((id: string, { json, note }: Shared & { note?: string }) =>
      say({ json }, (api) => become(api, id, { state: "active", note })),
    );

const end = (): Command =>
  command("end", "Stop watching over a patient: closes what is open, recalls what is lent, tells the home nothing more")
    .argument("<patient>")
    .requiredOption("--reason <reason>", endReasons.join(", "))
    .option("--note <text>")
    .option("--yes", "without this it only says what would happen")
    .action((id: string, { json, reason, note, yes }: Shared & { reason: string; note?: string; yes?: boolean }) =>
      say({ json }, async (api) => {
        if (yes) return become(api, id, { state: "ended", reason, note });
        const { alerts, assignments } = await api.get<Patient>(pathOf(id));
        throw new HemvaktError(
          "CONFIG_INVALID",
          `This closes ${alerts.length} alerts and recalls ${assignments.length} devices. Say --yes if that is meant.`,
        );
      }),
    );

/** Changes the enrolment as it is right now, and shows what it is then. */
async function become(api: ApiClient, id: string, change: Readonly<Record<string, unknown>>): Promise<Said> {
  const { version } = await api.get<Patient>(pathOf(id));
  await api.post(`${pathOf(id)}/enrolment`, change, version);
  const enrolment = await api.get<History>(`${pathOf(id)}/enrolment`);
  return { json: enrolment, lines: [`${id}: ${inWords(enrolment)}.`] };
}
