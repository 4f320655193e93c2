/** When something is promised to be done. Instants in milliseconds since the epoch. */

const MINUTE = 60_000;

/** What is proposed: an hour for what is red and two for the rest, never later than allowed, on a five-minute mark. */
export function proposedDue(severity: "red" | "yellow" | "info", now: number, latest: number): number {
  const wished = now + (severity === "red" ? 60 : 120) * MINUTE;
  const rounded = Math.ceil(wished / (5 * MINUTE)) * 5 * MINUTE;
  return Math.min(rounded, Math.floor(latest / MINUTE) * MINUTE);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** An instant as `<input type="datetime-local">` holds it, by the clock on the wall. */
export function toField(at: number): string {
  const local = new Date(at);
  const date = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${date}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** The instant in such a field; `undefined` while it holds none. */
export function fromField(text: string): number | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
