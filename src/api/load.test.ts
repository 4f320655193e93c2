import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { random as seeded } from "../../simulators/random.ts";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import type { Submission } from "../ledger/commands.ts";
import type { Database } from "../store/sqlite/database.ts";

/**
 * Five weeks of alerts over the night of 25 hours, by seeded people who take on, forget, renew, close, take back and leave; and
 * every figure counted again by plain SQL.
 */

const from = "2026-10-05T00:00:00+02:00";
const to = "2026-11-09T00:00:00+01:00";
const period = [from, to].map((text) => Temporal.Instant.from(text).epochMilliseconds) as [number, number];

let api: TestApi;
let karin: Awaited<ReturnType<TestApi["as"]>>;
let doris: typeof karin;

beforeAll(async () => {
  api = await openApi({ at: from });
  [karin, doris] = [await api.as("karin"), await api.as("doris")];
  const stream = seeded(20261123);
  await live(api, () => stream.unit());
  // Sessions are older than a month by now.
  [karin, doris] = [await api.as("karin"), await api.as("doris")];
}, 60_000);
afterAll(() => api.close());

async function live({ ledger, clock, db, readings }: TestApi, random: () => number): Promise<void> {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const submit = (command: Submission) => ledger.submit(command).catch(() => undefined);
  while (clock.now() < period[1] - 8 * 3_600_000) {
    clock.set(clock.now() + Math.ceil(random() * 1.2 * 3_600_000));
    await submit({ kind: "tick", actor: "platform" });
    if (random() < 0.6)
      await readings("oximeter", [
        { kind: "oxygen-saturation", spo2: one([83, 87, 93, 96, 97]), pulse: one([70, 80, 118, 135]), unit: "%" },
      ]);
    if (random() < 0.3)
      await readings("shared", [{ kind: "oxygen-saturation", spo2: one([81, 84, 95]), unit: "%", user: 1 }]);
    if (random() < 0.05) await readings("loose", [{ kind: "body-weight", value: 80, unit: "kg" }]);
    const alerts = db.all<{ id: string; version: number; state: string }>(
      "SELECT id, version, state FROM alert WHERE state <> 'resolved' ORDER BY id",
    );
    for (const { id: alert, version: ifVersion, state } of alerts) {
      clock.set(clock.now() + Math.ceil(random() * 50_000));
      const actor = one(["nils", "karin", "doris"]);
      const what = random();
      if (state === "open" && what < 0.5) {
        const due = clock.now() + Math.ceil(random() * 3 * 3_600_000);
        if (random() < 0.5)
          await ledger.submit({
            kind: "read-log",
            actor,
            entries: [
              {
                staff: actor,
                role: "nurse",
                team: "night",
                patient: db.get<{ subject: string }>("SELECT subject FROM alert WHERE id = ?", alert)!.subject,
                action: "alert",
              },
            ],
          });
        await submit({ kind: "alert-acknowledge", alert, ifVersion, promise: { text: "Ringer", due }, actor });
        if (random() < 0.2) await submit({ kind: "alert-undo", alert, reason: "fel", actor });
      } else if (state === "acknowledged" && what < 0.2) {
        await submit({
          kind: "alert-acknowledge",
          alert,
          ifVersion,
          promise: { text: "Igen", due: clock.now() + 3_600_000 },
          actor,
        });
        if (random() < 0.3) await submit({ kind: "alert-undo", alert, reason: "fel", actor });
      } else if (state === "acknowledged" && what < 0.7) {
        const outcome = one(["true", "true", "technique", "device", "limit-wrong", "other"] as const);
        await submit({
          kind: "alert-resolve",
          alert,
          ifVersion,
          outcome,
          action: one(["advice", "visit", "none"] as const),
          actor,
        });
        if (random() < 0.2) await submit({ kind: "alert-undo", alert, reason: "fel", actor });
      }
    }
    if (random() < 0.01) {
      const version = db.get<{ version: number }>("SELECT version FROM patient WHERE id = 'soheil'")!.version;
      await submit({
        kind: "patient-enrolment",
        patient: "soheil",
        change: { state: "ended", reason: "moved" },
        ifVersion: version,
        actor: "nils",
      });
      await submit({
        kind: "patient-enrolment",
        patient: "soheil",
        change: { state: "active" },
        ifVersion: version + 1,
        actor: "nils",
      });
    }
  }
  clock.set(to);
}

/** What didn't happen, since it was taken back, is left out: each undone event takes the last of its kind before it. */
const standing = `
  opened AS (SELECT alert, at, reason, data FROM event WHERE type = 'alert.opened' AND team = :team AND at >= :from AND at < :to),
  undoing AS (SELECT u.seq, u.alert, 'alert.' || json_extract(u.data, '$.undone') AS type FROM event u WHERE u.type = 'alert.undone'),
  undone AS (SELECT (SELECT max(e.seq) FROM event e WHERE e.alert = u.alert AND e.type = u.type AND e.seq < u.seq) AS seq FROM undoing u),
  story AS (SELECT e.*, o.at AS opened_at FROM opened o JOIN event e ON e.alert = o.alert
            WHERE e.type <> 'alert.undone' AND e.seq NOT IN (SELECT seq FROM undone))`;

function recount(db: Database, team: string) {
  const given = { team, from: period[0], to: period[1], now: period[1] };
  const fill = (sql: string): string =>
    sql.replaceAll(/:(team|from|to|now)\b/g, (_, name: keyof typeof given) =>
      name === "team" ? `'${team}'` : String(given[name]),
    );
  const all = (sql: string) => db.all<Record<string, number | string | null>>(fill(`WITH ${standing} ${sql}`));
  const count = (sql: string): number => Number(all(sql)[0]!["n"]);
  const of = (type: string): number => count(`SELECT count(*) AS n FROM story WHERE type = 'alert.${type}'`);
  const by = (sql: string): Record<string, number> =>
    Object.fromEntries(all(sql).map(({ key, n }) => [String(key), Number(n)]));
  const times = (waits: string) => {
    const [row] =
      all(`, waits AS (${waits}), ranked AS (SELECT w, row_number() OVER (ORDER BY w) AS rank, count(*) OVER () AS n FROM waits WHERE w IS NOT NULL)
      SELECT max(n) AS n, max(CASE WHEN rank = (n + 1) / 2 THEN w END) AS median, max(CASE WHEN rank = (9 * n + 9) / 10 THEN w END) AS p90,
        max(CASE WHEN rank = (19 * n + 19) / 20 THEN w END) AS p95, max(w) AS max FROM ranked`);
    const { n, ...rest } = row!;
    return n === null
      ? undefined
      : { n, ...Object.fromEntries(Object.entries(rest).map(([key, ms]) => [key, Math.round(Number(ms) / 1000)])) };
  };
  const first = (type: string): string =>
    `SELECT o.alert, (SELECT min(s.at) FROM story s WHERE s.alert = o.alert AND s.type = '${type}') - o.at AS w FROM opened o`;
  const closing = `, closing AS (SELECT alert, max(seq) AS seq FROM story WHERE type IN ('alert.resolved', 'alert.withdrawn') GROUP BY alert)`;
  const outcomes =
    by(`${closing} SELECT coalesce(CASE e.type WHEN 'alert.withdrawn' THEN 'withdrawn' ELSE json_extract(e.data, '$.outcome') END, 'none') AS key,
      count(*) AS n FROM opened o LEFT JOIN closing c ON c.alert = o.alert LEFT JOIN event e ON e.seq = c.seq GROUP BY 1`);
  const severity = by("SELECT json_extract(data, '$.severity') AS key, count(*) AS n FROM opened GROUP BY 1");
  const actions = by(
    `${closing} SELECT json_extract(e.data, '$.action') AS key, count(*) AS n FROM closing c JOIN event e ON e.seq = c.seq WHERE e.type = 'alert.resolved' GROUP BY 1`,
  );
  return {
    alerts: count("SELECT count(*) AS n FROM opened"),
    bySeverity: { red: 0, yellow: 0, info: 0, ...severity },
    technical: count("SELECT count(*) AS n FROM opened WHERE json_extract(data, '$.category') = 'technical'"),
    late: count("SELECT count(*) AS n FROM opened WHERE json_extract(data, '$.late') IS NOT NULL"),
    reopened: of("reopened") + of("promise-passed"),
    tellings: of("told"),
    times: Object.fromEntries(
      Object.entries({
        told: times(first("alert.told")),
        seen: times(`SELECT o.alert, (SELECT min(r.at) FROM read_log r JOIN alert a ON a.id = o.alert
          WHERE a.subject_type = 'patient' AND r.patient = a.subject AND r.at >= o.at AND r.action IN ('alert', 'alert-acknowledge')
            AND (a.state <> 'resolved' OR r.at <= a.updated_at)) - o.at AS w FROM opened o`),
        acknowledged: times(first("alert.acknowledged")),
        resolved: times(
          `SELECT o.alert, (SELECT max(s.at) FROM story s WHERE s.alert = o.alert AND s.type IN ('alert.resolved', 'alert.withdrawn')) - o.at AS w FROM opened o`,
        ),
      }).filter(([, found]) => found !== undefined),
    ),
    promises: {
      given: of("acknowledged") + of("promise-renewed"),
      kept: count(`SELECT count(*) AS n FROM story s WHERE s.type = 'alert.resolved' AND (
        SELECT p.type FROM story p WHERE p.alert = s.alert AND p.seq < s.seq AND p.type IN ('alert.acknowledged', 'alert.promise-renewed',
          'alert.promise-passed', 'alert.reopened', 'alert.released', 'alert.withdrawn', 'alert.resolved') ORDER BY p.seq DESC LIMIT 1)
        IN ('alert.acknowledged', 'alert.promise-renewed')`),
      passed: of("promise-passed"),
      renewed: of("promise-renewed"),
    },
    outcomes: { true: 0, technique: 0, device: 0, "limit-wrong": 0, other: 0, withdrawn: 0, none: 0, ...outcomes },
    actions,
    stale:
      count(`SELECT count(*) AS n FROM opened o WHERE coalesce((SELECT max(s.at) FROM story s WHERE s.alert = o.alert
      AND s.type IN ('alert.resolved', 'alert.withdrawn')), :now) - o.at > 86400000`),
  };
}

type Report = {
  all: Record<string, unknown> & { alerts: number; truth: { closed: number; true: number } | null };
  groups: { key: string; figures: { alerts: number } }[];
  rates: { peak: number; shifts: { day: string; shift: string; alerts: number }[] };
  overBudget: { alerts: number }[];
};
const load = async (who: typeof karin, query: string) => {
  const answer = await who({ url: `load?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&${query}` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Report>();
};

describe.each(["north", "night"])("five weeks of %s", (team) => {
  test("every figure of the API is what plain SQL counts", async () => {
    const { all } = await load(doris, `team=${team}`);
    const { truth, ...figures } = all;
    const counted = recount(api.db, team);
    expect(figures).toEqual(counted);
    expect(counted.alerts).toBeGreaterThan(team === "night" ? 20 : 5);
    const closed = Object.entries(counted.outcomes).filter(([key]) => key !== "withdrawn" && key !== "none");
    expect(truth).toMatchObject({ closed: closed.reduce((sum, [, n]) => sum + n, 0), true: counted.outcomes.true });
  });

  test("the groups add up to the whole, and the shifts to what SQL counts by the wall clock", async () => {
    for (const by of ["shift", "day", "week", "rule", "concern", "severity"]) {
      const { all, groups } = await load(doris, `team=${team}&by=${by}`);
      expect(
        groups.reduce((sum, { figures }) => sum + figures.alerts, 0),
        by,
      ).toBe(all.alerts);
    }
    const { groups } = await load(doris, `team=${team}&by=shift`);
    // The change of the clocks as SQL knows it: an hour less from 01:00Z on 25 October.
    const hour = "(at + CASE WHEN at < 1792890000000 THEN 7200000 ELSE 3600000 END) / 3600000 % 24";
    const counted = api.db.all<{ key: string; n: number }>(
      `SELECT CASE WHEN ${hour} >= 7 AND ${hour} < 15 THEN 'day' WHEN ${hour} >= 15 AND ${hour} < 21 THEN 'evening' ELSE 'night' END AS key,
         count(*) AS n FROM event WHERE type = 'alert.opened' AND team = ? AND at >= ? AND at < ? GROUP BY 1`,
      team,
      ...period,
    );
    expect(Object.fromEntries(groups.map(({ key, figures }) => [key, figures.alerts]))).toEqual(
      Object.fromEntries(counted.map(({ key, n }) => [key, n])),
    );
  });

  test("the peak is the most that SQL finds within ten minutes", async () => {
    const { rates } = await load(doris, `team=${team}`);
    const peak = api.db.get<{ n: number }>(
      `WITH o AS (SELECT at FROM event WHERE type = 'alert.opened' AND team = ? AND at >= ? AND at < ?)
       SELECT max((SELECT count(*) FROM o b WHERE b.at >= a.at AND b.at < a.at + 600000)) AS n FROM o a`,
      team,
      ...period,
    );
    expect(rates.peak).toBe(peak!.n);
  });
});

test("control: the recount notices one event less", async () => {
  const { all } = await load(doris, "team=night");
  const lost = api.db.get<{ seq: number }>(
    "SELECT min(seq) AS seq FROM event WHERE type = 'alert.told' AND team = 'night'",
  )!;
  const spoilt = {
    all: (sql: string) =>
      api.db.all(sql.replaceAll(/(FROM|JOIN) event /g, `$1 (SELECT * FROM event WHERE seq <> ${lost.seq}) `)),
  };
  const { truth: _truth, ...figures } = all;
  expect(recount(spoilt as unknown as Database, "night")).not.toEqual(figures);
});

test("who sees it: the team's own, administrators without patients; as CSV; with a budget that drops nothing", async () => {
  const alva = await api.as("alva");
  expect((await karin({ url: "load?team=night" })).json()).toMatchObject({ code: "NOT_FOUND" });
  expect((await (await api.as("ture"))({ url: "load?team=north" })).json()).toMatchObject({ code: "FORBIDDEN" });
  const whole = await load(alva, "team=night");
  expect(JSON.stringify(whole)).not.toContain("soheil");
  const csv = await doris({
    url: `load?team=night&by=rule&format=csv&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
  });
  expect(csv.headers["content-type"]).toContain("text/csv");
  const lines = csv.body.split("\r\n");
  expect(lines[0]).toMatch(/^key,alerts,info,yellow,red,technical,late,/);
  expect(lines.slice(1, -1).reduce((sum, line) => sum + Number(line.split(",")[1]), 0)).toBe(whole.all.alerts);

  expect((await doris({ method: "PUT", url: "teams/night/budget", body: { perShift: 2 } })).json()).toEqual({
    id: "night",
    perShift: 2,
  });
  const { rates, overBudget, all } = await load(doris, "team=night");
  expect(overBudget).toEqual(rates.shifts.filter(({ alerts }) => alerts > 2));
  expect(all.alerts).toBe(whole.all.alerts);
  expect((await load(doris, "team=north&by=none")).overBudget).toEqual([]);
});
