import { HemvaktError } from "../../errors.ts";
import type { Database } from "./database.ts";
import { first } from "./migrations/1-first.ts";
import { outbox } from "./migrations/2-outbox.ts";
import { untimedSenders } from "./migrations/3-untimed-senders.ts";
import { retention } from "./migrations/4-retention.ts";
import { equipment } from "./migrations/5-equipment.ts";
import { care } from "./migrations/6-care.ts";
import { signing } from "./migrations/7-signing.ts";
import { texts } from "./migrations/8-texts.ts";
import { silence } from "./migrations/9-silence.ts";
import { proof } from "./migrations/10-proof.ts";
import { duty } from "./migrations/11-duty.ts";
import { coverage } from "./migrations/13-coverage.ts";
import { escalation } from "./migrations/14-escalation.ts";
import { lifecycle } from "./migrations/15-lifecycle.ts";
import { handover } from "./migrations/16-handover.ts";
import { delivery } from "./migrations/17-delivery.ts";
import { preference } from "./migrations/18-preference.ts";
import { load } from "./migrations/19-load.ts";
import { messages } from "./migrations/20-messages.ts";
import { channels } from "./migrations/21-channels.ts";
import { homePages } from "./migrations/22-home-pages.ts";

/**
 * The embedded store, version by version. A migration never changes once released; add the next.
 *
 * Conventions: instants are milliseconds since the epoch; ids are opaque text; JSON only where no query looks inside.
 * Names and personal numbers stand in `person` and nowhere else. Clinical rows carry the team (and through it the
 * provider and unit) that was responsible.
 */
const migrations: readonly string[] = [
  first,
  outbox,
  untimedSenders,
  retention,
  equipment,
  care,
  signing,
  texts,
  silence,
  proof,
  duty,
  coverage,
  escalation,
  lifecycle,
  handover,
  delivery,
  preference,
  load,
  messages,
  channels,
  homePages,
];

/** The schema version this code writes. */
export const schemaVersion = migrations.length;

/**
 * Brings a database to the current schema, one transaction a version.
 * @param to the version to stop at; an earlier one only to see that what it wrote is upgraded
 * @throws HemvaktError `DATA_TOO_NEW` when a later Hemvakt wrote it
 */
export function migrate(db: Database, to = schemaVersion): void {
  const found = db.get<{ user_version: number }>("PRAGMA user_version")?.user_version ?? 0;
  if (found > schemaVersion) {
    throw new HemvaktError("DATA_TOO_NEW", `Schema ${found}; this version knows ${schemaVersion}.`);
  }
  for (let version = found; version < to; version += 1) {
    db.exec(`BEGIN IMMEDIATE; ${migrations[version]}; PRAGMA user_version = ${version + 1}; COMMIT;`);
  }
}
