import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { query } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { clock } from "../clock.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Empty, Loading, Problem } from "../ui/states.tsx";
import { MeasuredWhenAsked } from "./adherence.tsx";
import { Budget } from "./budget.tsx";
import { type Grouping, groupings } from "./group-name.ts";
import { Groups } from "./groups.tsx";
import { Outcomes } from "./outcomes.tsx";
import { askedPeriod, dateIn, daysAfter, type PeriodName, periods } from "./period.ts";
import { OverBudget, Pressure } from "./pressure.tsx";
import styles from "./screen.module.css";
import { KeyFigures, Part, PromisesAndActions, ResponseTimes } from "./sections.tsx";

/** What the alerts cost a team, and what came of them. Team, period and division stand in the address. */
export function FollowUpScreen() {
  const { t } = useTranslation(["followUp", "ui"]);
  const me = useSession().data?.staff;
  const [chosen, setChosen] = useSearchParams();
  const teams = query.useQuery("get", "/api/v1/teams", { params: { query: { limit: 200 } } });
  if (!teams.data) {
    return teams.error ? <Problem error={teams.error} onRetry={() => void teams.refetch()} /> : <Loading />;
  }
  const own = teams.data.items.filter(({ id }) => me?.teams.includes(id));
  const team = own.find(({ id }) => id === chosen.get("team")) ?? own[0];
  if (!team) {
    return (
      <Empty title={t("noTeam")}>
        <p>{t("noTeamText")}</p>
      </Empty>
    );
  }
  const today = dateIn(clock.now(), team.zone);
  const name = periods.find((one) => one === chosen.get("period")) ?? "days28";
  const by = groupings.find((one) => one === chosen.get("by")) ?? "day";
  const [from, until] = [chosen.get("from") ?? daysAfter(today, -6), chosen.get("until") ?? today];
  const asked = askedPeriod({ name, from, until }, clock.now(), team.zone);
  const choose = (what: Readonly<Record<string, string>>): void =>
    setChosen((before) => ({ ...Object.fromEntries(before), ...what }), { replace: true });
  return (
    <div className={styles["screen"]}>
      <title>{`${t("title")} · Hemvakt`}</title>
      <div className={styles["top"]}>
        <h1>{t("title")}</h1>
        {own.length === 1 ? (
          <p className="quiet">{team.name}</p>
        ) : (
          <NativeSelect
            label={t("ui:team")}
            value={team.id}
            onChange={(event) => choose({ team: event.currentTarget.value })}
            data={own.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <NativeSelect
          label={t("period")}
          value={name}
          onChange={(event) => choose({ period: event.currentTarget.value })}
          data={periods.map((value: PeriodName) => ({ value, label: t(value) }))}
        />
        {name === "custom" && (
          <>
            <TextInput
              type="date"
              label={t("from")}
              value={from}
              max={today}
              onChange={(event) => choose({ from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t("until")}
              value={until}
              max={today}
              onChange={(event) => choose({ until: event.currentTarget.value })}
            />
          </>
        )}
        <NativeSelect
          label={t("group")}
          value={by}
          onChange={(event) => choose({ by: event.currentTarget.value })}
          data={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      </div>
      {asked ? (
        <Report key={team.id} team={team.id} zone={team.zone} asked={asked} by={by} />
      ) : (
        <p role="alert">{t("badPeriod")}</p>
      )}
    </div>
  );
}

type Asked = { readonly from?: string; readonly to?: string };

function Report({ team, zone, asked, by }: { team: string; zone: string; asked: Asked; by: Grouping }) {
  const { t } = useTranslation("followUp");
  const around = { ...useAround(), zone };
  const loaded = query.useQuery("get", "/api/v1/load", { params: { query: { team, by, ...asked } } });
  const byRule = query.useQuery("get", "/api/v1/load", { params: { query: { team, by: "rule", ...asked } } });
  const error = loaded.error ?? byRule.error;
  // The same address gives a text file as well; these two were asked for as JSON.
  const [report, rules] = [loaded.data, byRule.data];
  if (error && !report) {
    return <Problem error={error} onRetry={() => void Promise.all([loaded.refetch(), byRule.refetch()])} />;
  }
  if (report === undefined || rules === undefined || typeof report === "string" || typeof rules === "string") {
    return <Loading />;
  }
  const csv = `/api/v1/load?${new URLSearchParams({ team, by, ...asked, format: "csv" })}`;
  return (
    <>
      <p className={styles["covers"]}>
        {t("covers", {
          from: sayWhen(Date.parse(report.from), around),
          to: sayWhen(Date.parse(report.to), around),
        })}
        <Button component="a" href={csv} download variant="default" className="no-print">
          {t("csv")}
        </Button>
      </p>
      {report.all.alerts === 0 ? (
        <Empty title={t("noneTitle")}>
          <p>{t("noneText")}</p>
        </Empty>
      ) : (
        <>
          <KeyFigures all={report.all} />
          <Groups report={report} by={by} zone={zone} />
          <ResponseTimes all={report.all} />
          <PromisesAndActions all={report.all} />
          <Outcomes groups={rules.groups} />
          <Pressure rates={report.rates} zone={zone} team={team} />
        </>
      )}
      <MeasuredWhenAsked team={team} {...asked} />
      <Part title={t("over")}>
        <OverBudget report={report} />
      </Part>
      <Part title={t("budget")}>
        <Budget team={team} perShift={report.budget?.perShift ?? null} />
      </Part>
    </>
  );
}
