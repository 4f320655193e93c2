import type { ActionTaken, AlertCategory, Concern, Outcome, Severity } from "../domain/alert.ts";

/** One alert's life as follow-up counts it. Instants in milliseconds since the epoch; what hasn't happened is missing. */
export type Life = {
  readonly alert: string;
  /** The team that it opened for. */
  readonly team: string;
  /** `<type>/<id>`. */
  readonly subject: string;
  readonly severity: Severity;
  readonly category: AlertCategory;
  readonly concern: Concern;
  /** The rule or the technical code that opened it. */
  readonly rule: string;
  readonly late: boolean;
  readonly opened: number;
  readonly told?: number;
  readonly seen?: number;
  readonly acknowledged?: number;
  readonly resolved?: number;
  readonly outcome?: Outcome | "withdrawn";
  readonly action?: ActionTaken;
  readonly reopened: number;
  readonly steps: number;
  readonly promises: Promises;
};

/** Of the promises given about an alert, how each ended; one that still stands is neither kept nor passed. */
export type Promises = {
  readonly given: number;
  readonly kept: number;
  readonly passed: number;
  readonly renewed: number;
};

/** An event of an alert, as stored. */
export type LifeEvent = {
  readonly alert: string;
  readonly at: number;
  readonly type: string;
  readonly team: string;
  readonly reason: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * The lives of alerts from their events.
 * @param events by alert, in the order in which they happened, from each alert's opening on
 * @param subjects what each alert is about, `<type>/<id>`
 * @param seen when somebody of the teams first read it
 */
export function livesOf(
  events: readonly LifeEvent[],
  subjects: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, number>,
): Life[] {
  return [...Map.groupBy(events, ({ alert }) => alert)].flatMap(([alert, story]) => {
    const [opening] = story;
    if (opening?.type !== "alert.opened") return [];
    return [lifeOf(alert, opening, standing(story), subjects.get(alert) ?? "", seen.get(alert))];
  });
}

function lifeOf(
  alert: string,
  opening: LifeEvent,
  story: readonly LifeEvent[],
  subject: string,
  seen: number | undefined,
): Life {
  const first = (...types: string[]): number | undefined => story.find(({ type }) => types.includes(type))?.at;
  const { severity, category, concern, late } = opening.data as Pick<Life, "severity" | "category" | "concern"> & {
    late?: number;
  };
  const closed = story.findLast(({ type }) => type === "alert.resolved" || type === "alert.withdrawn");
  const told = first("alert.told");
  const acknowledged = first("alert.acknowledged");
  const how = closed?.data as { outcome?: Outcome; action?: ActionTaken } | undefined;
  return {
    alert,
    team: opening.team,
    subject,
    severity,
    category,
    concern,
    rule: opening.reason,
    late: late !== undefined,
    opened: opening.at,
    ...(told === undefined ? {} : { told }),
    ...(seen === undefined ? {} : { seen }),
    ...(acknowledged === undefined ? {} : { acknowledged }),
    ...(closed === undefined
      ? {}
      : { resolved: closed.at, outcome: closed.type === "alert.withdrawn" ? "withdrawn" : how!.outcome! }),
    ...(how?.action === undefined ? {} : { action: how.action }),
    reopened: story.filter(({ type }) => type === "alert.reopened" || type === "alert.promise-passed").length,
    steps: story.filter(({ type }) => type === "alert.told").length,
    promises: promisesIn(story),
  };
}

/** A story without what was taken back within a minute: that didn't happen. */
function standing(story: readonly LifeEvent[]): LifeEvent[] {
  const left: LifeEvent[] = [];
  for (const event of story) {
    if (event.type !== "alert.undone") {
      left.push(event);
      continue;
    }
    const undone = left.findLastIndex(({ type }) => type === `alert.${String(event.data["undone"])}`);
    if (undone >= 0) left.splice(undone, 1);
  }
  return left;
}

function promisesIn(story: readonly LifeEvent[]): Promises {
  const count = (...types: string[]): number => story.filter(({ type }) => types.includes(type)).length;
  const given = count("alert.acknowledged", "alert.promise-renewed");
  const renewed = count("alert.promise-renewed");
  const passed = count("alert.promise-passed");
  let kept = 0;
  let stands = false;
  for (const { type } of story) {
    if (type === "alert.acknowledged" || type === "alert.promise-renewed") stands = true;
    else if (type === "alert.resolved" && stands) {
      kept += 1;
      stands = false;
    } else if (["alert.promise-passed", "alert.reopened", "alert.released", "alert.withdrawn"].includes(type))
      stands = false;
  }
  return { given, kept, passed, renewed };
}
