import { afterEach, beforeEach, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { tokenDigest } from "../auth/tokens.ts";
import type { Database } from "../store/sqlite/database.ts";
import { openReader } from "../store/sqlite/open.ts";
import { storeTrends } from "../trends/source.ts";
import { verificationJobs } from "../verify/jobs.ts";
import type { Principal } from "./context.ts";
import { type Live, liveStreams, type Sink } from "./live.ts";
import { apiDefaults } from "./options.ts";

/** A line whose other end takes nothing until told to. */
function line() {
  let text = "";
  let isOpen = true;
  let isDestroyed = false;
  let taking: (() => void) | undefined;
  const sink: Sink = {
    write: (more) => {
      text += more;
    },
    buffered: () => text.length,
    isStuck: () => text.length > 0,
    drained: () =>
      new Promise((resolve) => {
        taking = resolve;
      }),
    end: () => {
      isOpen = false;
    },
    destroy: () => {
      isDestroyed = true;
    },
  };
  return {
    sink,
    /** What was written since; the listener takes it. */
    take: async () => {
      const taken = text;
      text = "";
      taking?.();
      // The next page is read in a turn of its own.
      await new Promise((resolve) => setImmediate(resolve));
      return taken;
    },
    isOpen: () => isOpen,
    isDestroyed: () => isDestroyed,
  };
}

let home: Home;
let live: Live;
let reader: Database;
let beat: () => void;
let failures: unknown[];
const token = tokenDigest("karin's token");
const karin: Principal = {
  staff: "karin",
  role: "nurse",
  teams: ["north"],
  session: { kind: "bearer", token, confirmedAt: 0 },
};

beforeEach(async () => {
  home = await openHome();
  failures = [];
  await home.submit({
    kind: "session-open",
    actor: "karin",
    token: Buffer.from(token).toString("hex"),
    staff: "karin",
    session: "bearer",
    expiresAt: home.clock.now() + 3_600_000,
  });
  reader = openReader(home.folder);
  const context = {
    ...home,
    db: reader,
    trends: storeTrends(reader),
    hashHubSecret: (secret: string) => secret,
    disconnectHub: () => {},
    forgetHub: async () => {},
    verifications: verificationJobs(home),
  };
  live = liveStreams(
    context,
    { ...apiDefaults.live, maxBuffered: 2000 },
    (_ms, callback) => {
      beat = callback;
      return () => {};
    },
    (error) => failures.push(error),
  );
});
afterEach(async () => {
  live.stop();
  if (reader.raw.isOpen) reader.close();
  await home.close();
});

/** So many events for team north. */
async function happen(times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    await home.submit({ kind: "device-register", actor: "ture", id: `d-${++devices}`, hub: "hub-greta", model: "m" });
  }
  await new Promise((resolve) => setImmediate(resolve));
}
let devices = 0;

test("who doesn't keep up is told so and let go, and finds the rest in the record afterwards", async () => {
  const slow = line();
  live.open(karin, slow.sink, undefined);
  await slow.take();
  const from = home.events().at(-1)?.seq ?? 0;
  await happen(30);
  const taken = await slow.take();
  expect(taken).toMatch(/event: reset\ndata: \{"reason":"slow"\}\n\n$/);
  expect(slow.isOpen()).toBe(false);
  const seen = [...taken.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  expect(seen.length).toBeLessThan(30);
  expect(seen[0]).toBe(from + 1);

  const back = line();
  live.open(karin, back.sink, String(seen.at(-1)));
  const rest = [...(await back.take()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  expect([...seen, ...rest]).toEqual(Array.from({ length: 30 }, (_, index) => from + 1 + index));
});

test("who came back between a commit and its telling gets it once, like who was there", async () => {
  const from = home.events().at(-1)?.seq ?? 0;
  const [there, back] = [line(), line()];
  live.open(karin, there.sink, undefined);
  await there.take();
  await home.submit({ kind: "device-register", actor: "ture", id: "d-between", hub: "hub-greta", model: "m" });
  live.open(karin, back.sink, String(from));
  await new Promise((resolve) => setImmediate(resolve));
  for (const one of [there, back]) expect((await one.take()).match(/^id: .*$/gm)).toEqual([`id: ${from + 1}`]);
});

test("a long absence is read in pages, each when the one before was taken", async () => {
  const from = home.events().at(-1)?.seq ?? 0;
  await happen(450);
  const back = line();
  live.open(karin, back.sink, String(from));
  const counts: number[] = [];
  for (let page = 0; page < 4; page += 1) counts.push((await back.take()).split("event: device.registered").length - 1);
  expect(counts).toEqual([200, 200, 50, 0]);
  expect(back.isOpen()).toBe(true);
});

test("who takes nothing for four heartbeats is dropped, then cut off", async () => {
  const dead = line();
  live.open(karin, dead.sink, undefined);
  for (let round = 0; round < 3; round += 1) beat();
  expect(dead.isOpen()).toBe(true);
  beat();
  expect(dead.isOpen()).toBe(false);
  expect(dead.isDestroyed()).toBe(false);
  beat();
  expect(dead.isDestroyed()).toBe(true);
  expect(await dead.take()).toBe(': heartbeat\n\nevent: reset\ndata: {"reason":"slow"}\n\n');
});

test("who has gone is forgotten", async () => {
  const gone = line();
  const close = live.open(karin, gone.sink, undefined);
  expect(live.size()).toBe(1);
  close?.();
  expect(live.size()).toBe(0);
  await gone.take();
  await happen(1);
  expect(await gone.take()).toBe("");
});

test("a store that can't be read ends the streams and not the process", async () => {
  const listener = line();
  live.open(karin, listener.sink, undefined);
  await listener.take();
  // Every read fails from here on.
  reader.close();
  beat();
  expect(listener.isOpen()).toBe(false);
  expect(failures).toHaveLength(1);
});
