import { readFileSync } from "node:fs";
import type { Counts } from "../../simulators/index.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import type { Book } from "./players.ts";

/** One thing that must be equal: what the senders' book says and what the platform has. */
export type Equality = { readonly what: string; readonly sent: number; readonly found: number };

/** Compares the senders' book with the store. Each figure is counted on its own on either side. */
export function compare(folder: string, counts: Counts, book: Book, idFiles: readonly string[]): Equality[] {
  const db = openReader(folder);
  const count = (table: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  try {
    const known = new Set(db.all<{ hub: string; id: string }>("SELECT hub, id FROM message").map(lineOf));
    const acknowledged = new Set(idFiles.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean)));
    const found = [...acknowledged].filter((line) => known.has(line)).length;
    const { messages, readings } = book;
    return [
      {
        what: "messages acknowledged",
        sent: Object.values(messages).reduce((sum, each) => sum + each, 0),
        found: counts.acknowledged,
      },
      { what: "message ids acknowledged, and known to the platform", sent: acknowledged.size, found },
      { what: "message ids known to the platform, whoever sent them", sent: acknowledged.size, found: known.size },
      {
        what: "readings stored, each once",
        sent: readings.measured + readings["after-outage"],
        found: count("reading"),
      },
      { what: "damaged messages kept in quarantine", sent: book.damaged, found: count("quarantine") },
    ];
  } finally {
    db.close();
  }
}

const lineOf = ({ hub, id }: { hub: string; id: string }): string => `${hub} ${id}`;

/** Adds up what several players have booked. */
export function addBooks(books: readonly Book[]): Book {
  const sum = (of: (book: Book) => Book["messages"]): Book["messages"] => {
    const total = { measured: 0, asked: 0, "after-outage": 0, memory: 0, redelivery: 0, malformed: 0 };
    for (const book of books) {
      for (const cause of Object.keys(total) as (keyof typeof total)[]) total[cause] += of(book)[cause];
    }
    return total;
  };
  return {
    messages: sum((book) => book.messages),
    readings: sum((book) => book.readings),
    damaged: books.reduce((all, book) => all + book.damaged, 0),
  };
}

/** Adds up counts of several ledgers. */
export function addCounts(all: readonly Counts[]): Counts {
  const [first, ...others] = all;
  if (!first) throw new Error("no counts");
  const names = Object.keys(first) as (keyof Counts)[];
  return Object.fromEntries(
    names.map((name) => [name, others.reduce((sum, counts) => sum + counts[name], first[name])]),
  ) as Counts;
}

/** Adds up how often each code came. */
export function addCodes(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [code, count] of all.flatMap((codes) => Object.entries(codes))) sum[code] = (sum[code] ?? 0) + count;
  return sum;
}
