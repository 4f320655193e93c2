import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Platform, startPlatform } from "../../test/helpers/platform.ts";
import { verifyFolder } from "../cli/verify.ts";
import { enginesOf } from "../store/sqlite/engines.ts";
import { engine } from "./engine.ts";
import { isProven } from "./verify.ts";
import { verificationLines } from "./words.ts";

const DAY = 86_400_000;
let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform("2026-01-10T08:00:00+01:00", {}, { HEMVAKT_KEEP_COMMAND_DAYS: "40" });
});
afterEach(() => platform.close());

/** So many days, each with a weight; every tenth far above the others, so that alerts open. */
async function live(days: number): Promise<void> {
  const hub = await platform.hub("hub-greta");
  for (let day = 1; day <= days; day += 1) {
    platform.clock.advance(DAY);
    const at = new Date(platform.clock.now() - 60_000).toISOString();
    const value = day % 10 === 0 ? 84 : 80 + (day % 3) / 10;
    await hub.publish("readings", {
      id: `w${at}`,
      device: "scale",
      readings: [{ kind: "body-weight", value, unit: "kg", at }],
    });
    await hub.heard("receipts");
  }
}
function noted(): string[] {
  const db = platform.reader();
  const found = enginesOf(db).map(({ version }) => version);
  db.close();
  return found;
}

describe("a running platform", () => {
  it("notes its engine once, also when it is started again, and shows it to whoever watches", async () => {
    expect(noted()).toEqual([engine().version]);
    await platform.restart();
    expect(noted()).toEqual([engine().version]);
    const metrics = await (await fetch(platform.url("/metrics"))).text();
    expect(metrics).toContain(`hemvakt_engine_info{version="${engine().version}",release="${engine().release}"} 1`);
  });

  it("whose oldest commands are gone: what the checkpoint stands for is compared with it, the rest is recomputed", async () => {
    await live(12);
    await platform.app.sweep();
    await live(45);
    await platform.app.sweep();
    const db = platform.reader();
    const first = db.get<{ seq: number }>("SELECT min(seq) AS seq FROM command")!.seq;
    expect(first, "something has gone").toBeGreaterThan(1);
    const alerts = db.all<{ id: string }>("SELECT id FROM alert ORDER BY opened_at").map(({ id }) => id);
    db.close();

    const all = await verifyFolder(platform.folder, "all");
    expect(all).toMatchObject({ broken: [], refused: [], elsewhere: [] });
    expect(isProven(all)).toBe(true);
    expect(all.proofs.map(({ alert }) => alert)).toEqual(alerts);
    const since = all.proofs.map(({ sinceCommand }) => sinceCommand !== undefined);
    expect(since[0]).toBe(true);
    expect(since.at(-1)).toBe(false);
    const old = await verifyFolder(platform.folder, alerts[0]!);
    expect(verificationLines(old, "en").join("\n")).toMatch(
      /before command \d+ was not recomputed: the log begins there/,
    );
  });
});
