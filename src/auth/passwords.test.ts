import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords.ts";

test("a password fits its own argon2id hash, in whichever code points it is typed", async () => {
  const stored = await hashPassword("Blåbärssoppa-på-Åre");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, "Blåbärssoppa-på-Åre".normalize("NFD"))).toBe(true);
  expect(await verifyPassword(stored, "Blabarssoppa-pa-Are")).toBe(false);
});

test("no account means no, after the same work", async () => {
  const stored = await hashPassword("a password of some length");
  const took = async (work: () => Promise<boolean>) => {
    const start = process.hrtime.bigint();
    expect(await work()).toBe(false);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  await verifyPassword(undefined, "warm up");
  const unknown = Math.min(...(await series(5, () => took(() => verifyPassword(undefined, "wrong")))));
  const known = Math.min(...(await series(5, () => took(() => verifyPassword(stored, "wrong")))));
  // A missing account answered without hashing would be a thousand times faster.
  expect(unknown).toBeGreaterThan(known / 3);
});

test("a storm of sign-ins is turned away instead of filling the memory", async () => {
  const stored = await hashPassword("a password of some length");
  const answers = await Promise.allSettled(Array.from({ length: 80 }, () => verifyPassword(stored, "wrong")));
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(80 - 2 - 64);
  expect(refused[0]).toMatchObject({ reason: { code: "OVERLOADED" } });
  expect(await verifyPassword(stored, "a password of some length")).toBe(true);
});

async function series<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < times; round += 1) results.push(await work());
  return results;
}
