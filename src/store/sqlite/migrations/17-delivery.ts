/** Version 17. How what is told reaches people: one row for each notification and channel. */
export const delivery: string = `
  -- Names and addresses of people stand in person and nowhere else.
  ALTER TABLE person ADD COLUMN email TEXT;

  CREATE TABLE delivery (
    notification TEXT NOT NULL REFERENCES notification(id),
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    -- When it is to be tried; NULL once it is accepted or given up.
    next_at INTEGER,
    -- After this it is given up.
    until_at INTEGER NOT NULL,
    settled_at INTEGER,
    code TEXT,
    PRIMARY KEY (notification, channel)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX delivery_next ON delivery (next_at) WHERE next_at IS NOT NULL;
  `;
