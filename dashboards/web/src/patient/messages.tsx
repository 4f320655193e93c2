import { Button, Textarea } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import { useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

/** What the patient and the teams have written to each other. */
export function Messages({ patient, now }: { patient: string; now: number }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const path = { patient };
  const { data, error, refetch } = query.useQuery("get", "/api/v1/patients/{patient}/messages", { params: { path } });
  const [text, setText] = useState("");
  const write = useChange(
    (body: string, key) =>
      api.POST("/api/v1/patients/{patient}/messages", {
        params: { path, header: { "idempotency-key": key } },
        body: { text: body },
      }),
    { onDone: () => setText("") },
  );
  const see = useChange((message: string, key) =>
    api.POST("/api/v1/patients/{patient}/messages/{message}/seen", {
      params: { path: { patient, message }, header: { "idempotency-key": key } },
    }),
  );
  if (!data) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Loading />;
  const when = (at: string): string => sayWhen(Date.parse(at), { now, language });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") write.mutate(text.trim());
  };
  return (
    <>
      <form onSubmit={submit} className={`${styles["form"]} no-print`}>
        <Textarea
          label={t("write")}
          description={t("writeHint")}
          value={text}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal error={write.error ?? see.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" variant="default" loading={write.isPending} disabled={text.trim() === ""}>
            {t("send")}
          </Button>
        </div>
      </form>
      {data.items.length === 0 && <p className="quiet">{t("noMessages")}</p>}
      <ul className={styles["thread"]}>
        {data.items.map(({ id, at, author, text: said, seenAt, shownAt }) => (
          <li key={id} data-unread={author === null && seenAt === null}>
            <p className="quiet">
              {author === null
                ? t("fromPatient", { when: when(at) })
                : t("fromStaff", { name: author.name ?? author.staff, when: when(at) })}
            </p>
            <p className={styles["text"]}>{said}</p>
            {author === null && seenAt !== null && <p className="quiet">{t("seen", { when: when(seenAt) })}</p>}
            {shownAt !== null && <p className="quiet">{t("shown", { when: when(shownAt) })}</p>}
            {author === null && seenAt === null && (
              <Button size="xs" variant="default" loading={see.isPending} onClick={() => see.mutate(id)}>
                {t("markSeen")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
