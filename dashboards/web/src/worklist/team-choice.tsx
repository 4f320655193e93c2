import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { query } from "../api/client.ts";

type Given = { readonly teams: readonly string[]; readonly value: string; readonly onChange: (team: string) => void };

/** Which of the reader's teams the list is of; all of them under "". */
export function TeamChoice({ teams, value, onChange }: Given) {
  const { t } = useTranslation(["worklist", "ui"]);
  const { data } = query.useQuery("get", "/api/v1/teams", { params: { query: { limit: 200 } } });
  const own = data?.items.filter(({ id }) => teams.includes(id)) ?? [];
  if (own.length === 1) return <span className="quiet">{own[0]?.name}</span>;
  return (
    <NativeSelect
      aria-label={t("ui:team")}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: "", label: t("allTeams") }, ...own.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
