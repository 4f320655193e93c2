import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, Outlet, useLocation } from "react-router";
import { codeOf } from "../api/problem.ts";
import { type Session, useSession } from "../api/session.tsx";
import mark from "../assets/mark.svg";
import { LiveProvider } from "../live/live.tsx";
import { ConnectionState } from "../live/state.tsx";
import { OfflineFrame } from "../offline/frame.tsx";
import { NewerVersion } from "../offline/newer.tsx";
import { Outbox } from "../offline/outbox.tsx";
import { forgetSnapshot } from "../offline/snapshot.ts";
import { useOutbox, useSending } from "../offline/use-outbox.ts";
import { ProfileMenu } from "../profile/menu.tsx";
import { useNow } from "../ui/now.ts";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./frame.module.css";
import { menu } from "./menu.ts";
import { SignIn } from "./sign-in.tsx";

/** What stands around every screen; without a session, the way in instead. */
export function Frame() {
  const { data: session, error, refetch } = useSession();
  // What was kept for somebody who may read it no longer is gone, whichever way they went out.
  useEffect(() => {
    if (session === null) forgetSnapshot().catch(() => undefined);
  }, [session]);
  if (error && codeOf(error) === "OFFLINE") return <OfflineFrame />;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <Loading />;
  if (session === null) return <SignIn />;
  if (session.staff.role === "admin") return <Signed session={session} />;
  return (
    <LiveProvider>
      <Signed session={session} />
    </LiveProvider>
  );
}

/** Administrators keep accounts and see no patients: what else there is would be refused to them. */
const forAdmins: ReadonlySet<string> = new Set(["/staff", "/profile"]);

function Signed({ session }: { session: Session }) {
  const { t } = useTranslation("shell");
  const { role, id } = session.staff;
  const { pathname } = useLocation();
  useSending(id);
  const now = useNow();
  return (
    <div className={styles["frame"]}>
      <a href="#content" className={styles["skip"]}>
        {t("skip")}
      </a>
      <header className={`${styles["header"]} no-print`}>
        <span className={styles["brand"]}>
          <img src={mark} alt="" width={28} height={28} />
          <strong>Hemvakt</strong>
        </span>
        <nav aria-label={t("nav")} className={styles["nav"]}>
          {menu
            .filter(({ roles }) => roles.includes(role))
            .map(({ to, word }) => (
              <NavLink key={to} to={to}>
                {t(word)}
              </NavLink>
            ))}
        </nav>
        <span className={styles["push"]} />
        {role !== "admin" && <ConnectionState />}
        <ProfileMenu session={session} />
      </header>
      <NewerVersion />
      <Outbox unsent={useOutbox(id)} now={now} />
      <main id="content" tabIndex={-1} className={styles["main"]}>
        {role === "admin" && !forAdmins.has(pathname) ? <Navigate to="/staff" replace /> : <Outlet />}
      </main>
    </div>
  );
}
