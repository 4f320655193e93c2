/**
 * The process that loses its power in powercut.test.ts: `node victim.ts <part> <directory> [argument]` plays the part,
 * prints a line for each thing that it was promised and `done` at its end, and then waits to be killed. It prints with
 * writeSync so that no line is still in this process when the kill comes.
 */
import * as fs from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isMainThread, Worker, workerData } from "node:worker_threads";

const say = (line: string): number => fs.writeSync(1, `${line}\n`);

const open = (dir: string, synchronous: string): DatabaseSync => {
  const db = new DatabaseSync(join(dir, "a.db"));
  // Checkpointed every 20 pages: cuts fall within checkpoints and fresh starts of the WAL too.
  db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${synchronous}; PRAGMA wal_autocheckpoint=20`);
  db.exec("CREATE TABLE IF NOT EXISTS reading (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  return db;
};

/** Commits rows from the highest id on, one to a transaction, and says each id after its commit, without end. */
const commit = (dir: string, synchronous: string): never => {
  const db = open(dir, synchronous);
  const last = db.prepare("SELECT coalesce(max(id), 0) AS id FROM reading").get() as { id: number };
  const insert = db.prepare("INSERT INTO reading (id, body) VALUES (?, ?)");
  for (let id = last.id + 1; ; id++) {
    insert.run(id, `${id} `.repeat(50 + ((id * 37) % 900)));
    say(String(id));
  }
};

/** A reader and a writer connection of one process, and a look at the locks: a second writer has to wait its turn. */
const twoConnections = (dir: string): void => {
  const [writer, reader] = [open(dir, "FULL"), open(dir, "FULL")];
  const count = reader.prepare("SELECT count(*) AS n FROM reading");
  for (let n = 1; n <= 30; n++) {
    writer.prepare("INSERT INTO reading (body) VALUES (?)").run("x".repeat(3_000));
    if ((count.get() as { n: number }).n !== n) throw new Error(`the reader does not see row ${n}`);
  }
  writer.exec("BEGIN IMMEDIATE");
  let refused = false;
  try {
    reader.exec("PRAGMA busy_timeout=0; BEGIN IMMEDIATE");
  } catch {
    refused = true;
  }
  if (!refused) throw new Error("two writers at once");
  writer.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE); VACUUM");
};

/** Two threads that each commit to a database of their own and write files. */
const threads = async (dir: string): Promise<void> => {
  const ends = ["one", "two"].map((name) => {
    fs.mkdirSync(join(dir, name));
    const worker = new Worker(new URL(import.meta.url), { workerData: join(dir, name) });
    return new Promise<void>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("exit", () => resolve());
    });
  });
  await Promise.all(ends);
};

const thread = (dir: string): void => {
  const db = open(dir, "FULL");
  for (let n = 0; n < 20; n++) db.prepare("INSERT INTO reading (body) VALUES (?)").run("y".repeat(2_000));
  fs.writeFileSync(join(dir, "synced"), "kept", { flush: true });
  fs.writeFileSync(join(dir, "unsynced"), "gone");
};

/** Every way to change a file that Hemvakt or Node's library may use; the names say what must become of it. */
const files = async (dir: string): Promise<void> => {
  const at = (name: string): string => join(dir, name);
  const sync = (name: string): void => {
    const fd = fs.openSync(at(name), "r+");
    fs.fdatasyncSync(fd);
    fs.closeSync(fd);
  };
  fs.writeFileSync(at("unsynced"), "gone");
  fs.writeFileSync(at("synced"), "kept", { flush: true });
  fs.appendFileSync(at("synced-then-appended"), "kept", { flush: true });
  fs.appendFileSync(at("synced-then-appended"), " and gone");
  fs.writeFileSync(at("old-overwritten"), "lost");
  fs.truncateSync(at("old-truncated"), 1);
  fs.truncateSync(at("old-truncated-synced"), 3);
  sync("old-truncated-synced");
  fs.rmSync(at("old-removed"));
  fs.writeFileSync(at("synced.tmp"), "new", { flush: true });
  fs.renameSync(at("synced.tmp"), at("old-replaced"));
  fs.writeFileSync(at("unsynced.tmp"), "new");
  fs.renameSync(at("unsynced.tmp"), at("old-replaced-unsynced"));
  fs.copyFileSync(at("synced"), at("copied-synced"));
  sync("copied-synced");
  fs.cpSync(at("synced"), at("copied-unsynced"));
  const vector = fs.openSync(at("vector-synced"), "w");
  fs.writevSync(vector, [Buffer.from("k"), Buffer.from("ep")]);
  fs.writevSync(vector, [Buffer.from("t"), Buffer.from("!")], 3);
  fs.fsyncSync(vector);
  fs.closeSync(vector);
  const direct = fs.openSync(
    at("opened-with-O_SYNC"),
    fs.constants.O_SYNC | fs.constants.O_CREAT | fs.constants.O_RDWR,
  );
  fs.writeSync(direct, "kept");
  fs.closeSync(direct);
  fs.mkdirSync(at("deep/deeper"), { recursive: true, mode: 0o700 });
  fs.writeFileSync(at("deep/deeper/secret"), "kept", { flush: true, mode: 0o600 });
  fs.renameSync(at("deep"), at("moved"));
  fs.linkSync(at("synced"), at("linked"));
  process.chdir(dir);
  fs.writeFileSync("relative", "kept", { flush: true });
  await fs.promises.writeFile(at("promised-synced"), "kept", { flush: true });
  await fs.promises.appendFile(at("promised-unsynced"), "gone");
  const stream = fs.createWriteStream(at("streamed-synced"), { flush: true });
  await new Promise<void>((resolve, reject) => {
    stream.on("error", reject).on("close", () => resolve());
    for (const word of ["ke", "pt"]) stream.write(word);
    stream.end();
  });
};

const main = async (part = "", dir = "", argument = ""): Promise<void> => {
  if (part === "commit") commit(dir, argument);
  if (part === "two-connections") twoConnections(dir);
  if (part === "threads") await threads(dir);
  if (part === "files") await files(dir);
  say("done");
  setInterval(() => {}, 1_000);
};

if (isMainThread) await main(...process.argv.slice(2));
else thread(workerData as string);
