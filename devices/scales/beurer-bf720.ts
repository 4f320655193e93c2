import type { DeviceModel } from "../device.ts";
import { genericBodyComposition } from "./generic-body-composition.ts";
import { genericWeight } from "./generic-weight.ts";

const recorded = "KristianP26/ble-scale-sync, tests/scales/beurer-bf720.test.ts, commit 38f1b9b";
const weight = (hex: string) => ({ characteristic: "2a9d", hex });
const composition = (hex: string) => ({ characteristic: "2a9c", hex });

/** Beurer's scales with user consent: the Weight Scale and Body Composition profiles, silent until asked properly. */
export const beurerBf720: DeviceModel = {
  ...genericWeight,
  id: "beurer-bf720",
  name: "Beurer BF 720 and BF 788",
  source: `Indications recorded from a BF 720 (issue 168) and a BF 788 (issue 229), in ${recorded}`,
  about:
    "Scales with the services 0x181D and 0x181B. The weight comes as 0x2A9D; the estimates that follow as 0x2A9C have no " +
    "weight and are not kept. BF 105, BF 500 and BF 950 are said to do the same (the same project, issues 83 and 255), " +
    "but nothing of them has been published to check by. Not for people with a pacemaker or another active implant.",
  connect: {
    steps: [
      "With the maker's app make a user on the scale for each person, and note the slot and the consent code (PIN).",
      "Bond the hub with the scale: without a stored bond it is silent.",
      "Let the hub enable indications on 0x2A9D, write the time to 0x2A2B, and then write the consent for the slot to 0x2A9F: 02, slot, code as u16.",
      "Register the device with this model on its hub, and assign each slot to its person.",
      "Weigh once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "It keeps 30 weights for each of 8 users and recognises users by itself (its instructions for use): of two people of equal weight it may take one for the other.",
      "It sends each 0x2A9C that it keeps as well, many of them empty: they are answered as nothing to keep.",
    ],
    patient:
      "The weight, then the estimates, barefoot. Three dashes for the user mean that the scale doesn't know who it is (oliexdev/openScale, issue 868).",
  },
  quirks: ["resends-memory", "user-slots", "consent"],
  layout: { ...genericWeight.layout, ...genericBodyComposition.layout },
  examples: [
    {
      title: "79.96 kg, user 1 (BF 720)",
      input: weight("0e783eea07050c12353601ee002607"),
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 79_960 },
          deviceTime: { form: "local", text: "2026-05-12T18:53:54" },
          user: 1,
          flags: [],
          detail: { bmi: "23.8", height: { value: "1.830", unit: "m" } },
        },
      ],
      recorded,
    },
    {
      title: "117.92 kg, user 1 (BF 788)",
      input: weight("0e205cea07070e1729200140018007"),
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 117_920 },
          deviceTime: { form: "local", text: "2026-07-14T23:41:32" },
          user: 1,
          flags: [],
          detail: { bmi: "32.0", height: { value: "1.920", unit: "m" } },
        },
      ],
      recorded,
    },
    {
      title: "The estimates that follow (BF 720)",
      input: composition("9803c200df1a9701cc2fca21a811"),
      output: "NOTHING_TO_KEEP",
      recorded,
    },
    {
      title: "Empty estimates, as for every weight from memory (BF 788)",
      input: composition("9803000096230000000000000000"),
      output: "NOTHING_TO_KEEP",
      recorded,
    },
    ...genericWeight.examples,
  ],
};
