/** Version 18. When somebody doesn't want to be told out of the house: JSON of domain/preference.ts. */
export const preference: string = `
  CREATE TABLE preference (
    staff TEXT PRIMARY KEY REFERENCES staff(id),
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `;
