import { encodeWeight } from "../devices/scales/generic-weight.ts";
import { type HomeMessage, random } from "../simulators/index.ts";
import { dayToIso, localDay, startOfDay, toLocalIso } from "../src/domain/day.ts";

/**
 * *Greta Exempel*: a hub, a scale and fixed weights, and no simulator. Her plan says "more than 2 kg in 3 days", so a
 * reading 2.3 kg above her fixed weight opens her alert, at any hour of any day.
 */
export const greta = { patient: "greta", hub: "hub-greta", device: "scale-greta" } as const;

/** What she weighs every morning up to yesterday, so that it is also what she weighed three days ago, whatever today is. */
const FIXED_KG = 82.4;
const HEAVY_KG = 84.7;
const MORNING_HOUR = 7;
/** How many mornings before today never differ: those that the plan looks back on. */
const FIXED_DAYS = 3;

/**
 * The message of the README's line: her scale's Bluetooth notification (0x2A9D) without a time of its own. The bytes never
 * change, so running the line again is sending the same message again.
 */
const heavyMessage = JSON.stringify({
  id: "readme-1",
  device: greta.device,
  characteristic: "2a9d",
  hex: Buffer.from(encodeWeight({ kg: HEAVY_KG })).toString("hex"),
});

/** The README's line, ready for a POSIX shell: a client that nobody here wrote sends 2.3 kg more than three days ago. */
export const mosquittoLine = (secret: string, { host = "127.0.0.1", port = 1883 } = {}): string =>
  `mosquitto_pub -h ${host} -p ${port} -i readme -u ${greta.hub} -P ${secret} -q 1 -t hv/v1/${greta.hub}/gatt -m '${heavyMessage}'`;

/**
 * What her hub sends of the `days` local days before today, a message each. The last three mornings always weigh the same;
 * the ones before differ by a few hundred grams, as people do. Sending them again gives duplicates only.
 * @param now milliseconds since the epoch
 * @param zone the zone that her plan counts days in
 */
export function fixedWeights(now: number, zone: string, days = FIXED_DAYS): HomeMessage[] {
  const today = localDay(now, zone);
  return Array.from({ length: days }, (_, index): HomeMessage => {
    const day = today - days + index;
    const differs = today - day > FIXED_DAYS ? random("greta", String(day)).uniform(-0.3, 0.3) : 0;
    const value = Math.round((FIXED_KG + differs) * 10) / 10;
    const at = toLocalIso(morningOf(day, zone), zone);
    // The id says everything that can differ: one id, one message.
    const id = `fixed-${dayToIso(day)}-${value}`;
    const readings = [{ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] }];
    const payload = JSON.stringify({ id, device: greta.device, readings });
    return { at: now, topic: `hv/v1/${greta.hub}/readings`, payload, qos: 1, id, cause: "memory", readings: 1 };
  });
}

/** Seven by the wall clock of a local day, also of one with 23 or 25 hours. */
function morningOf(day: number, zone: string): number {
  const midnight = Temporal.Instant.fromEpochMilliseconds(startOfDay(day, zone)).toZonedDateTimeISO(zone);
  return midnight.with({ hour: MORNING_HOUR }).epochMilliseconds;
}
