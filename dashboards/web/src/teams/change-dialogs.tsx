import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import { HolesAndReason, useOverride } from "./override.tsx";

type Team = Schemas["Team"];
type Hours = NonNullable<Team["hours"]>;
type Change = Pick<Schemas["TeamChangeRequestInput"], "contact" | "hours" | "override">;
type Given = { readonly team: Team; readonly onClose: () => void };

type Form = Given & {
  readonly title: string;
  readonly confirm: string;
  readonly ready?: boolean;
  /** What is to be different. */
  readonly change: () => Change;
  readonly children: ReactNode;
};

/** A change of a team; where it opens a hole, that is shown and a reason asked for. */
function TeamForm({ team, title, confirm, ready = true, change: make, onClose, children }: Form) {
  const { t } = useTranslation("teams");
  const change = useChange(
    (body: Change, key, version) =>
      api.PATCH("/api/v1/teams/{id}", { params: { path: { id: team.id }, header: changing(version, key) }, body }),
    { version: team.version, onDone: onClose },
  );
  const override = useOverride(change.error);
  return (
    <FormDialog
      title={title}
      confirm={override.asked ? t("override.confirm") : confirm}
      grave={override.asked}
      pending={change.isPending}
      error={change.error}
      ready={ready && override.ready}
      onClose={onClose}
      onSubmit={() => change.mutate({ ...make(), ...override.body })}
    >
      {children}
      <HolesAndReason error={change.error} override={override} />
    </FormDialog>
  );
}

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

const policies = ["as-sunday", "as-usual", "closed"] as const;

/** When the team is there on public holidays. */
export function HolidaysDialog({ team, onClose }: Given) {
  const { t } = useTranslation("teams");
  const hours = hoursOf(team);
  const [policy, setPolicy] = useState(hours.publicHolidays);
  return (
    <TeamForm
      team={team}
      title={t("overview.changeHolidays")}
      confirm={t("save")}
      onClose={onClose}
      change={() => ({ hours: { ...hours, publicHolidays: policy } })}
    >
      <NativeSelect
        label={t("holidays.label")}
        value={policy}
        onChange={(event) => setPolicy(policies.find((one) => one === event.currentTarget.value) ?? "as-sunday")}
        data={policies.map((value) => ({ value, label: t(`holidays.${value}`) }))}
        data-autofocus
      />
    </TeamForm>
  );
}

/** Hours that a dialogue of exceptions changes; it is only opened where there are some. */
const hoursOf = (team: Team): Hours => team.hours ?? { weekly: [], publicHolidays: "as-sunday", exceptions: [] };

/** A date on which the team is there at other hours or not at all; with `remove` that date is to be as usual again. */
export function ExceptionDialog({ team, remove, onClose }: Given & { remove?: Hours["exceptions"][number] }) {
  const { t } = useTranslation("teams");
  const hours = hoursOf(team);
  const [date, setDate] = useState(remove?.date ?? "");
  const [closed, setClosed] = useState(true);
  const [from, setFrom] = useState("08:00");
  const [until, setUntil] = useState("12:00");
  const [reason, setReason] = useState("");
  const others = hours.exceptions.filter((one) => one.date !== date);
  if (remove) {
    return (
      <TeamForm
        team={team}
        title={t("exception.removeTitle", { date: remove.date })}
        confirm={t("exception.remove")}
        onClose={onClose}
        change={() => ({ hours: { ...hours, exceptions: others } })}
      >
        <Follows>{t("exception.removeFollows")}</Follows>
      </TeamForm>
    );
  }
  const openings = closed ? [] : [{ from, until }];
  return (
    <TeamForm
      team={team}
      title={t("exception.add")}
      confirm={t("save")}
      ready={date !== "" && reason.trim() !== "" && (closed || (from !== "" && until !== ""))}
      onClose={onClose}
      change={() => ({
        hours: {
          ...hours,
          exceptions: [...others, { date, openings, reason: reason.trim() }].sort((a, b) => (a.date < b.date ? -1 : 1)),
        },
      })}
    >
      <TextInput
        type="date"
        label={t("exception.date")}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        label={t("exception.closed")}
        checked={closed}
        onChange={(event) => setClosed(event.currentTarget.checked)}
      />
      {!closed && (
        <>
          <TextInput
            type="time"
            label={t("exception.from")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t("exception.until")}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </>
      )}
      <TextInput
        label={t("exception.reason")}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </TeamForm>
  );
}
