import type { DeviceModel } from "../device.ts";
import { genericBloodPressure } from "./generic-blood-pressure.ts";

const input = (hex: string) => ({ characteristic: "2a35", hex });
const recorded = "derdilla/blood-pressure-monitor-fl, issue 80";

/** boso's medicus cuff: the Blood Pressure profile, and errors as NaN with a clean status. */
export const bosoMedicus: DeviceModel = {
  ...genericBloodPressure,
  id: "boso-medicus",
  name: "boso medicus (CE6674)",
  source:
    "Bytes and the cuff's display as recorded by a user in derdilla/blood-pressure-monitor-fl, issue 80 (June 2024); " +
    "layout by the Bluetooth SIG, Blood Pressure Service 1.1",
  about:
    "Announces itself as “boso medicus CE6674” with service 0x1810. When a measurement fails it sends NaN for every " +
    "number and a clean status, whatever its display says (Err when the person moved, Err CUF when the cuff was loose): " +
    "the reason stands on the display only. No successful measurement of this model has been published; the other " +
    "examples are the profile's.",
  connect: {
    ...genericBloodPressure.connect,
    patient:
      "The pressures and the pulse; Err when the person moved, Err CUF when the cuff was loose: then measure again.",
  },
  examples: [
    {
      title: "Err: the person moved",
      input: input("16ff07ff07ff07e80706170e230aff070000"),
      output: "VALUE_NOT_FINITE",
      recorded,
    },
    {
      title: "Err CUF: the cuff was loose",
      input: input("16ff07ff07ff07e80706170e2f3bff070000"),
      output: "VALUE_NOT_FINITE",
      note: "The status says neither that the cuff was loose nor that anything else was wrong.",
      recorded,
    },
    ...genericBloodPressure.examples.filter(({ recorded }) => recorded === undefined),
  ],
};
