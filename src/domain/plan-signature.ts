import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { dayToIso, localDay } from "./day.ts";
import type { CarePlan, PlanBody } from "./plan.ts";

/** What signing makes of a plan: the authors of its values, and a digest by which a later change is seen. */

/** What a signature is about. */
export type Signed = Pick<CarePlan, "patient" | "version" | "signedBy" | "signedAt" | "validFrom"> & {
  readonly body: PlanBody;
};

/**
 * SHA-256, hexadecimal, of the canonical JSON of a signed plan: patient, version, body, signer, and from when it was signed
 * and holds. Whoever can write to the store can write a digest too: together with the command log, which holds what was
 * signed, it shows an alteration that was not made everywhere at once.
 */
export const planDigest = ({ patient, version, signedBy, signedAt, validFrom, body }: Signed): string =>
  createHash("sha256").update(canonicalJson({ patient, version, signedBy, signedAt, validFrom, body })).digest("hex");

/**
 * What there is of a plan, with an author and date for each value of the patient's own that has none: whoever signs becomes
 * the author of what is new, see `asSignedBy`.
 */
export function withAuthors(
  body: Readonly<Record<string, unknown>>,
  setBy: string,
  setOn: string,
): Record<string, unknown> {
  const authored = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? { setBy, setOn, ...value } : value;
  const { references, saturationTarget } = body;
  return {
    ...body,
    ...(Array.isArray(references) && { references: references.map(authored) }),
    ...(saturationTarget !== undefined && { saturationTarget: authored(saturationTarget) }),
  };
}

/**
 * The plan as its signer is answerable for it: values that are new or changed carry the signer's name and the date of the
 * signature, whatever the draft says; those that stand as before keep theirs.
 * @param before the version before, if there is one
 * @param signedAt milliseconds since the epoch
 */
export function asSignedBy(body: PlanBody, before: PlanBody | undefined, signer: string, signedAt: number): PlanBody {
  const mine = { setBy: signer, setOn: dayToIso(localDay(signedAt, body.zone)) };
  const references = body.references?.map((reference) => {
    const same = before?.references?.find(
      ({ metric, value }) => metric === reference.metric && canonicalJson(value) === canonicalJson(reference.value),
    );
    return { ...reference, ...(same ? { setBy: same.setBy, setOn: same.setOn } : mine) };
  });
  const target = body.saturationTarget;
  const sameTarget = before?.saturationTarget?.range === target?.range ? before?.saturationTarget : undefined;
  return {
    ...body,
    ...(references && { references }),
    ...(target && { saturationTarget: sameTarget ?? { ...target, ...mine } }),
  };
}
