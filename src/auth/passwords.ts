import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { HemvaktError } from "../errors.ts";

/**
 * argon2id with 19 MiB, two passes and one lane: the first recommendation of the OWASP Password Storage Cheat Sheet.
 * (The algorithm is argon2id unless told otherwise; the enum of the package can't be imported without a build.)
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Each run takes 19 MiB and a thread of the pool that file I/O needs too: two at a time, a short queue, then refuse.
const maxRunning = 2;
const maxWaiting = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maxRunning) {
    if (waiting.length >= maxWaiting) throw new HemvaktError("OVERLOADED");
    // Whoever finishes hands over its place, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

// The same letters typed on different keyboards can be different code points (NIST SP 800-63B §3.1.1.2).
const normalized = (password: string): string => password.normalize("NFKC");

/**
 * An argon2id hash in PHC form.
 * @throws HemvaktError `OVERLOADED` when too many wait already
 */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normalized(password), cost));

let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (there is no such account) the same work is done against a
 * hash that nothing matches, so that the time tells nobody which user names exist.
 * @throws HemvaktError `OVERLOADED` when too many wait already
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hash(randomBytes(32), cost);
  const against = stored ?? (await nobody);
  const matches = await inTurn(() => verify(against, normalized(password)));
  return matches && stored !== undefined;
}
