import type { Database } from "../database.ts";

export type PromptRow = {
  id: number;
  hub: string;
  patient: string;
  user: number | null;
  kind: string;
  text: string;
  created_at: number;
  created_by: string;
  expires_at: number;
  shown_at: number | null;
  retracted_at: number | null;
  cause: string | null;
};

/** What has been said to a patient over the hubs, the newest first, before the id `after`. */
export const promptPage = (db: Database, patient: string, after: number | undefined, fetch: number): PromptRow[] =>
  db.all<PromptRow>(
    "SELECT * FROM prompt WHERE patient = ? AND id < ? ORDER BY id DESC LIMIT ?",
    patient,
    after ?? Number.MAX_SAFE_INTEGER,
    fetch,
  );
