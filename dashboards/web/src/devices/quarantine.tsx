import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, query, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useAround, useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./screen.module.css";

/** What could not be used: of one hub and with one code, or of all under "". */
export function QuarantineItems({ hub, code }: { hub: string; code: string }) {
  const { t } = useTranslation("devices");
  const { language } = useLanguage();
  const around = useAround();
  const clinical = useSession().data?.staff.role !== "technician";
  const [opened, setOpened] = useState<number>();
  const read = useInfiniteQuery({
    queryKey: ["quarantine", hub, code],
    initialPageParam: "",
    queryFn: async ({ pageParam }) => {
      const { data } = await api.GET("/api/v1/quarantine", {
        params: {
          query: {
            limit: 20,
            ...(hub === "" ? {} : { hub }),
            ...(code === "" ? {} : { code }),
            ...(pageParam === "" ? {} : { cursor: pageParam }),
          },
        },
      });
      return data ?? { items: [], next: null };
    },
    getNextPageParam: ({ next }) => next,
  });
  const items = read.data?.pages.flatMap((page) => page.items);
  if (!items) return read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />;
  if (items.length === 0) return <p className="quiet">{t("quarantine.none")}</p>;
  return (
    <>
      <ul className={styles["items"]}>
        {items.map((item) => (
          <li key={item.id} data-quarantined={item.id}>
            <span className={`num ${styles["when"]}`}>{sayWhen(Date.parse(item.at), around)}</span>
            <span className={styles["wide"]}>
              <p>
                <strong>{item.explanation[language]}</strong> <code>{item.code}</code>
              </p>
              <p className="quiet">
                {hub === "" && <Link to={`/devices/${item.hub}`}>{item.hub}</Link>}
                {hub === "" && " · "}
                {item.device !== null && `${item.device} · `}
                {t("quarantine.bytes", { count: item.bytes })}
                {item.position !== null && ` · ${t("quarantine.position", { position: item.position + 1 })}`}
              </p>
              {item.detail !== null && <p className="quiet">{item.detail}</p>}
              {item.structure === null ? (
                <p className="quiet">{t("quarantine.binary")}</p>
              ) : (
                <pre>{item.structure}</pre>
              )}
            </span>
            {clinical && (
              <Button
                variant="default"
                size="sm"
                onClick={() => setOpened(item.id)}
                aria-label={t("quarantine.openLabel", { id: item.id })}
              >
                {t("quarantine.open")}
              </Button>
            )}
          </li>
        ))}
      </ul>
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
      {opened !== undefined && <RawDialog id={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** The bytes exactly as they came. Reading them is written down. */
function RawDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("devices");
  const read = query.useQuery(
    "get",
    "/api/v1/quarantine/{id}",
    { params: { path: { id } } },
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  );
  return (
    <Dialog title={t("quarantine.raw")} onClose={onClose}>
      {read.data ? <Raw item={read.data} /> : read.error ? <Problem error={read.error} /> : <Loading />}
    </Dialog>
  );
}

function Raw({ item }: { item: Schemas["QuarantinedBytes"] }) {
  const { t } = useTranslation("devices");
  return (
    <div className={styles["bytes"]}>
      <p className="quiet">{t("quarantine.logged")}</p>
      <pre>{item.text}</pre>
      <p className="quiet">{t("quarantine.base64")}</p>
      <pre>{item.base64}</pre>
    </div>
  );
}

/** Everything that was set aside, of every hub. */
export function QuarantineScreen() {
  const { t } = useTranslation("devices");
  return (
    <div className={styles["page"]}>
      <title>{`${t("quarantine.title")} · Hemvakt`}</title>
      <Link to="/devices">{`← ${t("title")}`}</Link>
      <h1>{t("quarantine.title")}</h1>
      <p className="quiet">{t("quarantine.what")}</p>
      <QuarantineItems hub="" code="" />
    </div>
  );
}
