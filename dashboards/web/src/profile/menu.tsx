import { Button, Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Session, useSigning } from "../api/session.tsx";
import { LanguageChoice, ThemeChoice } from "./choices.tsx";
import styles from "./menu.module.css";

/** Who is signed in, with the choices that follow them and the way out. */
export function ProfileMenu({ session }: { session: Session }) {
  const { t } = useTranslation("profile");
  const { signOut } = useSigning();
  const { given, family } = session.staff.name;
  const short = `${given} ${family.slice(0, 1)}`;
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <Button variant="default" size="sm" aria-label={`${short}, ${t("menu")}`}>
          {short}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("menu")}>
        <div className={styles["menu"]}>
          <p>
            <strong>{`${given} ${family}`}</strong>
            <br />
            <span className="quiet">{t(`roles.${session.staff.role}`)}</span>
          </p>
          <LanguageChoice />
          <ThemeChoice />
          <Button variant="light" onClick={() => void signOut()} fullWidth>
            {t("signOut")}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
