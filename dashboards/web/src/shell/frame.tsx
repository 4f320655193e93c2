import { useTranslation } from "react-i18next";
import { NavLink, Outlet } from "react-router";
import { type Session, useSession } from "../api/session.tsx";
import mark from "../assets/mark.svg";
import { LiveProvider } from "../live/live.tsx";
import { ConnectionState } from "../live/state.tsx";
import { ProfileMenu } from "../profile/menu.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./frame.module.css";
import { menu } from "./menu.ts";
import { SignIn } from "./sign-in.tsx";
import { NothingForAdmins } from "./special.tsx";

/** What stands around every screen; without a session, the way in instead. */
export function Frame() {
  const { data: session, error, refetch } = useSession();
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

function Signed({ session }: { session: Session }) {
  const { t } = useTranslation("shell");
  const { role } = session.staff;
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
      <main id="content" tabIndex={-1} className={styles["main"]}>
        {role === "admin" ? <NothingForAdmins /> : <Outlet />}
      </main>
    </div>
  );
}
