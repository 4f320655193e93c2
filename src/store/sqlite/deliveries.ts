import type { Severity } from "../../domain/alert.ts";
import type { OnCallRole } from "../../domain/responsibility.ts";
import type { Database } from "./database.ts";

/** How a notification leaves the platform. Live events need no delivery: whoever looks sees them. */
export const channels = ["email", "webhook", "push"] as const;
export type Channel = (typeof channels)[number];

export const deliveryStates = ["queued", "accepted", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type NotificationRow = {
  id: string;
  at: number;
  occasion: string;
  alert: string | null;
  patient: string | null;
  severity: Severity | null;
  team: string;
  staff: string | null;
  role: OnCallRole | null;
  step: number | null;
  data: string;
  seen_at: number | null;
};

export type DeliveryRow = {
  notification: string;
  channel: Channel;
  state: DeliveryState;
  attempts: number;
  next_at: number | null;
  until_at: number;
  settled_at: number | null;
  code: string | null;
};

/** What is to be tried now, the most urgent first: red before others, then what has waited longest. */
export const dueDeliveries = (db: Database, now: number, most: number): (DeliveryRow & NotificationRow)[] =>
  db.all<DeliveryRow & NotificationRow>(
    `SELECT d.*, n.* FROM delivery d JOIN notification n ON n.id = d.notification WHERE d.next_at <= ?
     ORDER BY n.severity IS NOT 'red', d.next_at, d.notification, d.channel LIMIT ?`,
    now,
    most,
  );

/** The next instant at which something is to be tried; `undefined` when nothing waits. */
export const nextDelivery = (db: Database): number | undefined =>
  db.get<{ at: number | null }>("SELECT min(next_at) AS at FROM delivery WHERE next_at IS NOT NULL")?.at ?? undefined;

/** A notification by its id. */
export const notificationById = (db: Database, id: string): NotificationRow | undefined =>
  db.get<NotificationRow>("SELECT * FROM notification WHERE id = ?", id);

export const deliveriesOf = (db: Database, notification: string): DeliveryRow[] =>
  db.all<DeliveryRow>("SELECT * FROM delivery WHERE notification = ? ORDER BY channel", notification);
