/** Version 15. What was paused by name for a while, and what may still be undone. */
export const lifecycle: string = `
  -- One side of one concern of a patient, quiet until an instant. Rows are kept; ended_at says when it ended otherwise.
  CREATE TABLE snooze (
    id TEXT PRIMARY KEY,
    patient TEXT NOT NULL REFERENCES patient(id),
    concern TEXT NOT NULL,
    side TEXT NOT NULL,
    alert TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    -- How far it had gone, in stored integers, and how severe it was: beyond either it breaks.
    value INTEGER NOT NULL,
    severity TEXT NOT NULL,
    set_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    ended_at INTEGER,
    ended_by TEXT,
    end_reason TEXT,
    -- JSON: what was kept quiet last and hasn't returned since; it is told at the end.
    held TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX snooze_active ON snooze (patient, concern) WHERE ended_at IS NULL;

  -- JSON: who did the last thing, when, and the alert before it; nothing once anything else has happened.
  ALTER TABLE alert ADD COLUMN undo TEXT;
  `;
