import { toIso } from "../../domain/day.ts";
import type { Database } from "./database.ts";
import { recall } from "./memory.ts";

/** What is shown on a hub's screen. */
export type Prompt = {
  readonly id: string;
  readonly for?: number;
  readonly kind: "measure-again" | "message" | "reminder";
  readonly text: string;
  readonly expiresAt: string;
};

type PromptRow = { id: number; user: number | null; kind: Prompt["kind"]; text: string; expires_at: number };

/**
 * Who has a device behind a hub at an instant, and with which user slots (null: a device that is theirs alone). Where they
 * are several, one may read what is meant for the other.
 */
export function peopleAt(db: Database, hub: string, at: number): ReadonlyMap<string, ReadonlySet<number | null>> {
  const lent = recall(db, "hub-people", hub, () =>
    db.all<{ patient: string; user: number | null; from_at: number; to_at: number | null }>(
      `SELECT a.patient, a.user, a.from_at, a.to_at FROM assignment a JOIN device d ON d.id = a.device
       WHERE d.hub = ? ORDER BY a.patient`,
      hub,
    ),
  );
  const people = new Map<string, Set<number | null>>();
  for (const { patient, user, from_at, to_at } of lent) {
    if (from_at <= at && (to_at === null || to_at > at)) {
      people.getOrInsertComputed(patient, () => new Set<number | null>()).add(user);
    }
  }
  return people;
}

/**
 * The prompts a hub should show now: not shown, taken back or expired, and for somebody who has a device behind it. A hub that several people share shows only that
 * there is a message, and for whom, since the other may read it first.
 * @param now milliseconds since the epoch
 */
export function promptsFor(db: Database, hub: string, now: number): Prompt[] {
  const shared = peopleAt(db, hub, now).size > 1;
  return db
    .all<PromptRow>(
      `SELECT id, user, kind, text, expires_at FROM prompt
       WHERE hub = ? AND shown_at IS NULL AND retracted_at IS NULL AND expires_at > ? AND EXISTS (
         SELECT 1 FROM device d JOIN assignment a ON a.device = d.id WHERE d.hub = prompt.hub AND a.patient = prompt.patient
         AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?)) ORDER BY id`,
      hub,
      now,
      now,
      now,
    )
    .map((row) => ({
      id: String(row.id),
      ...(row.user === null ? {} : { for: row.user }),
      kind: row.kind,
      text: shared ? sharedText(row.user) : row.text,
      expiresAt: toIso(row.expires_at),
    }));
}

const sharedText = (user: number | null): string =>
  user === null
    ? "Meddelande till en av er · Message for one of you"
    : `Meddelande till person ${user} · Message for person ${user}`;
