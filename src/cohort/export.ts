import { dayToIso, toLocalIso } from "../domain/day.ts";
import { type Metric, metrics, unscaled } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import { type VirtualCase, zone } from "./virtual/case.ts";

/** The columns of what `hemvakt cohort --export` writes, as `docs/clinical/cohort.md` explains them. */
export const readingsHead = "patient,measured_at,kind,metric,unit,without_event,with_event,flags";
export const eventsHead = "patient,condition,event_day,begins,changes,felt,reference_metric,reference,reference_unit";

/** A virtual patient's readings as CSV lines, one a value; what isn't measured in a year stands empty in its column. */
export function readingLines({ id, quiet, eventful }: VirtualCase): string[] {
  const withEvent = new Map(eventful.map((reading) => [reading.id, reading]));
  return quiet.flatMap((reading) => {
    const other = withEvent.get(reading.id);
    const at = toLocalIso(reading.measuredAt, zone);
    const flags = reading.flags.join(" ");
    return cellsOf(reading).map(([name, unit, value]) => {
      const changed = other ? cellsOf(other).find(([same]) => same === name)?.[2] : "";
      return [id, at, reading.kind, name, unit, value, changed, flags].join(",");
    });
  });
}

/** A virtual patient's event as a CSV line. */
export function eventLine({ id, condition, eventDay, begins, changes, felt, references }: VirtualCase): string {
  const [reference] = references;
  return [
    id,
    condition,
    dayToIso(eventDay),
    dayToIso(begins),
    changes ? "yes" : "no",
    felt ? "yes" : "no",
    reference?.metric ?? "",
    reference?.value.value ?? "",
    reference?.value.unit ?? "",
  ].join(",");
}

type Cell = readonly [name: string, unit: string, value: string];

function cellsOf({ values, answers }: Reading): Cell[] {
  const measured = (Object.entries(values) as [Metric, number][]).map(
    ([metric, value]): Cell => [metric, metrics[metric].ucum, String(unscaled(metric, value))],
  );
  const answered = Object.entries(answers?.given ?? {}).map(
    ([question, answer]): Cell => [
      question,
      "",
      typeof answer === "boolean" ? (answer ? "yes" : "no") : String(answer),
    ],
  );
  return [...measured, ...answered];
}
