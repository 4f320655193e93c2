import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { Refusal } from "../ui/refusal.tsx";
import { useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

/** Says how many alerts the team can take in a shift. */
export function Budget({ team, perShift }: { team: string; perShift: number | null }) {
  const { t } = useTranslation("followUp");
  const [typed, setTyped] = useState(perShift === null ? "" : String(perShift));
  const save = useChange(
    (to: number | null, key) =>
      api.PUT("/api/v1/teams/{id}/budget", {
        params: { path: { id: team }, header: { "idempotency-key": key } },
        body: { perShift: to },
      }),
    { onDone: (_answer, to) => to === null && setTyped("") },
  );
  const value = Number(typed);
  const fits = /^\d+$/.test(typed.trim()) && value >= 1 && value <= 10_000;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (fits) save.mutate(value);
  };
  return (
    <form className={styles["budget"]} onSubmit={submit}>
      <TextInput
        label={t("budgetField")}
        description={t("budgetNote")}
        inputMode="numeric"
        value={typed}
        error={typed !== "" && !fits ? t("budgetBad") : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles["buttons"]}>
        <Button type="submit" disabled={!fits} loading={save.isPending && save.variables !== null}>
          {t("save")}
        </Button>
        {perShift !== null && (
          <Button
            variant="default"
            onClick={() => save.mutate(null)}
            loading={save.isPending && save.variables === null}
          >
            {t("noLimit")}
          </Button>
        )}
        <span role="status">{save.isSuccess ? t("saved") : ""}</span>
      </div>
      <Refusal error={save.error} />
    </form>
  );
}
