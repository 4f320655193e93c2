/**
 * The only place of the web app that reads the machine's clock. Phones are wrong by minutes; what the server says is what
 * promises are counted by, so each answer that carries its time sets this clock to it.
 */
let ahead = 0;

export const clock = {
  /** The current instant by the server's clock, in milliseconds since the epoch. */
  now: (): number => Date.now() + ahead,
  /** Takes over the server's time from an answer, ISO 8601. */
  follow: (at: string): void => {
    ahead = Date.parse(at) - Date.now();
  },
};
