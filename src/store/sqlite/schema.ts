import { HemvaktError } from "../../errors.ts";
import type { Database } from "./database.ts";

/**
 * The embedded store, version by version. A migration never changes once released; add the next.
 *
 * Conventions: instants are milliseconds since the epoch; ids are opaque text; JSON only where no query looks inside.
 * Names and personal numbers stand in `person` and nowhere else. Clinical rows carry the team (and through it the
 * provider and unit) that was responsible.
 */
const migrations: readonly string[] = [
  `
  -- What was asked of the ledger, in the order decided. Replaying it in a fresh store rebuilds every alert.
  CREATE TABLE command (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    meta TEXT,
    payload BLOB NOT NULL
  ) STRICT;

  CREATE TABLE team (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    unit TEXT NOT NULL,
    zone TEXT NOT NULL,
    contact TEXT NOT NULL,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE person (
    id TEXT PRIMARY KEY,
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    born TEXT,
    personal_number TEXT,
    phone TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person(id),
    username TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    loopback_only INTEGER NOT NULL,
    disabled_at INTEGER,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE membership (
    staff TEXT NOT NULL REFERENCES staff(id),
    team TEXT NOT NULL REFERENCES team(id),
    PRIMARY KEY (staff, team)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE patient (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person(id),
    team TEXT NOT NULL REFERENCES team(id),
    enrolled_at INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX patient_team_index ON patient (team);

  -- Teams beside the responsible one that may see the patient.
  CREATE TABLE patient_team (
    patient TEXT NOT NULL REFERENCES patient(id),
    team TEXT NOT NULL REFERENCES team(id),
    PRIMARY KEY (patient, team)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE plan (
    patient TEXT NOT NULL REFERENCES patient(id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    valid_from INTEGER NOT NULL CHECK (valid_from >= signed_at),
    team TEXT NOT NULL,
    PRIMARY KEY (patient, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE hub (
    id TEXT PRIMARY KEY,
    team TEXT NOT NULL REFERENCES team(id),
    secret BLOB NOT NULL,
    zone TEXT NOT NULL,
    forwarding TEXT NOT NULL,
    revoked_at INTEGER,
    online INTEGER NOT NULL DEFAULT 0,
    last_seen INTEGER,
    battery INTEGER,
    firmware TEXT,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- What the broker refused of a hub: MQTT 3.1.1 can't say why a connection closes, so the technician is shown.
  CREATE TABLE hub_refusal (
    hub TEXT NOT NULL REFERENCES hub(id),
    code TEXT NOT NULL,
    count INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (hub, code)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE device (
    id TEXT PRIMARY KEY,
    hub TEXT NOT NULL REFERENCES hub(id),
    model TEXT NOT NULL,
    battery INTEGER,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX device_hub ON device (hub);

  CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    device TEXT NOT NULL REFERENCES device(id),
    user INTEGER,
    patient TEXT NOT NULL REFERENCES patient(id),
    from_at INTEGER NOT NULL,
    to_at INTEGER,
    -- The entry of a region file that declares it; absent when somebody made it.
    declaration TEXT,
    version INTEGER NOT NULL,
    CHECK (to_at IS NULL OR to_at > from_at)
  ) STRICT;
  CREATE INDEX assignment_device ON assignment (device);
  CREATE INDEX assignment_patient ON assignment (patient);

  -- A series is one source of one kind for one patient (or nobody yet) under one team.
  CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    user INTEGER,
    kind TEXT NOT NULL,
    patient TEXT,
    team TEXT NOT NULL
  ) STRICT;
  CREATE INDEX series_device ON series (device, kind);
  CREATE INDEX series_patient ON series (patient, kind);

  -- v1 to v4 are the components of the series' kind, in the order of the kind catalogue, in stored integers.
  CREATE TABLE reading (
    series INTEGER NOT NULL,
    measured_at INTEGER NOT NULL,
    n INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    v1 INTEGER, v2 INTEGER, v3 INTEGER, v4 INTEGER,
    clock INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    plan INTEGER,
    seq INTEGER,
    command INTEGER NOT NULL,
    position INTEGER NOT NULL,
    detail TEXT,
    PRIMARY KEY (series, measured_at, n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reading_seq ON reading (series, seq) WHERE seq IS NOT NULL;

  -- Identity of readings whose own time does not place them: none, unset or wrong.
  CREATE TABLE untimed (
    digest BLOB PRIMARY KEY,
    series INTEGER NOT NULL,
    measured_at INTEGER NOT NULL,
    n INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE message (
    hub TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (hub, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    hub TEXT NOT NULL,
    team TEXT NOT NULL,
    device TEXT,
    topic TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT,
    position INTEGER,
    digest BLOB NOT NULL,
    payload BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX quarantine_once ON quarantine (hub, digest, ifnull(position, -1), code);

  CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    subject_type TEXT NOT NULL,
    subject TEXT NOT NULL,
    concern TEXT NOT NULL,
    category TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    team TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    due INTEGER,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- A patient's alert is one per concern; an alert about a device or hub one per team told.
  CREATE UNIQUE INDEX alert_one_active ON alert
    (subject_type, subject, concern, CASE subject_type WHEN 'patient' THEN '' ELSE team END)
    WHERE state <> 'resolved';
  CREATE INDEX alert_latest ON alert (subject, concern, opened_at);
  CREATE INDEX alert_team ON alert (team, state);
  CREATE INDEX alert_due ON alert (due) WHERE due IS NOT NULL;

  -- Everything that happened, in order; live listeners follow it by seq.
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    alert TEXT,
    patient TEXT,
    team TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    reading TEXT,
    data TEXT NOT NULL,
    command INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX event_alert ON event (alert, seq) WHERE alert IS NOT NULL;
  CREATE INDEX event_reading ON event (reading) WHERE reading IS NOT NULL;

  CREATE TABLE prompt (
    id INTEGER PRIMARY KEY,
    hub TEXT NOT NULL,
    patient TEXT NOT NULL,
    user INTEGER,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    shown_at INTEGER,
    retracted_at INTEGER
  ) STRICT;
  CREATE INDEX prompt_hub ON prompt (hub) WHERE shown_at IS NULL AND retracted_at IS NULL;

  CREATE TABLE session (
    token BLOB PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff(id),
    kind TEXT NOT NULL,
    csrf TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_staff ON session (staff);

  CREATE TABLE idempotency (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    digest BLOB NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (actor, key)
  ) STRICT, WITHOUT ROWID;

  -- What region files declared, so that importing again changes nothing.
  CREATE TABLE declaration (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE read_log (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff TEXT NOT NULL,
    role TEXT NOT NULL,
    team TEXT NOT NULL,
    patient TEXT NOT NULL,
    action TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX read_log_patient ON read_log (patient, at);
  CREATE TRIGGER read_log_no_update BEFORE UPDATE ON read_log BEGIN SELECT RAISE(ABORT, 'the read log is append-only'); END;
  CREATE TRIGGER read_log_no_delete BEFORE DELETE ON read_log BEGIN SELECT RAISE(ABORT, 'the read log is append-only'); END;
  `,
  `
  -- Where stored readings are passed on to, and how far those from before it was named have been: the last key, or NULL
  -- when all of them are through. No row: nowhere.
  CREATE TABLE outbox_target (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    target TEXT NOT NULL,
    series INTEGER,
    measured_at INTEGER,
    n INTEGER
  ) STRICT;

  -- Readings stored or changed and not passed on yet, in order. What is sent is the row as it is then.
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL,
    measured_at INTEGER NOT NULL,
    n INTEGER NOT NULL
  ) STRICT;
  CREATE TRIGGER outbox_stored AFTER INSERT ON reading WHEN EXISTS (SELECT 1 FROM outbox_target WHERE id = 1)
  BEGIN INSERT INTO outbox (series, measured_at, n) VALUES (NEW.series, NEW.measured_at, NEW.n); END;
  CREATE TRIGGER outbox_marked AFTER UPDATE OF flags ON reading
    WHEN NEW.flags <> OLD.flags AND EXISTS (SELECT 1 FROM outbox_target WHERE id = 1)
  BEGIN INSERT INTO outbox (series, measured_at, n) VALUES (NEW.series, NEW.measured_at, NEW.n); END;

  -- Readings that the receiver won't have, with what it answered.
  CREATE TABLE outbox_refused (
    series INTEGER NOT NULL,
    measured_at INTEGER NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (series, measured_at, n)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Who has ever sent a reading that stands in untimed, by hub and device as sent: for all others nothing is looked up.
  CREATE TABLE untimed_sender (
    hub TEXT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (hub, device)
  ) STRICT, WITHOUT ROWID;
  -- A series names a device that its hub did not have as hub/device, and what staff entered as no hub's.
  INSERT OR IGNORE INTO untimed_sender (hub, device)
    SELECT substr(s.device, 1, instr(s.device, '/') - 1), substr(s.device, instr(s.device, '/') + 1)
    FROM untimed u JOIN series s ON s.id = u.series WHERE instr(s.device, '/') > 0;
  INSERT OR IGNORE INTO untimed_sender (hub, device)
    SELECT ifnull(d.hub, ''), s.device FROM untimed u JOIN series s ON s.id = u.series LEFT JOIN device d ON d.id = s.device
    WHERE instr(s.device, '/') = 0;
  `,
  `
  -- When a message id was first seen, in days since 1970; those from before this version count as seen on the day of the
  -- newest command.
  ALTER TABLE message ADD COLUMN day INTEGER;
  UPDATE message SET day = (SELECT max(at) / 86400000 FROM command);

  -- The copy of the store at which replaying begins, once commands have been let go.
  CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;

  -- The read log lets go what has served its time, and nothing else.
  CREATE TABLE read_log_expiry (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    before INTEGER NOT NULL
  ) STRICT;
  DROP TRIGGER read_log_no_delete;
  CREATE TRIGGER read_log_no_delete BEFORE DELETE ON read_log
    WHEN OLD.at >= ifnull((SELECT before FROM read_log_expiry WHERE id = 1), OLD.at)
    BEGIN SELECT RAISE(ABORT, 'the read log is append-only'); END;
  `,
  `
  -- Where equipment is when nobody has it: stock, repair, lost or retired. That somebody has it follows from assignment.
  ALTER TABLE hub ADD COLUMN place TEXT NOT NULL DEFAULT 'stock';
  -- A new secret that the hub has not used yet, and until when the present one is taken beside it.
  ALTER TABLE hub ADD COLUMN next_secret BLOB;
  ALTER TABLE hub ADD COLUMN overlap_until INTEGER;
  ALTER TABLE device ADD COLUMN place TEXT NOT NULL DEFAULT 'stock';
  ALTER TABLE device ADD COLUMN firmware TEXT;

  -- The one-time code that a hub gets its secret for, as an HMAC; the row goes when it is used.
  CREATE TABLE provisioning (
    hub TEXT PRIMARY KEY REFERENCES hub(id),
    code BLOB NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Client certificates by SHA-256 fingerprint: those that hubs have shown, and those that are refused.
  CREATE TABLE hub_certificate (
    hub TEXT NOT NULL REFERENCES hub(id),
    fingerprint TEXT NOT NULL,
    seen_at INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (hub, fingerprint)
  ) STRICT, WITHOUT ROWID;

  -- Behind which hub a device was before, for what that hub still keeps of the time.
  CREATE TABLE former_hub (
    device TEXT NOT NULL REFERENCES device(id),
    hub TEXT NOT NULL REFERENCES hub(id),
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX former_hub_device ON former_hub (device, hub);

  -- What has happened to one hub or device. What a hub says of its battery is left out.
  CREATE INDEX event_of_hub ON event (json_extract(data, '$.hub'), seq)
    WHERE (type GLOB 'hub.*' AND type <> 'hub.state') OR type GLOB 'device.*';
  CREATE INDEX event_of_device ON event (json_extract(data, '$.device'), seq)
    WHERE type GLOB 'device.*' OR type GLOB 'assignment.*';
  `,
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
