import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useSessionAgain } from "../api/session.tsx";
import mark from "../assets/mark.svg";
import { useLanguage } from "../i18n/index.ts";
import { sayAgo, sayWhen } from "../i18n/when.ts";
import frame from "../shell/frame.module.css";
import { useNow } from "../ui/now.ts";
import { Empty, Loading } from "../ui/states.tsx";
import { List } from "../worklist/list.tsx";
import { PromiseDialog } from "../worklist/promise-dialog.tsx";
import type { Row } from "../worklist/rows.ts";
import styles from "./offline.module.css";
import { Outbox } from "./outbox.tsx";
import { isUsable, kept, type Snapshot } from "./snapshot.ts";
import { useOutbox } from "./use-outbox.ts";

const MINUTE = 60_000;
/** It is looked so often whether the server is back, in milliseconds. */
const AGAIN = 10_000;

/** What is shown when the app is opened and no server answers: the last worklist with its age, or why there is none. */
export function OfflineFrame() {
  const { t } = useTranslation("offline");
  const { pathname } = useLocation();
  const askAgain = useSessionAgain();
  const [taking, setTaking] = useState<Row>();
  const { data, isPending } = useQuery({
    queryKey: ["kept"],
    queryFn: async () => (await kept().catch(() => undefined)) ?? null,
    // Looked at again as time goes by: what has become too old is thrown away.
    refetchInterval: AGAIN,
  });
  // What the machine's clock is wrong by follows from when the list was received.
  const now = useNow(data?.list.at, data?.received);
  const isTaking = taking !== undefined;
  useEffect(() => {
    // Nobody's half-written promise is lost because the line came back.
    if (isTaking) return;
    const ask = () => void askAgain();
    const timer = setInterval(ask, AGAIN);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [askAgain, isTaking]);
  const again = <Button onClick={() => void askAgain()}>{t("retry")}</Button>;
  const isList = pathname === "/" || pathname === "/worklist";
  const usable = data && isUsable(data, now) ? data : undefined;
  return (
    <div className={frame["frame"]}>
      <title>{`${t("title")} · Hemvakt`}</title>
      <header className={frame["header"]}>
        <span className={frame["brand"]}>
          <img src={mark} alt="" width={28} height={28} />
          <strong>Hemvakt</strong>
        </span>
      </header>
      <main id="content" tabIndex={-1} className={frame["main"]}>
        {isPending && <Loading />}
        {!isPending && !usable && (
          <Empty level={1} title={t("nothing")}>
            <p>{t("nothingText")}</p>
            {again}
          </Empty>
        )}
        {usable && isList && <Kept snapshot={usable} now={now} again={again} onTake={setTaking} />}
        {usable && !isList && (
          <Empty level={1} title={t("needed")}>
            <p>{t("neededText")}</p>
            {again}
            <Button component={Link} to="/worklist" variant="default">
              {t("toList")}
            </Button>
          </Empty>
        )}
      </main>
      {taking && usable && (
        <PromiseDialog
          key={taking.key}
          row={taking}
          now={now}
          staff={usable.staff.id}
          onClose={() => setTaking(undefined)}
        />
      )}
    </div>
  );
}

const nobody: ReadonlySet<string> = new Set();

type KeptProps = {
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly again: ReactNode;
  readonly onTake: (row: Row) => void;
};

/** The list as it was, with how old it is. What is taken now is sent when there is a line again. */
function Kept({ snapshot, now, again, onTake }: KeptProps) {
  const { t } = useTranslation(["offline", "worklist"]);
  const { language } = useLanguage();
  const { staff, list } = snapshot;
  const unsent = useOutbox(staff.id);
  const at = Date.parse(list.at);
  const around = { now, language };
  return (
    <>
      <p role="status" className={styles["band"]}>
        {t(now - at < MINUTE ? "asOfNow" : "asOf", { when: sayWhen(at, around), ago: sayAgo(at, around) })}
        {again}
      </p>
      <h1 className={styles["title"]}>{t("worklist:title")}</h1>
      <Outbox unsent={unsent} now={now} />
      {list.items.length === 0 ? (
        <Empty title={t("worklist:emptyAll")} />
      ) : (
        <List
          rows={list.items}
          now={now}
          me={staff.id}
          gone={nobody}
          withTeam={staff.teams.length > 1}
          unsent={unsent}
          onTake={onTake}
        />
      )}
    </>
  );
}
