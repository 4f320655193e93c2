import { useTranslation } from "react-i18next";
import { query } from "../api/client.ts";

/** What a device is, by its model: its sort in the reader's language, and the model's own name. */
export function useModels(): { sortOf: (model: string) => string; nameOf: (model: string) => string } {
  const { t } = useTranslation("devices");
  const { data } = query.useQuery("get", "/api/v1/device-models");
  const find = (model: string) => data?.items.find(({ id }) => id === model);
  return {
    sortOf: (model) => {
      const type = find(model)?.type;
      return type === undefined ? model : t(`type.${type}`);
    },
    nameOf: (model) => find(model)?.name ?? model,
  };
}
