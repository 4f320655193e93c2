/** Version 19. What follows up on alerts: an index for a period, and how many alerts a team has said it can take. */
export const load: string = `
  CREATE INDEX event_opened ON event (at) WHERE type = 'alert.opened';

  CREATE TABLE load_budget (
    team TEXT PRIMARY KEY REFERENCES team(id),
    per_shift INTEGER NOT NULL,
    set_by TEXT NOT NULL,
    set_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `;
