import { Button, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Session } from "../api/session.tsx";
import { useSignOut } from "../offline/sign-out.tsx";
import { LanguageChoice, ThemeChoice } from "./choices.tsx";
import styles from "./menu.module.css";

/** Who is signed in, with the choices that follow them and the way out. */
export function ProfileMenu({ session }: { session: Session }) {
  const { t } = useTranslation("profile");
  const leaving = useSignOut(session.staff.id);
  const [opened, setOpened] = useState(false);
  const { given, family } = session.staff.name;
  const short = `${given} ${family.slice(0, 1)}`;
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus shadow="sm">
        <Popover.Target>
          <Button
            variant="default"
            size="sm"
            aria-label={`${short}, ${t("menu")}`}
            onClick={() => setOpened((before) => !before)}
          >
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
            <Button component={Link} to="/profile" variant="default" onClick={() => setOpened(false)} fullWidth>
              {t("settings")}
            </Button>
            <Button variant="light" onClick={leaving.begin} fullWidth>
              {t("signOut")}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      {/* Outside, since a question asked in it would go when it closes. */}
      {leaving.words}
    </>
  );
}
