import {
  type Home,
  type ProfileName,
  type Random,
  type Resident,
  random,
  type SimulatedDevice,
  undisturbed,
  virtualPatient,
} from "../simulators/index.ts";
import { HemvaktError } from "../src/errors.ts";
import type { RegionFile } from "../src/region/region.ts";

/** What a device of each model of the demo region measures. */
const measuresOf: Readonly<Record<string, SimulatedDevice["measures"]>> = {
  "generic-weight": "weight",
  "generic-blood-pressure": "blood-pressure",
  "generic-pulse-oximeter": "spot-check",
};

/** Some cold fingers, coats and repetitions, so that there is something to see; nothing that fills the worklist within an hour. */
const disturbances = {
  ...undisturbed,
  coldFingers: 0.001,
  outdoorClothes: 0.002,
  slotUnknown: 0.005,
  redelivery: 0.01,
  malformed: 0.0005,
};

/**
 * The simulated homes behind a region file's hubs, one a hub: what is measured follows from the devices' models, who
 * lives there from the assignments, what ails them from their first plan's first preset. The same file and seed give the
 * same homes.
 * @throws HemvaktError `REGION_FIELD` for a device model that can't be simulated
 */
export function homesOf(region: RegionFile, seed: number | string): Home[] {
  return region.hubs.map((hub): Home => {
    const draw = random(seed, `demo/${hub.id}`);
    const via = draw.sub("via").chance(0.3) ? "native" : "gatt";
    const devices = region.devices
      .filter((device) => device.hub === hub.id)
      .map(({ id, model }): SimulatedDevice => {
        const measures = measuresOf[model];
        if (!measures) throw new HemvaktError("REGION_FIELD", `Device ${id}: no simulator for the model ${model}.`);
        const offsetMs = draw.sub(`clock/${id}`).integer(-20, 20) * 1000;
        return { id, measures, via, clock: { kind: "set", offsetMs, followsDst: true }, resends: false };
      });
    const { id, secret, team } = hub;
    return {
      seed,
      hub: { id, secret },
      team,
      residents: residentsOf(region, devices, seed, draw),
      devices,
      disturbances,
    };
  });
}

function residentsOf(
  region: RegionFile,
  devices: readonly SimulatedDevice[],
  seed: number | string,
  draw: Random,
): Resident[] {
  const here = region.assignments.filter(({ device }) => devices.some(({ id }) => id === device));
  return [...Map.groupBy(here, ({ patient }) => patient)].map(([patient, assignments]): Resident => {
    const slot = assignments.find(({ user }) => user !== undefined)?.user;
    const own = draw.sub(patient);
    return {
      patient: virtualPatient(seed, patient, profileOf(region, patient)),
      ...(slot === undefined ? {} : { slot }),
      devices: assignments.map(({ device }) => device),
      habits: {
        adherence: own.uniform(0.75, 0.98),
        minuteOfDay: own.normal(7.5 * 60, 35),
        spreadMinutes: own.uniform(8, 25),
      },
    };
  });
}

const profileOf = (region: RegionFile, patient: string): ProfileName =>
  region.plans.find((plan) => plan.patient === patient)?.preset[0] ?? "stable";
