import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { program } from "./program.ts";

/** Follow-up, notifications and integrations at a terminal. */

let api: TestApi;
const said: string[] = [];
beforeEach(async () => {
  api = await openApi();
  const address = await api.app.listen({ host: "127.0.0.1", port: 0 });
  vi.stubEnv("HEMVAKT_URL", address);
  vi.stubEnv("HEMVAKT_PASSWORD", password);
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await api.close();
});
async function hemvakt(user: string, ...words: string[]): Promise<string> {
  said.length = 0;
  vi.stubEnv("HEMVAKT_USER", user);
  await program().parseAsync(words, { from: "user" });
  return said.join("\n");
}

test("the commands below load need no team of load's own, which load itself asks for", async () => {
  expect(await hemvakt("karin", "load", "--team", "north")).toContain("No alert opened for north");
  expect(await hemvakt("karin", "load", "budget", "north", "12")).toBe("north: 12 alerts a shift.");
  expect(await hemvakt("karin", "load", "adherence", "north")).toMatch(/^patient +signal/);
  await expect(hemvakt("karin", "load")).rejects.toMatchObject({ code: "CONFIG_INVALID" });
});

test("an integration is made, changed, rotated and revoked, and its secret is shown once", async () => {
  const made = await hemvakt("alva", "integration", "create", "paging", "--team", "north", "--about", "Larmtjänst");
  expect(made).toMatch(/^User name: teams\/paging\nSecret, shown this once: \S{43}$/);
  expect(await hemvakt("alva", "integration", "change", "paging", "--team", "north", "night")).toBe("Changed.");
  expect(await hemvakt("alva", "integration", "rotate", "paging")).toMatch(/Secret, shown this once/);
  expect(await hemvakt("alva", "integration", "list")).toMatch(/paging +Larmtjänst +night, north/);
  expect(await hemvakt("alva", "integration", "revoke", "paging")).toBe("It hears nothing more.");
  await expect(hemvakt("karin", "integration", "list")).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("push is chosen for one's own or the team's, and a webhook's secret is changed", async () => {
  expect(await hemvakt("karin", "notify", "push", "--team")).toBe("None.");
  expect(api.db.get("SELECT json_extract(body, '$.push') AS push FROM preference WHERE staff = 'karin'")).toMatchObject(
    {
      push: "team",
    },
  );
  const before = await hemvakt("alva", "notify", "webhook-secret", "north");
  const after = await hemvakt("alva", "notify", "webhook-secret", "north", "--rotate", "--overlap-hours", "1");
  expect(after).toMatch(/the one before signs as well/);
  expect(before).not.toMatch(/the one before/);
});

test("messages are read, answered and listed", async () => {
  await api.ledger.submit({
    kind: "device-message",
    actor: "hub:hub-greta",
    hub: "hub-store",
    topic: "hv/v1/hub-store/messages",
    channel: "messages",
    payload: Buffer.from(JSON.stringify({ id: "m1", text: "Hej\nhej" })),
  });
  const [, row = ""] = (await hemvakt("karin", "patient", "messages")).split("\n");
  expect(row).toMatch(/greta +the patient .* Hej hej$/);
  const id = row.split(/\s/)[0]!;
  expect(await hemvakt("karin", "patient", "seen", "greta", id)).toBe("Read. The patient is told so.");
  expect(await hemvakt("karin", "patient", "messages")).toBe("Nothing is unread.");
  expect(await hemvakt("karin", "patient", "write", "greta", "Tack")).toContain("Written");
  expect(await hemvakt("karin", "patient", "messages", "greta")).toMatch(/karin .*Tack/);
});
