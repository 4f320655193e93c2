import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { outbox } from "./outbox.ts";

/** On the way in: that something waits here for whoever made it. Says neither who that is nor what it is about. */
export function Waiting() {
  const { t } = useTranslation("offline");
  const { data: count = 0 } = useQuery({ queryKey: ["outbox"], queryFn: async () => (await outbox()).length });
  return count === 0 ? null : <p role="status">{t("waiting", { count })}</p>;
}
