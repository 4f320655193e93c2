import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.tsx";
import { LanguageChoice, ThemeChoice } from "./choices.tsx";
import { Email, Notifications } from "./notifications.tsx";
import { Password } from "./password.tsx";
import styles from "./profile.module.css";
import { Browsers } from "./push.tsx";
import { Sessions } from "./sessions.tsx";

/** Everybody's own: how it looks, how one is told, and where one is signed in. */
export function ProfileScreen() {
  const { t } = useTranslation("profile");
  const staff = useSession().data?.staff;
  if (!staff) return null;
  const { given, family } = staff.name;
  return (
    <div className={styles["screen"]}>
      <title>{`${t("title")} · Hemvakt`}</title>
      <h1>{t("title")}</h1>
      <p className="quiet">{`${given} ${family} · ${t(`roles.${staff.role}`)}`}</p>
      <section className={styles["part"]}>
        <h2>{t("look")}</h2>
        <div className={styles["choices"]}>
          <LanguageChoice />
          <ThemeChoice />
        </div>
        <p className="quiet">{t("lookNote")}</p>
      </section>
      {/* Nothing is ever told to administrators: they see no patients. */}
      {staff.role !== "admin" && (
        <>
          <Notifications />
          <Email />
          <Browsers />
        </>
      )}
      <Password />
      <Sessions />
    </div>
  );
}
