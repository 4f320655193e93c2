import { toIso } from "../../src/domain/day.ts";
import { type Home, undisturbed } from "../home/home.ts";
import { type HomeMessage, message } from "../home/message.ts";
import { secretOf } from "../home/population.ts";
import type { Series, SeriesReading } from "./read.ts";

/** The team that a region written for a series gives its people to. */
export const SERIES_TEAM = "series";
/** Readings of one message at most. The device contract allows 500; these stay far below the limit in bytes. */
const MOST_READINGS = 200;

export const patientId = (person: string): string => `series-${person}`;
export const deviceId = (person: string): string => `series-device-${person}`;
const hubId = (person: string): string => `series-hub-${person}`;

/** The people of a series in the order in which the file first names them. */
export const peopleOf = ({ readings }: Series): string[] => [...new Set(readings.map(({ person }) => person))];

/** One hub for each person of a series; its one device says nothing of itself, so the hub has none to report on. */
export const seriesHomes = (series: Series, seed: number | string): Home[] =>
  peopleOf(series).map((person) => ({
    seed,
    hub: { id: hubId(person), secret: secretOf(seed, hubId(person)) },
    team: SERIES_TEAM,
    residents: [],
    devices: [],
    disturbances: undisturbed,
  }));

/**
 * What a person's hub sends. At full speed a few large messages in the order of the file, as a device that empties its
 * memory; `paced`, one message for each reading in the order measured. The same series gives the same messages, and so
 * ids: sending it again gives duplicates only.
 */
export function seriesMessages(series: Series, { paced }: { readonly paced: boolean }) {
  const byPerson = Map.groupBy(series.readings, ({ person }) => person);
  const byHub = new Map([...byPerson].map(([person, readings]) => [hubId(person), { person, readings }]));
  return function* ({ hub }: Pick<Home, "hub">): Generator<HomeMessage, void, undefined> {
    const { person = "", readings = [] } = byHub.get(hub.id) ?? {};
    const ordered = paced ? readings.toSorted((a, b) => a.at - b.at) : readings;
    const size = paced ? 1 : MOST_READINGS;
    for (let i = 0; i < ordered.length; i += size) yield messageOf(hub.id, person, ordered.slice(i, i + size));
  };
}

function messageOf(hub: string, person: string, part: readonly SeriesReading[]): HomeMessage {
  const at = Math.max(...part.map((each) => each.at));
  const body = { sentAt: toIso(at), device: deviceId(person), readings: part.map(({ reading }) => reading) };
  return message(hub, "readings", body, { at, cause: "memory", readings: part.length });
}
