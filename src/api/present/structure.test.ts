import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STRUCTURE_BYTES, structureOf } from "./structure.ts";

const shown = (text: string): string | null => {
  const bytes = Buffer.from(text);
  return structureOf(bytes.subarray(0, STRUCTURE_BYTES), bytes.length);
};

describe("the structure of a message", () => {
  it("keeps the names of fields and masks digits and words", () => {
    expect(shown('{"id":"m-81","device":"scale","readings":[{"kind":"body-weight","value":84.7,"unit":"kg"}]}')).toBe(
      '{"id":"x-00","device":"x","readings":[{"kind":"body-weight","value":00.0,"unit":"x"}]}',
    );
    expect(shown('{"device":"scale","note":"Greta mår illa, 112')).toBe('{"device":"x","x":"x x x, 000');
  });

  it("is nothing where the message is no text, and ends with an ellipsis where it was cut", () => {
    expect(structureOf(Uint8Array.of(0x00, 0xff, 0xfe), 3)).toBeNull();
    expect(shown("ö".repeat(STRUCTURE_BYTES))).toBe("x…");
  });

  it("never tells a digit but 0", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(shown(text)?.match(/[1-9]/) ?? null).toBeNull();
      }),
    );
  });
});
