import type { Database } from "../database.ts";
import type { AssignmentRow } from "../registry.ts";
import { allOf, visiblePatients, when } from "./scope.ts";

/** An assignment; `seen` says whether the reader's teams see the patient. */
export type AssignmentOfDevice = AssignmentRow & { model: string; hub: string; seen: number };

/**
 * Assignments that the teams have to do with, newest first: of patients they see, and of devices on their hubs, where the
 * patient may be another team's.
 */
export function assignmentPage(
  db: Database,
  page: {
    teams: string;
    device?: string | undefined;
    patient?: string | undefined;
    id?: number | undefined;
    after?: number | undefined;
    fetch: number;
  },
): AssignmentOfDevice[] {
  const where = allOf(
    when(page.id, "a.id = ?"),
    when(page.device, "a.device = ?"),
    when(page.patient, "a.patient = ? AND v.id IS NOT NULL"),
    when(page.after, "a.id < ?"),
  );
  return db.all<AssignmentOfDevice>(
    `SELECT a.*, d.model, d.hub, v.id IS NOT NULL AS seen FROM assignment a
     JOIN device d ON d.id = a.device JOIN hub h ON h.id = d.hub LEFT JOIN (${visiblePatients}) v ON v.id = a.patient
     WHERE (v.id IS NOT NULL OR h.team IN (SELECT value FROM json_each(?))) AND ${where.sql} ORDER BY a.id DESC LIMIT ?`,
    page.teams,
    page.teams,
    ...where.parameters,
    page.fetch,
  );
}
