import type { Command } from "commander";
import { renderUnicodeCompact } from "uqr";
import { command, minute, pathOf, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Code = { code: string | null; expiresAt: string; address: string | null };
type Page = { id: string; label: string; pairedAt: string; revokedAt: string | null; works: boolean };

/** `hemvakt hub page|pages`: browsers in homes. */
export const homePageCommands = (): Command[] => [page(), pages()];

const page = (): Command =>
  command("page", "Make a one-time code by which a browser in the home shows the hub's readings")
    .argument("<hub>")
    .action((hub: string, shared: Shared) =>
      say(shared, async (api) => {
        const made = await api.post<Code>(`${pathOf("hub", hub)}/page-code`, {});
        const lines =
          made.code === null || made.address === null
            ? ["The code was shown before; make another."]
            : [
                `Code     ${made.code}, until ${minute(made.expiresAt)}, once`,
                `Open     ${made.address}`,
                "",
                ...renderUnicodeCompact(made.address, { ecc: "M", border: 2 }).split("\n"),
              ];
        return { json: made, lines };
      }),
    );

const pages = (): Command =>
  command("pages", "List the browsers that were paired with a hub")
    .argument("<hub>")
    .option("--revoke <page>", "let this one show nothing more")
    .action((hub: string, { json, revoke }: Shared & { revoke?: string }) =>
      say({ json }, async (api) => {
        const path = `${pathOf("hub", hub)}/pages`;
        if (revoke !== undefined) await api.delete(`${path}/${encodeURIComponent(revoke)}`);
        const { items } = await api.get<{ items: Page[] }>(path);
        const rows = items.map((one) => [
          one.id,
          one.label,
          minute(one.pairedAt),
          one.works ? "works" : one.revokedAt === null ? "the hub was given back" : `revoked ${minute(one.revokedAt)}`,
        ]);
        return {
          json: items,
          lines: items.length === 0 ? ["None."] : tableLines(["id", "browser", "paired", ""], rows),
        };
      }),
    );
