import type { Database } from "./database.ts";

/** A plan that nobody has signed. `body` and `rehearsal` are JSON. Instants in milliseconds since the epoch. */
export type DraftRow = {
  id: string;
  patient: string;
  base: number;
  body: string;
  rehearsal: string | null;
  state: "open" | "signed" | "discarded";
  created_by: string;
  created_at: number;
  updated_by: string;
  updated_at: number;
  version: number;
};

/** One draft. */
export const draftById = (db: Database, id: string): DraftRow | undefined =>
  db.get<DraftRow>("SELECT * FROM plan_draft WHERE id = ?", id);

/** A patient's open drafts, the one changed last first. */
export const openDrafts = (db: Database, patient: string): DraftRow[] =>
  db.all<DraftRow>(
    "SELECT * FROM plan_draft WHERE patient = ? AND state = 'open' ORDER BY updated_at DESC, id",
    patient,
  );
