import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useTeams } from "../api/all.ts";
import { query, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { ActionMenu } from "./action-menu.tsx";
import { Certificates } from "./certificates.tsx";
import { troublesOf } from "./condition.ts";
import { DeviceItem } from "./device-item.tsx";
import { History } from "./history.tsx";
import { HomePages } from "./home-pages.tsx";
import { Battery, Presence, Troubles } from "./marks.tsx";
import { QuarantineItems } from "./quarantine.tsx";
import { RegisterDeviceDialog } from "./register-dialogs.tsx";
import styles from "./screen.module.css";
import { useModels } from "./use-models.ts";
import { refusalWord } from "./words.ts";

/** One hub: how it is, what is behind it, what it was refused, what it sent that could not be used, what has happened. */
export function HubScreen() {
  const { t } = useTranslation(["devices", "ui"]);
  const { hub: id = "" } = useParams();
  const role = useSession().data?.staff.role;
  const read = query.useQuery("get", "/api/v1/hubs/{hub}", { params: { path: { hub: id } } });
  const teams = useTeams();
  const { sortOf, nameOf } = useModels();
  const now = useNow(undefined);
  const around = { ...useAround(), now };
  const [registering, setRegistering] = useState(false);
  const hub = read.data;
  if (!hub) {
    return read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />;
  }
  const when = (at: string): string => sayWhen(Date.parse(at), around);
  return (
    <div className={styles["page"]}>
      <title>{`${hub.id} · Hemvakt`}</title>
      <Link to="/devices">{`← ${t("title")}`}</Link>
      <div className={styles["head"]}>
        <h1>{t("hub", { id: hub.id })}</h1>
        <Presence hub={hub} now={now} />
        <span className={styles["push"]} />
        <ActionMenu subject={{ of: "hub", id: hub.id, version: hub.version, hub }} />
      </div>
      <Troubles troubles={troublesOf(hub, now)} />
      <dl className={styles["facts"]}>
        <Fact term={t("fact.place")}>{t(`place.${hub.place}`)}</Fact>
        <Fact term={t("ui:team")}>{teams.data?.find((team) => team.id === hub.team)?.name ?? hub.team}</Fact>
        <Fact term={t("fact.lastSeen")}>{hub.lastSeen === null ? t("never") : when(hub.lastSeen)}</Fact>
        <Fact term={t("fact.battery")}>
          <Battery level={hub.battery} />
        </Fact>
        <Fact term={t("fact.firmware")}>{hub.firmware ?? t("unknown")}</Fact>
        <Fact term={t("fact.forwarding")}>{t(`forwarding.${hub.forwarding}`)}</Fact>
        {hub.codeUntil !== null && <Fact term={t("fact.code")}>{when(hub.codeUntil)}</Fact>}
        {hub.overlapUntil !== null && <Fact term={t("fact.overlap")}>{when(hub.overlapUntil)}</Fact>}
        {hub.revokedAt !== null && <Fact term={t("fact.revoked")}>{when(hub.revokedAt)}</Fact>}
      </dl>
      <div className={styles["head"]}>
        <h2>{t("behind", { count: hub.devices.length })}</h2>
        <span className={styles["push"]} />
        {role === "technician" && (
          <Button variant="default" size="sm" onClick={() => setRegistering(true)}>
            {t("registerDevice.button")}
          </Button>
        )}
      </div>
      {hub.devices.length === 0 ? (
        <p className="quiet">{t("noDevicesText")}</p>
      ) : (
        <ul className={styles["items"]}>
          {hub.devices.map((device) => (
            <DeviceItem
              key={device.id}
              device={device}
              sort={sortOf(device.model)}
              model={nameOf(device.model)}
              now={now}
            />
          ))}
        </ul>
      )}
      {role !== "physician" && <HomePages hub={hub} when={when} />}
      <h2>{t("refusals")}</h2>
      <Refusals refusals={hub.refusals} when={when} />
      {role === "technician" && <Certificates hub={hub} when={when} />}
      {role !== "admin" && (
        <>
          <h2>{t("quarantine.title")}</h2>
          <QuarantineItems hub={hub.id} code="" />
          <History of="hub" id={hub.id} team={hub.team} />
        </>
      )}
      {registering && <RegisterDeviceDialog hub={hub.id} onClose={() => setRegistering(false)} />}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Refused = { readonly refusals: Schemas["Hub"]["refusals"]; readonly when: (at: string) => string };

function Refusals({ refusals, when }: Refused) {
  const { t } = useTranslation("devices");
  if (refusals.length === 0) return <p className="quiet">{t("refusalsNone")}</p>;
  return (
    <ul className={styles["items"]}>
      {refusals.map(({ code, count, lastAt }) => (
        <li key={code}>
          <span className={`num ${styles["when"]}`}>{when(lastAt)}</span>
          <span className={styles["wide"]}>
            <p>
              <strong>{t(`refusal.${refusalWord(code)}.title`)}</strong> <code>{code}</code>
            </p>
            <p className="quiet">{t(`refusal.${refusalWord(code)}.action`)}</p>
          </span>
          <span className="num">{t("times", { count })}</span>
        </li>
      ))}
    </ul>
  );
}
