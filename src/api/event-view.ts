import { seesClinical } from "../domain/people.ts";
import { errorCatalogue } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import type { Principal } from "./context.ts";
import { iso } from "./conventions.ts";

/** Who sees an event, and how much of it, decided for each event at the moment it is sent. */

export type EventRow = {
  seq: number;
  at: number;
  type: string;
  alert: string | null;
  patient: string | null;
  team: string;
  actor: string;
  reason: string;
  data: string;
};

/** What goes out as the `data` of a server-sent event. */
export type SentEvent = {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly alert: string | null;
  readonly patient: string | null;
  readonly team: string;
  readonly actor: string;
  readonly reason: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Looks things up once for a whole batch of events; make a new one for each batch, since rights change. */
export type Audience = {
  /** The teams that may see the patient now. */
  teamsOf(patient: string): ReadonlySet<string>;
  isTechnicalAlert(alert: string): boolean;
};

export function audience(db: Database): Audience {
  const teams = new Map<string, ReadonlySet<string>>();
  const technical = new Map<string, boolean>();
  return {
    teamsOf(patient) {
      let known = teams.get(patient);
      if (!known) {
        const rows = db.all<{ team: string }>("SELECT team FROM care_relation WHERE patient = ?", patient);
        teams.set(patient, (known = new Set(rows.map((row) => row.team))));
      }
      return known;
    },
    isTechnicalAlert(alert) {
      let known = technical.get(alert);
      if (known === undefined) {
        const row = db.get<{ category: string }>("SELECT category FROM alert WHERE id = ?", alert);
        technical.set(alert, (known = row?.category === "technical"));
      }
      return known;
    },
  };
}

const technicalTypes = /^(hub|device|assignment)\.|^reading\.quarantined$/;

/** What a technical event may say without the patient's values: ids, codes and states, never readings or free text. */
const technicalData: readonly string[] = [
  "code",
  "category",
  "concern",
  "severity",
  "state",
  "version",
  "hub",
  "device",
  "model",
  "online",
  "battery",
  "firmware",
  "assignment",
  "quarantine",
  "place",
  "replacement",
  "formerHub",
  "overlapUntil",
  "expiresAt",
  "fingerprint",
  "hubs",
  "connected",
  "patients",
  "since",
  "step",
  "repeats",
  "last",
  "why",
  "in",
  "foldedInto",
  "due",
];

const isShared = (principal: Principal, teams: ReadonlySet<string>): boolean =>
  principal.teams.some((team) => teams.has(team));

/**
 * An event as a person may see it, or `undefined` when it isn't theirs to see. Clinical roles see all of what happens
 * to patients of their teams; technicians, and members of a device's or hub's team who don't have the patient, see
 * technical events without values and, not having the patient, without who it was.
 */
export function eventFor(principal: Principal, row: EventRow, who: Audience): SentEvent | undefined {
  // The team that handed a patient over hears of that, and of nothing after it.
  const about = row.patient !== null && row.type !== "patient.team-changed" ? row.patient : undefined;
  const near = isShared(principal, about === undefined ? new Set([row.team]) : who.teamsOf(about));
  const whole: SentEvent = {
    seq: row.seq,
    at: iso(row.at),
    type: row.type,
    alert: row.alert,
    patient: row.patient,
    team: row.team,
    actor: row.actor,
    reason: row.reason,
    data: JSON.parse(row.data) as Record<string, unknown>,
  };
  if (near && seesClinical(principal.role)) return whole;
  const technical = row.alert === null ? technicalTypes.test(row.type) : who.isTechnicalAlert(row.alert);
  if (!technical || !(near || principal.teams.includes(row.team))) return undefined;
  return {
    ...whole,
    patient: near ? row.patient : null,
    // An alert's reason can hold a number or what a nurse wrote.
    reason: Object.hasOwn(errorCatalogue, row.reason) ? row.reason : row.type,
    data: Object.fromEntries(Object.entries(whole.data).filter(([key]) => technicalData.includes(key))),
  };
}
