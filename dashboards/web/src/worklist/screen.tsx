import { Button, TextInput } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "../api/session.tsx";
import { useLanguage } from "../i18n/index.ts";
import { useKeeping } from "../offline/keeping.ts";
import { useOutbox } from "../offline/use-outbox.ts";
import { useNow } from "../ui/now.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { KeyHelp } from "./help.tsx";
import { useKeys } from "./keys.ts";
import { List } from "./list.tsx";
import { Written } from "./messages.tsx";
import { Nothing } from "./nothing.tsx";
import { PromiseDialog } from "./promise-dialog.tsx";
import { EVERYTHING, FIRST, TEAM_KEY, worklistQuery } from "./query.ts";
import { useSubject } from "./row.tsx";
import { belongs, type Filter, filters, matches, type Row } from "./rows.ts";
import styles from "./screen.module.css";
import { TeamChoice } from "./team-choice.tsx";
import { useNewReds, useStanding } from "./use-standing.ts";

/** What rows say is in minutes; they are drawn anew so often, in milliseconds. */
const STEP = 10_000;

/** Who and what needs somebody now: the screen that is looked at all day. */
export function WorklistScreen() {
  const { t } = useTranslation("worklist");
  const { language } = useLanguage();
  const session = useSession().data;
  const me = session?.staff;
  const unsent = useOutbox(me?.id ?? "");
  const [team, setTeam] = useLocalStorage({ key: TEAM_KEY, defaultValue: "" });
  const mine = me?.teams.includes(team) ? team : "";
  const [filter, setFilter] = useState<Filter>("all");
  const [typed, setTyped] = useState("");
  const [taking, setTaking] = useState<Row>();
  const [help, setHelp] = useState(false);
  const [keysOn, setKeysOn] = useLocalStorage({ key: "hemvakt-keys", defaultValue: true });
  const [touched, setTouched] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const subject = useSubject();

  // The worst are read at once; everything only when somebody looks for something among it.
  const [all, setAll] = useState(false);
  const limit = all || filter !== "all" || typed !== "" ? EVERYTHING : FIRST;
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useQuery({
    ...worklistQuery(mine, limit),
    placeholderData: keepPreviousData,
  });
  useKeeping(isPlaceholderData ? undefined : data, dataUpdatedAt, session);
  const now = useNow(data?.at, dataUpdatedAt);
  const scope = isPlaceholderData ? "" : `${mine} ${limit}`;
  const { rows, fresh, gone, showAll } = useStanding(data?.items, touched, scope);
  const reds = useNewReds(data?.items, scope);
  const shown = rows.filter((row) => belongs(row, filter, me?.id ?? "", now) && matches(row, typed));

  const list = useRef<HTMLUListElement>(null);
  const focused = (): number =>
    shown.findIndex(({ key }) => document.activeElement?.closest("li")?.dataset["key"] === key);
  const move = (by: number): void => {
    const to = shown[Math.min(Math.max(focused() + by, 0), shown.length - 1)];
    if (to) list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(to.key)}"]`)?.focus();
  };
  useKeys(
    {
      next: () => move(1),
      previous: () => move(-1),
      open: () => {
        const patient = shown[focused()]?.alert.patient;
        if (patient?.name) void navigate(`/patients/${patient.id}`);
      },
      take: () => {
        const row = shown[focused()];
        if (row?.alert.state === "open") setTaking(row);
      },
      search: () => search.current?.focus(),
      show: showAll,
      help: () => setHelp(true),
    },
    keysOn,
  );

  if (!data && error) return <Problem error={error} onRetry={() => void refetch()} />;
  const red = data?.counts.red ?? 0;
  return (
    <div className={styles["screen"]}>
      <title>{`${red > 0 ? `(${red}) ` : ""}${t("title")} · Hemvakt`}</title>
      <div className={styles["top"]}>
        <h1>{t("title")}</h1>
        <TeamChoice teams={me?.teams ?? []} value={mine} onChange={setTeam} />
        <TextInput
          ref={search}
          className={`${styles["search"]} no-print`}
          type="search"
          placeholder={t("search")}
          aria-label={t("searchLabel")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className={`num ${styles["summary"]}`}>{data && t("summary", { ...data.counts })}</p>
        <Button className="no-print" variant="subtle" onClick={() => setHelp(true)} aria-label={t("help.title")}>
          {"?"}
        </Button>
      </div>
      <div role="group" aria-label={t("filters")} className={`${styles["filters"]} no-print`}>
        {filters.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {t(`filter.${name}`)}
          </button>
        ))}
      </div>
      {fresh.length > 0 && (
        <button type="button" className={`${styles["fresh"]} no-print`} onClick={showAll}>
          {t("fresh", { count: fresh.length })}
        </button>
      )}
      <p className="sr-only" role="alert">
        {reds.map((row) => t("newRed", { who: subject(row), what: row.alert.explanation[language] })).join(" ")}
      </p>
      <Written written={data?.written} now={now} />
      {!data && <Loading />}
      {data && shown.length === 0 && (
        <Nothing at={data.at} now={now} filtered={rows.length > 0} onShowAll={() => (setFilter("all"), setTyped(""))} />
      )}
      {shown.length > 0 && (
        <List
          list={list}
          rows={shown}
          now={now - (now % STEP)}
          me={me?.id ?? ""}
          gone={gone}
          withTeam={mine === "" && (me?.teams.length ?? 0) > 1}
          unsent={unsent}
          onTake={setTaking}
          onTouch={setTouched}
        />
      )}
      {data && data.left > 0 && (
        <p className={styles["left"]}>
          {t("rest", { count: data.left })}{" "}
          <Button variant="default" onClick={() => setAll(true)}>
            {t("showAll")}
          </Button>
        </p>
      )}
      {taking && me && (
        <PromiseDialog key={taking.key} row={taking} now={now} staff={me.id} onClose={() => setTaking(undefined)} />
      )}
      {help && <KeyHelp on={keysOn} onSwitch={setKeysOn} onClose={() => setHelp(false)} />}
    </div>
  );
}
