import type { FastifyRequest } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type Home, openHome, smallRegion } from "../../test/helpers/home.ts";
import type { Role } from "../domain/people.ts";
import {
  allow,
  inTeams,
  knownPatient,
  logRead,
  patientInTeams,
  teamFilter,
  visiblePatient,
  visibleTeam,
} from "./access.ts";
import { instantSchema, iso, page, pageQuery } from "./conventions.ts";

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

/** As much of a request as access looks at: who asks, and the store. */
const asked = (role: Role, ...teams: string[]) =>
  ({ principal: { staff: "s", role, teams }, server: { hemvakt: home } }) as unknown as FastifyRequest;

const code = (what: () => unknown): string | undefined => {
  try {
    what();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("a patient is visible to clinical roles of the responsible team and of teams beside it", async () => {
  expect(visiblePatient(asked("nurse", "north"), "greta")).toEqual({ id: "greta", team: "north" });
  expect(visiblePatient(asked("physician", "night", "north"), "greta")).toEqual({ id: "greta", team: "north" });
  for (const request of [
    asked("nurse", "night"),
    asked("nurse"),
    asked("technician", "north"),
    asked("admin", "north"),
  ]) {
    expect(code(() => visiblePatient(request, "greta"))).toBe("NOT_FOUND");
  }
  expect(code(() => visiblePatient(asked("nurse", "north"), "nobody"))).toBe("NOT_FOUND");
  expect(code(() => visiblePatient(asked("nurse", "north"), "greta' OR '1' = '1"))).toBe("NOT_FOUND");
  expect(knownPatient(asked("technician", "north"), "greta")).toEqual({ id: "greta", team: "north" });
  expect(code(() => knownPatient(asked("technician", "night"), "greta"))).toBe("NOT_FOUND");
});

test("a team beside the responsible one sees the patient, and reads are logged under it", async () => {
  const region = smallRegion(home.clock.now());
  const greta = { ...region.patients[0]!, otherTeams: ["night"], digest: "with a team beside" };
  await home.submit({ kind: "region-import", actor: "import", region: { ...region, patients: [greta] } });
  expect(visiblePatient(asked("nurse", "night"), "greta")).toEqual({ id: "greta", team: "north" });
  await logRead(asked("nurse", "night"), ["greta"], "trend");
  await logRead(asked("nurse", "night", "north"), ["greta"], "trend");
  expect(home.db.all<{ team: string }>("SELECT team FROM read_log ORDER BY id").map(({ team }) => team)).toEqual([
    "night",
    "north",
  ]);
});

test("lists are restricted to one's teams by one bound parameter", () => {
  const hubs = (...teams: string[]) =>
    home.db.all<{ id: string }>(
      `SELECT id FROM hub WHERE ${inTeams("team")} ORDER BY id`,
      teamFilter(asked("nurse", ...teams)),
    );
  expect(hubs("north").map(({ id }) => id)).toEqual(["hub-greta", "hub-store"]);
  expect(hubs("night")).toEqual([]);
  expect(hubs()).toEqual([]);
  expect(hubs("north') OR 1 --")).toEqual([]);
  const patients = home.db.all<{ id: string }>(
    `SELECT p.id FROM patient AS p WHERE ${patientInTeams("p")} ORDER BY p.id`,
    teamFilter(asked("nurse", "night", "north")),
  );
  expect(patients.map(({ id }) => id)).toEqual(["greta", "soheil"]);
  expect(() => inTeams("team) OR (1")).toThrow(TypeError);
});

test("a team is one's own or doesn't exist", () => {
  expect(code(() => visibleTeam(asked("nurse", "north"), "north"))).toBeUndefined();
  expect(code(() => visibleTeam(asked("nurse", "north"), "night"))).toBe("NOT_FOUND");
});

test("roles are let through by name", async () => {
  await allow("nurse", "physician")(asked("physician"));
  await expect(allow("nurse", "physician")(asked("admin"))).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a read is on disk when its promise resolves: who, for which team, of whom, what, why", async () => {
  await logRead(asked("nurse", "night", "north"), ["greta", "soheil", "greta"], "list", "round");
  await logRead(asked("nurse", "north"), [], "list");
  await logRead(asked("nurse", "night"), ["greta"], "trend");
  expect(
    home.db
      .all("SELECT at, staff, role, team, patient, action, reason FROM read_log ORDER BY id")
      .map((row) => ({ ...(row as object) })),
  ).toEqual([
    {
      at: home.clock.now(),
      staff: "s",
      role: "nurse",
      team: "north",
      patient: "greta",
      action: "list",
      reason: "round",
    },
    {
      at: home.clock.now(),
      staff: "s",
      role: "nurse",
      team: "night",
      patient: "soheil",
      action: "list",
      reason: "round",
    },
    { at: home.clock.now(), staff: "s", role: "nurse", team: "night", patient: "greta", action: "trend", reason: null },
  ]);
});

test("instants need an offset and are exact", () => {
  expect(instantSchema.parse("2026-11-22T08:02:00.125+01:00")).toBe(Date.parse("2026-11-22T07:02:00.125Z"));
  expect(iso(Date.parse("2026-11-22T07:02:00.125Z"))).toBe("2026-11-22T07:02:00.125Z");
  for (const wrong of ["2026-11-22T08:02:00", "2026-11-22", "2026-02-30T00:00:00Z", "1764000000000", 1764000000000]) {
    expect(instantSchema.safeParse(wrong).success, String(wrong)).toBe(false);
  }
});

test("pages say how to go on, and only when there is more", () => {
  const { fetch, of } = page(pageQuery.parse({ limit: "2" }), z.number());
  expect(fetch).toBe(3);
  expect(of([1, 2], (n) => n, String)).toEqual({ items: ["1", "2"], next: null });
  const first = of([1, 2, 3], (n) => n, String);
  expect(first.items).toEqual(["1", "2"]);
  expect(page({ limit: 2, cursor: first.next ?? "" }, z.number()).after).toBe(2);
  expect(code(() => page({ limit: 2, cursor: first.next ?? "" }, z.string()))).toBe("REQUEST_SHAPE");
  expect(pageQuery.safeParse({ limit: 201 }).success).toBe(false);
  expect(pageQuery.safeParse({ limits: 5 }).success).toBe(false);
});
