import { type ErrorCode, errorCatalogue } from "../../errors.ts";
import type { Language } from "../../rules/wording.ts";

/** What went wrong with a device, a hub or the platform, as a nurse or technician reads it in Swedish. */
const swedish: Readonly<Partial<Record<ErrorCode, string>>> = {
  PAYLOAD_NOT_JSON: "Navet skickade något som inte går att läsa.",
  PAYLOAD_SHAPE: "Navet skickade ett meddelande där uppgifter saknas eller är fel.",
  PAYLOAD_TOO_LARGE: "Navet skickade ett för stort meddelande.",
  TOPIC_UNKNOWN: "Navet skickade till en okänd adress.",
  CHARACTERISTIC_UNKNOWN: "Apparaten skickade en sorts mätning som ingen avkodare känner.",
  DECODE_TRUNCATED: "Mätningen från apparaten är avklippt.",
  DECODE_TRAILING: "Mätningen från apparaten är längre än den ska vara.",
  DECODE_HEX: "Navet skickade mätningen i fel form.",
  DECODE_RESERVED: "Apparaten använder ett värde som standarden inte tillåter.",
  MEASUREMENT_UNSUCCESSFUL: "Apparaten säger att mätningen misslyckades.",
  NOTHING_TO_KEEP: "Meddelandet innehöll inget mätvärde att spara.",
  UNIT_UNKNOWN: "Mätvärdet kom i en enhet som inte hör till mätningen.",
  VALUE_NOT_FINITE: "Apparaten skickade ett felvärde i stället för ett mätvärde.",
  VALUE_IMPLAUSIBLE: "Mätvärdet är orimligt för en levande människa.",
  READING_NOT_CLINICAL: "Apparaten säger att mätningen är ett prov eller en demonstration.",
  MESSAGE_ID_REUSED: "Navet har använt samma meddelandenummer två gånger.",
  DEVICE_UNKNOWN: "Apparaten är inte registrerad på navet. Mätvärdena är sparade.",
  DEVICE_UNASSIGNED: "Apparaten var inte tilldelad någon när mätningen gjordes. Mätvärdena är sparade.",
  USER_SLOT_UNKNOWN: "Flera använder apparaten och mätningen säger inte vems den är. Mätvärdet är sparat.",
  CLOCK_UNSET: "Apparatens klocka är inte ställd och den skickade flera mätningar på en gång.",
  CLOCK_WRONG: "Apparatens klocka går fel.",
  DEVICE_BATTERY_LOW: "Apparatens batteri är nästan slut.",
  DEVICE_FAILING: "Apparaten skickar gång på gång det som inte går att använda.",
  HUB_OFFLINE: "Navet har inte varit uppkopplat på mer än 30 minuter.",
  HUBS_OFFLINE: "Många nav försvann inom samma minuter.",
  ENGINE_FAILED: "Mätvärdet är sparat men kunde inte bedömas. Titta på det själva.",
};

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);

/** A technical code in plain words; a code that the catalogue doesn't know stands for itself. */
export const explainTechnical = (code: string): Readonly<Record<Language, string>> => {
  if (!isCode(code)) return { sv: code, en: code };
  const { title } = errorCatalogue[code];
  return { sv: swedish[code] ?? title, en: title };
};

/** What to do about a technical code, and whose move it is. */
export const technicalAction = (code: string): string | undefined =>
  isCode(code) ? errorCatalogue[code].action : undefined;
