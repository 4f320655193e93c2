import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { expect, it } from "vitest";
import { aged, nextOf, ownOf, refused, TOO_LATE, type Unsent, withOne, without } from "./outbox.ts";
import { isUsable } from "./snapshot.ts";
import { KEPT } from "./store.ts";

const one = (key: string, more: Partial<Unsent> = {}): Unsent => ({
  key,
  staff: "karin",
  alert: `alert of ${key}`,
  version: 1,
  subject: "Greta Exempel",
  promise: { text: "Ringer", due: "2026-11-23T09:00:00Z" },
  madeAt: 1000,
  ...more,
});

it("sends the oldest first, one person's only, and nothing that was refused", () => {
  const nils = one("n", { staff: "nils" });
  const box = [nils, one("a", { refusal: { code: "CONFLICT" } }), one("b"), one("c")];
  expect(nextOf(box, "karin")?.key).toBe("b");
  expect(nextOf(without(box, "b"), "karin")?.key).toBe("c");
  expect(nextOf(refused(without(box, "b"), "c", { code: "CONFLICT" }), "karin")).toBeUndefined();
  expect(nextOf(box, "nils")).toBe(nils);
});

it("has one at most for an alert that isn't answered; a refusal stays beside it until it has been read", () => {
  const first = one("a", { alert: "x" });
  const again = one("b", { alert: "x" });
  expect(withOne([first], again).map(({ key }) => key)).toEqual(["b"]);
  const read = refused([first], "a", { code: "CONFLICT" });
  expect(withOne(read, again).map(({ key }) => key)).toEqual(["a", "b"]);
});

it("keeps every acknowledgement in its order whatever is added, refused and taken away", () => {
  const step = record({ what: constantFrom("add", "refuse", "take"), key: integer({ min: 0, max: 9 }) });
  assert(
    property(array(step), (steps) => {
      let box: Unsent[] = [];
      const expected = new Map<string, boolean>();
      for (const { what, key: number } of steps) {
        const key = String(number);
        if (what === "add") {
          expected.delete(key);
          expected.set(key, false);
          box = withOne(box, one(key));
        } else if (what === "refuse") {
          if (expected.has(key)) expected.set(key, true);
          box = refused(box, key, { code: "CONFLICT" });
        } else {
          expected.delete(key);
          box = without(box, key);
        }
      }
      expect(box.map(({ key, refusal }) => [key, refusal !== undefined])).toEqual([...expected]);
    }),
  );
});

it("has no words about anybody after twelve hours, and still says that it was never sent", () => {
  const box = [one("a"), one("b", { madeAt: 2000 }), one("c", { staff: "nils", madeAt: 2000 })];
  const [old, young] = ownOf(aged(box, 1000 + KEPT), "karin");
  expect(old).toMatchObject({ subject: "", promise: { text: "" }, refusal: { code: TOO_LATE } });
  expect(JSON.stringify(old)).not.toMatch(/Greta|Ringer/);
  expect(young).toBe(box[1]);
  expect(aged(aged(box, 1000 + KEPT), 1000 + KEPT)).toEqual(aged(box, 1000 + KEPT));
});

it("shows a kept list for twelve hours at most, not beyond its session, and none from the future", () => {
  const list = { keptAt: 0, expiresAt: new Date(KEPT * 2).toISOString() };
  expect([0, KEPT - 1, KEPT, -1].map((now) => isUsable(list, now))).toEqual([true, true, false, false]);
  expect(isUsable({ ...list, expiresAt: new Date(5000).toISOString() }, 5000)).toBe(false);
});
