import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHubs } from "../api/all.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";
import type { Subject } from "./condition.ts";
import { exchange, move, placeAt, takeBack } from "./send.ts";

type Given = { readonly subject: Subject; readonly onClose: () => void };

/** Where something can be said to be; that somebody has it is said by lending it. */
const places = ["stock", "repair", "lost", "retired", "recalled"] as const;
type Place = (typeof places)[number];

function PlaceChoice({ label, value, onChange }: { label: string; value: Place; onChange: (place: Place) => void }) {
  const { t } = useTranslation("devices");
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(places.find((place) => place === event.currentTarget.value) ?? "stock")}
      data={places.map((place) => ({ value: place, label: t(`place.${place}`) }))}
    />
  );
}

/** Taking something back from whoever has it. */
export function ReturnDialog({ subject, onClose }: Given) {
  const { t } = useTranslation("devices");
  const change = useChange((_: null, key, version) => takeBack(subject, key, version), {
    version: subject.version,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t("return.title", { id: subject.id })}
      confirm={t("return.confirm")}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate(null)}
    >
      <Follows>{t(subject.of === "hub" ? "return.followsHub" : "return.followsDevice")}</Follows>
    </FormDialog>
  );
}

/** Putting another in its place. */
export function ExchangeDialog({ subject, onClose }: Given) {
  const { t } = useTranslation("devices");
  const hubs = useHubs();
  const [replacement, setReplacement] = useState("");
  const [place, setPlace] = useState<Place>("repair");
  const change = useChange(
    (body: { replacement: string; place: Place }, key, version) => exchange(subject, body, key, version),
    { version: subject.version, onDone: onClose },
  );
  const candidates =
    subject.of === "hub"
      ? (hubs.data ?? []).filter((hub) => hub.place === "stock" && hub.revokedAt === null)
      : (hubs.data ?? []).flatMap(({ devices }) => devices).filter((device) => device.place === "stock");
  return (
    <FormDialog
      title={t("exchange.title", { id: subject.id })}
      confirm={t("exchange.confirm")}
      pending={change.isPending}
      error={change.error ?? hubs.error}
      ready={replacement !== ""}
      onClose={onClose}
      onSubmit={() => change.mutate({ replacement, place })}
    >
      <Follows>{t(subject.of === "hub" ? "exchange.followsHub" : "exchange.followsDevice")}</Follows>
      <NativeSelect
        label={t("exchange.replacement")}
        value={replacement}
        onChange={(event) => setReplacement(event.currentTarget.value)}
        data={[{ value: "", label: t("choose") }, ...candidates.map(({ id }) => ({ value: id, label: id }))]}
        error={hubs.data && candidates.length === 0 ? t("exchange.none") : undefined}
        data-autofocus
      />
      <PlaceChoice label={t("exchange.place")} value={place} onChange={setPlace} />
    </FormDialog>
  );
}

/** Putting a device behind another hub. */
export function MoveDialog({ subject, onClose }: Given) {
  const { t } = useTranslation("devices");
  const hubs = useHubs();
  const [hub, setHub] = useState("");
  const change = useChange((body: { hub: string }, key, version) => move(subject, body, key, version), {
    version: subject.version,
    onDone: onClose,
  });
  const behind = subject.of === "device" ? subject.device.hub : subject.id;
  const candidates = (hubs.data ?? []).filter(
    ({ id, place }) => id !== behind && (place === "stock" || place === "lent"),
  );
  return (
    <FormDialog
      title={t("move.title", { id: subject.id })}
      confirm={t("move.confirm")}
      pending={change.isPending}
      error={change.error ?? hubs.error}
      ready={hub !== ""}
      onClose={onClose}
      onSubmit={() => change.mutate({ hub })}
    >
      <Follows>{t("move.follows", { hub: behind })}</Follows>
      <NativeSelect
        label={t("move.hub")}
        value={hub}
        onChange={(event) => setHub(event.currentTarget.value)}
        data={[{ value: "", label: t("choose") }, ...candidates.map(({ id }) => ({ value: id, label: id }))]}
        data-autofocus
      />
    </FormDialog>
  );
}

/** Saying where something is now. */
export function PlaceDialog({ subject, onClose }: Given) {
  const { t } = useTranslation("devices");
  const present = subject.of === "hub" ? subject.hub.place : subject.device.place;
  const [place, setPlace] = useState<Place>(present === "stock" ? "repair" : "stock");
  const change = useChange((body: { place: Place }, key, version) => placeAt(subject, body, key, version), {
    version: subject.version,
    onDone: onClose,
  });
  const gone = place === "lost" || place === "retired";
  return (
    <FormDialog
      title={t("placing.title", { id: subject.id })}
      confirm={t("placing.confirm", { place: t(`place.${place}`) })}
      pending={change.isPending}
      error={change.error}
      grave={gone || present === "lent"}
      onClose={onClose}
      onSubmit={() => change.mutate({ place })}
    >
      <PlaceChoice label={t("placing.place")} value={place} onChange={setPlace} />
      <Follows>
        {[
          t("placing.now", { place: t(`place.${present}`) }),
          ...(present === "lent" ? [t("placing.fromPatient")] : []),
          ...(gone && subject.of === "hub" ? [t("placing.goneHub")] : []),
          t(`placing.means.${place}`),
        ].join(" ")}
      </Follows>
    </FormDialog>
  );
}
