import { type Flag, flagNames } from "../src/domain/flag.ts";

/** One bit of a status field: its name in the profile, and the flag it becomes where it matters to a reading. */
export type StatusBit = { readonly bit: number; readonly name: string; readonly flag?: Flag };

/** The flags that the set bits of a status field become. Bits that are not in the table are reserved and ignored. */
export const flagsOf = (word: number, bits: readonly StatusBit[]): Flag[] =>
  bits.flatMap(({ bit, flag }) => (flag && word & (1 << bit) ? [flag] : []));

/** Flags in catalogue order, each once: equal readings then have equal flags. */
export const inOrder = (flags: readonly Flag[]): Flag[] => flagNames.filter((name) => flags.includes(name));

/** The status field with the named bits set. */
export const wordOf = (names: readonly string[], bits: readonly StatusBit[]): number =>
  bits.reduce((word, { bit, name }) => (names.includes(name) ? word | (1 << bit) : word), 0);
