import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manualClock } from "../../src/clock.ts";
import type { DeviceMessage, OutcomeValue, Receipt } from "../../src/decision/message.ts";
import type { Submission } from "../../src/ledger/commands.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { replay } from "../../src/ledger/replay.ts";
import type { WriterOptions } from "../../src/ledger/writer.ts";
import type { Region } from "../../src/region/region.ts";
import type { Condition } from "../../src/rules/presets.ts";
import { preset } from "../../src/rules/presets.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { openReader } from "../../src/store/sqlite/open.ts";

const DAY = 86_400_000;

export type AlertSummary = {
  id: string;
  subject: string;
  concern: string;
  severity: string;
  state: string;
  category: string;
  version: number;
  team: string;
  cause: string;
};
export type EventSummary = {
  at: number;
  seq: number;
  type: string;
  alert: string | null;
  patient: string | null;
  team: string;
  reason: string;
  reading: string | null;
  data: Record<string, unknown>;
};

/**
 * A small region on an inline ledger with a manual clock: team `north` (nurse `karin`), team `night` (nurse `nils`),
 * patients `greta` (heart failure) and `soheil` (COPD) with plans since 120 days, hub `hub-greta` (live) with `scale`
 * (Greta's), `oximeter` (Soheil's), `shared` (slot 1 Greta, slot 2 Soheil), `loose` (nobody's); hub `hub-store`
 * (store-and-forward) with `cuff` (Greta's). Soheil's team is `night`.
 */
export async function openHome(at = "2026-11-22T14:00:00+01:00", options: WriterOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-home-"));
  const clock = manualClock(at);
  const reports: string[] = [];
  const ledger = await openLedger({
    ...options,
    folder,
    clock,
    mode: "inline",
    onReports: (all) => reports.push(...all.map(({ code }) => code)),
  });
  await ledger.submit({ kind: "region-import", region: smallRegion(clock.now()), actor: "import" });
  const db = openReader(folder);
  let messages = 0;

  const publish = (
    channel: DeviceMessage["channel"],
    payload: object | string,
    extra: Partial<DeviceMessage> & { hub?: string } = {},
  ): Promise<OutcomeValue> => {
    const hub = extra.hub ?? "hub-greta";
    return ledger.submit({
      kind: "device-message",
      actor: `hub:${hub}`,
      topic: `hv/v1/${hub}/${channel}`,
      channel,
      payload: Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)),
      ...extra,
      hub,
    });
  };
  const receiptOf = async (outcome: Promise<OutcomeValue>): Promise<Receipt> => {
    const { receipt } = await outcome;
    if (!receipt) throw new Error("no receipt");
    return receipt;
  };

  return {
    folder,
    clock,
    db,
    ledger,
    reports,
    publish,
    /** Publishes readings of one device and answers the receipt. */
    readings: (
      device: string,
      items: object[],
      extra: Partial<DeviceMessage> & { hub?: string; id?: string; sentAt?: string } = {},
    ) => {
      const { id = `m${++messages}`, sentAt, ...rest } = extra;
      return receiptOf(publish("readings", { id, ...(sentAt ? { sentAt } : {}), device, readings: items }, rest));
    },
    /** Publishes one Bluetooth notification and answers the receipt. */
    gatt: (
      device: string,
      characteristic: string,
      hex: string,
      extra: Partial<DeviceMessage> & { hub?: string; id?: string; at?: string } = {},
    ) => {
      const { id = `m${++messages}`, at: when, ...rest } = extra;
      return receiptOf(publish("gatt", { id, device, characteristic, hex, ...(when ? { at: when } : {}) }, rest));
    },
    submit: (command: Submission) => ledger.submit(command),
    alerts: (subject?: string): AlertSummary[] =>
      db
        .all<AlertSummary>(
          `SELECT id, subject, concern, severity, state, category, version, team, json_extract(body, '$.cause') AS cause
         FROM alert WHERE ? IS NULL OR subject = ? ORDER BY opened_at, id`,
          subject,
          subject,
        )
        .map((row) => ({ ...row })),
    /** Events by a pattern of their type; who was told of alerts only when asked for by name. */
    events: (type?: string): EventSummary[] =>
      db
        .all<EventSummary & { data: string }>(
          "SELECT * FROM event WHERE (? IS NULL OR type LIKE ?) AND (type <> 'alert.told' OR ? = 'alert.told') ORDER BY seq",
          type,
          type,
          type,
        )
        .map((row) => ({ ...row, data: JSON.parse(row.data as unknown as string) as Record<string, unknown> })),
    count: (table: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0,
    replayed: () => replay(db, openDatabase(":memory:")),
    async close() {
      db.close();
      await ledger.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Home = Awaited<ReturnType<typeof openHome>>;

/** The region of `openHome`, declared at an instant. */
export function smallRegion(now: number): Region {
  const from = now - 120 * DAY;
  const team = (id: string) => ({
    id,
    name: id,
    provider: "Region Exempel",
    unit: `Unit ${id}`,
    zone: "Europe/Stockholm",
    contact: { phone: "010-000 00 00" },
  });
  const staff = (id: string, teams: string[]) => ({
    id,
    username: id,
    passwordHash: "-",
    role: "nurse" as const,
    name: { given: id, family: "Prov" },
    teams,
    loopbackOnly: false,
  });
  const patient = (id: string, inTeam: string) => ({
    id,
    name: { given: id, family: "Exempel" },
    team: inTeam,
    otherTeams: [],
    enrolledAt: from,
  });
  const plan = (id: string, conditions: Condition[]) => ({
    patient: id,
    version: 1,
    body: preset(conditions),
    signedBy: "karin",
    signedAt: from,
    validFrom: from,
  });
  const hub = (id: string, forwarding: "live" | "store-and-forward") => ({
    id,
    team: "north",
    secretHmac: "00".repeat(32),
    zone: "Europe/Stockholm",
    forwarding,
  });
  const device = (id: string, on: string, model: string) => ({ id, hub: on, model });
  const declare = <T>(entries: T[]) => entries.map((entry) => ({ ...entry, digest: JSON.stringify(entry) }));
  return {
    teams: declare([team("north"), team("night")]),
    staff: declare([staff("karin", ["north"]), staff("nils", ["night"])]),
    patients: declare([patient("greta", "north"), patient("soheil", "night")]),
    plans: declare([plan("greta", ["heart-failure"]), plan("soheil", ["copd"])]),
    hubs: declare([hub("hub-greta", "live"), hub("hub-store", "store-and-forward")]),
    devices: declare([
      device("scale", "hub-greta", "generic-weight"),
      device("oximeter", "hub-greta", "generic-pulse-oximeter"),
      device("shared", "hub-greta", "generic-weight"),
      device("loose", "hub-greta", "generic-weight"),
      device("cuff", "hub-store", "generic-blood-pressure"),
    ]),
    rota: [],
    responsibilities: [],
    assignments: declare([
      { device: "scale", patient: "greta", from },
      { device: "oximeter", patient: "soheil", from },
      { device: "shared", user: 1, patient: "greta", from },
      { device: "shared", user: 2, patient: "soheil", from },
      { device: "cuff", patient: "greta", from },
    ]),
  };
}
