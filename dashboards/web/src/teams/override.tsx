import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem.ts";
import { useAround } from "../i18n/index.ts";
import { sayStretch } from "./say-day.ts";
import styles from "./screen.module.css";

/** A hole as a refusal tells it: without whom it concerns, only how many. */
type Hole = { readonly from: string; readonly to: string; readonly patients: number };

/** The holes for which a change was refused; empty when it was refused for something else, or not. */
export const holesIn = (error: unknown): readonly Hole[] =>
  error instanceof ApiProblem && error.problem.code === "COVERAGE_HOLE"
    ? ((error.problem["holes"] as Hole[] | undefined) ?? [])
    : [];

/** The reason with which the reader opens a hole knowingly; `body` is what the API takes of it. */
export function useOverride(error: unknown) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  if (!asked && holesIn(error).length > 0) setAsked(true);
  return {
    asked,
    reason,
    setReason,
    ready: !asked || reason.trim().length >= 3,
    body: asked ? { override: { reason: reason.trim() } } : {},
  };
}

/** Shows the holes that a change would open, and asks why it is meant. */
export function HolesAndReason({ error, override }: { error: unknown; override: ReturnType<typeof useOverride> }) {
  const { t } = useTranslation("teams");
  const around = useAround();
  const holes = holesIn(error);
  if (!override.asked) return null;
  return (
    <>
      {holes.length > 0 && (
        <ul className={styles["holes"]}>
          {holes.slice(0, 8).map((hole) => (
            <li key={hole.from}>
              <span className="num">
                {sayStretch({ from: Date.parse(hole.from), to: Date.parse(hole.to) }, around)}
              </span>
              {` · ${t("concerns", { count: hole.patients })}`}
            </li>
          ))}
          {holes.length > 8 && <li>{t("andMore", { count: holes.length - 8 })}</li>}
        </ul>
      )}
      <Textarea
        label={t("override.reason")}
        description={t("override.help")}
        value={override.reason}
        maxLength={300}
        onChange={(event) => override.setReason(event.currentTarget.value)}
      />
    </>
  );
}
