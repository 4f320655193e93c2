import type { Enrolment, EnrolmentState } from "../../domain/enrolment.ts";
import type { Database } from "./database.ts";
import { recall } from "./memory.ts";

type EnrolmentRow = { state: EnrolmentState; from_at: number; until_at: number | null; reason: string | null };

/** A patient's changes of enrolment, in the order they were decided; empty for one who has been active all along. */
export const enrolmentsOf = (db: Database, patient: string): readonly Enrolment[] =>
  recall(db, "enrolments", patient, () =>
    db
      .all<EnrolmentRow>("SELECT state, from_at, until_at, reason FROM enrolment WHERE patient = ? ORDER BY n", patient)
      .map(
        ({ state, from_at, until_at, reason }) =>
          ({
            state,
            from: from_at,
            ...(until_at === null ? {} : { until: until_at }),
            ...(reason === null ? {} : { reason }),
          }) as Enrolment,
      ),
  );
