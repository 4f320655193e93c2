import { kindNames } from "../../domain/kind.ts";

/**
 * What a message looked like, for somebody who must find the fault and may know no values: the protocol's own words stand,
 * every digit is 0 and every other word is x.
 */

/** The longest that is shown, in bytes; a fault in the form shows before. */
export const STRUCTURE_BYTES = 400;

/** The names of fields, and words that say how something was sent and never what was measured (docs/hubs.md). */
const words = new Set<string>([
  ...kindNames.flatMap((kind) => kind.split("-")),
  ..."v id device readings kind at from to value unit flags seq user slot clock characteristic service hex address".split(
    " ",
  ),
  ..."gatt model online battery firmware hub status time type memory manual retained systolic diastolic mean".split(
    " ",
  ),
  ..."spo2 flow questionnaire version answers payload data message messages null true false utc zone offset".split(" "),
]);

const masked = (text: string): string =>
  text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    words.has(word.toLowerCase()) ? word : word.replaceAll(/\p{N}/gu, "0").replaceAll(/[\p{L}\p{M}]+/gu, "x"),
  );

/**
 * The form of a message without what it says.
 * @param head its first bytes, `STRUCTURE_BYTES` of them or all
 * @param bytes how many it has; with more than `head` the form ends with an ellipsis
 * @returns `null` when it isn't text in UTF-8
 */
export function structureOf(head: Uint8Array, bytes: number): string | null {
  try {
    // As a stream, since the cut may go through a character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: bytes > head.length });
    return `${masked(text)}${bytes > head.length ? "…" : ""}`;
  } catch {
    return null;
  }
}
