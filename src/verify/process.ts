import { argv, stdout } from "node:process";
import { isHemvaktError } from "../errors.ts";
import { alertById } from "../store/sqlite/alerts.ts";
import { engine } from "./engine.ts";
import { withScratch } from "./scratch.ts";
import { type Verification, verify } from "./verify.ts";

/**
 * The process in which a running platform has an alert recomputed: nothing of the platform's memory can reach the answer, and
 * however long it takes nobody waits for it. One JSON object a line on standard output: how far it has come, then what came of it.
 */
export type Said =
  | { readonly done: number; readonly all: number }
  | { readonly verification: Verification }
  | { readonly failure: string };

const say = (said: Said): void => void stdout.write(`${JSON.stringify(said)}\n`);
const [, , folder = "", alert = ""] = argv;
try {
  const verification = await withScratch(folder, (from, into) =>
    verify(from, into, {
      alerts: alertById(from, alert) ? [alert] : [],
      engine: engine(),
      onProgress: (done, all) => say({ done, all }),
    }),
  );
  say({ verification });
} catch (error) {
  say({ failure: isHemvaktError(error) ? error.code : "INTERNAL" });
}
