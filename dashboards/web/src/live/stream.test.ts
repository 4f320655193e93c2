import { array, assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { eventReader } from "./stream.ts";

const text = `: heartbeat\n\nid: 7\nevent: alert.opened\ndata: {"alert":"a1"}\n\nevent: reset\ndata: {}\n\n`;
const events = [
  { id: "7", type: "alert.opened", data: '{"alert":"a1"}' },
  { id: undefined, type: "reset", data: "{}" },
];

it("reads the same events however the text is cut", () => {
  assert(
    property(array(integer({ min: 0, max: text.length }), { maxLength: 8 }), (cuts) => {
      const read = eventReader();
      const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      expect(edges.flatMap((edge, index) => read(text.slice(edge, edges[index + 1])))).toEqual(events);
    }),
  );
});

it("gives nothing for an event that is not whole yet", () => {
  const read = eventReader();
  expect(read("event: reading\ndata: {}")).toEqual([]);
  expect(read("\n\n")).toHaveLength(1);
});
