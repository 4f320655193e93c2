/** Version 16. What one team offers another, and what became of it. */
export const handover: string = `
  CREATE TABLE handover (
    id TEXT PRIMARY KEY,
    from_team TEXT NOT NULL REFERENCES team(id),
    to_team TEXT NOT NULL REFERENCES team(id),
    state TEXT NOT NULL,
    offered_by TEXT NOT NULL,
    offered_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Until when the receiver also takes over the patients; NULL where only what is open is handed over.
    takeover_until INTEGER,
    note TEXT,
    decided_by TEXT,
    decided_at INTEGER,
    reason TEXT,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handover_to ON handover (to_team, state);
  CREATE INDEX handover_from ON handover (from_team, state);

  -- The patients of an offer, each with its SBAR: as compiled, and as whoever offered it has edited it (JSON, no names).
  CREATE TABLE handover_patient (
    handover TEXT NOT NULL REFERENCES handover(id),
    patient TEXT NOT NULL REFERENCES patient(id),
    compiled TEXT NOT NULL,
    edited TEXT,
    PRIMARY KEY (handover, patient)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handover_patient_of ON handover_patient (patient);

  CREATE TABLE handover_alert (
    handover TEXT NOT NULL REFERENCES handover(id),
    alert TEXT NOT NULL REFERENCES alert(id),
    -- What became of it: taken, or closed before the offer was answered.
    outcome TEXT,
    PRIMARY KEY (handover, alert)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handover_alert_of ON handover_alert (alert);
  `;
