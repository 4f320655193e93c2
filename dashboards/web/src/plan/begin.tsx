import { Button, Checkbox, Radio } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useRequestKey } from "../ui/request-key.ts";
import styles from "./plan.module.css";

type Condition = Schemas["Preset"]["condition"];

/** Begins a draft: from the latest signed version, or from templates with the parts that are wanted. */
export function BeginDraft({ patient, hasPlan, onClose }: { patient: string; hasPlan: boolean; onClose: () => void }) {
  const { t } = useTranslation(["plan", "ui"]);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data: presets } = query.useQuery("get", "/api/v1/presets");
  const [from, setFrom] = useState(hasPlan ? "latest" : "templates");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [options, setOptions] = useState<readonly string[]>([]);
  const { keyFor } = useRequestKey();
  const begin = useMutation({
    mutationFn: (body: { preset?: Condition[]; options?: string[] }) =>
      api.POST("/api/v1/patients/{patient}/plan-drafts", {
        params: { path: { patient }, header: { "idempotency-key": keyFor(body) } },
        body,
      }),
    onSuccess: ({ data }) => void navigate(`/patients/${patient}/plan/drafts/${data?.id}`),
  });
  const templates = presets?.items ?? [];
  const offered = templates.filter(({ condition }) => chosen.includes(condition)).flatMap((one) => one.options);
  const ready = from === "latest" || chosen.length > 0;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const names = offered.map(({ name }) => name).filter((name) => options.includes(name));
    begin.mutate(
      from === "latest" ? {} : { preset: chosen as Condition[], ...(names.length === 0 ? {} : { options: names }) },
    );
  };
  return (
    <Dialog title={t("beginTitle")} onClose={onClose}>
      <form onSubmit={submit} className={styles["form"]}>
        {hasPlan && (
          <Radio.Group label={t("from")} value={from} onChange={setFrom}>
            <Radio value="latest" label={t("fromLatest")} />
            <Radio value="templates" label={t("fromTemplates")} />
          </Radio.Group>
        )}
        {from === "templates" && (
          <Checkbox.Group label={t("templates")} value={[...chosen]} onChange={setChosen}>
            {templates.map(({ condition }) => (
              <Checkbox key={condition} value={condition} label={t(`condition.${condition}`)} />
            ))}
          </Checkbox.Group>
        )}
        {from === "templates" && offered.length > 0 && (
          <Checkbox.Group label={t("options")} value={[...options]} onChange={setOptions}>
            {offered.map(({ name, title }) => (
              <Checkbox key={name} value={name} label={title[language]} />
            ))}
          </Checkbox.Group>
        )}
        <Refusal error={begin.error} />
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("ui:cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={begin.isPending}>
            {t("create")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
