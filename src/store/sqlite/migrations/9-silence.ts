/** Version 9. What silence is judged by beside readings, plans and enrolment. */
export const silence: string = `
  -- When a hub or the platform itself was away, as the command log says; to_at is NULL while it is. Rows are kept: what
  -- silence was at an earlier instant follows from them. told says how people heard of it: on its own, in common with
  -- others that went away together, or (NULL) not yet.
  CREATE TABLE downtime (
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER,
    told TEXT,
    PRIMARY KEY (what, subject, from_at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX downtime_open ON downtime (what, subject) WHERE to_at IS NULL;

  -- Since when the platform has known that values are expected of a patient.
  CREATE TABLE watch (
    patient TEXT PRIMARY KEY REFERENCES patient(id),
    since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- When the platform's own last heartbeat was stored.
  CREATE TABLE heartbeat (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
  ) STRICT;

  -- Since when a device's battery has been nearly empty.
  ALTER TABLE device ADD COLUMN low_since INTEGER;

  CREATE INDEX hub_away ON hub (last_seen) WHERE online = 0;
  `;
