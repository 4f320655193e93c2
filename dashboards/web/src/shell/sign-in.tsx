import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSigning } from "../api/session.tsx";
import mark from "../assets/mark.svg";
import { Waiting } from "../offline/waiting.tsx";
import { LanguageChoice } from "../profile/choices.tsx";
import { useProblemWords } from "../ui/states.tsx";
import { isDemo } from "./page.ts";
import styles from "./sign-in.module.css";

/** The demo's made-up accounts; public, and usable from this machine only. */
const demoAccounts = [
  ["karin", "nurse"],
  ["mona", "nurse"],
  ["nils", "nurse"],
  ["doris", "physician"],
  ["ture", "technician"],
] as const;
const DEMO_PASSWORD = "hemvakt-demo";

/** Signing in with user name and password. */
export function SignIn() {
  const { t } = useTranslation(["shell", "profile"]);
  const { signIn } = useSigning();
  const say = useProblemWords();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const enter = async (name: string, secret: string): Promise<void> => {
    if (name === "" || secret === "") return setFailure(t("required"));
    setBusy(true);
    setFailure(undefined);
    try {
      await signIn(name, secret);
    } catch (error) {
      const { title, action } = say(error);
      setFailure(`${title} ${action}`);
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void enter(username.trim(), password);
  };

  return (
    <main className={styles["page"]}>
      <title>{`${t("signIn")} · Hemvakt`}</title>
      <div className={styles["panel"]}>
        <header className={styles["head"]}>
          <img src={mark} alt="" width={40} height={40} />
          <div>
            <h1>Hemvakt</h1>
            <p className="quiet">{t("tagline")}</p>
          </div>
        </header>
        <form onSubmit={submit} className={styles["form"]} noValidate>
          <TextInput
            size="md"
            label={t("username")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            size="md"
            label={t("password")}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Waiting />
          <p role="alert" className={styles["failure"]}>
            {failure}
          </p>
          <Button type="submit" size="md" fullWidth loading={busy}>
            {t("signIn")}
          </Button>
        </form>
        {isDemo && (
          <section className={styles["demo"]}>
            <h2>{t("demoTitle")}</h2>
            <p>{t("demoText", { password: DEMO_PASSWORD })}</p>
            <ul>
              {demoAccounts.map(([name, role]) => (
                <li key={name}>
                  <Button variant="default" size="sm" onClick={() => void enter(name, DEMO_PASSWORD)}>
                    {`${name} · ${t(`profile:roles.${role}`)}`}
                  </Button>
                </li>
              ))}
            </ul>
            <p>
              <a href="/start/">{t("demoTry")}</a>
            </p>
          </section>
        )}
        <footer className={styles["foot"]}>
          <p className="quiet">{t("notMedical")}</p>
          <LanguageChoice />
        </footer>
      </div>
    </main>
  );
}
