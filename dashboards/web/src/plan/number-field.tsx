import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useLanguage } from "../i18n/index.ts";
import { sayNumber } from "../i18n/when.ts";
import styles from "./plan.module.css";

type Given = {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly value: number | null;
  /** Room for a label that is a sentence. */
  readonly wide?: boolean;
  readonly onChange: (value: number | null) => void;
};

/** A number with its unit beside it, typed with a comma or a point; null while what stands there is no number. */
export function NumberField({ label, unit, value, wide = false, onChange }: Given) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState(value === null ? "" : sayNumber(value, language, 3));
  return (
    <TextInput
      className={styles[wide ? "sentence" : "number"]}
      label={label}
      inputMode="decimal"
      value={typed}
      error={value === null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(numberIn(text));
      }}
      rightSection={unit === undefined ? undefined : <span className="quiet">{unit}</span>}
      rightSectionWidth={56}
      rightSectionPointerEvents="none"
    />
  );
}

/** The number that somebody wrote in either language; null when it is none. */
export function numberIn(text: string): number | null {
  const plain = text
    .replaceAll(/[\s\u00a0]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
