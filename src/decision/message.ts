/** What a hub published, on its way to `ingest`. */
export type DeviceMessage = {
  readonly kind: "device-message";
  readonly hub: string;
  readonly topic: string;
  readonly channel: "readings" | "gatt" | "state" | "prompted" | "messages" | "unknown";
  readonly payload: Uint8Array;
  /** When the hub's session began; absent when it has ended. */
  readonly onlineSince?: number;
  /** Larger than a payload may be: kept and answered, not read. */
  readonly tooLarge?: boolean;
  /** Delivered from another broker's retained store: old by definition. */
  readonly retain?: boolean;
};

/** The receipt a hub gets for one message. `for` is the user slot. */
export type Receipt = {
  readonly id: string | null;
  readonly receivedAt: string;
  readonly results: readonly ReceiptResult[];
  /** For each person the message is about, what happens next; absent when nobody may be told anything. */
  readonly care?: readonly Care[];
};
/**
 * What the home is told beside "stored": when somebody looks at it and whom to call. On a hub that several people share it
 * names no team, since the other may read it.
 */
export type Care = {
  /** The user slot, where the device has them. */
  readonly for?: number;
  /** ISO 8601; null when it isn't known. */
  readonly nextLook: string | null;
  readonly team?: string;
  readonly phone?: string;
  /** Ready to be shown, in Swedish and English. */
  readonly text: Readonly<Record<"sv" | "en", string>>;
};
export type ReceiptResult = {
  readonly index: number;
  readonly status: "stored" | "duplicate" | "rejected" | "unattributed";
  readonly code?: string;
  readonly message?: string;
  readonly for?: number;
};

/** Ids and versions of what was made or changed, the receipt for a hub. */
export type OutcomeValue = {
  readonly receipt?: Receipt;
  readonly id?: string;
  readonly version?: number;
  readonly ids?: readonly string[];
  /** For retention-sweep: how many rows went, and whether that was the last slice. */
  readonly swept?: { readonly deleted: number; readonly done: boolean; readonly after?: readonly [string, string] };
  /** For region-import: how much was new, changed and as before, by kind. */
  readonly counts?: Readonly<
    Record<string, { readonly added: number; readonly changed: number; readonly unchanged: number }>
  >;
  /** New readings, for live listeners. */
  readonly readings?: readonly {
    readonly patient: string;
    readonly team: string;
    readonly kind: string;
    readonly id: string;
  }[];
};
