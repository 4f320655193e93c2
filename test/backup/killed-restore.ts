/** `node killed-restore.ts <backup> <data folder> <step>`: restores and dies by SIGKILL as soon as the step is reached. */
import { restoreBackup } from "../../src/backup/restore.ts";
import { realClock } from "../../src/clock.ts";

const [backup = "", folder = "", fatal] = process.argv.slice(2);
await restoreBackup({
  backup,
  folder,
  replace: true,
  clock: realClock,
  onStep: (step) => {
    if (step === fatal) process.kill(process.pid, "SIGKILL");
  },
});
