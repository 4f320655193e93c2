/**
 * How models differ from what their profile, or common sense, would have: as data, so that every page says it in the
 * same words and the conformance test can ask each model for the example that shows it.
 */
type QuirkDefinition = {
  /** What the device does. */
  readonly does: string;
  /** What Hemvakt makes of it. */
  readonly so: string;
};

const quirkTable = {
  "resends-memory": {
    does: "It keeps readings, and may send them again after pairing or at every connection.",
    so: "That is no fault: the same time and values are the same reading, so nothing is counted twice.",
  },
  "nan-on-error": {
    does: "A measurement that failed comes as NaN for every number, and its status may be clean.",
    so: "It is refused with its bytes kept, and never read as 2047.",
  },
  "zero-not-measured": {
    does: "It sends 0 for what it did not measure.",
    so: "The field is left out: 0 would be a value.",
  },
  "tenfold-step": {
    does: "It uses the profile's layout with steps ten times as large.",
    so: "Its own entry multiplies; with another entry every weight would be a tenth, and implausible.",
  },
  "big-endian": {
    does: "It sends some numbers with the high byte first.",
    so: "They are read that way round; with another entry a pulse of 63 would be refused or be a wrong number.",
  },
  "reserved-flag": {
    does: "It sets a flag that the profile reserves.",
    so: "Its own entry knows what follows; the profile's entry refuses it, since a flag decides what follows.",
  },
  "user-slots": {
    does: "It tells its users apart by a slot.",
    so: "Each slot is assigned to its person. A reading with no known slot is given to nobody where several use it.",
  },
  "no-users": {
    does: "It does not say who used it.",
    so: "Only for a home where one person uses it: a visitor's reading would be the person's.",
  },
  consent: {
    does: "It is silent until the hub has given the user's consent code at 0x2A9F.",
    so: "The hub does that, once for each user slot; Hemvakt sees only the readings.",
  },
  "no-clock": {
    does: "Its readings carry no time.",
    so: "They count from when the hub got them, or Hemvakt did.",
  },
  repeats: {
    does: "It sends the same result many times.",
    so: "The same time and value are the same reading.",
  },
} as const satisfies Record<string, QuirkDefinition>;

export type Quirk = keyof typeof quirkTable;

/** The catalogue of quirks, by name. */
export const quirks: Readonly<Record<Quirk, QuirkDefinition>> = quirkTable;
