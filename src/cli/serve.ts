import { Command } from "commander";
import { startApp } from "../app.ts";
import { readConfig, settingsHelp } from "../config.ts";
import { listenForStop } from "./stopping.ts";

/**
 * `hemvakt serve`: the platform over a data folder, until asked to stop. Log lines go to standard output, one JSON object
 * each. Ends with 0 after a stop in good order.
 */
export const serveCommand = (): Command =>
  new Command("serve")
    .description("Run the platform")
    .addHelpText("after", `\nSettings, as environment variables:\n\n${settingsHelp()}`)
    .action(async () => {
      const config = readConfig(process.env);
      const stopping = listenForStop();
      // Whoever supervises the process starts it again; without a writer it could only refuse.
      const app = await startApp(config, { onFatal: () => process.exit(1) });
      await stopping.asked;
      app.log.info("stopping");
      await app.stop();
      stopping.done();
    });
