import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { program } from "../cli/program.ts";
import { errorCatalogue } from "../errors.ts";
import { silenceStates } from "../rules/silence.ts";

const page = readFileSync(new URL("../../docs/silence.md", import.meta.url), "utf8");

test("docs/silence.md has the states in their order", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, state]) => state);
  expect(rows).toEqual([...silenceStates]);
});

test("docs/silence.md names only error codes and options that there are", () => {
  const codes = [...page.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, code]) => code ?? "");
  expect(codes.filter((code) => !(code in errorCatalogue))).toEqual([]);
  const command = program().commands.find((one) => one.name() === "silence");
  const options = [...page.matchAll(/`(--[a-z]+)`/g)].map(([, option]) => option);
  for (const option of options) expect(command?.options.map(({ long }) => long)).toContain(option);
});
