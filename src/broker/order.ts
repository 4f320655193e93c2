type Done = (error?: Error) => void;
type Entry = { readonly done: Done; settled: boolean; error: Error | undefined };

/**
 * Answers in the order of the questions. PUBACKs and PUBRECs must leave in the order in which their PUBLISHes came
 * [MQTT-4.6.0-2], [MQTT-4.6.0-3], whatever order storing them finished in.
 */
export class InOrder {
  readonly #entries: Entry[] = [];

  /** How many answers are still owed. */
  get owed(): number {
    return this.#entries.length;
  }

  /** Queues a callback and gives the function that settles it; it is called once all before it are settled. */
  next(done: Done): (error?: Error) => void {
    const entry: Entry = { done, settled: false, error: undefined };
    this.#entries.push(entry);
    return (error) => {
      entry.settled = true;
      entry.error = error;
      for (let first = this.#entries[0]; first?.settled; first = this.#entries[0]) {
        this.#entries.shift();
        first.done(first.error);
      }
    };
  }
}
