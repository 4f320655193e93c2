/** Version 1. The store as it began. */
export const first: string = `
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
  `;
