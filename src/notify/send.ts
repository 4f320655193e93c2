/** One message on its way out, the same again for each attempt. */
export type Outgoing = {
  readonly to: string;
  readonly subject: string;
  /** The same in both languages, and where to look, for channels that choose. */
  readonly title: Readonly<Record<"sv" | "en", string>>;
  readonly body: Readonly<Record<"sv" | "en", string>>;
  /** A path, or an address where the platform's own is known. */
  readonly look: string;
  /** Nobody needs it after this (milliseconds since the epoch). */
  readonly until: number;
  readonly text: string;
  /** The same for each attempt: who receives it twice knows it by this. */
  readonly key: string;
  /** For gateways: opaque ids and codes. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly team: string;
};

export type Send = {
  /** Resolves once the other side has taken it. @throws SendFailure */
  send(message: Outgoing): Promise<void>;
};

/** It was not taken. `permanent`: trying the same again can't help. */
export class SendFailure extends Error {
  readonly code: string;
  readonly permanent: boolean;
  constructor(code: string, permanent: boolean) {
    super(code);
    this.name = "SendFailure";
    this.code = code;
    this.permanent = permanent;
  }
}
