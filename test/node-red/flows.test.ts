import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Platform, startPlatform } from "../helpers/platform.ts";
import { installNodeRed, type NodeRed, startNodeRed } from "./node-red.ts";

const text = readFileSync(new URL("../../dashboards/node-red/flows.json", import.meta.url), "utf8");
const flows = JSON.parse(text) as { id: string; type: string }[];
const [alertsTab, scaleTab] = flows.filter(({ type }) => type === "tab").map(({ id }) => id) as [string, string];

let platform: Platform;
let nodeRed: NodeRed;

beforeAll(async () => {
  installNodeRed();
  platform = await startPlatform(new Date().toISOString());
  const karin = await platform.person("karin");
  nodeRed = await startNodeRed({
    HEMVAKT_URL: platform.url("/"),
    HEMVAKT_TOKEN: karin.token,
    HEMVAKT_MQTT_HOST: "127.0.0.1",
    HEMVAKT_MQTT_PORT: String(platform.app.ports.mqtt),
    HEMVAKT_HUB: "hub-greta",
    HEMVAKT_HUB_SECRET: platform.secretOf("hub-greta"),
    HEMVAKT_DEVICE: "scale",
  });
  await nodeRed.deploy(flows);
}, 300_000);
afterAll(async () => {
  await nodeRed?.stop();
  await platform?.close();
});

type Receipt = { results: { status: string }[] };
type Kept = { alert: string; type: string; patient: string; concern: string; severity: string; state: string };

test("the scale's reading is stored, its receipt comes back, and the alert that it opens comes in", async () => {
  await nodeRed.kept<boolean>(alertsTab, "listening", (listening) => listening);
  const hub = await platform.hub("hub-greta", { clientId: "history" });
  const readings = [3, 2, 1].map((days) => ({
    kind: "body-weight",
    at: new Date(platform.clock.now() - days * 86_400_000).toISOString(),
    value: 82.4,
    unit: "kg",
    flags: ["from-memory"],
  }));
  await hub.publish("readings", { id: "history", device: "scale", readings });

  await nodeRed.press("hemvakt-weigh", 84.7);
  const [receipt] = await nodeRed.kept<Receipt[]>(scaleTab, "receipts", (all) =>
    all.some(({ results }) => results.length === 1),
  );
  expect(receipt?.results).toMatchObject([{ status: "stored" }]);

  const alerts = await nodeRed.kept<Kept[]>(alertsTab, "alerts", (all) => all.length > 1);
  // Newest first: who was told of it comes with it.
  expect(alerts).toMatchObject([
    { type: "alert.told", patient: "greta", severity: "red", state: "open" },
    { type: "alert.opened", patient: "greta", concern: "weight-gain", severity: "red", state: "open" },
  ]);
  const kept = await nodeRed.kept<object[]>(alertsTab, "readings", (all) => JSON.stringify(all).includes("84.7"));
  expect(kept[0]).toMatchObject({ kind: "body-weight" });
  const karin = await platform.person("karin");
  expect((await karin.get("alerts?patient=greta")).body).toMatchObject({
    items: [{ id: alerts[0]!.alert, state: "open" }],
  });
});

test("after the platform has been away the flow goes on where it broke off", async () => {
  await platform.restart({
    HEMVAKT_HTTP_PORT: new URL(platform.url("/")).port,
    HEMVAKT_MQTT_PORT: String(platform.app.ports.mqtt),
  });
  const karin = await platform.person("karin");
  const { body } = await karin.get("alerts?patient=greta");
  const [alert] = body["items"] as { id: string; latestPromise: string }[];
  const acknowledged = await karin.post(
    `alerts/${alert!.id}/acknowledge`,
    { promise: { text: "Jag ringer Greta", due: alert!.latestPromise } },
    { "if-match": '"1"' },
  );
  expect(acknowledged.status).toBe(200);
  const alerts = await nodeRed.kept<Kept[]>(alertsTab, "alerts", (all) => all.length > 2);
  expect(alerts.map(({ type }) => type)).toEqual(["alert.acknowledged", "alert.told", "alert.opened"]);
});

test("the flows hold no secret: everything about a platform comes from the environment", () => {
  expect(text).not.toMatch(/Bearer [A-Za-z0-9]/);
  expect(flows.filter(({ type }) => type === "mqtt-broker")).toMatchObject([
    { broker: "${HEMVAKT_MQTT_HOST}", credentials: { user: "${HEMVAKT_HUB}", password: "${HEMVAKT_HUB_SECRET}" } },
  ]);
});
