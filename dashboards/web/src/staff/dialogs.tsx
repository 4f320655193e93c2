import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { HolesAndReason, useOverride } from "../teams/override.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";
import { called } from "./called.ts";
import { newPassword } from "./new-password.ts";
import styles from "./screen.module.css";

type Staff = Schemas["Staff"];
type Team = Schemas["Team"];
const roles = ["nurse", "physician", "technician", "admin"] as const;

/** The least that a new password has; the platform refuses shorter ones. */
const LEAST = 12;

type TeamsGiven = {
  readonly teams: readonly Team[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
};

const TeamChoices = ({ teams, chosen, onChange }: TeamsGiven) => {
  const { t } = useTranslation("staff");
  return (
    <Checkbox.Group label={t("teams")} value={[...chosen]} onChange={onChange}>
      <div className={styles["choices"]}>
        {teams.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
};

/** A password that has been set, to be handed over: it is shown this once. */
function HandOver({
  who,
  username,
  password,
  onClose,
}: Record<"who" | "username" | "password", string> & { onClose: () => void }) {
  const { t } = useTranslation(["staff", "ui"]);
  return (
    <Dialog title={t("made", { who })} onClose={onClose}>
      <div className={styles["secret"]}>
        <p>{t("signsInAs", { username })}</p>
        <code>{password}</code>
        <p className="quiet">{t("once")}</p>
        <Button onClick={onClose}>{t("ui:close")}</Button>
      </div>
    </Dialog>
  );
}

/** A new account. */
export function NewStaffDialog({ teams, onClose }: { teams: readonly Team[]; onClose: () => void }) {
  const { t } = useTranslation("staff");
  const [given, setGiven] = useState("");
  const [family, setFamily] = useState("");
  const [username, setUsername] = useState("");
  const [role, setRole] = useState<Staff["role"]>("nurse");
  const [chosen, setChosen] = useState<string[]>([]);
  const [password, setPassword] = useState(newPassword);
  const change = useChange((body: Schemas["NewStaffInput"], key) =>
    api.POST("/api/v1/staff", { params: { header: { "idempotency-key": key } }, body }),
  );
  const isName = /^[a-z0-9._-]{2,64}$/.test(username);
  const who = `${given.trim()} ${family.trim()}`;
  if (change.data) return <HandOver {...{ who, username, password, onClose }} />;
  return (
    <FormDialog
      title={t("add")}
      confirm={t("create")}
      pending={change.isPending}
      error={change.error}
      ready={given.trim() !== "" && family.trim() !== "" && isName && password.length >= LEAST}
      onClose={onClose}
      onSubmit={() =>
        change.mutate({
          id: username,
          username,
          password,
          role,
          teams: chosen,
          name: { given: given.trim(), family: family.trim() },
        })
      }
    >
      <TextInput
        label={t("given")}
        value={given}
        maxLength={100}
        onChange={(event) => setGiven(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t("family")}
        value={family}
        maxLength={100}
        onChange={(event) => setFamily(event.currentTarget.value)}
      />
      <TextInput
        label={t("username")}
        description={t("usernameHelp")}
        value={username}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        error={username === "" || isName ? undefined : t("usernameWrong")}
        onChange={(event) => setUsername(event.currentTarget.value.toLowerCase())}
      />
      <NativeSelect
        label={t("does")}
        value={role}
        onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? "nurse")}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <TeamChoices teams={teams} chosen={chosen} onChange={setChosen} />
      <Password value={password} onChange={setPassword} />
    </FormDialog>
  );
}

function Password({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation("staff");
  return (
    <TextInput
      label={t("password")}
      description={t("passwordHelp")}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      error={value.length >= LEAST ? undefined : t("passwordShort")}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type Given = { readonly staff: Staff; readonly onClose: () => void };

/** The version that an account has now: the list has none, since only changes need it. */
async function versionOf(id: string): Promise<string> {
  const { response } = await api.GET("/api/v1/staff/{id}", { params: { path: { id } } });
  return response.headers.get("etag") ?? "";
}

/** In which teams somebody is from now on. */
export function TeamsDialog({ staff, teams, onClose }: Given & { teams: readonly Team[] }) {
  const { t } = useTranslation(["staff", "teams"]);
  const [chosen, setChosen] = useState<string[]>([...staff.teams]);
  const change = useChange(
    async (body: { teams: string[]; override?: { reason: string } }, key) =>
      api.PUT("/api/v1/staff/{id}/teams", {
        params: { path: { id: staff.id }, header: { "if-match": await versionOf(staff.id), "idempotency-key": key } },
        body,
      }),
    { onDone: onClose },
  );
  const override = useOverride(change.error);
  return (
    <FormDialog
      title={t("teamsTitle", { who: called(staff) })}
      confirm={t(override.asked ? "teams:override.confirm" : "save")}
      grave={override.asked}
      pending={change.isPending}
      error={change.error}
      ready={override.ready}
      onClose={onClose}
      onSubmit={() => change.mutate({ teams: chosen, ...override.body })}
    >
      <TeamChoices teams={teams} chosen={chosen} onChange={setChosen} />
      <Follows>{t("teamsFollow")}</Follows>
      <HolesAndReason error={change.error} override={override} />
    </FormDialog>
  );
}

/** A new password for somebody who has lost theirs. */
export function PasswordDialog({ staff, onClose }: Given) {
  const { t } = useTranslation("staff");
  const [password, setPassword] = useState(newPassword);
  const change = useChange((body: { new: string }) =>
    api.PUT("/api/v1/staff/{id}/password", { params: { path: { id: staff.id } }, body }),
  );
  if (change.isSuccess) {
    return <HandOver {...{ who: called(staff), username: staff.username ?? staff.id, password, onClose }} />;
  }
  return (
    <FormDialog
      title={t("passwordTitle", { who: called(staff) })}
      confirm={t("action.password")}
      pending={change.isPending}
      error={change.error}
      ready={password.length >= LEAST}
      grave
      onClose={onClose}
      onSubmit={() => change.mutate({ new: password })}
    >
      <Password value={password} onChange={setPassword} />
      <Follows>{t("passwordFollows")}</Follows>
    </FormDialog>
  );
}

/** The end of an account. What somebody did stays, with their name. */
export function DisableDialog({ staff, onClose }: Given) {
  const { t } = useTranslation(["staff", "teams"]);
  const change = useChange(
    async (body: { override?: { reason: string } }, key) =>
      api.POST("/api/v1/staff/{id}/disable", {
        params: { path: { id: staff.id }, header: { "if-match": await versionOf(staff.id), "idempotency-key": key } },
        body,
      }),
    { onDone: onClose },
  );
  const override = useOverride(change.error);
  return (
    <FormDialog
      title={t("disableTitle", { who: called(staff) })}
      confirm={t(override.asked ? "teams:override.confirm" : "action.disable")}
      pending={change.isPending}
      error={change.error}
      ready={override.ready}
      grave
      onClose={onClose}
      onSubmit={() => change.mutate(override.body)}
    >
      <Follows>{t("disableFollows")}</Follows>
      <HolesAndReason error={change.error} override={override} />
    </FormDialog>
  );
}
