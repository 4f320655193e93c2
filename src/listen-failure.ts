import { HemvaktError } from "./errors.ts";

/** Why a port can't be had, in words that name the setting: a HemvaktError `CONFIG_INVALID`. */
export const listenFailure = (
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  variable: string,
): HemvaktError => new HemvaktError("CONFIG_INVALID", explain(error, host, port, variable), { variable, port });

function explain(error: NodeJS.ErrnoException, host: string, port: number, variable: string): string {
  const fix = `Set ${variable} to another port, or to 0 for any that is free.`;
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use by another program. ${fix}`;
    case "EACCES":
      return `This account may not listen on port ${port}. ${fix}`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine has no address ${host}. Set HEMVAKT_HOST to one that it has.`;
    default:
      return `Can't listen on port ${port} of ${host} (${error.code ?? error.message}). ${fix}`;
  }
}
