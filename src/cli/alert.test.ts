import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { program } from "./program.ts";

/** A nurse with a terminal: an alert from its opening to its end, and a word to the patient. */

let api: TestApi;
const said: string[] = [];
beforeEach(async () => {
  api = await openApi();
  vi.stubEnv("HEMVAKT_URL", await api.app.listen({ host: "127.0.0.1", port: 0 }));
  vi.stubEnv("HEMVAKT_USER", "nils");
  vi.stubEnv("HEMVAKT_PASSWORD", password);
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await api.close();
});
const hemvakt = async (...words: string[]): Promise<string> => {
  said.length = 0;
  await program().parseAsync(words, { from: "user" });
  return said.join("\n");
};

test("Nils lists Soheil's alert, takes it on with a promise, and closes it", async () => {
  await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 82, unit: "%" }]);
  const listed = await hemvakt("alert", "list", "--lang", "sv");
  expect(listed).toMatch(/red +soheil +open .*Syremättnaden 82 %, under säkerhetsgräns 85 %/);
  const id = /^(a\S+) +red/m.exec(listed)?.[1] ?? "";
  expect(await hemvakt("alert", "show", id)).toContain("Oxygen saturation 82 %, below safety limit 85 %.");
  await expect(hemvakt("alert", "resolve", id, "--outcome", "true", "--action", "visit")).rejects.toMatchObject({
    code: "ALERT_TRANSITION",
  });
  expect(await hemvakt("alert", "acknowledge", id, "--promise", "Jag åker dit")).toMatch(
    /acknowledged[^]*nils: Jag åker dit, by 2026-11-22 17:00Z/,
  );
  expect(await hemvakt("alert", "resolve", id, "--outcome", "true", "--action", "visit")).toContain("resolved");
  expect(await hemvakt("alert", "list", "--state", "all")).toContain("resolved");
  expect(await hemvakt("alert", "list")).not.toContain(id);
});

test("he asks how Soheil is, and sees that it waits for the screen", async () => {
  const words = ["--text", "Hur mår du?", "--expires", "2026-11-23T08:00:00+01:00"];
  expect(await hemvakt("prompt", "send", "soheil", ...words)).toBe("On its way to 1 hub.");
  expect(await hemvakt("prompt", "list", "soheil")).toMatch(/message +nils +- +waiting +Hur mår du\?/);
});
