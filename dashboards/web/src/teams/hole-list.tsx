import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schemas } from "../api/client.ts";
import { useAround, useLanguage } from "../i18n/index.ts";
import { kindsOf } from "./hole-kinds.ts";
import styles from "./hole-list.module.css";
import { isOfStretch, type Mending, stretchOf, waysFor } from "./mend.tsx";
import { sayStretch } from "./say-day.ts";
import screen from "./screen.module.css";
import type { Team } from "./team-form.tsx";

type Hole = Schemas["CoverageHole"];
type Given = {
  readonly holes: readonly Hole[];
  /** Names of patients by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** The team that has to mend a hole, if the reader may change it. */
  readonly owner: (hole: Hole) => Team | undefined;
  readonly onMend: (mending: Mending) => void;
};

/** Why nobody would answer, for whom, when, and what can be done about it: once for what is the same every day. */
export function HoleList({ holes, names, owner, onMend }: Given) {
  const { t } = useTranslation("teams");
  const { language } = useLanguage();
  return (
    <ul className={screen["items"]}>
      {kindsOf(holes).map(({ key, first, holes: alike }) => {
        const team = owner(first);
        const general = team ? waysFor(first, team, stretchOf(first)).filter((way) => !isOfStretch(way)) : [];
        return (
          <li key={key}>
            <p>{first.explanation[language]}</p>
            <ul className={styles["stretches"]}>
              {alike.map((hole) => (
                <StretchRow key={hole.from} hole={hole} team={team} onMend={onMend} />
              ))}
            </ul>
            <Concerned hole={first} names={names} />
            {team && general.length > 0 && (
              <span className={`${screen["bar"]} no-print`}>
                {general.map((way) => (
                  <Button
                    key={way}
                    variant="default"
                    size="sm"
                    onClick={() => onMend({ way, team, stretch: stretchOf(first) })}
                  >
                    {t(`mend.${way}`)}
                  </Button>
                ))}
              </span>
            )}
            {!team && first.team !== null && <p className="quiet">{t("mend.other")}</p>}
          </li>
        );
      })}
    </ul>
  );
}

type Row = { readonly hole: Hole; readonly team: Team | undefined; readonly onMend: (mending: Mending) => void };

/** When a hole is, and what mends this one alone. */
function StretchRow({ hole, team, onMend }: Row) {
  const { t } = useTranslation("teams");
  const around = useAround();
  const stretch = stretchOf(hole);
  const when = sayStretch(stretch, around);
  return (
    <li data-hole-from={hole.from}>
      <strong className={`num ${screen["bad"]}`}>{when}</strong>
      {team &&
        waysFor(hole, team, stretch)
          .filter(isOfStretch)
          .map((way) => (
            <Button
              key={way}
              className="no-print"
              variant="default"
              size="xs"
              px={8}
              onClick={() => onMend({ way, team, stretch })}
              aria-label={t("mend.label", { how: t(`mend.${way}`), when })}
            >
              {t(`mend.${way}`)}
            </Button>
          ))}
    </li>
  );
}

/** So many patients are named at once; more are asked for. */
const FEW = 6;

/** Whom a hole leaves without anybody. */
function Concerned({ hole, names }: { hole: Hole; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation("teams");
  const count = t("concerns", { count: hole.count });
  const links = (hole.patients ?? []).map((id) => (
    <Link key={id} to={`/patients/${id}`}>
      {names.get(id) ?? id}
    </Link>
  ));
  if (links.length <= FEW) {
    return (
      <p className={styles["patients"]}>
        <span>{count}</span>
        {links}
      </p>
    );
  }
  return (
    <details>
      <summary>{count}</summary>
      <p className={styles["patients"]}>{links}</p>
    </details>
  );
}
