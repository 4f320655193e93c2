import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { newIdempotencyKey } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { type Around, sayWhen } from "../i18n/when.ts";
import { homeApi, type Today } from "./client.ts";
import styles from "./screen.module.css";

const KEPT = "hemvakt-home-draft";

/** A message to the team, and what was written before. What is written stays on the screen until it has arrived. */
export function Write(props: { today: Today; person: number; around: Around; onSent: () => void }) {
  const { today, person, around, onSent } = props;
  const { t } = useTranslation("home");
  const { language } = useLanguage();
  const kept = `${KEPT}-${person}`;
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? "");
  const [id, setId] = useState(newIdempotencyKey);
  const [state, setState] = useState<"idle" | "sending" | "failed" | { look: string }>("idle");

  const write = (words: string): void => {
    setText(words);
    sessionStorage.setItem(kept, words);
    if (state !== "idle") setState("idle");
  };
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === "") return;
    setState("sending");
    try {
      const params = { path: { person } };
      const { data } = await homeApi.POST("/api/v1/home/{person}/messages", { params, body: { id, text } });
      write("");
      setId(newIdempotencyKey());
      setState({ look: data?.look[language] ?? "" });
      onSent();
    } catch {
      // The same id again: if it did arrive, it is there once.
      setState("failed");
    }
  }
  return (
    <section>
      <h2>{t("messagesTitle")}</h2>
      <p id="hint">{t("messagesHint")}</p>
      <form onSubmit={(event) => void send(event)}>
        <label htmlFor="message">{t("yourMessage")}</label>
        <textarea
          id="message"
          rows={4}
          maxLength={1000}
          value={text}
          aria-describedby="hint"
          onChange={(event) => write(event.target.value)}
        />
        <button type="submit" className={styles["big"]} disabled={state === "sending" || text.trim() === ""}>
          {t("send")}
        </button>
        <p role="status">
          {typeof state === "object" ? t("sent", { look: state.look }) : state === "failed" ? t("notSent") : null}
        </p>
      </form>
      <ul className={styles["thread"]}>
        {today.messages.map((message) => (
          <li key={message.id} data-from={message.from}>
            <p>
              {t(message.from === "team" ? "fromTeam" : "fromYou", { when: sayWhen(Date.parse(message.at), around) })}
            </p>
            <p className={styles["text"]}>{message.text}</p>
            {message.from === "patient" && (
              <p>
                {message.seenAt === null
                  ? t("unseen")
                  : t("seen", { when: sayWhen(Date.parse(message.seenAt), around) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
