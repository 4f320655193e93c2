/** Simulated patients and homes as real MQTT clients: what tests, the demo and `hemvakt simulate` use. */
export * from "./home/home.ts";
export { type Cause, type HomeMessage } from "./home/message.ts";
export { occasionsOf, type Taken, type TakenValue } from "./home/occasion.ts";
export { type Outage, outagesOf } from "./home/outage.ts";
export { makeHomes, type PopulationOptions, secretOf } from "./home/population.ts";
export { modelOf, type RegionOptions, regionOf } from "./home/region.ts";
export { historyOf, type Period, scheduleHome } from "./home/schedule.ts";
export { connectHub, type Hub, type HubOptions } from "./hub.ts";
export { type Counts, type HubLedger, type Ledger, openLedger } from "./ledger.ts";
export {
  cadenceMs,
  type HistoryOptions,
  type LiveHomes,
  type LiveOptions,
  publishHistory,
  startLiveHomes,
} from "./live.ts";
export type { Episode } from "./patient/episode.ts";
export { type Physiology, physiologyOf, type VirtualPatient, virtualPatient } from "./patient/physiology.ts";
export { type Profile, type ProfileName, profileNames, profiles, type Signals } from "./patient/profile.ts";
export { type Random, random } from "./random.ts";
export { type Progress, type RunOptions, type RunReport, runHomes, type Speed } from "./run.ts";
export { madeUpSeries } from "./series/made-up.ts";
export { type SeriesKind, seriesKinds } from "./series/map.ts";
export { deviceId, patientId, peopleOf, seriesHomes, seriesMessages } from "./series/play.ts";
export { type Problem, problemLine } from "./series/problem.ts";
export { readSeries, type Series, type SeriesOptions, type SeriesReading } from "./series/read.ts";
export { regionOfSeries } from "./series/region.ts";
export { progressLines, progressView, reportLines, type Screen } from "./view.ts";
