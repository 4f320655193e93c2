/** What one hub sent and what came back. Messages, except the four statuses, which count readings, and what people were asked. */
export type Counts = {
  /** Messages given to the network, each counted once. */
  readonly sent: number;
  /** Messages the broker acknowledged (PUBACK). */
  readonly acknowledged: number;
  /** Deliveries repeated with the DUP flag after a lost connection. */
  readonly resent: number;
  readonly connections: number;
  readonly receipts: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly unattributed: number;
  /** Questions to measure again that were shown to somebody at home. */
  readonly asked: number;
  /** Measurements made because of them; their messages are among those sent. */
  readonly measuredAgain: number;
};

const countNames = [
  "sent",
  "acknowledged",
  "resent",
  "connections",
  "receipts",
  "stored",
  "duplicate",
  "rejected",
  "unattributed",
  "asked",
  "measuredAgain",
] as const satisfies readonly (keyof Counts)[];

const noCounts = (): Record<keyof Counts, number> =>
  Object.fromEntries(countNames.map((name) => [name, 0])) as Record<keyof Counts, number>;

/** One hub's page of the ledger. */
export type HubLedger = {
  readonly hub: string;
  counts(): Counts;
  /** Ids of the messages that were acknowledged: what a platform may never lose. Messages without an id are left out. */
  acknowledgedIds(): readonly string[];
  /** How many messages are sent and not yet acknowledged. */
  inFlight(): number;
  /** What went wrong, newest last, at most twenty. */
  errors(): readonly string[];
  noteSent(): void;
  noteAcknowledged(id: string | undefined): void;
  noteResent(): void;
  noteConnection(): void;
  noteAsked(): void;
  noteMeasuredAgain(): void;
  noteError(message: string): void;
  /** Takes a payload of the receipts topic; one that is no receipt is an error in the ledger, never thrown. */
  noteReceipt(payload: string): void;
};

/** The sender's own book-keeping, to be compared with what the platform says it stored. */
export type Ledger = {
  hub(id: string): HubLedger;
  hubs(): readonly HubLedger[];
  total(): Counts;
  /** Rejection codes of the receipts and how often each came. */
  codes(): Readonly<Record<string, number>>;
};

const KEPT_ERRORS = 20;
type Result = { readonly status?: unknown; readonly code?: unknown };

function hubLedger(hub: string, codes: Map<string, number>): HubLedger {
  const counts = noCounts();
  const acknowledged = new Set<string>();
  const errors: string[] = [];
  const noteError = (message: string) => {
    errors.push(message);
    if (errors.length > KEPT_ERRORS) errors.shift();
  };
  return {
    hub,
    counts: () => ({ ...counts }),
    acknowledgedIds: () => [...acknowledged],
    inFlight: () => counts.sent - counts.acknowledged,
    errors: () => [...errors],
    noteSent: () => void counts.sent++,
    noteAcknowledged: (id) => {
      counts.acknowledged++;
      if (id !== undefined) acknowledged.add(id);
    },
    noteResent: () => void counts.resent++,
    noteConnection: () => void counts.connections++,
    noteAsked: () => void counts.asked++,
    noteMeasuredAgain: () => void counts.measuredAgain++,
    noteError,
    noteReceipt: (payload) => {
      let results: unknown;
      try {
        results = (JSON.parse(payload) as { results?: unknown } | null)?.results;
      } catch {
        results = undefined;
      }
      if (!Array.isArray(results)) return noteError("A receipt could not be read.");
      counts.receipts++;
      for (const { status, code } of results as Result[]) {
        if (status === "stored" || status === "duplicate" || status === "rejected" || status === "unattributed") {
          counts[status]++;
        }
        if (typeof code === "string") codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    },
  };
}

/** An empty ledger. */
export function openLedger(): Ledger {
  const hubs = new Map<string, HubLedger>();
  const codes = new Map<string, number>();
  return {
    hub: (id) => {
      let page = hubs.get(id);
      if (!page) hubs.set(id, (page = hubLedger(id, codes)));
      return page;
    },
    hubs: () => [...hubs.values()],
    total: () => {
      const sum = noCounts();
      for (const page of hubs.values()) {
        const counts = page.counts();
        for (const name of countNames) sum[name] += counts[name];
      }
      return sum;
    },
    codes: () => Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
