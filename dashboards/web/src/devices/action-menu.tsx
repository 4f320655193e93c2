import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.tsx";
import { type Action, actionsFor, type Subject } from "./condition.ts";
import { LendDialog } from "./lend-dialog.tsx";
import { ExchangeDialog, MoveDialog, PlaceDialog, ReturnDialog } from "./place-dialogs.tsx";
import styles from "./screen.module.css";
import { ProvisionDialog, RevokeDialog, SecretDialog } from "./secret-dialogs.tsx";

/** What the reader can do with a hub or device: the first as a button, the rest behind another. */
export function ActionMenu({ subject }: { subject: Subject }) {
  const { t } = useTranslation("devices");
  const role = useSession().data?.staff.role ?? "";
  const [doing, setDoing] = useState<Action>();
  const [first, ...more] = actionsFor(subject, role);
  return (
    <span className={`${styles["actions"]} no-print`}>
      {first && (
        <Button
          variant="default"
          size="sm"
          onClick={() => setDoing(first)}
          aria-label={t("actionOn", { action: t(`action.${first}`), id: subject.id })}
        >
          {t(`action.${first}`)}
        </Button>
      )}
      {more.length > 0 && (
        <Menu position="bottom-end" keepMounted={false} returnFocus>
          <Menu.Target>
            <Button variant="default" size="sm" aria-label={t("more", { id: subject.id })}>
              {"⋯"}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((action) => (
              <Menu.Item key={action} onClick={() => setDoing(action)}>
                {t(`action.${action}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {doing && <ActionDialog action={doing} subject={subject} onClose={() => setDoing(undefined)} />}
    </span>
  );
}

function ActionDialog({ action, ...given }: { action: Action; subject: Subject; onClose: () => void }) {
  switch (action) {
    case "lend":
      return <LendDialog {...given} />;
    case "return":
      return <ReturnDialog {...given} />;
    case "exchange":
      return <ExchangeDialog {...given} />;
    case "move":
      return <MoveDialog {...given} />;
    case "place":
      return <PlaceDialog {...given} />;
    case "provision":
      return <ProvisionDialog {...given} />;
    case "rotate":
    case "renew":
      return <SecretDialog {...given} kind={action} />;
    case "revoke":
      return <RevokeDialog {...given} />;
  }
}
