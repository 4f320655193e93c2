import { mkdirSync } from "node:fs";
import { hash } from "@node-rs/argon2";
import { hashHubSecret } from "../../src/auth/hub-secret.ts";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import type { Declared, Region } from "../../src/region/region.ts";
import { preset } from "../../src/rules/presets.ts";
import { hubOf, patientOf, scaleOf, secretOf } from "../load/readings.ts";

const DAY = 86_400_000;

/** The nurse who looks at trends and listens for alerts. */
export const nurse = { username: "karin", password: "hemma hos alla" } as const;

/**
 * A data folder with so many homes: a hub, a scale and a patient with the heart-failure preset in each, one team.
 * @param now milliseconds since the epoch; patients, plans and assignments reach two years back from it
 */
export async function declareHomes(folder: string, count: number, now: number): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = loadOrCreateKey(folder);
  const region = regionOf(count, key, now - 730 * DAY, await hash(nurse.password, { memoryCost: 8, timeCost: 1 }));
  const ledger = await openLedger({ folder, clock: { now: () => now - 729 * DAY }, mode: "inline" });
  await ledger.submit({ kind: "region-import", actor: "platform", region });
  await ledger.stop();
}

function regionOf(count: number, key: Uint8Array, from: number, passwordHash: string): Region {
  const homes = Array.from({ length: count }, (_, home) => home);
  const declare = <T extends object>(entries: readonly T[]): Declared<T>[] =>
    entries.map((entry, index) => ({ ...entry, digest: `${index}` }));
  const body = preset(["heart-failure"], { zone: "UTC" });
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
    staff: declare([
      {
        id: nurse.username,
        username: nurse.username,
        passwordHash,
        role: "nurse" as const,
        name: { given: "Karin", family: "Prov" },
        teams: ["north"],
        loopbackOnly: true,
      },
    ]),
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
        body,
        signedBy: nurse.username,
        signedAt: from,
        validFrom: from,
      })),
    ),
    hubs: declare(
      homes.map((home) => ({
        id: hubOf(home),
        team: "north",
        secretHmac: hashHubSecret(key, secretOf(home)),
        zone: "UTC",
        forwarding: "store-and-forward" as const,
      })),
    ),
    devices: declare(homes.map((home) => ({ id: scaleOf(home), hub: hubOf(home), model: "native" }))),
    rota: [],
    responsibilities: [],
    assignments: declare(homes.map((home) => ({ device: scaleOf(home), patient: patientOf(home), from }))),
  };
}
