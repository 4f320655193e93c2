import { Button, PasswordInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useSigning } from "../api/session.tsx";
import { forgetSnapshot } from "../offline/snapshot.ts";
import { Refusal } from "../ui/refusal.tsx";
import { useChange } from "../ui/use-change.ts";
import styles from "./profile.module.css";

/** The least that a new password has: length counts, rules about characters don't (NIST SP 800-63B §3.1.1.2). */
const LEAST = 12;

/** Changing one's own password, which ends every session: one signs in again with the new one. */
export function Password() {
  const { t } = useTranslation("profile");
  const { forget } = useSigning();
  const [old, setOld] = useState("");
  const [wanted, setWanted] = useState("");
  const change = useChange((body: { old: string; new: string }) => api.PUT("/api/v1/staff/me/password", { body }), {
    onDone: async () => {
      await forgetSnapshot();
      forget();
    },
  });
  const isShort = wanted !== "" && wanted.length < LEAST;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (old !== "" && wanted.length >= LEAST) change.mutate({ old, new: wanted });
  };
  return (
    <section className={styles["part"]}>
      <h2>{t("password.title")}</h2>
      <p className="quiet">{t("password.note")}</p>
      <form onSubmit={submit} className={styles["form"]}>
        <PasswordInput
          label={t("password.old")}
          autoComplete="current-password"
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("password.new")}
          description={t("password.help")}
          autoComplete="new-password"
          maxLength={200}
          value={wanted}
          error={isShort ? t("password.short") : undefined}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Refusal error={change.error} />
        <Button type="submit" loading={change.isPending} disabled={old === "" || wanted.length < LEAST}>
          {t("password.change")}
        </Button>
      </form>
    </section>
  );
}
