import { CloseButton } from "@mantine/core";
import { ReadingAction } from "./reading-dialogs.tsx";
import type { useSaying } from "./say.ts";
import { counts, type Model, type Series, type Value, valueAt } from "./series.ts";
import styles from "./trends.module.css";

type Saying = ReturnType<typeof useSaying>;
/** A signal's value at the cursor. */
export type Here = { readonly series: Series; readonly value: Value | undefined };

/** Each signal's value at an instant. */
export const valuesAt = ({ series, from, to }: Model, at: number): Here[] =>
  series.map((one) => ({ series: one, value: valueAt(one, at, to - from) }));

/** "Vikt 84,7 kg". */
export const sayValue = ({ name, span }: Saying, series: Series, value: Value): string =>
  `${name(series.metric)} ${span(series, value)} ${series.unit}`;

/** The date and every signal's value with what isn't as usual, in words: what the cursor is on for who doesn't see it. */
export function sayMoment(saying: Saying, model: Model, at: number): string {
  const { t, when, name, remarks } = saying;
  const values = valuesAt(model, at).map(({ series, value }) => {
    if (!value) return `${name(series.metric)} ${t("trend.nothing")}`;
    const aside = remarks(value, value.reading === undefined ? undefined : model.marked.get(value.reading));
    return [sayValue(saying, series, value), ...aside].join(", ");
  });
  return [t("trend.moment", { when: when(at) }), ...values].join(". ");
}

/** One reading with the values that it holds. */
export type Row = {
  readonly key: string;
  readonly reading: string | undefined;
  readonly at: number;
  readonly values: readonly { readonly series: Series; readonly value: Value }[];
};

/** Values by the reading that they belong to: a blood pressure is one reading of two or three. */
export function byReading(values: readonly { series: Series; value: Value }[]): Row[] {
  const groups = Map.groupBy(values, ({ value }) => value.key);
  return [...groups].flatMap(([key, all]) => {
    const [first] = all;
    return first ? [{ key, reading: first.value.reading, at: first.value.at, values: all }] : [];
  });
}

/** What isn't as usual with a reading, each said once. */
export const remarksOn = (saying: Saying, model: Model, { reading, values }: Row): string[] => [
  ...new Set(
    values.flatMap(({ series, value }) => {
      const { beyond } = value;
      const all = saying.remarks(value, reading === undefined ? undefined : model.marked.get(reading));
      // Of several values it has to be said which one.
      return beyond && values.length > 1
        ? all.map((one, index) => (index === 0 ? `${saying.name(series.metric)} ${one}` : one))
        : all;
    }),
  ),
];

type Props = {
  readonly model: Model;
  readonly at: number;
  readonly saying: Saying;
  readonly onClose: () => void;
};

/** What was measured where the cursor stands, and what can be done about it. */
export function Moment({ model, at, saying, onClose }: Props) {
  const { t, when } = saying;
  const rows = byReading(
    valuesAt(model, at).flatMap(({ series, value }) => (value === undefined ? [] : [{ series, value }])),
  );
  return (
    <section className={`${styles["moment"]} no-print`} aria-label={t("trend.moment", { when: when(at) })}>
      <ul>
        {rows.map((row) => {
          const what = row.values.map(({ series, value }) => sayValue(saying, series, value)).join(", ");
          const remarks = remarksOn(saying, model, row);
          const out = row.values.some(({ value }) => !counts(value));
          const own = row.values.some(({ value }) => value.marks.some((mark) => mark === "excluded"));
          return (
            <li key={row.key}>
              <span className="num">
                <strong className={out ? styles["out"] : undefined}>{what}</strong>{" "}
                <span className="quiet">{[when(row.at), ...remarks].join(" · ")}</span>
              </span>
              {row.reading !== undefined && (own || !out) && (
                <ReadingAction reading={row.reading} what={`${what}, ${when(row.at)}`} excluded={own} />
              )}
            </li>
          );
        })}
      </ul>
      <CloseButton aria-label={t("trend.letGo")} onClick={onClose} />
    </section>
  );
}
