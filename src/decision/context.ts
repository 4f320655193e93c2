import type { ErrorCode } from "../errors.ts";
import type { evaluate } from "../rules/evaluate.ts";
import type { Database } from "../store/sqlite/database.ts";

/** What deciding one command is given. Nothing else may influence the decision. */
export type DecisionContext = {
  readonly db: Database;
  /** The command's number in the log; ids of what it makes follow from it. */
  readonly command: number;
  /** When it was handed in, by the platform's clock. */
  readonly at: number;
  readonly actor: string;
  /** The rule engine; replaced only to see what happens when it fails. */
  readonly evaluate: typeof evaluate;
  /** Reports a failure that was contained, for the log and the metrics. */
  readonly report: (code: ErrorCode, error?: unknown) => void;
  /** Makes the next id of this command. */
  readonly nextId: (prefix: string) => string;
  /** Recognise readings that are stored already; off only to prove that a test notices. */
  readonly dedupe: boolean;
};

/** What a decision adds up to. `changed: false` leaves no row in the log. */
export type Decided<T> = { readonly changed: boolean; readonly value: T };
