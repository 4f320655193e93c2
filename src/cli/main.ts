import { failureLines } from "./failure.ts";

// Everything else is loaded after this check: on an older Node it would fail somewhere inside, in words that help nobody.
const needed = 26;
if (Number(process.versions.node.split(".")[0]) < needed) {
  console.error(
    `Hemvakt needs Node.js ${needed} or later; this is ${process.version}. bin/hemvakt finds the right one.`,
  );
  process.exit(1);
}

function fail(error: unknown): never {
  const stack = process.env["HEMVAKT_LOG_LEVEL"] === "debug";
  console.error(failureLines(error, { stack }).join("\n"));
  process.exit(1);
}

process.on("uncaughtException", fail);
try {
  const { program } = await import("./program.ts");
  await program().parseAsync();
} catch (error) {
  fail(error);
}
