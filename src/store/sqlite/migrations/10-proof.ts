/** Version 10. What proofs rest on: which engine decided which commands, and seals on the command log. */
export const proof: string = `
  -- From which command on an engine decides: each row from its own on, up to the next one's. A version is a SHA-256 of what decides.
  CREATE TABLE engine (
    command INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    version TEXT NOT NULL,
    release TEXT NOT NULL,
    node TEXT NOT NULL,
    parts TEXT NOT NULL
  ) STRICT;

  -- SHA-256 of the command and of the seal before it; NULL on what was logged before this version.
  ALTER TABLE command ADD COLUMN seal BLOB;
  `;
