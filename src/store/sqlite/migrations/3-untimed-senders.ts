/** Version 3. Who has ever sent a reading without a time that places it. */
export const untimedSenders: string = `
  -- Who has ever sent a reading that stands in untimed, by hub and device as sent: for all others nothing is looked up.
  CREATE TABLE untimed_sender (
    hub TEXT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (hub, device)
  ) STRICT, WITHOUT ROWID;
  -- A series names a device that its hub did not have as hub/device, and what staff entered as no hub's.
  INSERT OR IGNORE INTO untimed_sender (hub, device)
    SELECT substr(s.device, 1, instr(s.device, '/') - 1), substr(s.device, instr(s.device, '/') + 1)
    FROM untimed u JOIN series s ON s.id = u.series WHERE instr(s.device, '/') > 0;
  INSERT OR IGNORE INTO untimed_sender (hub, device)
    SELECT ifnull(d.hub, ''), s.device FROM untimed u JOIN series s ON s.id = u.series LEFT JOIN device d ON d.id = s.device
    WHERE instr(s.device, '/') = 0;
  `;
