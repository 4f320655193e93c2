import { type NextLook, nextLook, sayNextLook } from "../alerts/next-look.ts";
import { sayInstant } from "../alerts/say-duty.ts";
import type { DecisionContext } from "../decision/context.ts";
import type { Care } from "../decision/message.ts";
import { toIso } from "../domain/day.ts";
import { enrolmentAt } from "../domain/enrolment.ts";
import { responsibilitiesOf, staffedTeams } from "../store/sqlite/duty.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import { recall } from "../store/sqlite/memory.ts";
import { peopleAt } from "../store/sqlite/prompts.ts";
import { teamById } from "../store/sqlite/registry.ts";

/** What a home is told with its receipt: that the values are here, when somebody next looks, and whom to call. */

/**
 * One entry for each person whose readings a message held, stored now or before: a home that asks again is told again.
 * Nothing while nobody watches over them, and nothing of who had the hub before: what it still kept of theirs is read by
 * somebody else now. It is said of a message and not of a reading, and never that all is well.
 * @param people by patient: the user slot, where the device has them
 */
export function careFor(
  context: DecisionContext,
  hub: string,
  people: ReadonlyMap<string, number | undefined>,
): readonly Care[] {
  if (people.size === 0) return [];
  const { db, at } = context;
  const present = peopleAt(db, hub, at);
  return [...people]
    .filter(([patient]) => present.has(patient) && enrolmentAt(enrolmentsOf(db, patient), at).state === "active")
    .map(([patient, slot]) => careOf(context, patient, slot, present.size > 1));
}

function careOf(context: DecisionContext, patient: string, slot: number | undefined, shared: boolean): Care {
  const { db, at } = context;
  const look = lookFrom(context, patient);
  const team = look && teamById(db, look.team);
  const named = shared ? undefined : team;
  const zone = team?.zone ?? "Europe/Stockholm";
  const received = sayInstant(at, at, zone);
  const said = sayNextLook(look, at, () => named?.name, zone);
  const phone = look && named ? staffedTeams(db).get(look.team)?.contact.phone : undefined;
  return {
    ...(slot === undefined ? {} : { for: slot }),
    nextLook: look ? toIso(Math.max(look.at, at)) : null,
    ...(named ? { team: named.name } : {}),
    ...(phone === undefined ? {} : { phone }),
    text: { sv: `Mottaget ${received.sv}. ${said.sv}`, en: `Received ${received.en}. ${said.en}` },
  };
}

/** Openings are worked out once for as long as they hold: a month of them takes longer than judging a reading. */
function lookFrom({ db, at }: DecisionContext, patient: string): NextLook {
  const entries = responsibilitiesOf(db, patient);
  const teams = staffedTeams(db);
  const known = recall(
    db,
    "next-look",
    patient,
    () => ({ look: nextLook(entries, teams, at), since: at, entries, teams }),
    // Who answers, or when, may have been decided anew; the clock may have gone back.
    (was) => was.entries === entries && was.teams === teams && was.since <= at && at < (was.look?.until ?? 0),
  );
  return known.look;
}
