/** Version 7. Which engine decided which commands. */
export const engines: string = `
  -- From which command on an engine decides: each row from its own on, up to the next one's. A version is a SHA-256 of what decides.
  CREATE TABLE engine (
    command INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    version TEXT NOT NULL,
    release TEXT NOT NULL,
    node TEXT NOT NULL,
    parts TEXT NOT NULL
  ) STRICT;
  `;
