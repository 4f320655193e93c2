import { type Preference, preferenceSchema } from "../../domain/preference.ts";
import type { Database } from "./database.ts";

/** Browsers that somebody wants to be told in. */
export type PushRow = {
  id: string;
  staff: string;
  label: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  created_at: number;
};

/** A person's browsers, the newest first. */
export const browsersOf = (db: Database, staff: string): PushRow[] =>
  db.all<PushRow>("SELECT * FROM push_subscription WHERE staff = ? ORDER BY created_at DESC, id", staff);

/** The browsers that a notification goes to, with what their owners have chosen. */
export function browsersFor(
  db: Database,
  { team, staff }: { readonly team: string; readonly staff?: string | null | undefined },
): (PushRow & { readonly preference: Preference })[] {
  const rows = db.all<PushRow & { body: string | null }>(
    `SELECT p.*, r.body FROM push_subscription p LEFT JOIN preference r ON r.staff = p.staff
     WHERE ${staff == null ? "p.staff IN (SELECT staff FROM membership WHERE team = ?)" : "p.staff = ?"} ORDER BY p.id`,
    staff ?? team,
  );
  return (
    rows
      .map((row) => ({ ...row, preference: preferenceSchema.parse(row.body ? JSON.parse(row.body) : {}) }))
      // What a team's function is told goes to those who asked for it.
      .filter(({ preference }) => staff != null || preference.push === "team")
  );
}
