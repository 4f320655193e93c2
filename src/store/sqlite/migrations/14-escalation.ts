/**
 * Version 14. Every open alert has a next instant. One that was open before is looked at once, at the next tick, and begins
 * its steps there.
 */
export const escalation: string = `
  UPDATE alert SET due = updated_at WHERE state = 'open' AND due IS NULL;
  -- Which technical alerts a team was told of lately: others are told with them.
  CREATE INDEX notification_technical ON notification (team, at)
    WHERE occasion = 'alert' AND json_extract(data, '$.category') = 'technical';
  `;
