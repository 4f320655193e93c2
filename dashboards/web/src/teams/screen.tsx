import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useTeams } from "../api/all.ts";
import { query } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useLanguage } from "../i18n/index.ts";
import { Empty, Loading, Problem } from "../ui/states.tsx";
import { Coverage } from "./coverage.tsx";
import { Handovers } from "./handovers.tsx";
import { Overview } from "./overview.tsx";
import { Rota } from "./rota.tsx";
import styles from "./screen.module.css";

const views = ["handovers", "rota", "coverage", "about"] as const;
type View = (typeof views)[number];

/** One of the reader's teams: what is handed over, who is on call, whether somebody answers for everybody, and what it is. */
export function TeamsScreen() {
  const { t } = useTranslation(["teams", "ui"]);
  const { language } = useLanguage();
  const { team: chosen, view: wished } = useParams();
  const navigate = useNavigate();
  const me = useSession().data?.staff;
  const teams = useTeams();
  if (!teams.data) {
    return teams.error ? <Problem error={teams.error} onRetry={() => void teams.refetch()} /> : <Loading />;
  }
  const clinical = me?.role === "nurse" || me?.role === "physician";
  const own = teams.data.filter(({ id }) => me?.teams.includes(id));
  const team = own.find(({ id }) => id === chosen) ?? (chosen === undefined ? own[0] : undefined);
  if (!team) {
    return (
      <Empty title={t(own.length === 0 ? "noTeam" : "notYours")}>
        {own.length > 0 && <Link to="/teams">{t("title")}</Link>}
      </Empty>
    );
  }
  const possible = views.filter((view) => clinical || view === "about" || view === "rota");
  const view: View = possible.find((one) => one === wished) ?? possible[0] ?? "about";
  return (
    <div className={styles["screen"]}>
      <title>{`${team.name} · Hemvakt`}</title>
      <div className={styles["bar"]}>
        <h1>{team.name}</h1>
        {own.length > 1 && (
          <NativeSelect
            aria-label={t("ui:team")}
            value={team.id}
            onChange={(event) => void navigate(`/teams/${event.currentTarget.value}/${view}`)}
            data={own.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <span className={styles["push"]} />
        <span>{team.now.explanation[language]}</span>
      </div>
      <nav aria-label={t("views")} className={`${styles["views"]} no-print`}>
        {possible.map((name) => (
          <Link key={name} to={`/teams/${team.id}/${name}`} aria-current={name === view ? "page" : undefined}>
            {t(`view.${name}`)}
            {name === "handovers" && <Waiting team={team.id} />}
          </Link>
        ))}
      </nav>
      {view === "handovers" && <Handovers key={team.id} team={team.id} />}
      {view === "rota" && <Rota key={team.id} team={team.id} />}
      {view === "coverage" && <Coverage key={team.id} team={team.id} />}
      {view === "about" && <Overview key={team.id} team={team} />}
    </div>
  );
}

/** How many offers to the team nobody has answered. */
function Waiting({ team }: { team: string }) {
  const { data } = query.useQuery("get", "/api/v1/handovers", { params: { query: { team } } });
  const count = data?.items.filter(({ to }) => to === team).length ?? 0;
  return count > 0 && <strong className={`num ${styles["count"]}`}>{count}</strong>;
}
