import { rmSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { openDatabase } from "../store/sqlite/database.ts";
import { openReader } from "../store/sqlite/open.ts";

/**
 * Makes one checkpoint: a compact copy of the store at one commit, of the command log only the last command, by which it
 * is known, and nothing of accounts, names and the read log, which decide no alert.
 */
const { folder, draft } = workerData as { readonly folder: string; readonly draft: string };

const whole = `${draft}.whole`;
// Left by one that was killed, or found no room.
rmSync(whole, { force: true });
const from = openReader(folder);
from.raw.prepare("VACUUM INTO ?").run(whole);
from.close();

const copy = openDatabase(whole);
copy.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
copy.exec("DELETE FROM command WHERE seq < (SELECT max(seq) FROM command)");
copy.exec("DROP TRIGGER read_log_no_delete");
copy.exec(
  "DELETE FROM read_log; DELETE FROM session; DELETE FROM idempotency; DELETE FROM outbox; DELETE FROM outbox_refused",
);
copy.exec("UPDATE person SET given = '-', family = '-', born = NULL, personal_number = NULL, phone = NULL");
copy.exec("UPDATE staff SET password = ''; UPDATE hub SET secret = x''");
copy.raw.prepare("VACUUM INTO ?").run(draft);
copy.close();
rmSync(whole);
