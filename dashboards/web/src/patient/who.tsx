import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import styles from "./screen.module.css";

/** A number that can be called by pressing it, and read on paper. */
function Phone({ number }: { number: string | null }) {
  const { t } = useTranslation("patient");
  if (number === null) return <p className="quiet">{t("who.noPhone")}</p>;
  return (
    <p>
      <a href={`tel:${number.replace(/[^+\d]/g, "")}`} className="num">
        {number}
      </a>
    </p>
  );
}

/** Who answers now and next, with the number of the function, and what the plan says of the person. */
export function Who({ patient, now }: { patient: Schemas["Patient"]; now: number }) {
  const { t } = useTranslation(["patient", "plan"]);
  const { language } = useLanguage();
  const params = { path: { patient: patient.id } };
  const { data } = query.useQuery("get", "/api/v1/patients/{patient}/responsibilities", { params });
  const { plan, enrolment } = patient;
  const duty = data?.duty;
  const until = duty?.until == null ? undefined : sayWhen(Date.parse(duty.until), { now, language });
  return (
    <section className={styles["who"]}>
      <p>{plan ? plan.conditions.map((one) => t(`conditions.${one}`)).join(", ") : t("noPlan")}</p>
      <p className="quiet">
        {[t(`enrolment.${enrolment.state}`), plan && t("plan", { version: plan.version })].filter(Boolean).join(" · ")}
      </p>
      {patient.phone !== null && (
        <p>
          <a href={`tel:${patient.phone.replace(/[^+\d]/g, "")}`} className="num">
            {`${t("who.patientPhone")} ${patient.phone}`}
          </a>
        </p>
      )}
      {plan?.treatmentLimitation && (
        <p className={styles["limitation"]}>
          <strong>{t("limitation")}</strong> {plan.treatmentLimitation}
        </p>
      )}
      {duty && (
        <div className={styles["duty"]}>
          <div>
            <h2>{t("who.now")}</h2>
            {/* The sentence says until when. */}
            <p>{duty.explanation[language]}</p>
            <Phone number={duty.team?.phone ?? null} />
          </div>
          {duty.next && until !== undefined ? (
            <div>
              <h2>{t("who.next")}</h2>
              <p>
                {duty.next.team
                  ? t("who.nextFrom", { team: duty.next.team.name, when: until })
                  : t("who.nextNobody", { when: until })}
              </p>
              {duty.next.team && <Phone number={duty.next.team.phone} />}
            </div>
          ) : (
            <p className="quiet">{t("who.unchanged")}</p>
          )}
        </div>
      )}
      <p className={`no-print ${styles["links"]}`}>
        <Link to={`/patients/${patient.id}/plan`}>{t("plan:link")}</Link>
        {/* A page of the server's own, to read and print. */}
        <a href={`/api/v1/patients/${patient.id}/sbar?format=html&lang=${language}`} target="_blank" rel="noreferrer">
          {t("sbar")}
        </a>
      </p>
    </section>
  );
}
