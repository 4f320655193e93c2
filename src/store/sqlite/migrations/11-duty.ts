/** Version 11. Who answers when: teams' hours and covers, rotas, responsibility from–to, and who is told of what. */
export const duty: string = `
  ALTER TABLE team ADD COLUMN kind TEXT NOT NULL DEFAULT 'clinic';
  -- JSON of domain/hours.ts; NULL is around the clock, as every team was before this version.
  ALTER TABLE team ADD COLUMN hours TEXT;
  -- The team outside this one's hours.
  ALTER TABLE team ADD COLUMN cover TEXT REFERENCES team(id);
  ALTER TABLE team ADD COLUMN on_call TEXT NOT NULL DEFAULT 'at-work';
  -- JSON of domain/escalation.ts; NULL is the platform's own steps.
  ALTER TABLE team ADD COLUMN escalation TEXT;
  ALTER TABLE team ADD COLUMN closed_at INTEGER;

  CREATE TABLE shift (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    team TEXT NOT NULL REFERENCES team(id),
    staff TEXT NOT NULL REFERENCES staff(id),
    role TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    -- The entry of a region file that declares it; absent when somebody made it.
    declaration TEXT,
    version INTEGER NOT NULL,
    CHECK (to_at > from_at)
  ) STRICT;
  CREATE INDEX shift_team ON shift (team, from_at);
  CREATE INDEX shift_staff ON shift (staff);

  -- In the order decided. Entries are never deleted: one that is ended early gets an end.
  CREATE TABLE responsibility (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient TEXT NOT NULL REFERENCES patient(id),
    kind TEXT NOT NULL,
    team TEXT NOT NULL REFERENCES team(id),
    cover TEXT REFERENCES team(id),
    from_at INTEGER NOT NULL,
    to_at INTEGER,
    decided_at INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    reason TEXT,
    version INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX responsibility_patient ON responsibility (patient);
  -- Until now a patient had one team, from as early as anything is known of them.
  INSERT INTO responsibility (patient, kind, team, from_at, decided_at, decided_by, version)
    SELECT id, 'ordinary', team, 0, enrolled_at, 'platform', 1 FROM patient ORDER BY id;

  -- The teams that answer for a patient now, their covers included: what follows from responsibility at this time.
  CREATE TABLE patient_duty (
    patient TEXT NOT NULL REFERENCES patient(id),
    team TEXT NOT NULL REFERENCES team(id),
    PRIMARY KEY (patient, team)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX patient_duty_team ON patient_duty (team);
  CREATE INDEX patient_team_beside ON patient_team (team);

  -- Who may see a patient: the team that has them, those beside it, those that answer now, and whoever has something open.
  CREATE VIEW care_relation (patient, team) AS
    SELECT id, team FROM patient UNION SELECT patient, team FROM patient_team UNION SELECT patient, team FROM patient_duty
    UNION SELECT subject, team FROM alert WHERE subject_type = 'patient' AND state <> 'resolved';

  -- Who was to be told what, decided once. How it reached them stands in delivery.
  CREATE TABLE notification (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    alert TEXT,
    patient TEXT,
    severity TEXT,
    -- The team in whose name it is told, and to whom: a member of staff, or NULL for the team's own function.
    team TEXT NOT NULL,
    staff TEXT,
    role TEXT,
    step INTEGER,
    data TEXT NOT NULL,
    seen_at INTEGER,
    command INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX notification_alert ON notification (alert) WHERE alert IS NOT NULL;
  CREATE INDEX notification_staff ON notification (staff, at) WHERE staff IS NOT NULL;
  CREATE INDEX notification_team ON notification (team, at);
  `;
