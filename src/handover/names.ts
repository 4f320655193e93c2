/**
 * Names of staff stand in `person` and nowhere else: in a stored text a person is `{staff:<id>}`, and gets their name when
 * somebody who may see it reads it.
 */

export const placeholderOf = (staff: string): string => `{staff:${staff}}`;

/** The ids that a text names. */
export const namedIn = (text: string): string[] =>
  [...text.matchAll(/\{staff:([A-Za-z0-9._-]{1,64})\}/g)].map(([, id]) => id!);

/** A stored text as people read it; who isn't known any more stays an id. */
export const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\{staff:([A-Za-z0-9._-]{1,64})\}/g, (_, id: string) => names.get(id) ?? id);

/** A text that people have edited as it is stored: known names are ids again. */
export const withoutNames = (text: string, names: ReadonlyMap<string, string>): string =>
  [...names].reduce((hidden, [id, name]) => hidden.replaceAll(name, placeholderOf(id)), text);
