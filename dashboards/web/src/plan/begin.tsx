import { Checkbox, Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";

type Condition = Schemas["Preset"]["condition"];

/** Begins a draft: from the latest signed version, or from templates with the parts that are wanted. */
export function BeginDraft({ patient, hasPlan, onClose }: { patient: string; hasPlan: boolean; onClose: () => void }) {
  const { t } = useTranslation("plan");
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data: presets } = query.useQuery("get", "/api/v1/presets");
  const [from, setFrom] = useState(hasPlan ? "latest" : "templates");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [options, setOptions] = useState<readonly string[]>([]);
  const begin = useChange(
    (body: { preset?: Condition[]; options?: string[] }, key) =>
      api.POST("/api/v1/patients/{patient}/plan-drafts", {
        params: { path: { patient }, header: { "idempotency-key": key } },
        body,
      }),
    { onDone: ({ data }) => navigate(`/patients/${patient}/plan/drafts/${data?.id}`) },
  );
  const templates = presets?.items ?? [];
  const offered = templates.filter(({ condition }) => chosen.includes(condition)).flatMap((one) => one.options);
  const ready = from === "latest" || chosen.length > 0;
  const submit = (): void => {
    const names = offered.map(({ name }) => name).filter((name) => options.includes(name));
    begin.mutate(
      from === "latest" ? {} : { preset: chosen as Condition[], ...(names.length === 0 ? {} : { options: names }) },
    );
  };
  return (
    <FormDialog
      title={t("beginTitle")}
      confirm={t("create")}
      pending={begin.isPending}
      error={begin.error}
      ready={ready}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
