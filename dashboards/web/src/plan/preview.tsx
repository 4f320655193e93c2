import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayNumber } from "../i18n/when.ts";
import { Loading, Problem } from "../ui/states.tsx";
import type { Body, MetricName } from "./body.ts";
import { Curve } from "./curve.tsx";
import { beyond, type Line, linesOf } from "./lines.ts";
import styles from "./plan.module.css";

type Given = {
  readonly patient: string;
  readonly plan: Body;
  readonly inForce: Schemas["Plan"] | undefined;
  /** What somebody wants to see; the first of the plan's otherwise. */
  readonly metric: MetricName | undefined;
  readonly onChoose: (metric: MetricName) => void;
};

/** The draft's limits on the patient's real values, beside those that hold now. */
export function Preview({ patient, plan, inForce, metric: wanted, onChoose }: Given) {
  const { t } = useTranslation(["plan", "ui"]);
  const metrics = [...new Set(plan.rules.flatMap((rule) => ("metric" in rule ? [rule.metric] : [])))];
  const metric = metrics.find((one) => one === wanted) ?? metrics[0];
  if (metric === undefined) return null;
  return (
    <section className={styles["part"]}>
      <h2>{t("preview")}</h2>
      <p className="quiet">{t("previewNote")}</p>
      <NativeSelect
        label={t("previewMetric")}
        value={metric}
        onChange={(event) => onChoose(event.currentTarget.value as MetricName)}
        data={metrics.map((value) => ({ value, label: t(`ui:signal.${value}`) }))}
      />
      <Values
        patient={patient}
        metric={metric}
        lines={linesOf(plan, metric)}
        before={inForce ? linesOf(inForce.body, metric) : []}
      />
    </section>
  );
}

type Shown = {
  readonly patient: string;
  readonly metric: MetricName;
  readonly lines: readonly Line[];
  readonly before: readonly Line[];
};

function Values({ patient, metric, lines, before }: Shown) {
  const { t } = useTranslation(["plan", "ui"]);
  const { language } = useLanguage();
  const { data, error, refetch } = query.useQuery("get", "/api/v1/patients/{patient}/trends", {
    params: { path: { patient }, query: { metric } },
  });
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.points.length === 0) return <p className="quiet">{t("previewNone")}</p>;
  const values = data.points.map(({ value }) => value);
  const say = (value: number): string => `${sayNumber(value, language, 2)} ${data.unit}`;
  return (
    <>
      <Curve
        trend={data}
        lines={lines}
        before={before}
        label={t("previewAlt", {
          metric: t(`ui:signal.${metric}`),
          count: values.length,
          low: say(Math.min(...values)),
          high: say(Math.max(...values)),
        })}
      />
      <ul className={styles["beyond"]}>
        {lines.map((line) => {
          const old = before.find(({ id }) => id === line.id);
          return (
            <li key={line.id}>
              {t("beyond", {
                side: t(`side.${line.direction}`),
                limit: say(line.value),
                count: beyond(values, line),
                of: values.length,
              })}
              {old && old.value !== line.value ? ` (${t("beyondBefore", { count: beyond(values, old) })})` : ""}
            </li>
          );
        })}
      </ul>
    </>
  );
}
