import { createHash } from "node:crypto";
import { hashHubSecret } from "../../src/auth/hub-secret.ts";
import type { Declared, Region } from "../../src/region/region.ts";
import { preset } from "../../src/rules/presets.ts";

/** The homes that publish while the platform is killed: hub `hub-<n>` with a scale, a cuff and an oximeter each. */
export const HOMES = 6;

export const hubOf = (home: number): string => `hub-${home}`;
export const patientOf = (home: number): string => `patient-${home}`;
export const deviceOf = (home: number, model: "scale" | "cuff" | "oximeter"): string => `${model}-${home}`;

/** The secret of a home's hub: the same in the load generator and in the region file. */
export const secretOf = (home: number): string =>
  createHash("sha256").update(`crash rounds ${home}`).digest("base64url");

const DAY = 86_400_000;

/**
 * One team, and in each home one patient with heart failure and COPD. Days are counted in UTC, so that the load
 * generator can place its weights without knowing a time zone's rules.
 * @param hubKey the installation's key for hub secrets
 * @param now milliseconds since the epoch; assignments and plans reach back from it
 */
export function crashRegion(hubKey: Uint8Array, now: number): Region {
  const from = now - 60 * DAY;
  const homes = Array.from({ length: HOMES }, (_, home) => home);
  // The digest leaves out instants: importing again after a restart must change nothing.
  const declare = <T extends object>(entries: readonly T[]): Declared<T>[] =>
    entries.map((entry, index) => ({ ...entry, digest: `${index}` }));
  return {
    teams: declare([
      {
        id: "north",
        name: "North",
        provider: "Region Exempel",
        unit: "Heart failure clinic",
        zone: "UTC",
        contact: { phone: "010-000 00 00" },
      },
    ]),
    staff: [],
    patients: declare(
      homes.map((home) => ({
        id: patientOf(home),
        name: { given: "Prov", family: `Exempel ${home}` },
        team: "north",
        otherTeams: [],
        enrolledAt: from,
      })),
    ),
    plans: declare(
      homes.map((home) => ({
        patient: patientOf(home),
        version: 1,
        body: preset(["heart-failure", "copd"], { zone: "UTC" }),
        signedBy: "karin",
        signedAt: from,
        validFrom: from,
      })),
    ),
    hubs: declare(
      homes.map((home) => ({
        id: hubOf(home),
        team: "north",
        secretHmac: hashHubSecret(hubKey, secretOf(home)),
        zone: "UTC",
        forwarding: "store-and-forward" as const,
      })),
    ),
    devices: declare(
      homes.flatMap((home) => [
        { id: deviceOf(home, "scale"), hub: hubOf(home), model: "generic-weight" },
        { id: deviceOf(home, "cuff"), hub: hubOf(home), model: "generic-blood-pressure" },
        { id: deviceOf(home, "oximeter"), hub: hubOf(home), model: "generic-pulse-oximeter" },
      ]),
    ),
    rota: [],
    responsibilities: [],
    assignments: declare(
      homes.flatMap((home) =>
        (["scale", "cuff", "oximeter"] as const).map((model) => ({
          device: deviceOf(home, model),
          patient: patientOf(home),
          from,
        })),
      ),
    ),
  };
}
