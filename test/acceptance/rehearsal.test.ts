import { afterEach, beforeEach, expect, test } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";

const DAY = 86_400_000;

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform("2026-11-02T07:05:00+01:00");
});
afterEach(() => platform.close());

/** Greta's scale says what she weighs on each morning; the clock ends on the morning of the last. */
async function mornings(hub: Awaited<ReturnType<Platform["hub"]>>, first: number, weights: readonly number[]) {
  for (const [index, value] of weights.entries()) {
    if (index > 0) platform.clock.advance(DAY);
    const at = new Date(platform.clock.now() - 60_000).toISOString();
    await hub.publish("readings", {
      id: `w${first + index}`,
      device: "scale",
      readings: [{ kind: "body-weight", at, value, unit: "kg" }],
    });
  }
}

/** Of Greta's weight. That nothing else comes from her may be told too, whenever the platform looks. */
async function weightAlerts(who: Awaited<ReturnType<Platform["person"]>>) {
  const { items } = (await who.get("alerts?patient=greta&state=all")).body as {
    items: { concern: string; openedAt: string; cause: string; severity: string }[];
  };
  return items.filter(({ concern }) => concern === "weight-gain");
}

type Result = {
  sentences: { sv: string }[];
  alerts: { change: string; after: { openedAt: string; cause: string; severity: string } | null }[];
};

test("Karin rehearses a tighter limit on Greta's weight, signs it, and the next such gain is found as foretold", async () => {
  const karin = await platform.person("karin");
  const hub = await platform.hub("hub-greta");
  // 1.7 kg in three days: nobody was called.
  const gain = [82.4, 82.5, 82.4, 84.1, 82.5];
  await mornings(hub, 0, gain);
  expect(await weightAlerts(karin)).toEqual([]);

  const draft = await karin.post("patients/greta/plan-drafts", {
    rules: [{ id: "weight-rise-3d", amount: { value: 1.5, unit: "kg" } }],
  });
  const id = String(draft.body["id"]);
  const answer = await karin.post("patients/greta/rehearsals?wait=20", { draft: id });
  expect(answer.status).toBe(200);
  const result = answer.body["result"] as Result;
  expect(result.sentences[0]?.sv).toBe("Med utkastet: 1 larm i stället för 0 på 90 dagar.");
  expect(result.alerts).toMatchObject([{ change: "added", after: { openedAt: "2026-11-05T06:05:00.000Z" } }]);
  // Rehearsing is not doing.
  expect(await weightAlerts(karin)).toEqual([]);

  // What she has seen stands with what she signs.
  await karin.post("sessions/current/confirmation", { password });
  const signature = `patients/greta/plan-drafts/${id}/signature`;
  const signed = await karin.post(signature, {}, { "if-match": draft.etag });
  expect(signed.status).toBe(201);
  expect((await karin.get("patients/greta/plans/2")).body["rehearsal"]).toMatchObject({
    sentences: result.sentences,
    rehearsedBy: "karin",
  });

  // The same week once more.
  platform.clock.advance(3 * DAY);
  await mornings(hub, 5, gain);
  const foretold = result.alerts[0]!.after!;
  expect(await weightAlerts(karin)).toMatchObject([
    { cause: foretold.cause, severity: foretold.severity, openedAt: "2026-11-12T06:05:00.000Z" },
  ]);
});

test("while a team is rehearsed the homes go on, and the platform stops with one under way", async () => {
  const karin = await platform.person("karin");
  const hub = await platform.hub("hub-greta");
  await mornings(hub, 0, [82.4, 82.5]);
  const change = { remove: ["pulse-low"] };
  const asked = await karin.post("teams/north/rehearsals?wait=0", { change });
  platform.clock.advance(DAY);
  await mornings(hub, 2, [85]);
  expect(asked.body["state"]).toMatch(/waiting|running|done/);
  const ended = await karin.get(`teams/north/rehearsals/${String(asked.body["id"])}?wait=20`);
  expect(ended.body).toMatchObject({
    state: "done",
    result: { patients: [{ patient: "greta", outcome: "rehearsed" }] },
  });
  // The platform stops with one under way.
  expect((await karin.post("teams/north/rehearsals?wait=0", { change })).status).toBe(202);
});
