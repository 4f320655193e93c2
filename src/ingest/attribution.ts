import type { ErrorCode } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import { assignmentsAt, deviceById, patientById, wasBehind } from "../store/sqlite/registry.ts";

/** Whose a reading is: a patient's and their team's, or nobody's with the reason and whom to tell. */
export type Attribution =
  | { readonly device: string; readonly patient: string; readonly team: string }
  | {
      readonly device: string;
      readonly patient: undefined;
      readonly code: Extract<ErrorCode, "DEVICE_UNKNOWN" | "DEVICE_UNASSIGNED" | "USER_SLOT_UNKNOWN">;
      /** Teams beside the hub's own that should know. */
      readonly alsoTell: readonly string[];
    };

/**
 * Finds whose reading it is by the assignments at the time it was measured. Never guessed by value: a device that
 * several people use needs a known user slot. A device that is registered on another hub counts as unknown here, so that
 * one hub can't speak for another's patients.
 */
export function attribute(
  db: Database,
  hub: string,
  deviceId: string,
  user: number | undefined,
  measuredAt: number,
): Attribution {
  const device = deviceById(db, deviceId);
  // What a hub still keeps from the time when the device was behind it is worth what it was then.
  if (!device || (device.hub !== hub && !wasBehind(db, deviceId, hub, measuredAt))) {
    return { device: foreignDevice(hub, deviceId), patient: undefined, code: "DEVICE_UNKNOWN", alsoTell: [] };
  }
  const assignments = assignmentsAt(db, deviceId, measuredAt);
  if (assignments.length === 0) {
    return { device: deviceId, patient: undefined, code: "DEVICE_UNASSIGNED", alsoTell: [] };
  }
  const mine = assignments.find((assignment) => assignment.user === null || assignment.user === user);
  const patient = mine && patientById(db, mine.patient);
  if (patient) return { device: deviceId, patient: patient.id, team: patient.team };
  const teams = assignments
    .map((assignment) => patientById(db, assignment.patient)?.team)
    .filter((team) => team !== undefined);
  return { device: deviceId, patient: undefined, code: "USER_SLOT_UNKNOWN", alsoTell: [...new Set(teams)].sort() };
}

/** How readings of a device that isn't registered on this hub are filed until it is. */
export const foreignDevice = (hub: string, device: string): string => `${hub}/${device}`;
