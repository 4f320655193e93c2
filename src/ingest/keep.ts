import type { DecisionContext } from "../decision/context.ts";
import type { Flag } from "../domain/flag.ts";
import { planInForce } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import type { Database } from "../store/sqlite/database.ts";
import { isStoreFailure } from "../store/sqlite/failure.ts";
import { insertReading } from "../store/sqlite/readings.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { ensureSeries } from "../store/sqlite/series.ts";
import type { Attribution } from "./attribution.ts";
import type { Dated } from "./dating.ts";
import { detailText, type Identity, rememberUntimed, seqWasUsed } from "./identity.ts";

/**
 * Stores one new reading and answers it as the rules will see it. A patient's is stored as if nothing were beyond any
 * limit, which is how nearly all are judged a moment later in the same transaction; judging corrects the others.
 */
export function keep(
  context: DecisionContext,
  dated: Dated,
  whose: Attribution,
  identity: Identity,
  teamIfNobodys: string,
  extraFlags: readonly Flag[],
): Reading {
  const { db, at, command } = context;
  const { measurement, clock, measuredAt } = dated;
  const reused: readonly Flag[] = seqWasUsed(db, whose.device, measurement.seq) ? ["seq-reused"] : [];
  const series = ensureSeries(db, {
    device: whose.device,
    user: measurement.user ?? null,
    kind: measurement.kind,
    patient: whose.patient ?? null,
    team: whose.patient === undefined ? teamIfNobodys : whose.team,
  });
  const reading = insertReading(db, {
    series,
    measuredAt,
    receivedAt: at,
    values: measurement.values,
    clock,
    flags: [...measurement.flags, ...extraFlags, ...reused],
    ...(whose.patient === undefined
      ? { decision: "unattributed" }
      : { decision: "inside", plan: planVersion(db, whose.patient, measuredAt) }),
    seq: measurement.seq,
    command,
    position: dated.index,
    detail: detailText(measurement),
  });
  rememberUntimed(db, identity, clock, reading);
  return reading;
}

/** The version of the plan in force. A plan that can't be read is none here: judging meets it next, and says so. */
function planVersion(db: Database, patient: string, measuredAt: number): number | undefined {
  try {
    return planInForce(plansOf(db, patient), measuredAt)?.version;
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    return undefined;
  }
}
