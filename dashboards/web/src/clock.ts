/**
 * The only place of the web app that reads the machine's clock. Phones are wrong by minutes; what the server says is what
 * promises are counted by, so each answer that carries its time sets this clock to it.
 */
let ahead = 0;
let told = false;

/** In milliseconds. */
const NEAR = 3000;

export const clock = {
  /** The current instant by the server's clock, in milliseconds since the epoch. */
  now: (): number => Date.now() + ahead,
  /** The same by the machine's own clock: only for how long ago something was. */
  machine: (): number => Date.now(),
  /** Takes over the server's time from an answer, ISO 8601. @param received when it came, by the machine's clock */
  follow: (at: string, received: number): void => {
    ahead = Date.parse(at) - received;
    told = true;
  },
  /** Takes over the server's time from an answer that just came, where it says so in its head (RFC 9110 §6.6.1). */
  hear: ({ headers }: Response): void => {
    const at = Date.parse(headers.get("date") ?? "");
    // Whole seconds, and some of the way here: what is as near as that already is left as it is.
    if (Number.isNaN(at)) return;
    if (Math.abs(at - clock.now()) > NEAR) ahead = at - Date.now();
    told = true;
  },
  /** Whether the server's time is known: before it is, nothing may be thrown away as too old. */
  isTold: (): boolean => told,
};
