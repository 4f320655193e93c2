import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useHubs, useTeams } from "../api/all.ts";
import { useSession } from "../api/session.tsx";
import { useNow } from "../ui/now.ts";
import { Empty, Loading, Problem } from "../ui/states.tsx";
import { belongs, type Filter, filters, type Hub, matches, troublesOf } from "./condition.ts";
import { Battery, Presence, Troubles } from "./marks.tsx";
import { RegisterHubDialog } from "./register-dialogs.tsx";
import styles from "./screen.module.css";
import { useModels } from "./use-models.ts";

/** Every hub with its devices: where it is, how it is, and what somebody must see to. */
export function DevicesScreen() {
  const { t } = useTranslation("devices");
  const role = useSession().data?.staff.role;
  const hubs = useHubs();
  const teams = useTeams();
  const { sortOf, nameOf } = useModels();
  const now = useNow(undefined);
  const [filter, setFilter] = useState<Filter>("all");
  const [typed, setTyped] = useState("");
  const [registering, setRegistering] = useState(false);

  if (!hubs.data) {
    return hubs.error ? <Problem error={hubs.error} onRetry={() => void hubs.refetch()} /> : <Loading />;
  }
  const teamNames = new Map(teams.data?.map(({ id, name }) => [id, name]));
  const shown = hubs.data
    .filter((hub) => belongs(hub, filter, now) && matches(hub, typed, (model) => `${sortOf(model)} ${nameOf(model)}`))
    .sort((a, b) => troublesOf(b, now).length - troublesOf(a, now).length);
  return (
    <div className={styles["screen"]}>
      <title>{`${t("title")} · Hemvakt`}</title>
      <div className={styles["top"]}>
        <h1>{t("title")}</h1>
        <TextInput
          className={`${styles["search"]} no-print`}
          type="search"
          placeholder={t("search")}
          aria-label={t("searchLabel")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span className={styles["push"]} />
        {role !== "admin" && <Link to="/devices/quarantine">{t("quarantine.title")}</Link>}
        {role === "technician" && <Button onClick={() => setRegistering(true)}>{t("registerHub.title")}</Button>}
      </div>
      <div role="group" aria-label={t("filters")} className={`${styles["filters"]} no-print`}>
        {filters.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {t(`filter.${name}`)}{" "}
            <span className="num">{hubs.data.filter((hub) => belongs(hub, name, now)).length}</span>
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <Empty title={t(hubs.data.length === 0 ? "none" : "noneFiltered")}>
          {hubs.data.length === 0 ? (
            <p>{t("noneText")}</p>
          ) : (
            <Button variant="default" onClick={() => (setFilter("all"), setTyped(""))}>
              {t("showAll")}
            </Button>
          )}
        </Empty>
      ) : (
        <ul className={styles["list"]}>
          {shown.map((hub) => (
            <HubRow key={hub.id} hub={hub} now={now} team={teamNames.get(hub.team) ?? hub.team} sortOf={sortOf} />
          ))}
        </ul>
      )}
      {registering && <RegisterHubDialog onClose={() => setRegistering(false)} />}
    </div>
  );
}

type Given = { readonly hub: Hub; readonly now: number; readonly team: string; sortOf: (model: string) => string };

function HubRow({ hub, now, team, sortOf }: Given) {
  const { t } = useTranslation("devices");
  return (
    <li className={styles["row"]} data-hub={hub.id}>
      <span className={styles["name"]}>
        <Link to={`/devices/${hub.id}`}>{hub.id}</Link>
        <span className="quiet">{team}</span>
      </span>
      <span>{t(`place.${hub.place}`)}</span>
      <Presence hub={hub} now={now} />
      <Battery level={hub.battery} />
      <span className={styles["behind"]}>
        {hub.devices.length === 0 ? t("noDevices") : hub.devices.map(({ model }) => sortOf(model)).join(", ")}
      </span>
      <Troubles troubles={troublesOf(hub, now)} />
    </li>
  );
}
