/** Version 20. What patients and their teams write to each other. */
export const messages: string = `
  -- Names may stand in it: it is shown to whoever may see the patient and to nobody else, and is no part of any event.
  CREATE TABLE patient_message (
    id TEXT PRIMARY KEY,
    -- NULL while it isn't known who wrote it.
    patient TEXT REFERENCES patient(id),
    at INTEGER NOT NULL,
    -- NULL: the patient; otherwise who of the staff.
    author TEXT,
    text TEXT NOT NULL,
    -- Where it came from, under which id, by the hub's own clock.
    hub TEXT,
    hub_message TEXT,
    user INTEGER,
    sent_at INTEGER,
    seen_at INTEGER,
    seen_by TEXT,
    -- JSON: the prompts by which it is shown at home; the teams that were told while it was nobody's.
    prompts TEXT NOT NULL DEFAULT '[]',
    told TEXT NOT NULL DEFAULT '[]'
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX patient_message_of ON patient_message (patient, at);
  CREATE INDEX patient_message_from ON patient_message (hub, hub_message) WHERE hub IS NOT NULL;
  CREATE INDEX patient_message_waiting ON patient_message (at) WHERE author IS NULL AND seen_at IS NULL;
  `;
