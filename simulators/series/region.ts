import { toIso } from "../../src/domain/day.ts";
import type { Home } from "../home/home.ts";
import { secretOf } from "../home/population.ts";
import type { SeriesKind } from "./map.ts";
import { deviceId, patientId, peopleOf, SERIES_TEAM } from "./play.ts";
import type { Series } from "./read.ts";

const DAY = 86_400_000;

/** The preset of each kind's plan; people with another kind have none, and only the general safety limits hold. */
const conditions: Readonly<Partial<Record<SeriesKind, string>>> = {
  "body-weight": "heart-failure",
  "blood-pressure": "hypertension",
  "oxygen-saturation": "copd",
};

/**
 * Everything a platform must know before a series may be sent, in the shape of a region file: a team, staff, people by
 * opaque ids, plans, hubs with secrets, devices, and assignments that begin a day before each person's first reading.
 */
export function regionOfSeries(series: Series, homes: readonly Home[], { zone }: { readonly zone: string }) {
  const people = peopleOf(series).map((person, index) => {
    const first = series.readings.reduce((at, each) => (each.person === person ? Math.min(at, each.at) : at), Infinity);
    return { person, number: index + 1, since: toIso(first - DAY), hub: homes[index]!.hub };
  });
  const condition = conditions[series.kind];
  const seed = homes[0]?.seed ?? 0;
  const contact = { phone: "+46 8 000 00 00" };
  return {
    teams: [{ id: SERIES_TEAM, name: "Serieteam", provider: "SIM-REGION", unit: "SIM-ENHET-SERIE", zone, contact }],
    staff: (["nurse", "physician", "technician"] as const).map((role) => ({
      id: `series-${role}`,
      username: `series-${role}`,
      password: secretOf(seed, `series/staff/${role}`).slice(0, 22),
      role,
      name: { given: "Simulerad", family: "Exempel" },
      teams: [SERIES_TEAM],
      loopbackOnly: true,
    })),
    patients: people.map(({ person, number, since }) => ({
      id: patientId(person),
      name: { given: `Serie ${number}`, family: "Exempel" },
      team: SERIES_TEAM,
      enrolledAt: since,
    })),
    plans: people.flatMap(({ person, since }) =>
      condition === undefined
        ? []
        : [
            {
              patient: patientId(person),
              version: 1,
              preset: [condition],
              signedBy: "series-physician",
              signedAt: since,
            },
          ],
    ),
    hubs: people.map(({ hub }) => ({ ...hub, team: SERIES_TEAM, zone, forwarding: "store-and-forward" as const })),
    devices: people.map(({ person, hub }) => ({ id: deviceId(person), hub: hub.id, model: "native" })),
    assignments: people.map(({ person, since }) => ({
      device: deviceId(person),
      patient: patientId(person),
      from: since,
    })),
  };
}
