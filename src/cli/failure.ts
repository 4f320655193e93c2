import { isHemvaktError } from "../errors.ts";

/**
 * What a person at a terminal is told when a command fails: for a coded failure its code, what happened and what to do;
 * for anything else that it is ours to repair. The stack only on request.
 */
export function failureLines(error: unknown, { stack }: { readonly stack: boolean }): string[] {
  const trace = stack && error instanceof Error && error.stack !== undefined ? error.stack.split("\n") : [];
  if (isHemvaktError(error)) {
    const { code, detail, entry } = error;
    return [`${code}: ${entry.title}`, ...(detail === undefined ? [] : detail.split("\n")), entry.action, ...trace];
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [
    `Something failed that should not: ${what}`,
    "Report it, with what you did, where you got Hemvakt from; nothing that was acknowledged is lost.",
    ...(stack ? trace : ["With HEMVAKT_LOG_LEVEL=debug the place in the code is shown."]),
  ];
}
