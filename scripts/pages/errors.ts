import { errorCatalogue } from "../../src/errors.ts";
import { generatedFrom, markdownTable } from "./table.ts";

/** `docs/errors.md`: every coded answer, what it means and whose move it is. */
export function renderErrors(): string {
  const rows = Object.entries(errorCatalogue).map(([code, { status, title, action, retryable }]) => [
    `\`${code}\``,
    String(status),
    title,
    action,
    retryable ? "yes" : "no",
  ]);
  return `# Errors

${generatedFrom("src/errors.ts")}

Every coded answer that Hemvakt gives. Over the API it is the \`code\` of a problem document (RFC 9457) with the HTTP
status named here; to a hub it is the \`code\` of a result in a receipt; in the log and the metrics it is counted by code.
The action begins with whose move it is. *Again* says whether the same request, unchanged, may succeed later.

${markdownTable(["Code", "HTTP", "What happened", "What to do", "Again"], rows)}
`;
}
