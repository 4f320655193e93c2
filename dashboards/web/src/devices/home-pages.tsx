import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { Problem } from "../ui/states.tsx";
import { useChange } from "../ui/use-change.ts";
import type { Hub } from "./condition.ts";
import { OneTimeCode } from "./one-time-code.tsx";
import styles from "./screen.module.css";

type Browser = Schemas["HomePageBrowser"];
type Given = { readonly hub: Hub; readonly when: (at: string) => string };

/** The browsers that show the patient's page for what is behind a hub; how another one is paired, and one is let go. */
export function HomePages({ hub, when }: Given) {
  const { t } = useTranslation("devices");
  const read = query.useQuery("get", "/api/v1/hubs/{id}/pages", { params: { path: { id: hub.id } } });
  const [pairing, setPairing] = useState(false);
  const [ending, setEnding] = useState<Browser>();
  const isLent = hub.place === "lent";
  const state = ({ revokedAt, works }: Browser): string =>
    revokedAt !== null ? t("pages.ended", { when: when(revokedAt) }) : t(works ? "pages.works" : "pages.empty");
  return (
    <>
      <div className={styles["head"]}>
        <h2>{t("pages.title")}</h2>
        <span className={styles["push"]} />
        {isLent && (
          <Button variant="default" size="sm" onClick={() => setPairing(true)}>
            {t("pages.pair")}
          </Button>
        )}
      </div>
      {read.error && <Problem error={read.error} onRetry={() => void read.refetch()} />}
      {read.data?.items.length === 0 && <p className="quiet">{t(isLent ? "pages.none" : "pages.notLent")}</p>}
      {read.data !== undefined && read.data.items.length > 0 && (
        <ul className={styles["items"]}>
          {read.data.items.map((browser) => (
            <li key={browser.id} data-page={browser.id}>
              <span className={`num ${styles["when"]}`}>{when(browser.pairedAt)}</span>
              <span className={styles["wide"]}>
                <p>
                  <strong>{browser.label}</strong>
                </p>
                <p className="quiet">{state(browser)}</p>
              </span>
              {browser.revokedAt === null && (
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => setEnding(browser)}
                  aria-label={t("pages.endLabel", { label: browser.label, when: when(browser.pairedAt) })}
                >
                  {t("pages.end")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {pairing && <PairDialog hub={hub.id} onClose={() => setPairing(false)} />}
      {ending && <EndDialog hub={hub.id} browser={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function PairDialog({ hub, onClose }: { hub: string; onClose: () => void }) {
  const { t } = useTranslation("devices");
  const change = useChange((_: null, key) =>
    api.POST("/api/v1/hubs/{id}/page-code", { params: { path: { id: hub }, header: { "idempotency-key": key } } }),
  );
  const made = change.data?.data;
  if (made) return <OneTimeCode title={t("pages.made")} qr={t("pages.qr")} made={made} onClose={onClose} />;
  return (
    <FormDialog
      title={t("pages.pair")}
      confirm={t("pages.confirm")}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate(null)}
    >
      <Follows>{t("pages.follows", { hub })}</Follows>
    </FormDialog>
  );
}

function EndDialog({ hub, browser, onClose }: { hub: string; browser: Browser; onClose: () => void }) {
  const { t } = useTranslation("devices");
  const change = useChange(
    (_: null, key) =>
      api.DELETE("/api/v1/hubs/{id}/pages/{page}", {
        params: { path: { id: hub, page: browser.id }, header: { "idempotency-key": key } },
      }),
    { onDone: onClose },
  );
  return (
    <FormDialog
      title={t("pages.endTitle", { label: browser.label })}
      confirm={t("pages.end")}
      pending={change.isPending}
      error={change.error}
      grave
      onClose={onClose}
      onSubmit={() => change.mutate(null)}
    >
      <Follows>{t("pages.endFollows")}</Follows>
    </FormDialog>
  );
}
