/**
 * What the single writer has read and will need again: hubs, devices, assignments, plans, the latest alerts, the newest
 * readings. Only the writer writes, so what it remembers is what is stored, as long as whoever changes a row changes or
 * forgets what is remembered of it. Other handles remember nothing.
 *
 * It saves time and decides nothing: with it and without it the same commands leave the same store.
 */
export type Memory = Map<Remembered, Map<string | number, unknown>>;

export type Remembered =
  | "hub"
  | "device"
  | "assignments"
  | "patient"
  | "team"
  | "plans"
  | "enrolments"
  | "asked"
  | "treated"
  | "alert"
  | "series"
  | "series-end"
  | "recent"
  | "spans"
  | "untimed-sender"
  | "staffed-teams"
  | "responsibilities"
  | "escalation"
  | "next-look"
  | "hub-people"
  | "reminded";

/**
 * How many of a sort are held; then the oldest goes for each new one. A parsed plan or a patient's readings take a few
 * kilobytes, the others a few hundred bytes: about 300 MB when all is full.
 */
const most = (sort: Remembered): number =>
  sort === "plans" || sort === "recent" || sort === "spans" ? 30_000 : 100_000;

/** A handle that may remember. */
type Handle = { readonly memory?: Memory | undefined };

export const emptyMemory = (): Memory => new Map();

/**
 * What `read` answers, remembered where the handle remembers; that there is nothing (`undefined`) never is.
 * @param holds whether what is remembered is still so, for what ends by itself
 */
export function recall<T>(
  { memory }: Handle,
  sort: Remembered,
  key: string | number,
  read: () => T,
  holds: (known: T) => boolean = () => true,
): T {
  if (!memory) return read();
  const known = memory.getOrInsertComputed(sort, () => new Map()) as Map<string | number, T>;
  const found = known.get(key);
  if (found !== undefined && holds(found)) return found;
  const value = read();
  if (value === undefined) return value;
  if (known.size >= most(sort)) known.delete(known.keys().next().value!);
  known.set(key, value);
  return value;
}

/** What is remembered, without reading. */
export const remembered = <T>({ memory }: Handle, sort: Remembered, key: string | number): T | undefined =>
  memory?.get(sort)?.get(key) as T | undefined;

/** To be called by whoever changes what `key` stands for. */
export function forget({ memory }: Handle, sort: Remembered, key: string | number): void {
  memory?.get(sort)?.delete(key);
}

/** To be called by whoever changes more than can be named. */
export const forgetAll = ({ memory }: Handle): void => memory?.clear();

/** Lets `read`, which changes nothing, remember for as long as it runs, where the handle doesn't remember by itself. */
export function remembering<T>(handle: { memory?: Memory | undefined }, read: () => T): T {
  if (handle.memory) return read();
  handle.memory = emptyMemory();
  try {
    return read();
  } finally {
    handle.memory = undefined;
  }
}
