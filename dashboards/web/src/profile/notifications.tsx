import { Button, Radio, Switch, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import { useChange } from "../ui/use-change.ts";
import styles from "./profile.module.css";

type Preference = Schemas["NotificationPreference"];
const address = "/api/v1/staff/me/notifications";

/** When and of what one is told out of the house. */
export function Notifications() {
  const { t } = useTranslation("profile");
  const { data, error, refetch } = query.useQuery("get", address);
  return (
    <section className={styles["part"]}>
      <h2>{t("notifications")}</h2>
      <p className="quiet">{t("notificationsNote")}</p>
      {error ? (
        <Problem error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <PreferenceForm before={{ email: data.email, quiet: data.quiet, push: data.push, zone: data.zone }} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

function PreferenceForm({ before }: { before: Preference }) {
  const { t } = useTranslation("profile");
  const [chosen, setChosen] = useState(before);
  const save = useChange((body: Preference, key) =>
    api.PUT(address, { params: { header: { "idempotency-key": key } }, body }),
  );
  const change = (what: Partial<Preference>): void => {
    save.reset();
    setChosen({ ...chosen, ...what });
  };
  const { quiet } = chosen;
  const fits = quiet === null || (quiet.from !== "" && quiet.until !== "" && quiet.from !== quiet.until);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (fits) save.mutate(chosen);
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <Switch
        label={t("quiet")}
        checked={quiet !== null}
        onChange={(event) => change({ quiet: event.currentTarget.checked ? { from: "21:00", until: "07:00" } : null })}
      />
      {quiet && (
        <div className={styles["times"]}>
          <TextInput
            type="time"
            label={t("quietFrom")}
            value={quiet.from}
            onChange={(event) => change({ quiet: { ...quiet, from: event.currentTarget.value } })}
          />
          <TextInput
            type="time"
            label={t("quietUntil")}
            value={quiet.until}
            onChange={(event) => change({ quiet: { ...quiet, until: event.currentTarget.value } })}
          />
        </div>
      )}
      {!fits && <p role="alert">{t("quietBad")}</p>}
      <Switch
        label={t("byEmail")}
        checked={chosen.email}
        onChange={(event) => change({ email: event.currentTarget.checked })}
      />
      <Radio.Group label={t("pushOf")} value={chosen.push} onChange={(value) => change({ push: value })}>
        <div className={styles["radios"]}>
          <Radio value="own" label={t("pushOwn")} />
          <Radio value="team" label={t("pushTeam")} />
        </div>
      </Radio.Group>
      <Refusal error={save.error} />
      <div className={styles["buttons"]}>
        <Button type="submit" disabled={!fits} loading={save.isPending}>
          {t("save")}
        </Button>
        <span role="status">{save.isSuccess ? t("saved") : ""}</span>
      </div>
    </form>
  );
}

/** Where e-mail goes. The address itself is never shown: whoever looks over a shoulder needs not know it. */
export function Email() {
  const { t } = useTranslation("profile");
  const { data } = query.useQuery("get", address);
  const [typed, setTyped] = useState("");
  const save = useChange(
    (email: string | null, key) =>
      api.PUT("/api/v1/staff/me/email", { params: { header: { "idempotency-key": key } }, body: { email } }),
    { onDone: () => setTyped("") },
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed.includes("@")) save.mutate(typed.trim());
  };
  return (
    <section className={styles["part"]}>
      <h2>{t("email")}</h2>
      <p role="status">{data === undefined ? "" : t(data.hasEmail ? "hasEmail" : "hasNoEmail")}</p>
      <form className={styles["form"]} onSubmit={submit}>
        <TextInput
          type="email"
          autoComplete="email"
          label={t("newEmail")}
          description={t("emailNote")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Refusal error={save.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" disabled={!typed.includes("@")} loading={save.isPending}>
            {t("saveEmail")}
          </Button>
          {data?.hasEmail && (
            <Button variant="default" onClick={() => save.mutate(null)}>
              {t("removeEmail")}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
