import type { StatusBit } from "../status.ts";

/**
 * What an oximeter says about its own reading (Bluetooth SIG, Pulse Oximeter Service 1.0.1, 3.1.1.4 and 3.1.1.5).
 * Demonstration, test, unavailable and invalid data are kept and are not clinical; a doubtful signal is judged, and
 * marked. Bits without a flag ask for nothing.
 */
export const measurementStatus = [
  { bit: 5, name: "measurement-ongoing", flag: "ongoing" },
  { bit: 6, name: "early-estimate", flag: "early-estimate" },
  { bit: 7, name: "validated" },
  { bit: 8, name: "fully-qualified" },
  { bit: 9, name: "from-storage", flag: "from-memory" },
  { bit: 10, name: "demonstration", flag: "not-clinical" },
  { bit: 11, name: "test", flag: "not-clinical" },
  { bit: 12, name: "calibration-ongoing" },
  { bit: 13, name: "unavailable", flag: "not-clinical" },
  { bit: 14, name: "questionable", flag: "questionable" },
  { bit: 15, name: "invalid", flag: "not-clinical" },
] as const satisfies readonly StatusBit[];

export const sensorStatus = [
  { bit: 0, name: "extended-display-update" },
  { bit: 1, name: "equipment-malfunction", flag: "poor-signal" },
  { bit: 2, name: "signal-processing-irregular" },
  { bit: 3, name: "inadequate-signal", flag: "poor-signal" },
  { bit: 4, name: "poor-signal", flag: "poor-signal" },
  { bit: 5, name: "low-perfusion", flag: "poor-signal" },
  { bit: 6, name: "erratic-signal", flag: "poor-signal" },
  { bit: 7, name: "non-pulsatile", flag: "poor-signal" },
  { bit: 8, name: "questionable-pulse", flag: "poor-signal" },
  { bit: 9, name: "signal-analysis-ongoing" },
  { bit: 10, name: "sensor-interference", flag: "poor-signal" },
  { bit: 11, name: "sensor-unconnected-to-user", flag: "poor-signal" },
  { bit: 12, name: "unknown-sensor" },
  { bit: 13, name: "sensor-displaced", flag: "poor-signal" },
  { bit: 14, name: "sensor-malfunctioning", flag: "poor-signal" },
  { bit: 15, name: "sensor-disconnected", flag: "poor-signal" },
] as const satisfies readonly StatusBit[];

export type MeasurementStatus = (typeof measurementStatus)[number]["name"];
export type SensorStatus = (typeof sensorStatus)[number]["name"];
