import { NativeSelect, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTeams } from "../api/all.ts";
import styles from "./hours.module.css";
import { type Given, TeamForm } from "./team-form.tsx";

/** The team's telephone and e-mail: a function's, never a person's. */
export function ContactDialog({ team, onClose }: Given) {
  const { t } = useTranslation("teams");
  const [phone, setPhone] = useState(team.contact.phone ?? "");
  const [email, setEmail] = useState(team.contact.email ?? "");
  const { phone: _phone, email: _email, ...kept } = team.contact;
  return (
    <TeamForm
      team={team}
      title={t("contact.change")}
      confirm={t("save")}
      ready={phone.trim() === "" || phone.trim().length >= 3}
      onClose={onClose}
      change={() => ({
        contact: {
          ...kept,
          ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
          ...(email.trim() === "" ? {} : { email: email.trim() }),
        },
      })}
    >
      <TextInput
        type="tel"
        label={t("contact.phone")}
        description={t("contact.function")}
        value={phone}
        maxLength={40}
        onChange={(event) => setPhone(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="email"
        label={t("contact.email")}
        value={email}
        maxLength={200}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </TeamForm>
  );
}

/** Which team answers outside this one's hours: one that the reader sees, or the present one. */
export function CoverDialog({ team, onClose }: Given) {
  const { t } = useTranslation("teams");
  const teams = useTeams();
  const [cover, setCover] = useState(team.cover ?? "");
  const seen = (teams.data ?? []).filter(({ id, closedAt }) => id !== team.id && closedAt === null);
  const choices = seen.map(({ id, name }) => ({ value: id, label: name }));
  if (team.cover !== null && !seen.some(({ id }) => id === team.cover)) {
    choices.unshift({ value: team.cover, label: team.coverName ?? team.cover });
  }
  return (
    <TeamForm
      team={team}
      title={t("cover.change")}
      confirm={t("save")}
      tried
      onClose={onClose}
      change={() => ({ cover: cover === "" ? null : cover })}
    >
      <NativeSelect
        label={t("overview.cover")}
        description={t("cover.help")}
        value={cover}
        onChange={(event) => setCover(event.currentTarget.value)}
        data={[{ value: "", label: t("overview.noCover") }, ...choices]}
        data-autofocus
      />
    </TeamForm>
  );
}

const kinds = ["at-work", "rota"] as const;

/** Who answers for red alerts while the team is there. */
export function OnCallDialog({ team, onClose }: Given) {
  const { t } = useTranslation("teams");
  const [kind, setKind] = useState(team.onCall);
  return (
    <TeamForm
      team={team}
      title={t("onCall.change")}
      confirm={t("save")}
      tried
      onClose={onClose}
      change={() => ({ onCall: kind })}
    >
      <Radio.Group
        label={t("onCall.label")}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? "at-work")}
      >
        <div className={styles["radios"]}>
          {kinds.map((value) => (
            <Radio key={value} value={value} label={t(`onCall.${value}`)} />
          ))}
        </div>
      </Radio.Group>
    </TeamForm>
  );
}
