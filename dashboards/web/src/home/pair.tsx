import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { codeOf } from "../api/problem.ts";
import { homeApi } from "./client.ts";
import styles from "./screen.module.css";

/** The code, typed or brought by the QR code behind the `#`, which no server sees. */
export function Pair({ wasPaired, onPaired }: { wasPaired: boolean; onPaired: () => void }) {
  const { t } = useTranslation("home");
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [code, setCode] = useState(() => hash.slice(1).replace(/(.{4})(?=.)/g, "$1-"));
  const [wrong, setWrong] = useState<"wrongCode" | "tooMany" | "noContact">();
  const [busy, setBusy] = useState(false);

  async function pair(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      await homeApi.POST("/api/v1/home/pair", { body: { code, label: navigator.userAgent.slice(0, 100) } });
      await navigate("/home", { replace: true });
      onPaired();
    } catch (error) {
      const why = codeOf(error);
      setWrong(why === "RATE_LIMIT" ? "tooMany" : why === "OFFLINE" ? "noContact" : "wrongCode");
    } finally {
      setBusy(false);
    }
  }
  return (
    <form onSubmit={(event) => void pair(event)} className={styles["pair"]}>
      <h1>{t("pairTitle")}</h1>
      {wasPaired && <p role="status">{t("unpaired")}</p>}
      <p>{t("pairText")}</p>
      <label htmlFor="code">{t("code")}</label>
      <input
        id="code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        aria-describedby={wrong ? "wrong" : undefined}
        aria-invalid={wrong !== undefined}
      />
      {wrong && (
        <p id="wrong" role="alert">
          {t(wrong)}
        </p>
      )}
      <button type="submit" className={styles["big"]} disabled={busy}>
        {t("pair")}
      </button>
    </form>
  );
}
