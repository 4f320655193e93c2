import type { DeviceModel } from "../device.ts";
import { genericWeight } from "./generic-weight.ts";

/** A&D's scale for telemonitoring: the Weight Scale profile, and a memory that it empties by itself. */
export const andUc352ble: DeviceModel = {
  ...genericWeight,
  id: "and-uc-352ble",
  name: "A&D UC-352BLE",
  source:
    "Services discovered on the scale: HEADS-project/ThingML-BLE, Documentation/AND_Medical_UC352BLE.md, commit " +
    "3b30770; layout by the Bluetooth SIG, Weight Scale Service 1.0",
  about:
    "Announces itself as “A&D_UC-352BLE_” and six characters, with service 0x181D, and indicates 0x2A9D. No indication " +
    "of it has been published with what its display showed: the examples are the profile's. An older firmware offers " +
    "its weight through service 23434100-1FE4-1EFF-80CB-00FF78297D8B instead; that is not read.",
  connect: {
    steps: [
      "Switch it on while the button on its underside is held down, and pair it with the hub.",
      "Let the hub write the local time to 0x2A08 in service 0x181D at every connection: the scale has no zone.",
      "Let the hub enable indications on 0x2A9D as soon as it is connected.",
      "Register the device with this model on its hub, and assign it to the person.",
      "Weigh once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "The maker's own service 233BF000-5A34-1B6D-975C-000D5690ABE4 sets what it sends. Hemvakt doesn't need it.",
    ],
    patient: "The weight on the display. A failed measurement never becomes a reading.",
  },
  quirks: ["resends-memory", "no-users"],
  // The profile's examples, but those with a user: it never sends one.
  examples: genericWeight.examples.filter(({ input }) => "hex" in input && !/^.[4-7c-f]/.test(input.hex)),
};
