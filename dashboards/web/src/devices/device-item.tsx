import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { nameOf, usePatients } from "../api/all.ts";
import { query } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { ActionMenu } from "./action-menu.tsx";
import type { Device } from "./condition.ts";
import { Battery } from "./marks.tsx";
import styles from "./screen.module.css";

type Given = { readonly device: Device; readonly sort: string; readonly model: string; readonly now: number };

/** One device behind a hub. */
export function DeviceItem({ device, sort, model, now }: Given) {
  const { t } = useTranslation("devices");
  const around = { ...useAround(), now };
  const { lastReading: last } = device;
  const clockIsBad = last !== null && last.clock !== "good";
  return (
    <li data-device={device.id}>
      <span className={styles["wide"]}>
        <p>
          <strong>{sort}</strong> <span className="quiet">{`${device.id} · ${model}`}</span>
        </p>
        <p>
          {t(`place.${device.place}`)}
          {device.place === "lent" && <Borrower device={device.id} now={now} />}
        </p>
      </span>
      <span className={styles["wide"]}>
        <p>
          {last === null ? t("noReading") : t("lastReading", { when: sayWhen(Date.parse(last.receivedAt), around) })}
        </p>
        {last !== null && <p className={clockIsBad ? styles["trouble"] : "quiet"}>{t(`clock.${last.clock}`)}</p>}
      </span>
      <Battery level={device.battery} />
      <span className={styles["push"]} />
      <ActionMenu subject={{ of: "device", id: device.id, version: device.version, device }} />
    </li>
  );
}

/** Who has it: by name for those who may know it. */
function Borrower({ device, now }: { device: string; now: number }) {
  const { t } = useTranslation("devices");
  const clinical = useSession().data?.staff.role !== "technician";
  const assignments = query.useQuery("get", "/api/v1/assignments", { params: { query: { device, limit: 10 } } });
  const patients = usePatients(clinical);
  const current = assignments.data?.items.filter(
    ({ from, to }) => Date.parse(from) <= now && (to === null || Date.parse(to) > now),
  );
  return (current ?? []).map(({ id, patient, user }) => {
    const known = patients.data?.find((one) => one.id === patient);
    const name = known ? nameOf(known) : (patient ?? t("otherTeams"));
    return (
      <span key={id}>
        {" · "}
        {clinical && known ? <Link to={`/patients/${known.id}`}>{name}</Link> : name}
        {user !== null && ` (${t("slot", { user })})`}
      </span>
    );
  });
}
