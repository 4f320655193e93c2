import { join } from "node:path";
import { type Difference, replay } from "../../src/ledger/replay.ts";
import { nextDue } from "../../src/store/sqlite/alerts.ts";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";
import { storeFile } from "../../src/store/sqlite/open.ts";
import { openHome } from "./home.ts";

const officeHours = JSON.stringify({
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
});

type Shift = [team: string, staff: string, role: string];
const rota: readonly Shift[] = [
  ["night", "nils", "primary"],
  ["night", "stina", "secondary"],
  ["night", "mona", "manager"],
  ["north", "maria", "manager"],
];

/**
 * The region of `openHome` as nights are: `north` is a clinic in office hours, with manager maria; the municipality's `night`
 * covers for it, always there, with nils on call, stina second and mona its manager. Greta and Soheil are north's.
 */
export async function openNight(at: string) {
  const home = await openHome(at);
  const { folder, db, clock, submit } = home;
  for (const [id, team] of [
    ["stina", "night"],
    ["mona", "night"],
    ["maria", "north"],
  ] as const) {
    await submit({
      kind: "staff-create",
      id,
      username: id,
      password: "-",
      role: "nurse",
      teams: [team],
      person: { given: id, family: "Prov" },
      actor: "alva",
    });
  }
  await submit({ kind: "patient-team", patient: "soheil", team: "north", ifVersion: 1, actor: "alva" });

  /** Changes rows beside the writer, as an administrator's commands would, and lets it look again. */
  async function arrange(change: (store: Database) => void): Promise<void> {
    const store = openDatabase(storeFile(folder));
    change(store);
    store.close();
    const { version } = db.get<{ version: number }>("SELECT version FROM team WHERE id = 'night'")!;
    await submit({ kind: "team-escalation", team: "night", policy: null, ifVersion: version, actor: "alva" });
  }
  await arrange((store) => {
    store.run("UPDATE team SET hours = ?, cover = 'night' WHERE id = 'north'", officeHours);
    store.run("UPDATE team SET on_call = 'rota' WHERE id = 'night'");
    for (const [team, staff, role] of rota) {
      store.run(
        "INSERT INTO shift (team, staff, role, from_at, to_at, version) VALUES (?, ?, ?, 0, 4102444800000, 1)",
        team,
        staff,
        role,
      );
    }
  });
  // What was arranged is in no command: what follows is run again from here.
  const begun = join(folder, "begun.db");
  db.exec(`VACUUM INTO '${begun}'`);
  const tick = () => submit({ kind: "tick", actor: "platform" });

  return {
    ...home,
    arrange,
    tick,
    /** Lets time pass up to an instant, as the ticker does. */
    async until(instant: string) {
      const end = Temporal.Instant.from(instant).epochMilliseconds;
      for (let due = nextDue(db); due !== undefined && due <= end; due = nextDue(db)) {
        clock.set(Math.max(due, clock.now()));
        await tick();
      }
      clock.set(end);
    },
    /** Soheil measures his oxygen saturation, in percent. */
    oxygen: (spo2: number) => home.readings("oximeter", [{ kind: "oxygen-saturation", spo2, unit: "%" }]),
    /** Who was told when and why, as local times: "02:10 opened: nils night". */
    told: (alert?: string): string[] =>
      db
        .all<{ at: number; reason: string; data: string }>(
          "SELECT at, reason, data FROM event WHERE type = 'alert.told' AND (? IS NULL OR alert = ?) ORDER BY seq",
          alert,
          alert,
        )
        .map(({ at, reason, data }) => {
          const { to } = JSON.parse(data) as { to: { team: string; staff?: string }[] };
          const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Europe/Stockholm");
          return `${time.toPlainTime().toString().slice(0, 5)} ${reason}: ${to.map(({ team, staff }) => staff ?? team).join(" ")}`;
        }),
    /** The notifications, each once, as they were decided. */
    notified: (): string[] =>
      db
        .all<{ alert: string; occasion: string; team: string; staff: string | null; step: number }>(
          "SELECT alert, occasion, team, staff, step FROM notification ORDER BY at, length(id), id",
        )
        .map(({ occasion, team, staff, step }) => `${occasion} ${step} ${staff ?? team}`),
    /** What running everything since the night was arranged again does otherwise. */
    differences(): readonly Difference[] {
      const into = openDatabase(begun);
      try {
        return replay(db, into).differences;
      } finally {
        into.close();
      }
    },
  };
}
export type Night = Awaited<ReturnType<typeof openNight>>;
