import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../api/problem.ts";
import { useLanguage } from "../i18n/index.ts";
import { Loading } from "../ui/states.tsx";
import { EVERY, homeQuery } from "./client.ts";
import { Pair } from "./pair.tsx";
import styles from "./screen.module.css";
import { TodayView } from "./today.tsx";

const CHOSEN = "hemvakt-home-language";

/** The patient's page: paired by a code, then whose it is, then today. */
export function HomeScreen() {
  const { t } = useTranslation("home");
  const { choose } = useLanguage();
  const { data, error, refetch } = homeQuery.useQuery(
    "get",
    "/api/v1/home",
    {},
    { refetchInterval: EVERY, retry: false },
  );
  const [person, setPerson] = useState<number>();
  const spoken = data?.language;
  useEffect(() => {
    document.title = t("title");
  }, [t]);
  useEffect(() => {
    // The clinic has noted the person's language; somebody who chose another here keeps it.
    if (spoken !== undefined && localStorage.getItem(CHOSEN) === null) void choose(spoken);
    // `choose` is new with each rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [spoken]);

  const code = error ? codeOf(error) : undefined;
  const people = data?.people ?? [];
  const alone = people.length === 1;
  const chosen = alone ? people[0] : people.find(({ number }) => number === person);
  return (
    <div className={styles["page"]}>
      <main className={styles["main"]}>
        {code === "PAGE_UNPAIRED" ? (
          <Pair wasPaired={data !== undefined} onPaired={() => void refetch()} />
        ) : data === undefined ? (
          code === undefined ? (
            <Loading />
          ) : (
            <p role="alert">{t("noContact")}</p>
          )
        ) : chosen ? (
          <TodayView key={chosen.number} person={chosen} onChange={alone ? undefined : () => setPerson(undefined)} />
        ) : (
          <>
            <h1>{t("who")}</h1>
            <p>{t("whoExplain")}</p>
            <div className={styles["choices"]}>
              {people.map(({ number, slot }) => (
                <button key={number} type="button" className={styles["big"]} onClick={() => setPerson(number)}>
                  {t("person", { number: slot ?? number })}
                </button>
              ))}
            </div>
          </>
        )}
      </main>
      <Footer />
    </div>
  );
}

/** Always there: what to do when it can't wait. */
function Footer() {
  const { t } = useTranslation("home");
  const { language, choose } = useLanguage();
  return (
    <footer className={styles["footer"]}>
      <p>{t("worse")}</p>
      <div className={styles["calls"]}>
        <a className={styles["big"]} href="tel:1177">
          {t("call1177")}
        </a>
        <a className={`${styles["big"]} ${styles["danger"]}`} href="tel:112">
          {t("call112")}
        </a>
      </div>
      <p className={styles["small"]}>
        {t("disclaimer")}{" "}
        <button
          type="button"
          className={styles["link"]}
          lang={language === "sv" ? "en" : "sv"}
          onClick={() => {
            const other = language === "sv" ? "en" : "sv";
            localStorage.setItem(CHOSEN, other);
            void choose(other);
          }}
        >
          {t("language")}
        </button>
      </p>
    </footer>
  );
}
