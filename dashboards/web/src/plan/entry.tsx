import { Button, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./plan.module.css";

type Given = {
  readonly name: string;
  /** Somebody has come to one of its fields. */
  readonly onFocus?: () => void;
  /** Absent where it can't be taken away. */
  readonly onRemove?: () => void;
  readonly children: ReactNode;
};

/** One thing of a plan with its fields, and a way to leave it out. */
export function Entry({ name, onFocus, onRemove, children }: Given) {
  const { t } = useTranslation("plan");
  return (
    <li>
      <fieldset className={styles["entry"]} onFocus={onFocus}>
        <legend>{name}</legend>
        {children}
        {onRemove && (
          <Button
            variant="subtle"
            aria-label={t("removeNamed", { name })}
            onClick={onRemove}
            className={styles["remove"]}
          >
            {t("remove")}
          </Button>
        )}
      </fieldset>
    </li>
  );
}

type New = {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly onAdd: () => void;
};

/** Chooses one of what isn't there yet, and adds it; nothing where everything is. */
export function NewEntry({ label, choices, chosen, onChoose, onAdd }: New) {
  const { t } = useTranslation("plan");
  if (choices.length === 0) return null;
  return (
    <div className={styles["new"]}>
      <NativeSelect
        label={label}
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={[...choices]}
      />
      <Button variant="default" aria-label={`${t("add")}: ${label}`} onClick={onAdd}>
        {t("add")}
      </Button>
    </div>
  );
}
