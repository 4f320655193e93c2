/**
 * Version 14. Every open alert has a next instant. One that was open before is looked at once, at the next tick, and begins
 * its steps there.
 */
export const escalation: string = `
  UPDATE alert SET due = updated_at WHERE state = 'open' AND due IS NULL;
  `;
