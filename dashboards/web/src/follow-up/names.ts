import { useTranslation } from "react-i18next";
import { query } from "../api/client.ts";

/** Says who a patient of a team is; by id where the list has no name. */
export function usePatientName(team: string): (id: string) => string {
  const { t } = useTranslation("followUp");
  const { data } = query.useQuery("get", "/api/v1/patients", { params: { query: { team, limit: 200 } } });
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (id) => {
    const known = names.get(id);
    return known ? `${known.given} ${known.family}` : t("patient", { id });
  };
}
