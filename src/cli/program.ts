import { readFileSync } from "node:fs";
import { Command } from "commander";
import { engine, shortVersion } from "../verify/engine.ts";
import { alertCommand } from "./alert.ts";
import { backupCommand } from "./backup.ts";
import { cohortCommand } from "./cohort.ts";
import { coverageCommand } from "./coverage.ts";
import { demoCommand } from "./demo.ts";
import { deviceCommand } from "./device.ts";
import { explainCommand } from "./explain.ts";
import { handoverCommand } from "./handover.ts";
import { hubCommand } from "./hub.ts";
import { importCommand } from "./import.ts";
import { integrationCommand } from "./integration.ts";
import { loadCommand } from "./load.ts";
import { notifyCommand } from "./notify.ts";
import { outboxCommand } from "./outbox.ts";
import { patientCommand } from "./patient.ts";
import { planCommand } from "./plan.ts";
import { promptCommand } from "./prompt.ts";
import { readingCommand } from "./reading.ts";
import { rehearseCommand } from "./rehearse.ts";
import { replayCommand } from "./replay.ts";
import { restoreCommand } from "./restore.ts";
import { retentionCommand } from "./retention.ts";
import { serveCommand } from "./serve.ts";
import { silenceCommand } from "./silence.ts";
import { simulateCommand } from "./simulate.ts";
import { teamCommand } from "./team.ts";
import { verifyCommand } from "./verify.ts";
import { verifyBackupCommand } from "./verify-backup.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The command line. A new command is a file and a line here. */
export const program = (): Command =>
  new Command("hemvakt")
    .description("Watches over very sick people at home: readings over MQTT, alerts to the responsible team.")
    .version(`${version} (engine ${shortVersion(engine())})`)
    .addCommand(serveCommand())
    .addCommand(demoCommand())
    .addCommand(cohortCommand())
    .addCommand(importCommand())
    .addCommand(alertCommand())
    .addCommand(patientCommand())
    .addCommand(planCommand())
    .addCommand(promptCommand())
    .addCommand(hubCommand())
    .addCommand(deviceCommand())
    .addCommand(silenceCommand())
    .addCommand(readingCommand())
    .addCommand(teamCommand())
    .addCommand(coverageCommand())
    .addCommand(loadCommand())
    .addCommand(notifyCommand())
    .addCommand(integrationCommand())
    .addCommand(handoverCommand())
    .addCommand(simulateCommand())
    .addCommand(verifyCommand())
    .addCommand(explainCommand())
    .addCommand(rehearseCommand())
    .addCommand(replayCommand())
    .addCommand(outboxCommand())
    .addCommand(backupCommand(version))
    .addCommand(verifyBackupCommand())
    .addCommand(restoreCommand())
    .addCommand(retentionCommand())
    .showHelpAfterError("(add --help for what it takes)")
    .addHelpText(
      "after",
      "\nNot a medical device; must not be used for patient care. Not for emergencies: call 112.\nSettings are environment variables: see hemvakt serve --help.",
    );
