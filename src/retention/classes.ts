import type { Config } from "../config.ts";
import type { DataClass } from "../ledger/handlers/retention.ts";

const DAY = 86_400_000;

/** What a class holds, and which setting says for how many days. */
export const classes = {
  commands: {
    setting: "keepCommandDays",
    table: "command",
    since: "at",
    about: "what was asked of the platform, with the raw payloads: proof of every decision",
  },
  quarantine: {
    setting: "keepQuarantineDays",
    table: "quarantine",
    since: "at",
    about: "messages that could not be used, with their bytes",
  },
  messageIds: {
    setting: "keepMessageIdDays",
    table: "message",
    since: "day * 86400000",
    about: "ids of messages, to tell a hub that it used one twice; readings are recognised without",
  },
  readLog: {
    setting: "keepReadLogDays",
    table: "read_log",
    since: "at",
    about: "who read what of whom (HSLF-FS 2016:40, chapter 4: five years at least)",
  },
  refusals: {
    setting: "keepRefusalDays",
    table: "hub_refusal",
    since: "last_at",
    about: "what the broker refused of each hub, counted",
  },
} as const satisfies Record<DataClass, { setting: keyof Config; table: string; since: string; about: string }>;

/** Before when a class is no longer kept, in milliseconds since the epoch. */
export const keptFrom = (what: DataClass, config: Config, now: number): number =>
  now - config[classes[what].setting] * DAY;
