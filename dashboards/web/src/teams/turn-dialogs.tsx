import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import { fromField, toField } from "../worklist/promise.ts";
import type { Stretch } from "./days.ts";
import { HolesAndReason, useOverride } from "./override.tsx";
import { sayStretch } from "./say-day.ts";

const roles = ["primary", "secondary", "manager"] as const;
const HOUR = 3_600_000;

type Turn = { staff: string; role: (typeof roles)[number]; from: string; to: string };

/** A night, from the day's 17:00 to 08:00: what is proposed where nobody asked for a stretch. @param day its first instant */
export const nightOf = (day: number): Stretch => ({ from: day + 17 * HOUR, to: day + 32 * HOUR });

type New = { readonly team: string; readonly stretch: Stretch; readonly onClose: () => void };

/** Putting somebody on the rota. @param stretch what is proposed */
export function AddTurnDialog({ team, stretch, onClose }: New) {
  const { t } = useTranslation("teams");
  const members = query.useQuery("get", "/api/v1/teams/{id}/members", { params: { path: { id: team } } });
  const [staff, setStaff] = useState("");
  const [role, setRole] = useState<Turn["role"]>("primary");
  const [from, setFrom] = useState(() => toField(stretch.from));
  const [to, setTo] = useState(() => toField(stretch.to));
  const change = useChange(
    (turn: Turn, key) =>
      api.POST("/api/v1/teams/{id}/shifts", {
        params: { path: { id: team }, header: { "idempotency-key": key } },
        body: { shifts: [turn] },
      }),
    { onDone: onClose },
  );
  const [begins, ends] = [fromField(from), fromField(to)];
  const fits = begins !== undefined && ends !== undefined && ends > begins;
  const clinical = members.data?.items.filter((member) => member.role !== "admin") ?? [];
  return (
    <FormDialog
      title={t("rota.add")}
      confirm={t("rota.confirmAdd")}
      pending={change.isPending}
      error={change.error ?? members.error}
      ready={fits && staff !== ""}
      onClose={onClose}
      onSubmit={() =>
        fits && change.mutate({ staff, role, from: new Date(begins).toISOString(), to: new Date(ends).toISOString() })
      }
    >
      <NativeSelect
        label={t("rota.who")}
        value={staff}
        onChange={(event) => setStaff(event.currentTarget.value)}
        data={[{ value: "", label: t("choose") }, ...clinical.map((one) => ({ value: one.staff, label: one.name }))]}
        data-autofocus
      />
      <NativeSelect
        label={t("rota.role")}
        value={role}
        onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? "primary")}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <TextInput
        type="datetime-local"
        label={t("rota.from")}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t("rota.to")}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={fits ? undefined : t("rota.order")}
      />
    </FormDialog>
  );
}

/** Ending a turn earlier, or taking it off the rota; where that opens a hole it is shown, and a reason asked for. */
export function EndTurnDialog({ turn, now, onClose }: { turn: Schemas["Shift"]; now: number; onClose: () => void }) {
  const { t } = useTranslation("teams");
  const around = useAround();
  const begun = Date.parse(turn.from) < now;
  const [to, setTo] = useState(() => toField(begun ? now + 60_000 : Date.parse(turn.from)));
  const change = useChange(
    (body: { to: string; override?: { reason: string } }, key, version) =>
      api.POST("/api/v1/teams/{id}/shifts/{shift}/end", {
        params: { path: { id: turn.team, shift: turn.id }, header: changing(version, key) },
        body,
      }),
    { version: turn.version, onDone: onClose },
  );
  const override = useOverride(change.error);
  const at = fromField(to);
  const [earliest, latest] = [Date.parse(turn.from), Date.parse(turn.to)];
  const fits = at !== undefined && at >= earliest && at < latest;
  return (
    <FormDialog
      title={t("rota.endTitle", { who: turn.name ?? turn.staff })}
      confirm={t(override.asked ? "override.confirm" : "rota.confirmEnd")}
      grave={override.asked}
      pending={change.isPending}
      error={change.error}
      ready={fits && override.ready}
      onClose={onClose}
      onSubmit={() => at !== undefined && change.mutate({ to: new Date(at).toISOString(), ...override.body })}
    >
      <p>{sayStretch({ from: earliest, to: latest }, around)}</p>
      <TextInput
        type="datetime-local"
        label={t("rota.endAt")}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={fits ? undefined : t("rota.within")}
        data-autofocus
      />
      <Follows>{t("rota.follows")}</Follows>
      <HolesAndReason error={change.error} override={override} />
    </FormDialog>
  );
}
