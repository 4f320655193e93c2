import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./screen.module.css";
import { eventWord } from "./words.ts";

type Given = { readonly of: "hub" | "device"; readonly id: string; readonly team: string };

/** What has happened to a hub or device, newest first, and who did it. */
export function History({ of, id, team }: Given) {
  const { t } = useTranslation("devices");
  const around = useAround();
  const members = query.useQuery("get", "/api/v1/teams/{id}/members", { params: { path: { id: team } } });
  const read = useInfiniteQuery({
    queryKey: ["equipment-history", of, id],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const params = { path: { id }, query: { limit: 20, ...(pageParam === "" ? {} : { cursor: pageParam }) } };
      const { data } =
        of === "hub"
          ? await api.GET("/api/v1/hubs/{id}/history", { params })
          : await api.GET("/api/v1/devices/{id}/history", { params });
      return data ?? { items: [], next: null };
    },
    getNextPageParam: ({ next }) => next,
  });
  const who = ({ actor }: Schemas["Event"]): string => {
    if (actor.startsWith("hub:")) return t("actor.hub");
    const name = members.data?.items.find(({ staff }) => staff === actor)?.name;
    return name ?? (actor === "import" || actor === "platform" ? t("actor.platform") : actor);
  };
  const text = (data: Schemas["Event"]["data"], key: string): string => {
    const value = data[key];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const items = read.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <h2>{t("history")}</h2>
      {!items && (read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />)}
      {items?.length === 0 && <p className="quiet">{t("historyNone")}</p>}
      {items !== undefined && items.length > 0 && (
        <ul className={styles["items"]}>
          {items.map((event) => (
            <li key={event.seq}>
              <span className={`num ${styles["when"]}`}>{sayWhen(Date.parse(event.at), around)}</span>
              <span className={styles["wide"]}>
                {t(`event.${eventWord(event.type)}`, {
                  device: text(event.data, "device"),
                  hub: text(event.data, "hub"),
                  formerHub: text(event.data, "formerHub"),
                  replacement: text(event.data, "replacement"),
                  place: placeWord(text(event.data, "place"), (place) => t(`place.${place}`)),
                })}
              </span>
              <span className="quiet">{who(event)}</span>
            </li>
          ))}
        </ul>
      )}
      {read.hasNextPage && (
        <Button
          variant="default"
          className={styles["older"]}
          loading={read.isFetchingNextPage}
          onClick={() => void read.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </>
  );
}

const places = ["stock", "repair", "lost", "retired", "recalled"] as const;

const placeWord = (place: string, say: (place: (typeof places)[number]) => string): string => {
  const known = places.find((one) => one === place);
  return known ? say(known) : place;
};
