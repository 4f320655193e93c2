/** Version 2. What is passed on to others, and how far it has been. */
export const outbox: string = `
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
  `;
