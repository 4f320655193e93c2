import type { Words } from "../i18n/words.ts";

/** The templates' rules and the commonest technical causes by name; others stand with their id, which is what the plan calls them. */
const sv = {
  "weight-rise-3d": "Vikten upp på 3 dagar",
  "weight-rise-3d-since-lowest": "Vikten upp från lägsta på 3 dagar",
  "weight-fall-3d": "Vikten ned på 3 dagar",
  "systolic-low": "Övre blodtryck lågt",
  "systolic-high": "Övre blodtryck högt",
  "systolic-very-high": "Övre blodtryck mycket högt",
  "diastolic-high": "Undre blodtryck högt",
  "diastolic-very-high": "Undre blodtryck mycket högt",
  "pulse-low": "Puls låg",
  "pulse-high": "Puls hög",
  "pulse-very-high": "Puls mycket hög",
  "oxygen-low": "Syremättnad låg",
  "oxygen-very-low": "Syremättnad mycket låg",
  "breathing-fast": "Snabb andning",
  "breathing-very-fast": "Mycket snabb andning",
  "temperature-high": "Temperatur hög",
  DEVICE_UNASSIGNED: "Apparat utan patient",
  USER_SLOT_UNKNOWN: "Okänd användarplats på apparaten",
} as const;

const en: Words<typeof sv> = {
  "weight-rise-3d": "Weight up in 3 days",
  "weight-rise-3d-since-lowest": "Weight up from the lowest in 3 days",
  "weight-fall-3d": "Weight down in 3 days",
  "systolic-low": "Systolic pressure low",
  "systolic-high": "Systolic pressure high",
  "systolic-very-high": "Systolic pressure very high",
  "diastolic-high": "Diastolic pressure high",
  "diastolic-very-high": "Diastolic pressure very high",
  "pulse-low": "Pulse low",
  "pulse-high": "Pulse high",
  "pulse-very-high": "Pulse very high",
  "oxygen-low": "Oxygen saturation low",
  "oxygen-very-low": "Oxygen saturation very low",
  "breathing-fast": "Fast breathing",
  "breathing-very-fast": "Very fast breathing",
  "temperature-high": "Temperature high",
  DEVICE_UNASSIGNED: "Device without a patient",
  USER_SLOT_UNKNOWN: "Unknown user slot on the device",
};

export const rules = { sv, en };
