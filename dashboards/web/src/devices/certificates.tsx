import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query } from "../api/client.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { Problem } from "../ui/states.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import type { Hub } from "./condition.ts";
import styles from "./screen.module.css";

type Given = { readonly hub: Hub; readonly when: (at: string) => string };

/** As openssl prints it, in pairs that can be read out and compared. */
const inPairs = (fingerprint: string): string => fingerprint.toUpperCase().match(/../g)?.join(":") ?? fingerprint;

/** The client certificates that a hub has shown, and those that are refused; for technicians. */
export function Certificates({ hub, when }: Given) {
  const { t } = useTranslation("devices");
  const read = query.useQuery("get", "/api/v1/hubs/{id}/certificates", { params: { path: { id: hub.id } } });
  const [refusing, setRefusing] = useState<string>();
  return (
    <>
      <div className={styles["head"]}>
        <h2>{t("certificates.title")}</h2>
        <span className={styles["push"]} />
        <Button variant="default" size="sm" onClick={() => setRefusing("")}>
          {t("certificates.refuse")}
        </Button>
      </div>
      {read.error && <Problem error={read.error} onRetry={() => void read.refetch()} />}
      {read.data?.items.length === 0 && <p className="quiet">{t("certificates.none")}</p>}
      {read.data !== undefined && read.data.items.length > 0 && (
        <ul className={styles["items"]}>
          {read.data.items.map(({ fingerprint, seenAt, revokedAt }) => (
            <li key={fingerprint}>
              <span className={styles["wide"]}>
                <code className={styles["fingerprint"]}>{inPairs(fingerprint)}</code>
                <p className="quiet">
                  {[
                    seenAt === null ? t("certificates.unseen") : t("certificates.seen", { when: when(seenAt) }),
                    revokedAt !== null && t("certificates.refused", { when: when(revokedAt) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </span>
              {revokedAt === null && (
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => setRefusing(fingerprint)}
                  aria-label={t("certificates.refuseLabel", { start: inPairs(fingerprint.slice(0, 8)) })}
                >
                  {t("certificates.refuseOne")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {refusing !== undefined && (
        <RefuseDialog hub={hub} fingerprint={refusing} onClose={() => setRefusing(undefined)} />
      )}
    </>
  );
}

/** Refusing a certificate for good: one that was shown, or one that is read off somewhere else. */
function RefuseDialog({ hub, fingerprint, onClose }: { hub: Hub; fingerprint: string; onClose: () => void }) {
  const { t } = useTranslation("devices");
  const [typed, setTyped] = useState(fingerprint === "" ? "" : inPairs(fingerprint));
  const bare = typed.replaceAll(/[\s:]/g, "").toLowerCase();
  const isWhole = /^[0-9a-f]{64}$/.test(bare);
  const change = useChange(
    (body: { fingerprint: string }, key, version) =>
      api.POST("/api/v1/hubs/{id}/certificates/revoke", {
        params: { path: { id: hub.id }, header: changing(version, key) },
        body,
      }),
    { version: hub.version, onDone: onClose },
  );
  return (
    <FormDialog
      title={t("certificates.refuse")}
      confirm={t("certificates.refuseOne")}
      pending={change.isPending}
      error={change.error}
      ready={isWhole}
      grave
      onClose={onClose}
      onSubmit={() => change.mutate({ fingerprint: bare })}
    >
      <Follows>{t("certificates.follows")}</Follows>
      <Textarea
        label={t("certificates.fingerprint")}
        description={t("certificates.fingerprintHelp")}
        error={typed === "" || isWhole ? undefined : t("certificates.fingerprintWrong")}
        value={typed}
        readOnly={fingerprint !== ""}
        maxLength={120}
        autosize
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
