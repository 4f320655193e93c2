import { describe, expect, test } from "vitest";
import { channelOf, filterBelongs, hubOfTopic, isFilter, isHubId, matches } from "./topics.ts";

// The examples of MQTT 3.1.1 §4.7.1.2 and §4.7.1.3.
test.for([
  ["sport/tennis/player1/#", "sport/tennis/player1", true],
  ["sport/tennis/player1/#", "sport/tennis/player1/ranking", true],
  ["sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true],
  ["sport/#", "sport", true],
  ["sport/tennis/+", "sport/tennis/player1", true],
  ["sport/tennis/+", "sport/tennis/player1/ranking", false],
  ["sport/+", "sport", false],
  ["sport/+", "sport/", true],
  ["+/+", "/finance", true],
  ["/+", "/finance", true],
  ["+", "/finance", false],
  ["a/b", "a/b", true],
  ["a/b", "a/b/c", false],
  ["a/+/c", "a/b/d", false],
] as const)("%s matches %s: %s", ([filter, topic, expected]) => expect(matches(filter, topic)).toBe(expected));

test.for([
  ["#", true],
  ["sport/tennis/#", true],
  ["sport/tennis#", false],
  ["sport/tennis/#/ranking", false],
  ["+", true],
  ["+/tennis/#", true],
  ["sport+", false],
  ["sport/+/player1", true],
  ["++", false],
  ["#+", false],
  ["", false],
  ["/", true],
] as const)("the filter %s is valid: %s", ([filter, expected]) => expect(isFilter(filter)).toBe(expected));

describe("a hub's tree", () => {
  test.for([
    ["hv/v1/h/readings", "readings"],
    ["hv/v1/h/gatt", "gatt"],
    ["hv/v1/h/state", "state"],
    ["hv/v1/h/prompted", "prompted"],
    ["hv/v1/h/readings/", "unknown"],
    ["hv/v1/h/", "unknown"],
    ["hv/v1/h/receipts", undefined],
    ["hv/v1/h/prompts", undefined],
    ["hv/v1/h", undefined],
    ["hv/v1/h2/readings", undefined],
    ["hv/v2/h/readings", undefined],
  ] as const)("%s is channel %s of hub h", ([topic, channel]) => expect(channelOf("h", topic)).toBe(channel));

  test("holds filters only with the hub's id spelled out", () => {
    expect(filterBelongs("h", "hv/v1/h/#")).toBe(true);
    expect(filterBelongs("h", "hv/v1/+/receipts")).toBe(false);
    expect(filterBelongs("h", "hv/v1/h")).toBe(false);
  });

  test("is named by the third level", () => {
    expect(hubOfTopic("hv/v1/h/a/b")).toBe("h");
    expect(hubOfTopic("hv/v1/h")).toBeUndefined();
    expect(hubOfTopic("hv/v1//a")).toBeUndefined();
    expect(hubOfTopic("$SYS/x")).toBeUndefined();
  });

  test("belongs to an id of the contract's letters, and not to the integrators' word", () => {
    for (const id of ["a", "HUB_7.x-1", "x".repeat(64)]) expect(isHubId(id)).toBe(true);
    for (const id of ["", "x".repeat(65), "å", "a/b", "a b", "+", "teams"]) expect(isHubId(id)).toBe(false);
  });
});
