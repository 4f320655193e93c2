/** Version 8. Why the platform said something to a patient. */
export const texts: string = `
  -- JSON: the reading and rule that it was said because of; NULL for what staff said.
  ALTER TABLE prompt ADD COLUMN cause TEXT;
  CREATE INDEX prompt_patient ON prompt (patient, created_at);
  CREATE INDEX prompt_cause ON prompt (json_extract(cause, '$.reading')) WHERE cause IS NOT NULL;
  `;
