import { decodeNativeReading } from "../../../devices/index.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError, isHemvaktError } from "../../errors.ts";
import { date } from "../../ingest/dating.ts";
import { judgeReadings } from "../../ingest/judge.ts";
import { keep } from "../../ingest/keep.ts";
import { implausibleBecause } from "../../ingest/plausibility.ts";
import { patientById, teamById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found } from "./registry.ts";

/** How readings that staff enter by hand are filed: they come from no device. */
const MANUAL = "manual";

/**
 * Readings that staff took themselves: the same kinds as devices send, all or none. Unlike a device a person can be told
 * at once that a value is impossible, so that is refused. Without a time they were taken now.
 */
export function recordObservations(
  context: DecisionContext,
  command: Extract<CommandBody, { kind: "observation-record" }>,
): Decided<OutcomeValue> {
  const patient = found(patientById(context.db, command.patient));
  const zone = teamById(context.db, patient.team)?.zone ?? "UTC";
  const readings = command.readings.map((item, index) => {
    const measurement = decodeAt(index, item);
    const impossible = implausibleBecause(measurement);
    if (impossible !== undefined) throw new HemvaktError("VALUE_IMPLAUSIBLE", `readings.${index}: ${impossible}.`);
    const dated = date({ index, measurement }, {}, undefined, { zone, forwarding: "live" }, context.at);
    if (dated.clock === "wrong") throw new HemvaktError("REQUEST_SHAPE", `readings.${index}.at: not in the future.`);
    const whose = { device: MANUAL, patient: patient.id, team: patient.team };
    const identity = {
      sender: { hub: "", device: MANUAL },
      device: MANUAL,
      measurement,
      ownTime: dated.ownTime,
      message: `${context.command}`,
      position: index,
    };
    return keep(context, dated, whose, identity, patient.team, ["manual"]);
  });
  judgeReadings(context, patient, readings, "inside");
  return {
    changed: true,
    value: {
      ids: readings.map(({ id }) => id),
      readings: readings.map(({ id, kind }) => ({ patient: patient.id, team: patient.team, kind, id })),
    },
  };
}

function decodeAt(index: number, item: unknown) {
  try {
    return decodeNativeReading(item);
  } catch (error) {
    if (!isHemvaktError(error)) throw error;
    throw new HemvaktError(error.code, `readings.${index}: ${error.detail ?? ""}`);
  }
}
