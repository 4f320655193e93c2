import type { HomeMessage } from "../simulators/index.ts";
import { toLocalIso } from "../src/domain/day.ts";

/** Measured once, a few minutes before the demo starts for the first time, so that there are alerts to look at. */
type Scene = { readonly hub: string; readonly device: string; readonly minutesAgo: number; readonly reading: object };

const scenes: readonly Scene[] = [
  // Soheil Prov: below everybody's safety limit of 85 %. Red.
  {
    hub: "hub-02",
    device: "oximeter-02",
    minutesAgo: 12,
    reading: { kind: "oxygen-saturation", spo2: 84, pulse: 92, unit: "%" },
  },
  // Lilian Test: a pulse above 110. Yellow.
  {
    hub: "hub-03",
    device: "cuff-03",
    minutesAgo: 38,
    reading: { kind: "blood-pressure", systolic: 128, diastolic: 74, pulse: 118, unit: "mmHg" },
  },
  // Sixten Modell: above 180 and above 100; one alert, as it is one thing to deal with. Red.
  {
    hub: "hub-05",
    device: "cuff-05",
    minutesAgo: 25,
    reading: { kind: "blood-pressure", systolic: 186, diastolic: 104, pulse: 78, unit: "mmHg" },
  },
  // Elsa Fingerad: below 90 %, not below 88 %. Yellow.
  {
    hub: "hub-06",
    device: "oximeter-06",
    minutesAgo: 51,
    reading: { kind: "oxygen-saturation", spo2: 89, pulse: 88, unit: "%" },
  },
  // Arvid Mönster: below 80 mmHg. Yellow.
  {
    hub: "hub-07",
    device: "cuff-07",
    minutesAgo: 44,
    reading: { kind: "blood-pressure", systolic: 78, diastolic: 47, pulse: 62, unit: "mmHg" },
  },
  // Nobody has said whose oximeter this is: a technician's business.
  {
    hub: "hub-08",
    device: "oximeter-08",
    minutesAgo: 33,
    reading: { kind: "oxygen-saturation", spo2: 96, pulse: 71, unit: "%" },
  },
  // Märta or Folke? They share the scale, and nobody chose a user.
  {
    hub: "hub-17",
    device: "scale-17",
    minutesAgo: 18,
    reading: { kind: "body-weight", value: 71.3, unit: "kg" },
  },
];

/**
 * Hubs that stay quiet after their scene: a normal value a minute later would take the point from their alert. The two
 * technical scenes don't mind.
 */
export const quietHubs: ReadonlySet<string> = new Set(["hub-02", "hub-03", "hub-05", "hub-06", "hub-07"]);

/** Oskar Låtsas's hub: when the demo starts for the first time it has not been heard for this long, and it stays so. */
export const silent = { hub: "hub-04", days: 4 } as const;

/** Whether something is staged in the home of a hub. */
export const hasScene = (hub: string): boolean => scenes.some((scene) => scene.hub === hub);

/** The messages of one hub's scenes. `now` in milliseconds since the epoch. */
export const scenesOf = (hub: string, now: number, zone: string): HomeMessage[] =>
  scenes
    .filter((scene) => scene.hub === hub)
    .map(({ device, minutesAgo, reading }) => {
      const id = `scene-${device}`;
      const at = toLocalIso(now - minutesAgo * 60_000, zone);
      const payload = JSON.stringify({ id, device, readings: [{ ...reading, at }] });
      return { at: now, topic: `hv/v1/${hub}/readings`, payload, qos: 1, id, cause: "measured", readings: 1 };
    });
