import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Manifest, parseManifest, writeManifest } from "./manifest.ts";

const manifest: Manifest = {
  format: "hemvakt-backup/1",
  createdAt: "2026-11-22T13:00:00.000Z",
  hemvakt: "0.1.0",
  schema: 1,
  lastCommand: 12,
  counts: { commands: 12, readings: 9, alerts: 2, events: 31 },
  files: {
    "hemvakt.db": { bytes: 4096, sha256: "ab".repeat(32) },
    "hub-secrets.key": { bytes: 32, sha256: "cd".repeat(32) },
  },
};
const invalid = expect.objectContaining({ code: "BACKUP_INVALID" });

describe("a backup's manifest", () => {
  it("is read as it was written", () => {
    expect(parseManifest(Buffer.from(writeManifest(manifest)))).toEqual(manifest);
  });

  it("is refused with any one byte altered, wherever it stands", () => {
    const bytes = Buffer.from(writeManifest(manifest));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (flip) => {
        for (let at = 0; at < bytes.length; at += 7) {
          const altered = Buffer.from(bytes);
          altered[at] = bytes[at]! ^ flip;
          expect(() => parseManifest(altered), `byte ${at}`).toThrowError(invalid);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is refused when cut off anywhere, or when something follows", () => {
    const bytes = Buffer.from(writeManifest(manifest));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => parseManifest(bytes.subarray(0, length)), `${length} bytes`).toThrowError(invalid);
    }
    expect(() => parseManifest(Buffer.concat([bytes, Buffer.from("\n")]))).toThrowError(invalid);
  });

  it("names no file but those of a backup", () => {
    const files = { ...manifest.files, "../elsewhere": { bytes: 1, sha256: "ab".repeat(32) } };
    expect(() => parseManifest(Buffer.from(writeManifest({ ...manifest, files })))).toThrowError(invalid);
  });
});
