import type { Judgement } from "../domain/finding.ts";
import { kindsOf } from "../domain/kind.ts";
import { type Metric, scaled } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import type { Rule } from "../domain/rule.ts";
import { baselinePage } from "./baseline.ts";
import { changePage } from "./change.ts";
import { combinationPage } from "./combination.ts";
import { cusumPage } from "./cusum.ts";
import { evaluate } from "./evaluate.ts";
import { dayValuesOf, nearbyIn, recentIn } from "./history.ts";
import { irregularPulsePage } from "./irregular-pulse.ts";
import { limitPage } from "./limit.ts";
import { movingAveragePage } from "./moving-average.ts";
import { nOfMPage } from "./n-of-m.ts";
import { news2Page } from "./news2.ts";
import { oximetryScorePage } from "./oximetry-score.ts";
import { oxygenExcessPage } from "./oxygen-excess.ts";
import type { Example, KindPage } from "./page.ts";
import { referencePage } from "./reference.ts";
import { symptomsPage } from "./symptoms.ts";

/** Every rule kind with its definition, source and worked examples, in the order in which people read them. */
export const catalogue: Readonly<Record<Rule["kind"], KindPage>> = {
  limit: limitPage,
  change: changePage,
  reference: referencePage,
  "moving-average": movingAveragePage,
  "n-of-m": nOfMPage,
  baseline: baselinePage,
  cusum: cusumPage,
  "oximetry-score": oximetryScorePage,
  "irregular-pulse": irregularPulsePage,
  "oxygen-excess": oxygenExcessPage,
  symptoms: symptomsPage,
  news2: news2Page,
  combination: combinationPage,
};

const zone = "Europe/Stockholm";

/** What the engine says about the last measurement of an example. */
export function workThrough({ rule, alongside = [], references, saturationTarget, days }: Example): Judgement {
  const readings = days.map(({ on, values, flags = [], answers }): Reading => {
    const measuredAt = Temporal.PlainDateTime.from(`${on}T07:00`).toZonedDateTime(zone).epochMilliseconds;
    const [metric] = Object.keys(values) as Metric[];
    return {
      id: on,
      kind: metric ? kindsOf(metric)[0]!.kind : "symptoms",
      values: Object.fromEntries(
        (Object.entries(values) as [Metric, number][]).map(([metric, value]) => [metric, scaled(metric, value)]),
      ),
      measuredAt,
      receivedAt: measuredAt,
      clock: "good",
      flags,
      ...(answers && { answers }),
    };
  });
  const judgements = evaluate(
    {
      reading: readings.at(-1)!,
      dayValues: dayValuesOf(readings, zone),
      nearby: nearbyIn(readings),
      recent: recentIn(readings),
      zone,
    },
    {
      rules: [...alongside, rule],
      safetyLimits: [],
      ...(references && { references: [...references] }),
      ...(saturationTarget && { saturationTarget }),
    },
  );
  const judgement = judgements.find((one) => one.rule === rule.id);
  if (!judgement) throw new TypeError(`${rule.id}: the rule is not about ${days.at(-1)?.on}`);
  return judgement;
}
