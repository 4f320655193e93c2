/** Version 21. Browsers that are pushed to; who hears a team's alerts over MQTT; turns of a webhook's secret. */
export const channels: string = `
  CREATE TABLE push_subscription (
    id TEXT PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff(id),
    -- What the browser calls itself, for its owner to tell one from another.
    label TEXT NOT NULL,
    endpoint TEXT NOT NULL UNIQUE,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX push_subscription_of ON push_subscription (staff);

  -- A program that hears what happens to alerts of some teams. It says nothing.
  CREATE TABLE integration (
    id TEXT PRIMARY KEY,
    about TEXT NOT NULL,
    -- HMAC-SHA-256 under the installation's key.
    secret BLOB NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE integration_team (
    integration TEXT NOT NULL REFERENCES integration(id),
    team TEXT NOT NULL REFERENCES team(id),
    PRIMARY KEY (integration, team)
  ) STRICT, WITHOUT ROWID;

  -- How often the secret of a team's webhooks has been changed, and until when the one before signs too.
  ALTER TABLE team ADD COLUMN webhook_turn INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE team ADD COLUMN webhook_overlap_until INTEGER;
  `;
