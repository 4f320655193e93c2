/** Version 22. Browsers in homes that show a hub's own readings to who has it. */
export const homePages: string = `
  -- A hub's open one-time code, as an HMAC under the installation's key.
  CREATE TABLE home_page_code (
    hub TEXT PRIMARY KEY REFERENCES hub(id),
    code BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Bound to the lending: it shows whoever had the hub when it was paired, for as long as they have it without a break.
  CREATE TABLE home_page (
    id TEXT PRIMARY KEY,
    hub TEXT NOT NULL REFERENCES hub(id),
    -- SHA-256 of the cookie's token.
    token BLOB NOT NULL UNIQUE,
    label TEXT NOT NULL,
    paired_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX home_page_of ON home_page (hub);
  `;
