import { afterEach, expect, test, vi } from "vitest";
import { type Platform, password, startPlatform } from "../../test/helpers/platform.ts";
import { program } from "./program.ts";

let platform: Platform | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await platform?.close();
});

test("hemvakt patient next-look says what a patient may be told, in both languages, and whom to call", async () => {
  platform = await startPlatform("2026-11-22T14:00:00+01:00");
  vi.stubEnv("HEMVAKT_URL", platform.url("").replace(/\/$/, ""));
  vi.stubEnv("HEMVAKT_USER", "karin");
  vi.stubEnv("HEMVAKT_PASSWORD", password);
  const said: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  // This team has no hours of its own: it is there around the clock.
  await program().parseAsync(["patient", "next-look", "greta", "--lang", "sv"], { from: "user" });
  await program().parseAsync(["patient", "next-look", "greta"], { from: "user" });
  expect(said.join("\n")).toMatch(
    /har öppet nu\. Blir du sämre: ring 1177, vid fara 112\.\nPhone [^]* is open now\. If you get worse: call 1177, in danger 112\.\nPhone /,
  );
});
