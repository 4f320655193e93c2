/** Version 6. What care rests on between readings: timers, who is being watched over, and plans before they are signed. */
export const care: string = `
  -- What is to be decided when time has passed: one row a kind and subject, gone when it has been decided.
  CREATE TABLE timer (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    due INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (kind, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX timer_due ON timer (due);

  -- A patient's enrolment, change by change; without any the patient is active. Rows are never changed.
  CREATE TABLE enrolment (
    patient TEXT NOT NULL REFERENCES patient(id),
    n INTEGER NOT NULL,
    state TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER,
    reason TEXT,
    set_by TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (patient, n)
  ) STRICT, WITHOUT ROWID;

  -- Plans that nobody has signed. What a rehearsal of the draft gave stands beside it until the draft changes.
  CREATE TABLE plan_draft (
    id TEXT PRIMARY KEY,
    patient TEXT NOT NULL REFERENCES patient(id),
    -- The signed version that it was begun from; 0 when there was none.
    base INTEGER NOT NULL,
    body TEXT NOT NULL,
    rehearsal TEXT,
    state TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_by TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX plan_draft_patient ON plan_draft (patient);

  -- SHA-256 of the canonical plan as signed, hexadecimal; NULL for what was signed before this version. What the signer
  -- saw of the rehearsal stands with the plan.
  ALTER TABLE plan ADD COLUMN digest TEXT;
  ALTER TABLE plan ADD COLUMN rehearsal TEXT;
  `;
