import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/index.ts";
import { sayAgo, sayNumber, sayWhen } from "../i18n/when.ts";
import type { Marked, Metric, Series, Value } from "./series.ts";

/** How values, what is to be said of them, and when they were measured are said on this screen. */
export function useSaying(now: number, zone: string) {
  const { t } = useTranslation(["patient", "ui"]);
  const { language } = useLanguage();
  const around = { now, language, zone };
  /** A limit, as it was written. */
  const number = (value: number): string => sayNumber(value, language, 2);
  const when = (at: number): string => sayWhen(at, around);
  const name = (metric: Metric): string => t(`ui:signal.${metric}`);
  const fixed = (value: number, decimals: number): string =>
    language === "sv" ? value.toFixed(decimals).replace(".", ",") : value.toFixed(decimals);
  const span = ({ decimals }: Series, { low, high }: Value): string =>
    low === high ? fixed(low, decimals) : `${fixed(low, decimals)}–${fixed(high, decimals)}`;

  /** What isn't as usual with a value, each in words. */
  const remarks = (value: Value, reading: Marked | undefined): string[] => [
    ...(value.beyond ? [t(`trend.beyond.${value.beyond}`)] : []),
    ...value.marks.map((mark) => {
      if (mark === "late" && reading) {
        const late = sayAgo(Date.parse(reading.measuredAt), { ...around, now: Date.parse(reading.receivedAt) });
        return t("trend.lateBy", { span: late });
      }
      if (mark !== "excluded" || !reading?.exclusion) return t(`trend.mark.${mark}`);
      const { reason, name: who, by, note, at } = reading.exclusion;
      const why =
        note === null ? t(`trend.excludeReason.${reason}`) : `${t(`trend.excludeReason.${reason}`)} (${note})`;
      return t("trend.excludedAs", { reason: why, name: who ?? by, when: when(Date.parse(at)) });
    }),
  ];

  /** The limits of the plan that was in force last, and the patient's own normal value. */
  const limits = ({ steps, changes, baseline, unit }: Series): string => {
    const last = Math.max(...steps.map(({ to }) => to));
    // Of several of one colour the one that is met first: what lies beyond it is beyond it too.
    const inner = steps
      .filter(({ to }) => to === last)
      .sort((a, b) =>
        a.direction !== b.direction ? 0 : a.direction === "below" ? b.value - a.value : a.value - b.value,
      )
      .filter(
        ({ direction, severity }, index, all) =>
          all.findIndex((one) => one.direction === direction && one.severity === severity) === index,
      )
      .sort((a, b) => a.value - b.value);
    const said = [
      ...inner.map(({ direction, severity, value }) => t(`trend.${direction}.${severity}`, { value: number(value) })),
      ...changes.map(({ direction, amount, days }) =>
        t(`trend.${direction}`, { amount: `${number(amount)} ${unit}`, count: days }),
      ),
    ];
    const usual = baseline?.parts.at(-1);
    return [
      ...(said.length > 0 ? [`${t("trend.limits")}: ${[...new Set(said)].join(", ")}`] : []),
      ...(baseline?.by === "plan" && usual ? [t("trend.reference", { value: number(usual.value) })] : []),
      ...(baseline?.by === "median" && usual ? [t("trend.median", { value: number(usual.value) })] : []),
    ].join(" · ");
  };

  return { t, language, around, when, name, fixed, span, remarks, limits };
}
