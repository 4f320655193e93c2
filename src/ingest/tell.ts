import { raiseTechnical } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import type { Reading } from "../domain/reading.ts";
import type { ErrorCode } from "../errors.ts";
import { type HubRow, patientById } from "../store/sqlite/registry.ts";
import type { Attribution } from "./attribution.ts";
import { judgeReadings } from "./judge.ts";
import { tellUnattributed } from "./unattributed.ts";

/** A reading just stored, and whose it is. */
export type Kept = { readonly reading: Reading; readonly whose: Attribution };

/** Judges what was kept, patient by patient; what is nobody's is told to the teams concerned. */
export function judgeAll(context: DecisionContext, hub: HubRow, kept: readonly Kept[]): void {
  const byPatient = Map.groupBy(kept, ({ whose }) => whose.patient);
  for (const [id, mine] of byPatient) {
    const patient = id === undefined ? undefined : patientById(context.db, id);
    if (patient)
      judgeReadings(
        context,
        patient,
        mine.map(({ reading }) => reading),
        "inside",
      );
  }
  for (const { reading, whose } of kept) {
    if (whose.patient === undefined) tellUnattributed(context, reading, whose, hub.team);
  }
}

/** One technical alert per device whose clock is wrong, or unset while it empties its memory: a fault, not a sick patient. */
export function tellWrongClocks(context: DecisionContext, hub: HubRow, kept: readonly Kept[]): void {
  const faults = new Map<string, { code: ErrorCode; reading: Reading }>();
  for (const { reading, whose } of kept) {
    if (reading.flags.includes("clock-unset-batch")) faults.set(whose.device, { code: "CLOCK_UNSET", reading });
    else if (reading.clock === "wrong" && !faults.has(whose.device))
      faults.set(whose.device, { code: "CLOCK_WRONG", reading });
  }
  for (const [device, { code, reading }] of faults) {
    raiseTechnical(context, {
      code,
      severity: "yellow",
      subject: { type: "device", id: device },
      team: hub.team,
      reading: reading.id,
    });
  }
}
