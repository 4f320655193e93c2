import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the bridge lets in. */
export type FluxAccess = { readonly token: string; readonly org: string; readonly bucket: string };

/** A query as the platform writes it: nothing else is understood. */
type Query = {
  readonly start: string;
  readonly stop: string;
  readonly patient: string;
  readonly measurements: readonly string[];
  readonly fields: readonly string[];
  readonly columns: readonly string[];
};

type Cell = string | number | boolean | null | undefined;

type Table = {
  readonly tags: { readonly source: string; readonly n: string };
  readonly columns: readonly string[];
  readonly values: readonly (readonly Cell[])[];
};

/**
 * The parts of InfluxDB 2's HTTP interface that the platform uses, in front of a real InfluxDB 1: writing goes through as
 * it is; a query of exactly the platform's shape is asked as InfluxQL and answered as annotated CSV. So what is compared
 * went through line protocol and a real database, while Flux itself is only as true as this translation.
 */
export async function startFluxBridge(influx1: string, database: string, access: FluxAccess) {
  const faults: {
    write?: number;
    query?: "hang" | "cut" | "error";
    beforeWrite?: Promise<unknown>;
    beforeAnswer?: () => Promise<void>;
  } = {};
  let queries = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://bridge");
    const body = request.headers["content-encoding"] ? request : await text(request);
    if (request.headers.authorization !== `Token ${access.token}`) return say(response, 401, "unauthorized access");
    if (searchParams.get("org") !== access.org) return say(response, 404, "organization name not found");
    switch (`${request.method} ${pathname}`) {
      case "POST /api/v2/write": {
        if (searchParams.get("bucket") !== access.bucket) return say(response, 404, "bucket not found");
        if (faults.write !== undefined) return say(response, faults.write, "told to fail");
        await faults.beforeWrite;
        const encoding = request.headers["content-encoding"];
        const written = await fetch(`${influx1}/write?db=${database}&precision=${searchParams.get("precision")}`, {
          method: "POST",
          headers: encoding ? { "content-encoding": encoding } : {},
          body,
          duplex: "half",
        });
        response.writeHead(written.status).end(await written.text());
        return;
      }
      case "POST /api/v2/query": {
        queries += 1;
        const query = parse(JSON.parse(body as string) as object, access.bucket);
        if (faults.query === "hang") return;
        const rows = annotated(await ask(influx1, database, query), query);
        await faults.beforeAnswer?.();
        response.writeHead(200, { "content-type": "text/csv; charset=utf-8" });
        if (faults.query === "cut") {
          response.write(rows.slice(0, Math.ceil(rows.length / 2)), () => response.destroy());
          return;
        }
        const failure =
          "#datatype,string,string\r\n#group,true,true\r\n#default,,\r\n,error,reference\r\n,no memory,897\r\n";
        response.end(faults.query === "error" ? `${rows}\r\n${failure}` : rows);
        return;
      }
      default:
        say(response, 404, "path not found");
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // The database is gone: so would InfluxDB 2 be.
      if (error instanceof TypeError && error.message === "fetch failed") response.destroy();
      else say(response, 400, String(error));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What goes wrong from now on: writing answers a status or waits; a query hangs, breaks off, ends in an error, or waits. */
    faults,
    queries: () => queries,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
export type FluxBridge = Awaited<ReturnType<typeof startFluxBridge>>;

/** A refusal as InfluxDB 2 words it. */
const say = (response: ServerResponse, status: number, message: string): void =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ message }));

const literal = String.raw`"((?:[^"\\$])*)"`;
const shape = new RegExp(
  [
    String.raw`^from\(bucket: ${literal}\)`,
    String.raw`range\(start: (\S+Z), stop: (\S+Z)\)`,
    String.raw`filter\(fn: \(r\) => r\.patient == ${literal}\)`,
    String.raw`filter\(fn: \(r\) => (.+)\)`,
    String.raw`filter\(fn: \(r\) => (.+)\)`,
    String.raw`pivot\(rowKey: \["_time"\], columnKey: \["_field"\], valueColumn: "_value"\)`,
    String.raw`keep\(columns: \[(.+)\]\)$`,
  ].join(String.raw`\n  \|> `),
);

/** @throws for whatever the platform wouldn't ask */
function parse(body: object, bucket: string): Query {
  const { query, type, dialect } = body as { query?: unknown; type?: unknown; dialect?: unknown };
  const wanted = {
    header: true,
    delimiter: ",",
    quoteChar: '"',
    commentPrefix: "#",
    annotations: ["datatype", "group", "default"],
  };
  if (type !== "flux" || JSON.stringify(dialect) !== JSON.stringify(wanted)) throw new Error("unknown dialect");
  const parts = shape.exec(String(query));
  if (parts?.[1] !== bucket) throw new Error(`not understood: ${String(query)}`);
  const [start, stop, patient, measurements, fields, columns] = parts.slice(2) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    start,
    stop,
    patient,
    measurements: anyOf("_measurement", measurements),
    fields: anyOf("_field", fields),
    columns: columns.split(", ").map((column) => only(new RegExp(`^${literal}$`), column)),
  };
}

const anyOf = (column: string, text: string): string[] =>
  text.split(" or ").map((part) => only(new RegExp(`^r\\.${column} == ${literal}$`), part));

function only(pattern: RegExp, text: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined || found === "") throw new Error(`not understood: ${text}`);
  return found;
}

/** The same question in InfluxQL. Range and tags mean the same there; a point's fields already stand in one row. */
async function ask(url: string, database: string, query: Query): Promise<Table[]> {
  const { start, stop, patient, measurements, fields } = query;
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
  const text = `SELECT ${list(fields)} FROM ${list(measurements)} WHERE "patient" = '${patient}' AND time >= '${start}' AND time < '${stop}' GROUP BY "source", "n"`;
  const answer = await fetch(`${url}/query?db=${database}&q=${encodeURIComponent(text)}`);
  const { results } = (await answer.json()) as { results: { series?: Table[]; error?: string }[] };
  if (!answer.ok || results[0]?.error !== undefined) throw new Error(results[0]?.error ?? String(answer.status));
  return results[0]?.series ?? [];
}

/** Annotated CSV as InfluxDB 2 answers: a table for each source, with columns only for what is in it. */
function annotated(tables: readonly Table[], { columns }: Query): string {
  const blocks = tables.map(({ tags, columns: names, values }, number) => {
    const cell = (row: readonly Cell[], column: string): Cell =>
      column === "source"
        ? tags.source
        : column === "n"
          ? tags.n
          : row[names.indexOf(column === "_time" ? "time" : column)];
    const present = columns.filter((column) => values.some((row) => (cell(row, column) ?? "") !== ""));
    const typeOf = (column: string): string => {
      if (column === "_time") return "dateTime:RFC3339";
      if (column === "source" || column === "n") return "string";
      return values.some((row) => typeof cell(row, column) === "boolean") ? "boolean" : "double";
    };
    const lines = [
      `#datatype,string,long,${present.map(typeOf).join()}`,
      `#group,false,false,${present.map((column) => column === "source" || column === "n").join()}`,
      `#default,_result,,${present.map(() => "").join()}`,
      `,result,table,${present.join()}`,
      ...values.map((row) => `,,${number},${present.map((column) => String(cell(row, column) ?? "")).join()}`),
    ];
    return `${lines.join("\r\n")}\r\n`;
  });
  return `${blocks.join("\r\n")}\r\n`;
}
