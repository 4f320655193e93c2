import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DraftTarget } from "./body.ts";
import styles from "./plan.module.css";

const ranges = ["88-92", "94-98"] as const;

type Given = {
  readonly target: DraftTarget | null;
  readonly onChange: (target: DraftTarget | null) => void;
};

/** Where saturation is meant to be. Another target has another author: whoever signs it. */
export function Target({ target, onChange }: Given) {
  const { t } = useTranslation("plan");
  return (
    <section id="part-saturationTarget" tabIndex={-1} className={styles["part"]}>
      <h2>{t("target")}</h2>
      <NativeSelect
        aria-label={t("target")}
        description={t("targetNote")}
        value={target?.range ?? ""}
        onChange={(event) => {
          const range = ranges.find((one) => one === event.currentTarget.value);
          onChange(range === undefined ? null : { range });
        }}
        data={[
          { value: "", label: t("targetNone") },
          ...ranges.map((value) => ({ value, label: t(`targetRange.${value}`) })),
        ]}
      />
    </section>
  );
}
