import { describe, expect, test } from "vitest";
import { type ErrorCode, errorCatalogue, HemvaktError, isHemvaktError } from "./errors.ts";

const codes = Object.keys(errorCatalogue) as ErrorCode[];

describe.each(codes)("%s", (code) => {
  const { status, title, action, retryable } = errorCatalogue[code];
  test("says what happened, whose move it is and what to do", () => {
    expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(action).toMatch(/^(Hub|Technician|Patient|Team|Operator|Caller|Author): .*\.$/);
  });
  test("has an HTTP status of a failure, and invites retries only where time can help", () => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    if (retryable) expect([429, 503]).toContain(status);
  });
});

test("an error carries its code, its detail and the catalogue's words", () => {
  const error = new HemvaktError("UNIT_UNKNOWN", "body-weight takes kg.", { unit: "stone" });
  expect(error.message).toBe("UNIT_UNKNOWN: The unit does not belong to this kind of reading. body-weight takes kg.");
  expect(error.entry).toBe(errorCatalogue.UNIT_UNKNOWN);
  expect(error.data).toEqual({ unit: "stone" });
  expect(new HemvaktError("INTERNAL").message).toBe("INTERNAL: Something failed that should not.");
});

test("a coded failure is told from any other", () => {
  expect(isHemvaktError(new HemvaktError("INTERNAL"))).toBe(true);
  expect(isHemvaktError(new HemvaktError("INTERNAL"), "INTERNAL")).toBe(true);
  expect(isHemvaktError(new HemvaktError("INTERNAL"), "CSRF")).toBe(false);
  expect(isHemvaktError(new Error("INTERNAL"))).toBe(false);
  expect(isHemvaktError(undefined)).toBe(false);
});
