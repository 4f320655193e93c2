import type { DeviceModel } from "../device.ts";
import { genericBloodPressure } from "./generic-blood-pressure.ts";

/** Omron's cuff for telemonitoring: the Blood Pressure profile, unlike most of Omron's. */
export const omronHem9200t: DeviceModel = {
  ...genericBloodPressure,
  id: "omron-hem-9200t",
  name: "Omron HEM-9200T",
  source:
    "HL7 Personal Health Device Implementation Guide, examples of an Omron HEM-9200T; obniz/obniz, part HEM_9200T; " +
    "layout by the Bluetooth SIG, Blood Pressure Service 1.1",
  about:
    "Announces itself as “BLEsmart_” and its address, with service 0x1810. No notification of this model has been " +
    "published with what its display showed: the examples are the profile's. Other cuffs of Omron's keep their readings " +
    "behind a service of the maker's own and do not work with this entry.",
  connect: {
    ...genericBloodPressure.connect,
    steps: [
      "Put it into pairing mode, and pair it with the hub; it may ask for a passkey.",
      "Let the hub subscribe to the cuff's time (0x2A2B in service 0x1805), then enable indications on 0x2A35.",
      "Register the device with this model on its hub, and assign it to the person, with the user slot if several use it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "What it does with its memory, and after a failed measurement, has not been published: expect what the profile's entry says.",
    ],
  },
  quirks: [],
  range: {
    source:
      "HL7 Personal Health Device Implementation Guide, ObservationDefinition of an Omron HEM-9200T, absolute ranges",
    limits: {
      "systolic-pressure": { low: 60, high: 279 },
      "diastolic-pressure": { low: 40, high: 200 },
    },
  },
  examples: genericBloodPressure.examples.filter(({ recorded }) => recorded === undefined),
};
