import { profiles } from "../patient/profile.ts";
import { random } from "../random.ts";
import type { Home, SimulatedDevice } from "./home.ts";
import { secretOf } from "./population.ts";

/** The catalogue models the simulated devices are. */
export const modelOf = (device: SimulatedDevice): string =>
  device.via === "native"
    ? "native"
    : {
        weight: "generic-weight",
        "blood-pressure": "generic-blood-pressure",
        "spot-check": "generic-pulse-oximeter",
      }[device.measures];

const given = [
  "Soheil",
  "Lilian",
  "Oskar",
  "Greta",
  "Astrid",
  "Nils",
  "Amina",
  "Birgit",
  "Yusuf",
  "Elsa",
  "Sven",
  "Mirja",
];
/** Nobody can take these for real people: sample, trial, test, pretend, invented. */
const family = ["Exempel", "Prov", "Test", "Låtsas", "Påhitt"];

export type RegionOptions = {
  /** The assignments begin this many days before the import; more than the days that are simulated. */
  readonly days: number;
  readonly zone?: string;
  /** `store-and-forward` lets a hub bring old readings while connected, which is what a simulated history is. */
  readonly forwarding?: "live" | "store-and-forward";
};

/** Who signs the plans and may look at the patients; one account of each kind, on loopback only. */
const staffRoles = ["nurse", "physician", "technician"] as const;

/**
 * Everything a platform must know before the homes may send, in the shape of a region file: teams, staff, patients with
 * obviously synthetic names, plans, hubs with secrets, devices and who uses them. Plain data, ready for YAML or JSON.
 */
export function regionOf(homes: readonly Home[], { days, zone = "Europe/Stockholm", ...options }: RegionOptions) {
  const { forwarding = "store-and-forward" } = options;
  const teams = [...new Set(homes.map(({ team }) => team))].sort();
  const patients = homes.flatMap((home) => home.residents.map(({ patient }) => ({ patient, home })));
  const seed = homes[0]?.seed ?? 0;
  const since = `-P${days}D`;
  return {
    teams: teams.map((id, index) => ({
      id,
      name: `Simulerat team ${index + 1}`,
      provider: "SIM-REGION",
      unit: `SIM-ENHET-${index + 1}`,
      zone,
      contact: { phone: `+46 8 000 00 0${(index + 1) % 10}` },
    })),
    staff: staffRoles.map((role) => ({
      id: `sim-${role}`,
      username: `sim-${role}`,
      password: secretOf(seed, `staff/${role}`).slice(0, 22),
      role,
      name: { given: "Simulerad", family: "Exempel" },
      teams,
      loopbackOnly: true,
    })),
    patients: patients.map(({ patient, home }) => {
      const draw = random(patient.seed, `person/${patient.id}`);
      return {
        id: patient.id,
        name: { given: draw.choice(given), family: draw.choice(family) },
        born: `${draw.integer(1931, 1960)}-${two(draw.integer(1, 12))}-${two(draw.integer(1, 28))}`,
        team: home.team,
        enrolledAt: since,
      };
    }),
    plans: patients.map(({ patient }) => ({
      patient: patient.id,
      version: 1,
      preset: [profiles[patient.profile].condition],
      signedBy: "sim-physician",
      signedAt: since,
    })),
    hubs: homes.map(({ hub, team }) => ({ id: hub.id, team, secret: hub.secret, zone, forwarding })),
    devices: homes.flatMap(({ hub, devices }) =>
      devices.map((device) => ({ id: device.id, hub: hub.id, model: modelOf(device) })),
    ),
    assignments: homes.flatMap((home) =>
      home.devices.flatMap((device) => {
        const users = home.residents.filter((resident) => resident.devices.includes(device.id));
        return users.map(({ patient, slot }) => ({
          device: device.id,
          // A slot is sent only where several people share the device.
          ...(users.length > 1 && slot !== undefined ? { user: slot } : {}),
          patient: patient.id,
          from: since,
        }));
      }),
    ),
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
