/** Version 13. Who let nobody answer for a while, and why. */
export const coverage: string = `
  CREATE TABLE coverage_override (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    staff TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- The command that was let through, and the holes that it opened (JSON: from, to, reason, team, patients).
    what TEXT NOT NULL,
    holes TEXT NOT NULL,
    command INTEGER NOT NULL
  ) STRICT;
  `;
