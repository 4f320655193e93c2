import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { pino } from "pino";
import { type Demo, startDemo } from "../../demo/start.ts";
import { realClock } from "../clock.ts";
import { type Config, readConfig, settingsHelp } from "../config.ts";
import { listenForStop } from "./stopping.ts";

/**
 * `hemvakt demo`, what `npm start` runs: the platform with a made-up region, until asked to stop. Log lines go to a file
 * beside the data, so that the terminal holds what a person wants to read.
 */
export const demoCommand = (): Command =>
  new Command("demo")
    .description("Run the platform with made-up teams, patients and homes; on this machine only")
    .addHelpText("after", `\nSettings, as environment variables:\n\n${settingsHelp()}`)
    .action(async () => {
      const config = readConfig(process.env);
      const stopping = listenForStop(() => console.log("\nStopping …"));
      console.log("Hemvakt, with people who are all made up. Not a medical device. Not for emergencies: call 112.\n");
      const demo = await run(config, stopping.signal);
      if (demo) {
        console.log(welcome(config, demo).join("\n"));
        await stopping.asked;
        await demo.stop();
      }
      stopping.done();
    });

/** The running demo; none when asked to stop while it was loading. */
async function run(config: Config, signal: AbortSignal): Promise<Demo | undefined> {
  // Holds hub secrets' key and health data, though made up here: for its owner only, from the start.
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const log = pino({ level: config.logLevel }, pino.destination({ dest: logFile(config), sync: true }));
  let last = realClock.now();
  const onStep = (name: string, result: string): void => {
    const now = realClock.now();
    console.log(`  ${name.padEnd(9)} ${result.padEnd(60)} ${((now - last) / 1000).toFixed(1)} s`);
    last = now;
  };
  try {
    return await startDemo(config, { log, onStep, signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    log.error({ err: error }, "the demo did not start");
    throw error;
  }
}

const logFile = ({ data }: Config): string => join(data, "hemvakt.log");

function welcome(config: Config, { app, lines }: Demo): string[] {
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  const url = `${config.tlsKey === undefined ? "http" : "https"}://${host}:${app.ports.http}`;
  return [
    "",
    `  Open        ${url}/   the web app`,
    `  Start page  ${url}/start/   what runs here and what to try`,
    `  Sign in     karin (nurse), doris (physician), ture (technician) …, password hemvakt-demo`,
    `  API         ${url}/api/v1   described at ${url}/api/v1/docs`,
    `  Log         ${logFile(config)}`,
    "",
    "Greta Exempel gains 2.3 kg, said by a client that nobody here wrote (Debian: apt-get install mosquitto-clients):",
    "",
    lines.send,
    "",
    `Ctrl-C stops. What happened is kept in ${config.data}; delete that folder to begin again.`,
  ];
}
