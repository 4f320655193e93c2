import { afterEach, beforeEach, expect, it } from "vitest";
import { stringify } from "yaml";
import {
  type Home,
  makeHomes,
  publishHistory,
  type Resident,
  regionOf,
  runHomes,
  scheduleHome,
  undisturbed,
} from "../../simulators/index.ts";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { loadRegion } from "../../src/region/load.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

const zone = "Europe/Stockholm";
const MINUTE = 60_000;
const DAY = 86_400_000;
const everyMs = 30 * MINUTE;
const noon = Temporal.Instant.from("2026-11-22T11:00:00Z").epochMilliseconds;

let platform: Platform;
let running: NodeJS.Timeout | undefined;
beforeEach(async () => {
  platform = await startPlatform(new Date(noon).toISOString());
});
afterEach(async () => {
  clearInterval(running);
  await platform.close();
});

/** Nobody here is ill; each has a scale to themselves, and steps on it in coat and shoes. */
const inCoats = (count: number): Home[] =>
  makeHomes({ seed: 2, count: count * 10 })
    .flatMap((home) => {
      const [resident, another] = home.residents;
      const scale = home.devices.find(({ measures }) => measures === "weight");
      if (!resident || another || !scale) return [];
      const patient = { ...resident.patient, profile: "stable" } as const;
      const one: Resident = { ...resident, patient, devices: [scale.id] };
      const clock = { kind: "set", offsetMs: 0, followsDst: true } as const;
      const disturbances = { ...undisturbed, outdoorClothes: 1 };
      return [{ ...home, residents: [one], devices: [{ ...scale, clock }], disturbances }];
    })
    // So heavy a coat that it can't be the body: 7 % of the weight.
    .filter((home) => {
      const { value, usedRight } = firstOf(home).taken!;
      return value.kind === "body-weight" && usedRight?.kind === "body-weight" && value.kg > usedRight.kg * 1.09;
    })
    .slice(0, count);

/** The first thing measured after noon, in a rhythm slow enough that nobody measures again by themselves. */
function firstOf(home: Home) {
  for (const message of scheduleHome(home, { from: noon, to: noon + DAY, zone, everyMs })) return message;
  throw new Error("nothing measured in a day");
}

it("simulated people in coats are asked; who measures again keeps the team out of it, for the others it is told", async () => {
  const homes = inCoats(6);
  expect(homes).toHaveLength(6);
  const { app, clock } = platform;
  const key = loadOrCreateKey(platform.folder);
  const text = stringify(regionOf(homes, { days: 20, zone }));
  await app.ledger.submit({
    kind: "region-import",
    actor: "import",
    region: await loadRegion(text, "homes.yaml", { now: noon, key }),
  });
  const url = `mqtt://127.0.0.1:${app.ports.mqtt}`;
  await publishHistory({ homes, days: 14, until: noon, url, zone, clock });
  const reader = platform.reader();
  const events = (type: string): number =>
    reader.get<{ n: number }>("SELECT count(*) AS n FROM event WHERE type = ?", type)?.n ?? 0;
  const alerts = (): number =>
    reader.get<{ n: number }>("SELECT count(*) AS n FROM alert WHERE concern = 'weight-gain'")?.n ?? 0;
  expect([events("finding.asked"), alerts()]).toEqual([0, 0]);

  // One home after another, each from the second in which somebody steps on the scale.
  let again = 0;
  const inTurn = homes.toSorted((a, b) => firstOf(a).at - firstOf(b).at);
  for (const [turn, home] of inTurn.entries()) {
    const start = firstOf(home).at - 100;
    const began = performance.now();
    clock.set(start);
    running = setInterval(() => clock.set(start + Math.floor(performance.now() - began)), 20);
    const enough = new AbortController();
    const patience = AbortSignal.any([enough.signal, AbortSignal.timeout(12_000)]);
    let shownFor = 0;
    const { counts } = await runHomes({
      homes: [home],
      url,
      speed: 1,
      from: start,
      to: Number.POSITIVE_INFINITY,
      everyMs,
      zone,
      clock,
      // Some second later, for a device's clock has no finer ones.
      looksAfter: [1000, 1500],
      pause: [10, 50],
      signal: patience,
      onProgress: ({ counts: now }) => {
        if (now.asked === 0 || now.receipts < now.sent) return;
        // Who has not begun by then, a second after reading it, doesn't.
        if (now.measuredAgain > 0 || ++shownFor > 4) enough.abort();
      },
    });
    clearInterval(running);
    expect(counts).toMatchObject({ asked: 1, sent: 1 + counts.measuredAgain, stored: 1 + counts.measuredAgain });
    again += counts.measuredAgain;
    expect([events("finding.asked"), events("finding.repeated")]).toEqual([turn + 1, again]);
  }
  expect(again).toBeGreaterThan(0);
  expect(again).toBeLessThan(homes.length);
  clock.advance(11 * MINUTE);
  await app.tick();
  expect(events("finding.unanswered")).toBe(homes.length - again);
  expect(alerts()).toBe(homes.length - again);
  reader.close();
}, 90_000);
