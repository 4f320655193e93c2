/** Version 7. Who has just shown again that it is they. */
export const signing: string = `
  -- When whoever holds the session last gave their password, to sign in or again; a signature needs it to be fresh.
  ALTER TABLE session ADD COLUMN confirmed_at INTEGER;
  `;
