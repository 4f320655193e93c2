import { settings } from "../../src/config.ts";
import { generatedFrom, markdownTable } from "./table.ts";

/** `docs/settings.md`: every setting, from the table that reads them. */
export function renderSettings(): string {
  const rows = Object.values(settings).map(({ variable, about, shape, default: fallback }) => [
    `\`${variable}\``,
    about,
    shape,
    fallback === undefined ? "not set" : `\`${fallback}\``,
  ]);
  return `# Settings

${generatedFrom("src/config.ts")}

Settings are environment variables. A wrong or misspelt one is named at the start, with the shape it should have, and the
platform doesn't run. \`npm run hemvakt -- serve --help\` says the same. Any of them can come from a file, as secrets should:
\`HEMVAKT_METRICS_TOKEN_FILE=/run/secrets/metrics-token\` names the file that holds the value of \`HEMVAKT_METRICS_TOKEN\`.

${markdownTable(["Variable", "What for", "Shape", "Default"], rows)}
`;
}
