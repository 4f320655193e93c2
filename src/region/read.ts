import { type Document, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { planBodySchema } from "../domain/plan.ts";
import { isHemvaktError } from "../errors.ts";
import { fromTemplates } from "../rules/templates.ts";
import { completePlan } from "./prepare.ts";
import { locate, offsetOfKey, type Path, type Problem, regionError } from "./problem.ts";
import { checkReferences, type Placed, type PlacedRegion, type ReferenceKind } from "./references.ts";
import {
  assignmentSchema,
  deviceSchema,
  hubSchema,
  patientSchema,
  planSchema,
  type RegionFile,
  regionSchema,
  responsibilitySchema,
  rotaSchema,
  staffSchema,
  teamSchema,
} from "./region.ts";

/** What reading a region file is checked against. */
export type RegionChecks = {
  /** Relative instants count from here; milliseconds since the epoch. */
  readonly now: number;
  /** Whether the store has something that the file refers to and doesn't define. */
  readonly known?: (kind: ReferenceKind, id: string) => boolean;
  /** Refuses a weak hub secret. @throws HemvaktError `SECRET_WEAK` */
  readonly checkStrength?: (secret: string) => void;
};

/** The lists of a region file, in the order in which one refers to another, and what an entry of each looks like. */
const sections = {
  teams: teamSchema,
  staff: staffSchema,
  patients: patientSchema,
  plans: planSchema,
  hubs: hubSchema,
  devices: deviceSchema,
  assignments: assignmentSchema,
  rota: rotaSchema,
  responsibilities: responsibilitySchema,
} as const satisfies Record<keyof RegionFile, z.ZodType>;

const outline = z.partialRecord(z.enum(Object.keys(sections) as [keyof RegionFile]), z.array(z.unknown()));

/**
 * Reads a region file in YAML or JSON (which YAML 1.2 contains). Everything that is wrong is told at once, each with line,
 * column and field; the file's values are never repeated, since they may be passwords.
 * @throws HemvaktError `REGION_SYNTAX`, `REGION_FIELD` or `REGION_REFERENCE`, with `data.problems`
 */
export function readRegionFile(text: string, fileName: string, checks: RegionChecks): RegionFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const fail = (problems: readonly Problem[]): void => {
    if (problems.length > 0)
      throw regionError(
        fileName,
        problems.map((problem) => locate(document, lines, problem)),
      );
  };
  fail(syntaxProblems(document));
  const content = asData(document, fail);
  fail(contentProblems(document, content, checks));
  return regionSchema.parse(content);
}

function syntaxProblems(document: Document.Parsed): Problem[] {
  // The library's own messages quote the text; its codes don't.
  const problems = [...document.errors, ...document.warnings].map(({ code, pos }): Problem => {
    const message = code.toLowerCase().replaceAll("_", " ");
    return { code: "REGION_SYNTAX", path: [], message, offset: pos[0] };
  });
  if (problems.length === 0 && document.contents === null) {
    problems.push({ code: "REGION_SYNTAX", path: [], message: "the file is empty" });
  }
  return problems;
}

function asData(document: Document, fail: (problems: readonly Problem[]) => void): unknown {
  try {
    return document.toJS();
  } catch {
    // More aliases than an honest file has: the limit of the library against files that unfold to gigabytes.
    fail([{ code: "REGION_SYNTAX", path: [], message: "too many aliases" }]);
    return undefined;
  }
}

function contentProblems(document: Document, content: unknown, checks: RegionChecks): Problem[] {
  const problems: Problem[] = [];
  const report = (error: z.ZodError, data: unknown, toPath: (path: Path) => Path): void => {
    for (const issue of error.issues) problems.push(...fieldProblems(document, issue, data, toPath));
  };
  const shape = outline.safeParse(content);
  if (!shape.success) report(shape.error, content, (path) => path);

  const valid: Record<keyof RegionFile, Placed<unknown>[]> = {
    teams: [],
    staff: [],
    patients: [],
    plans: [],
    hubs: [],
    devices: [],
    assignments: [],
    rota: [],
    responsibilities: [],
  };
  for (const [section, schema] of Object.entries(sections) as [keyof RegionFile, z.ZodType][]) {
    listed(content, section).forEach((entry, index) => {
      const parsed = schema.safeParse(entry);
      if (parsed.success) valid[section].push({ index, entry: parsed.data });
      else report(parsed.error, entry, (path) => [section, index, ...path]);
    });
  }
  const region = valid as unknown as PlacedRegion;

  for (const { index, entry } of region.plans) {
    for (const name of fromTemplates(entry.preset, entry.options).unknown) {
      problems.push({
        code: "REGION_FIELD",
        path: ["plans", index, "options"],
        message: `${name} is not offered here`,
      });
    }
    const body = planBodySchema.safeParse(completePlan(entry));
    // What the preset filled in is right; what is wrong stands in the body.
    if (!body.success) report(body.error, entry.body, (path) => ["plans", index, "body", ...path]);
  }
  for (const { index, entry } of region.hubs) {
    const path = ["hubs", index, "secret"];
    if (isWeak(entry.secret, checks)) problems.push({ code: "REGION_FIELD", path, message: "weaker than 128 bits" });
  }
  const defined = definedIds(content);
  const exists = (kind: ReferenceKind, id: string): boolean =>
    defined[kind].has(id) || (checks.known?.(kind, id) ?? false);
  return [...problems, ...checkReferences(region, exists, checks.now)];
}

function isWeak(secret: string, { checkStrength }: RegionChecks): boolean {
  try {
    checkStrength?.(secret);
    return false;
  } catch (error) {
    if (isHemvaktError(error, "SECRET_WEAK")) return true;
    throw error;
  }
}

/** The entries of a list, also of a file that is wrong elsewhere. */
function listed(content: unknown, section: keyof RegionFile): readonly unknown[] {
  const list = (content as Partial<Record<string, unknown>> | null | undefined)?.[section];
  return Array.isArray(list) ? list : [];
}

/** The ids that entries give themselves, also entries that are wrong elsewhere: one mistake is told once. */
function definedIds(content: unknown): Record<ReferenceKind, ReadonlySet<unknown>> {
  const ids = (section: keyof RegionFile) =>
    new Set(listed(content, section).map((entry) => (entry as { id?: unknown } | null)?.id));
  return {
    team: ids("teams"),
    staff: ids("staff"),
    patient: ids("patients"),
    hub: ids("hubs"),
    device: ids("devices"),
  };
}

/** A schema's complaint in an author's words. Names of unknown fields are left out: they may be a slipped password. */
function fieldProblems(
  document: Document,
  issue: z.core.$ZodIssue,
  data: unknown,
  toPath: (path: Path) => Path,
): Problem[] {
  const path = toPath(issue.path as Path);
  const field = (message: string): Problem => ({ code: "REGION_FIELD", path, message });
  if (issue.code === "unrecognized_keys" || issue.code === "invalid_key") {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path.at(-1))];
    const map = issue.code === "unrecognized_keys" ? path : path.slice(0, -1);
    return keys.map((key): Problem => {
      const offset = offsetOfKey(document, map, key);
      return { code: "REGION_FIELD", path: map, message: "a field here that is not part of the format", offset };
    });
  }
  const found = valueAt(data, issue.path as Path);
  if (found === undefined) return [field("is missing")];
  if (issue.code !== "invalid_type") return [field(issue.message)];
  if (issue.expected === "string" && (typeof found === "number" || typeof found === "boolean")) {
    return [field("should be text; put it in quotes")];
  }
  return [field(`should be ${names[issue.expected] ?? issue.expected}`)];
}

const names: Partial<Record<string, string>> = {
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | null | undefined)?.[part], data);
