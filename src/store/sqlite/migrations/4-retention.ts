/** Version 4. What has served its time may go. */
export const retention: string = `
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
  `;
