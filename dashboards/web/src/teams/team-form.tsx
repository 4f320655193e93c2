import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import { HolesAndReason, useOverride } from "./override.tsx";

export type Team = Schemas["Team"];
export type Hours = NonNullable<Team["hours"]>;
export type Given = { readonly team: Team; readonly onClose: () => void };
type Change = Schemas["TeamChangeRequestInput"];

type Form = Given & {
  readonly title: string;
  readonly confirm: string;
  readonly ready?: boolean;
  /** Whether it decides who answers when, so that the server tries it on the next 30 days first. */
  readonly tried?: boolean;
  /** What is to be different. */
  readonly change: () => Change;
  readonly children: ReactNode;
};

/** A change of a team; where it opens a hole, that is shown before anything is saved, and a reason asked for. */
export function TeamForm({ team, title, confirm, ready = true, tried, change: make, onClose, children }: Form) {
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
      {tried && !override.asked && <Follows>{t("override.tried")}</Follows>}
      <HolesAndReason error={change.error} override={override} />
    </FormDialog>
  );
}
