import { Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf, usePatients } from "../api/all.ts";
import { codeOf } from "../api/problem.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";
import type { Subject } from "./condition.ts";
import { lend } from "./send.ts";

/** To whom it is lent. Technicians know patients by id alone. */
export function LendDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useTranslation("devices");
  const patients = usePatients();
  const [patient, setPatient] = useState("");
  const [user, setUser] = useState<number | string>("");
  const [emptied, setEmptied] = useState(false);
  const change = useChange(
    (body: { patient: string; user?: number; emptied: boolean }, key) => lend(subject, body, key),
    { onDone: onClose },
  );
  const choices = (patients.data ?? []).map((one) => ({ value: one.id, label: nameOf(one) }));
  choices.sort((a, b) => a.label.localeCompare(b.label));
  const notEmptied = codeOf(change.error) === "EQUIPMENT_NOT_EMPTIED";
  return (
    <FormDialog
      title={t("lend.title", { id: subject.id })}
      confirm={t("lend.confirm")}
      pending={change.isPending}
      error={change.error ?? patients.error}
      ready={patient !== ""}
      onClose={onClose}
      onSubmit={() => change.mutate({ patient, emptied, ...(typeof user === "number" ? { user } : {}) })}
    >
      <Follows>{t(subject.of === "hub" ? "lend.followsHub" : "lend.followsDevice")}</Follows>
      <NativeSelect
        label={t("lend.patient")}
        value={patient}
        onChange={(event) => setPatient(event.currentTarget.value)}
        data={[{ value: "", label: t("choose") }, ...choices]}
        data-autofocus
      />
      <NumberInput
        label={t("lend.user")}
        description={t("lend.userHelp")}
        value={user}
        onChange={setUser}
        min={0}
        max={254}
        allowDecimal={false}
        hideControls
      />
      {(notEmptied || emptied) && (
        <Checkbox
          label={t("lend.emptied")}
          checked={emptied}
          onChange={(event) => setEmptied(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
