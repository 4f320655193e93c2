import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDemoRegion } from "../../demo/region.ts";
import { type Demo, type DemoOptions, startDemo } from "../../demo/start.ts";
import { walkthrough } from "../../demo/walkthrough.ts";
import { replayFolder } from "../../src/cli/replay.ts";
import { manualClock, realClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { type Listener, listenTo } from "../helpers/event-stream.ts";

// The peers of the walkthrough: programs that nobody here wrote.
for (const [program, fix] of [
  ["mosquitto_pub", "apt-get install mosquitto-clients"],
  ["curl", "apt-get install curl"],
] as const) {
  if (spawnSync(program, ["--version"]).error) throw new Error(`This test needs ${program}: ${fix}`);
}

let folder: string;
let demo: Demo | undefined;
let listener: Listener | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-demo-"));
});
afterEach(async () => {
  listener?.close();
  await demo?.stop();
  [demo, listener] = [undefined, undefined];
  rmSync(folder, { recursive: true, force: true });
});

const start = async (options: DemoOptions): Promise<Demo> => {
  const config = readConfig({ HEMVAKT_DATA: folder, HEMVAKT_MQTT_PORT: "0", HEMVAKT_HTTP_PORT: "0" });
  demo = await startDemo(config, { homes: 4, cadence: "never", log: pino({ level: "silent" }), ...options });
  return demo;
};

/** Runs lines in one POSIX shell; what they print. */
async function shell(...lines: string[]): Promise<string> {
  const child = spawn("sh", ["-e", "-c", lines.join("\n")], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.on("data", (part: Buffer) => (printed += part.toString()));
  child.stderr.on("data", (part: Buffer) => (printed += part.toString()));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`exit code ${String(code)}: ${printed}`);
  return printed;
}

async function listen({ app, lines }: Demo): Promise<Listener> {
  const token = await shell(...lines.signIn, 'echo "$TOKEN"');
  listener = await listenTo(`http://127.0.0.1:${app.ports.http}/api/v1/events`, {
    authorization: `Bearer ${token.trim()}`,
  });
  return listener;
}

/** The next event about Greta's weight. Of homes that nothing is sent for, teams may be told that they are silent. */
async function alertEvent(from: Listener): Promise<Record<string, unknown>> {
  for (;;) {
    const { event, data } = await from.next();
    const about = data["data"] as { concern?: string } | undefined;
    if (event?.startsWith("alert.") && data["patient"] === "greta" && about?.concern !== "missing") return data;
  }
}

/** How much has ever been decided. */
function stored(): Record<string, number> {
  const db = openReader(folder);
  try {
    const tables = ["command", "reading", "alert", "event", "quarantine", "message"];
    return Object.fromEntries(
      tables.map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0]),
    );
  } finally {
    db.close();
  }
}

const gretasSecret = (): string =>
  readDemoRegion(realClock.now()).hubs.find(({ id }) => id === "hub-greta")?.secret ?? "";

/**
 * From her scale to a resolved alert and its proof, with the README's lines.
 * @param team who answers for her at that hour: her clinic is there on weekdays in the daytime
 */
async function gretasStory(running: Demo, team: "vc-norr" | "natt" = "natt"): Promise<void> {
  const { send, signIn, list, acknowledge, resolve } = running.lines;
  const live = await listen(running);
  // Whatever the clock has made due is decided before anything is counted.
  await running.app.tick();

  const sent = performance.now();
  await shell(send);
  const opened = await alertEvent(live);
  expect(performance.now() - sent).toBeLessThan(5000);
  expect(opened).toMatchObject({ type: "alert.opened", patient: "greta", team });
  expect(opened["data"]).toMatchObject({ concern: "weight-gain", severity: "red", state: "open" });

  const before = stored();
  await shell(send);
  expect(stored()).toEqual(before);

  const printed = await shell(...signIn, ...list, ...acknowledge, "echo", ...resolve);
  const [listed, acknowledged, resolved] = printed.split("\n").map((line) => JSON.parse(line) as Record<string, never>);
  expect(listed?.["items"]).toHaveLength(1);
  expect(JSON.stringify(listed)).toContain("Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).");
  expect(acknowledged).toMatchObject({ state: "acknowledged", acknowledged: { by: { staff: "karin" } } });
  expect(resolved).toMatchObject({ state: "resolved", resolved: { outcome: "true", action: "medication" } });
  // The next things ever said about her alert: running the line again said nothing.
  expect(await alertEvent(live)).toMatchObject({ type: "alert.acknowledged", alert: opened["alert"] });
  expect(await alertEvent(live)).toMatchObject({ type: "alert.resolved", alert: opened["alert"] });

  await running.stop();
  const report = await replayFolder(folder);
  expect(report).toMatchObject({ refused: [], differences: [] });
  expect(report.alerts).toBe(before["alert"]);
}

describe("the demo", () => {
  it.each([
    ["at two in the afternoon", "2026-11-22T14:00:00+01:00", "natt"],
    ["at 23:55", "2026-11-22T23:55:00+01:00", "natt"],
    ["five minutes after midnight", "2026-11-23T00:05:00+01:00", "natt"],
    ["on the day of 23 hours", "2026-03-29T03:05:00+02:00", "natt"],
    ["three days after the day of 23 hours, at 23:55", "2026-04-01T23:55:00+02:00", "natt"],
    ["in the hour that comes twice", "2026-10-25T02:30:00+01:00", "natt"],
    ["just before midnight of the day of 25 hours", "2026-10-25T23:55:00+01:00", "natt"],
    ["on a Monday at ten", "2026-11-23T10:00:00+01:00", "vc-norr"],
  ] as const)(
    "lets Greta gain 2.3 kg %s: one alert, taken on, resolved, and rebuilt from the log",
    async (_when, at, team) => {
      await gretasStory(await start({ clock: manualClock(at) }), team);
    },
  );

  it("opens her alert right after a midnight that it ran through", async () => {
    const clock = manualClock("2026-11-22T23:55:00+01:00");
    const running = await start({ clock });
    clock.set("2026-11-23T00:00:01+01:00");
    await gretasStory(running);
  });

  it("opens her alert after days of running, and after a machine's sleep of a week", async () => {
    const clock = manualClock("2026-10-23T14:00:00+02:00");
    const running = await start({ clock });
    for (const day of [24, 25, 26]) {
      clock.set(`2026-10-${day}T00:05:00+02:00`);
      await running.keep();
    }
    clock.set("2026-11-02T23:55:00+01:00");
    await running.keep();
    await gretasStory(running);
  });

  it("starts again at once without keeping anything twice, and days later with what was missed", async () => {
    const clock = manualClock("2026-11-17T14:00:00+01:00");
    const first = await start({ clock });
    await first.stop();
    const before = stored();
    const again = await start({ clock });
    await again.stop();
    // What was measured today is told again, in other messages.
    const { command: _command, message: _message, ...after } = stored();
    expect(before).toMatchObject(after);

    clock.set("2026-11-22T23:55:00+01:00");
    const later = await start({ clock });
    expect(stored()["reading"]).toBeGreaterThan(before["reading"] ?? 0);
    await gretasStory(later);
  });

  it("has Oskar, of whom nothing has come for four days: half an hour later his team is told, in words", async () => {
    const clock = manualClock("2026-11-20T14:00:00+01:00");
    const running = await start({ clock });
    for (let minute = 0; minute < 32; minute += 1) {
      clock.advance(60_000);
      await running.app.tick();
    }
    const token = await shell(...running.lines.signIn, 'echo "$TOKEN"');
    const get = async (path: string): Promise<unknown> => {
      const url = `http://127.0.0.1:${running.app.ports.http}/api/v1/${path}`;
      return (await fetch(url, { headers: { authorization: `Bearer ${token.trim()}` } })).json();
    };
    expect(await get("patients/p-04/silence")).toMatchObject({
      items: [{ signal: "body-weight", state: "hub-offline", blind: true }],
    });
    expect(await get("alerts?patient=p-04")).toMatchObject({
      items: [
        {
          concern: "missing",
          category: "clinical",
          explanation: {
            sv: expect.stringMatching(/^Ingen vikt sedan 16 nov .* \(4 missade mättillfällen\), eftersom /) as string,
          },
        },
      ],
    });
    expect(await get("patients/p-02/silence")).toMatchObject({ items: [{ blind: false }] });
    await running.stop();
    expect(await replayFolder(folder)).toMatchObject({ refused: [], differences: [] });
  });

  it("is refused where others could reach it", async () => {
    const config = readConfig({ HEMVAKT_DATA: folder, HEMVAKT_HOST: "0.0.0.0" });
    await expect(startDemo(config)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  it("goes on when somebody has revoked a hub", async () => {
    const clock = manualClock("2026-11-22T14:00:00+01:00");
    const first = await start({ clock });
    const { app } = first;
    const db = openReader(folder);
    const ifVersion = db.get<{ version: number }>("SELECT version FROM hub WHERE id = 'hub-03'")?.version ?? 0;
    db.close();
    await app.ledger.submit({ kind: "hub-revoke", actor: "ture", hub: "hub-03", ifVersion });
    await first.stop();
    clock.set("2026-11-24T14:00:00+01:00");
    await gretasStory(await start({ clock }), "vc-norr");
  });

  it("has forty patients, ninety days of history, something for everybody to do, and homes that measure", async () => {
    const steps: string[] = [];
    const running = await start({
      clock: realClock,
      homes: Number.POSITIVE_INFINITY,
      cadence: "PT2S",
      onStep: (name) => steps.push(name),
    });
    expect(steps).toEqual(["Platform", "Region", "History", "Greta", "Alerts", "Live"]);
    const live = await listen(running);
    // What a home measures may open an alert, which is told before the reading.
    let measured = await live.next();
    while (measured.event !== "reading") measured = await live.next();

    const db = openReader(folder);
    try {
      const patients = db.all<{ patient: string; days: number }>(
        `SELECT s.patient, count(DISTINCT r.measured_at / 86400000) AS days FROM series s JOIN reading r ON r.series = s.id
         WHERE s.patient IS NOT NULL GROUP BY s.patient`,
      );
      expect(patients).toHaveLength(40);
      for (const { patient, days } of patients) expect([patient, days > 45]).toEqual([patient, true]);
      const open = db.all<{ subject: string }>("SELECT subject FROM alert WHERE state = 'open'");
      expect(open.map(({ subject }) => subject)).toEqual(
        expect.arrayContaining(["p-02", "p-03", "p-05", "p-06", "p-07", "oximeter-08", "scale-17"]),
      );
      expect(
        db.get(
          "SELECT 1 AS new FROM reading r JOIN series s ON s.id = r.series WHERE s.device = 'scale-04' AND r.measured_at > ?",
          realClock.now() - 4 * 86_400_000,
        ),
      ).toBeUndefined();
    } finally {
      db.close();
    }
  });
});

describe("the README", () => {
  it("shows the lines that are run here", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").split("\n");
    for (const line of Object.values(walkthrough(gretasSecret())).flat()) expect(readme).toContain(`    ${line}`);
  });
});

describe("the start page", () => {
  it("shows the lines that are run here, and what Hemvakt is not", async () => {
    const { app } = await start({ clock: realClock });
    const page = await fetch(`http://127.0.0.1:${app.ports.http}/start/`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const text = (await page.text()).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    for (const lines of Object.values(walkthrough(gretasSecret()))) expect(text).toContain([lines].flat().join("\n"));
    for (const words of ["Not a medical device.", "call 112", "Inte en medicinteknisk produkt.", "ring 112"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/<style|style=|onclick=|<script(?![^>]*src=)/);
    for (const file of ["start.css", "start.js"]) {
      expect((await fetch(`http://127.0.0.1:${app.ports.http}/start/${file}`)).status).toBe(200);
    }
    expect(readFileSync(new URL("../../demo/region.yaml", import.meta.url), "utf8")).not.toContain(
      "loopbackOnly: false",
    );
  });
});
