import type { DecisionContext } from "../decision/context.ts";
import type { Flag } from "../domain/flag.ts";
import type { Reading } from "../domain/reading.ts";
import { ensureSeries, insertReading, readingId } from "../store/sqlite/readings.ts";
import type { Attribution } from "./attribution.ts";
import type { Dated } from "./dating.ts";
import { type Identity, rememberUntimed, seqWasUsed, storedDetail } from "./identity.ts";

/** Stores one new reading, not judged yet, and answers it as the rules will see it. */
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
  const flags = [...new Set([...measurement.flags, ...extraFlags, ...reused])];
  const series = ensureSeries(db, {
    device: whose.device,
    user: measurement.user ?? null,
    kind: measurement.kind,
    patient: whose.patient ?? null,
    team: whose.patient === undefined ? teamIfNobodys : whose.team,
  });
  const key = insertReading(db, {
    kind: measurement.kind,
    series,
    measuredAt,
    receivedAt: at,
    values: measurement.values,
    clock,
    flags,
    decision: whose.patient === undefined ? "unattributed" : "none",
    seq: measurement.seq,
    command,
    position: dated.index,
    detail: storedDetail(measurement),
  });
  rememberUntimed(db, identity, clock, key);
  return {
    id: readingId(key),
    kind: measurement.kind,
    values: measurement.values,
    measuredAt,
    receivedAt: at,
    clock,
    flags,
  };
}
