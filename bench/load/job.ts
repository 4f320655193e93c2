/** What the load generator is told to do, and what it answers; both cross a process border as JSON. */
export type Job = {
  readonly port: number;
  /** The homes that take part, each with one connection. */
  readonly homes: { readonly from: number; readonly to: number };
  /** Unacknowledged messages per connection at most. */
  readonly window: number;
  readonly readingsPerMessage: number;
  /** Share of messages with a value that gives a finding. */
  readonly findings: number;
  /** Whether the hubs listen to their receipts, and acknowledge them. */
  readonly receipts: boolean;
  /** How long to send, in seconds; without it each home sends `messages`. */
  readonly seconds?: number;
  readonly messages?: number;
  /** Messages a second over all; without it as fast as acknowledgements come. */
  readonly rate?: number;
  /** The first message's number, so that runs over one store never repeat each other. */
  readonly firstNumber: number;
  /** The instant of the first readings, in milliseconds. */
  readonly at: number;
  /** How much later each further message of a home was measured, in milliseconds. */
  readonly every: number;
  /** Stay connected when all is acknowledged, until told to go. */
  readonly hold?: boolean;
};

export type Outcome = {
  readonly sent: number;
  readonly acknowledged: number;
  readonly receipts: number;
  /** From the first sending to the last acknowledgement, in seconds; connecting is apart. */
  readonly seconds: number;
  readonly connectSeconds: number;
  /** How much of one core the generator used itself while it sent. */
  readonly ownCore: number;
  /** Send to PUBACK, in milliseconds. */
  readonly puback: { readonly p50: number; readonly p99: number; readonly max: number };
};
