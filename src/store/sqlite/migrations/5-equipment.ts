/** Version 5. How hubs come by their secrets, and where equipment has been. */
export const equipment: string = `
  -- Where equipment is when nobody has it: stock, repair, lost or retired. That somebody has it follows from assignment.
  ALTER TABLE hub ADD COLUMN place TEXT NOT NULL DEFAULT 'stock';
  -- A new secret that the hub has not used yet, and until when the present one is taken beside it.
  ALTER TABLE hub ADD COLUMN next_secret BLOB;
  ALTER TABLE hub ADD COLUMN overlap_until INTEGER;
  ALTER TABLE device ADD COLUMN place TEXT NOT NULL DEFAULT 'stock';
  ALTER TABLE device ADD COLUMN firmware TEXT;

  -- The one-time code that a hub gets its secret for, as an HMAC; the row goes when it is used.
  CREATE TABLE provisioning (
    hub TEXT PRIMARY KEY REFERENCES hub(id),
    code BLOB NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Client certificates by SHA-256 fingerprint: those that hubs have shown, and those that are refused.
  CREATE TABLE hub_certificate (
    hub TEXT NOT NULL REFERENCES hub(id),
    fingerprint TEXT NOT NULL,
    seen_at INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (hub, fingerprint)
  ) STRICT, WITHOUT ROWID;

  -- Behind which hub a device was before, for what that hub still keeps of the time.
  CREATE TABLE former_hub (
    device TEXT NOT NULL REFERENCES device(id),
    hub TEXT NOT NULL REFERENCES hub(id),
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX former_hub_device ON former_hub (device, hub);

  -- What has happened to one hub or device. What a hub says of its battery is left out.
  CREATE INDEX event_of_hub ON event (json_extract(data, '$.hub'), seq)
    WHERE (type GLOB 'hub.*' AND type <> 'hub.state') OR type GLOB 'device.*';
  CREATE INDEX event_of_device ON event (json_extract(data, '$.device'), seq)
    WHERE type GLOB 'device.*' OR type GLOB 'assignment.*';
  `;
