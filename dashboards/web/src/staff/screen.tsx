import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readAll, useTeams } from "../api/all.ts";
import { api, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { Empty, Loading, Problem } from "../ui/states.tsx";
import { called } from "./called.ts";
import { DisableDialog, NewStaffDialog, PasswordDialog, TeamsDialog } from "./dialogs.tsx";
import styles from "./screen.module.css";

type Staff = Schemas["Staff"];
type Doing = { readonly what: "teams" | "password" | "disable"; readonly staff: Staff };

/** Every account, whatever its team: names only of those whose team the reader shares. */
const useStaff = () =>
  useQuery({
    queryKey: ["staff"],
    queryFn: () =>
      readAll<Staff>(async (cursor) => {
        const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
        const { data } = await api.GET("/api/v1/staff", { params: { query } });
        return data ?? { items: [], next: null };
      }),
  });

/** Accounts: who there is, in which teams; new ones, new passwords, and an end. For administrators. */
export function StaffScreen() {
  const { t } = useTranslation("staff");
  const me = useSession().data?.staff.id;
  const staff = useStaff();
  const teams = useTeams();
  const [typed, setTyped] = useState("");
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const failure = staff.error ?? teams.error;
  if (!staff.data || !teams.data) {
    const retry = (): void => void Promise.all([staff.refetch(), teams.refetch()]);
    return failure ? <Problem error={failure} onRetry={retry} /> : <Loading />;
  }
  const teamNames = new Map(teams.data.map(({ id, name }) => [id, name]));
  const inTeams = (one: Staff): string => one.teams.map((id) => teamNames.get(id) ?? id).join(", ");
  const about = (one: Staff): string =>
    [called(one), one.id, one.username ?? "", inTeams(one), t(`role.${one.role}`)].join(" ").toLowerCase();
  const words = typed.toLowerCase().split(/\s+/);
  const shown = staff.data
    .filter((one) => words.every((word) => about(one).includes(word)))
    .sort(
      (a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null) || called(a).localeCompare(called(b)),
    );
  const close = (): void => setDoing(undefined);
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
        <Button className="no-print" onClick={() => setAdding(true)}>
          {t("add")}
        </Button>
      </div>
      <p className="quiet">{t("note")}</p>
      {shown.length === 0 ? (
        <Empty title={t("none")}>
          <Button variant="default" onClick={() => setTyped("")}>
            {t("showAll")}
          </Button>
        </Empty>
      ) : (
        <ul className={styles["items"]}>
          {shown.map((one) => (
            <li key={one.id} data-staff={one.id} data-disabled={one.disabledAt !== null}>
              <span className={styles["who"]}>
                <strong>{called(one)}</strong>
                <span className="quiet">{one.username ?? one.id}</span>
              </span>
              <span className={styles["what"]}>
                <span>{t(`role.${one.role}`)}</span>
                <span className="quiet">{one.teams.length === 0 ? t("noTeams") : inTeams(one)}</span>
              </span>
              {one.disabledAt === null ? (
                <span className={`${styles["actions"]} no-print`}>
                  {(["teams", "password", "disable"] as const)
                    .filter((what) => what !== "disable" || one.id !== me)
                    .map((what) => (
                      <Button
                        key={what}
                        variant="default"
                        size="sm"
                        aria-label={t("actionOn", { action: t(`action.${what}`), who: called(one) })}
                        onClick={() => setDoing({ what, staff: one })}
                      >
                        {t(`action.${what}`)}
                      </Button>
                    ))}
                </span>
              ) : (
                <strong className={styles["ended"]}>{t("disabled")}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <NewStaffDialog teams={teams.data} onClose={() => setAdding(false)} />}
      {doing?.what === "teams" && <TeamsDialog staff={doing.staff} teams={teams.data} onClose={close} />}
      {doing?.what === "password" && <PasswordDialog staff={doing.staff} onClose={close} />}
      {doing?.what === "disable" && <DisableDialog staff={doing.staff} onClose={close} />}
    </div>
  );
}
