import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayNumber } from "../i18n/when.ts";
import { sayShare, saySpan } from "./say.ts";
import styles from "./screen.module.css";

type Figures = Schemas["LoadFigures"];

/** A part of the screen under its own heading. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className={styles["part"]}>
      <h2>{title}</h2>
      {note !== undefined && <p className="quiet">{note}</p>}
      {children}
    </section>
  );
}

/** A table that scrolls sideways by itself where the window is narrow; reachable by keyboard. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // What scrolls must be reachable without a pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles["wide"]} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** The period at a glance. */
export function KeyFigures({ all }: { all: Figures }) {
  const { t } = useTranslation(["followUp", "ui"]);
  const { language } = useLanguage();
  const { red, yellow, info } = all.bySeverity;
  const taken = all.times.acknowledged?.median;
  const shown: readonly (readonly [string, string | number])[] = [
    [t("alerts"), all.alerts],
    [t("ui:severity.red"), red],
    [t("ui:severity.yellow"), yellow],
    [t("ui:severity.info"), info],
    [t("technical"), all.technical],
    [t("medianTaken"), taken === undefined ? "–" : saySpan(taken, language)],
    [
      t("promisesKept"),
      all.promises.given === 0 ? "–" : t("keptOf", { kept: all.promises.kept, given: all.promises.given }),
    ],
    [t("trueShare"), all.truth === null ? "–" : sayShare(all.truth.share, language)],
    [t("reopened"), all.reopened],
    [t("tellings"), all.tellings],
    [t("late"), all.late],
    [t("stale"), all.stale],
  ];
  return (
    <Part title={t("figures")}>
      <dl className={styles["figures"]}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{typeof value === "number" ? sayNumber(value, language) : value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

const stages = ["told", "seen", "acknowledged", "resolved"] as const;

/** How fast people were told, and how fast they did something. */
export function ResponseTimes({ all }: { all: Figures }) {
  const { t } = useTranslation("followUp");
  const { language } = useLanguage();
  const some = stages.flatMap((stage) => {
    const times = all.times[stage];
    return times ? [{ stage, times }] : [];
  });
  if (some.length === 0) return <Part title={t("times")}>{<p>{t("noTimes")}</p>}</Part>;
  return (
    <Part title={t("times")} note={t("timesNote")}>
      <Wide label={t("times")}>
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("key")}</th>
              {(["count", "median", "p90", "p95", "longest"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {some.map(({ stage, times }) => (
              <tr key={stage}>
                <th scope="row">{t(`stage.${stage}`)}</th>
                <td>{times.n}</td>
                {[times.median, times.p90, times.p95, times.max].map((seconds, index) => (
                  // The columns stand in a fixed order.
                  <td key={String(index)}>{saySpan(seconds, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Part>
  );
}

/** What became of the promises, and what was done about the alerts. */
export function PromisesAndActions({ all }: { all: Figures }) {
  const { t } = useTranslation("followUp");
  const { given, kept, passed, renewed } = all.promises;
  const actions = Object.entries(all.actions) as [keyof Figures["actions"], number][];
  return (
    <div className={styles["pair"]}>
      <Part title={t("promises")}>
        {given === 0 ? (
          <p>{t("noPromises")}</p>
        ) : (
          <Counts
            rows={[
              [t("given"), given],
              [t("kept"), kept],
              [t("passed"), passed],
              [t("renewed"), renewed],
            ]}
          />
        )}
      </Part>
      <Part title={t("actions")}>
        {actions.length === 0 ? (
          <p>{t("noActions")}</p>
        ) : (
          <Counts rows={actions.map(([action, count]) => [t(`action.${action}`), count])} />
        )}
      </Part>
    </div>
  );
}

/** Names with a count and a bar that is as long. */
export function Counts({ rows }: { rows: readonly (readonly [string, number])[] }) {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return (
    <dl className={styles["counts"]}>
      {rows.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="num">{count}</span>
            <Bar share={count / most} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A length of 0 to 1; the number stands beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 8" className={styles["bar"]} preserveAspectRatio="none" aria-hidden="true">
      <rect width={share * 100} height={8} />
    </svg>
  );
}
