import type { DeviceMessage, OutcomeValue } from "../decision/message.ts";
import type { ActionTaken, Outcome } from "../domain/alert.ts";
import type { EnrolmentChange } from "../domain/enrolment.ts";
import type { EscalationPolicy } from "../domain/escalation.ts";
import type { ExclusionReason } from "../domain/exclusion.ts";
import type { Role } from "../domain/people.ts";
import type { PlanBody } from "../domain/plan.ts";
import type { Preference } from "../domain/preference.ts";
import type { PushSubscription } from "../domain/push.ts";
import type { Contact, ResponsibilityKind, Shift } from "../domain/responsibility.ts";
import type { TeamChange, TeamService } from "../domain/team.ts";
import type { ErrorCode } from "../errors.ts";
import type { SbarTexts } from "../handover/sbar.ts";
import type { Region } from "../region/region.ts";
import type { Channel } from "../store/sqlite/deliveries.ts";
import type { ReadingKey } from "../store/sqlite/reading-row.ts";
import type { Place } from "../store/sqlite/registry.ts";
import type { Override } from "./handlers/coverage.ts";
import type { Sweep } from "./handlers/retention.ts";

/**
 * Everything that changes state is one of these commands, decided in one order by the ledger's single writer. `at` is
 * the instant on the platform's clock when it was handed in; `actor` is who asked: a staff id, `hub:<id>` or
 * `platform`. All fields are plain data (structured clone and JSON).
 */
export type Command = {
  readonly at: number;
  readonly actor: string;
  readonly idempotency?: IdempotencyKey;
} & CommandBody;

/** A command as handed in; the ledger stamps its instant. */
export type Submission = CommandBody & { readonly actor: string; readonly idempotency?: IdempotencyKey };

/** A caller's key and the digest of the whole request (method, path, body): the same again gives the stored outcome. */
export type IdempotencyKey = { readonly key: string; readonly digest: string };

/** What a command is about. */
export type Equipment = { readonly of: "hub" | "device"; readonly id: string };

/** What there is of a plan before it is signed: parts of a plan body, checked as a whole when it is signed. */
export type DraftBody = Readonly<Record<string, unknown>>;

/** One reading as staff enter it: the `readings` item of the device contract. */
export type ManualReading = unknown;

export type CommandBody =
  | DeviceMessage
  /** Hub sessions beginning and ending. Not part of the log. */
  | { readonly kind: "hub-connection"; readonly hub: string; readonly online: boolean }
  /** What the broker refused, by hub and code. Not part of the log. */
  | { readonly kind: "hub-refusals"; readonly refusals: readonly HubRefusal[] }
  /** The platform has started: whatever the last run knew of connected hubs no longer holds. Not part of the log. */
  | { readonly kind: "platform-started" }
  /** Which engine decides from now on. Logged when it is another than before. */
  | {
      readonly kind: "engine-started";
      /** SHA-256 of what decides, and of each part of it; hexadecimal. */
      readonly version: string;
      readonly parts: Readonly<Record<string, string>>;
      readonly release: string;
      readonly node: string;
    }
  | {
      readonly kind: "alert-acknowledge";
      readonly alert: string;
      readonly ifVersion: number;
      readonly promise: { readonly text: string; readonly due: number };
    }
  | {
      readonly kind: "alert-resolve";
      readonly alert: string;
      readonly ifVersion: number;
      readonly outcome: Outcome;
      readonly action: ActionTaken;
      readonly note?: string;
    }
  | { readonly kind: "observation-record"; readonly patient: string; readonly readings: readonly ManualReading[] }
  | { readonly kind: "reading-move"; readonly reading: string; readonly patient: string; readonly reason: string }
  | {
      readonly kind: "reading-exclude";
      readonly reading: string;
      readonly reason: ExclusionReason;
      readonly note?: string;
    }
  | { readonly kind: "reading-include"; readonly reading: string }
  | {
      readonly kind: "plan-sign";
      readonly override?: Override;
      readonly patient: string;
      readonly body: PlanBody;
      readonly validFrom?: number;
      readonly ifVersion: number;
    }
  /** A plan that nobody has signed; `body` is what there is of it so far, checked when it is signed. */
  | {
      readonly kind: "plan-draft-create";
      readonly id: string;
      readonly patient: string;
      /** The signed version that it begins from; 0 for none. */
      readonly base: number;
      readonly body: DraftBody;
    }
  | {
      readonly kind: "plan-draft-change";
      readonly draft: string;
      readonly body: DraftBody;
      /** The signed version that it has been brought up to. */
      readonly base?: number;
      readonly ifVersion: number;
    }
  | { readonly kind: "plan-draft-discard"; readonly draft: string; readonly ifVersion: number }
  | {
      readonly kind: "plan-draft-sign";
      readonly override?: Override;
      readonly draft: string;
      readonly validFrom?: number;
      readonly ifVersion: number;
    }
  /** What a rehearsal of a draft gave: stands with it until it changes. */
  | {
      readonly kind: "draft-rehearsal";
      readonly draft: string;
      readonly ifVersion: number;
      readonly rehearsal: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "patient-enrol";
      readonly id: string;
      readonly team: string;
      readonly person: {
        readonly given: string;
        readonly family: string;
        readonly born?: string;
        readonly phone?: string;
      };
    }
  /** From now on. `note` says more than the coded reason. */
  | {
      readonly kind: "patient-enrolment";
      readonly override?: Override;
      readonly patient: string;
      readonly change: EnrolmentChange;
      readonly note?: string;
      readonly ifVersion: number;
    }
  | {
      readonly kind: "patient-team";
      readonly override?: Override;
      readonly patient: string;
      readonly team: string;
      readonly ifVersion: number;
    }
  /** `secret` is the HMAC of the hub's secret, hexadecimal; the secret itself never reaches the ledger. */
  | {
      readonly kind: "hub-create";
      readonly id: string;
      readonly team: string;
      readonly secret: string;
      readonly zone: string;
      readonly forwarding: "live" | "store-and-forward";
    }
  | { readonly kind: "hub-secret"; readonly hub: string; readonly secret: string; readonly ifVersion: number }
  | { readonly kind: "hub-revoke"; readonly hub: string; readonly ifVersion: number }
  /** `code` and `secret` are HMACs, hexadecimal, here and below. */
  | {
      readonly kind: "hub-provision";
      readonly hub: string;
      readonly code: string;
      readonly expiresAt: number;
      readonly ifVersion: number;
    }
  /** A hub shows its code and gets a secret for it. */
  | { readonly kind: "hub-claim"; readonly hub: string; readonly code: string; readonly secret: string }
  /** A new secret beside the present one, which ends with the first use of the new one, at `until` at the latest. */
  | {
      readonly kind: "hub-rotate";
      readonly hub: string;
      readonly secret: string;
      readonly until: number;
      readonly ifVersion: number;
    }
  /** The hub has used its new secret. */
  | { readonly kind: "hub-adopt"; readonly hub: string; readonly secret: string }
  /** A hub has shown a certificate, by its SHA-256 fingerprint. */
  | { readonly kind: "hub-certificate"; readonly hub: string; readonly fingerprint: string }
  | {
      readonly kind: "hub-certificate-revoke";
      readonly hub: string;
      readonly fingerprint: string;
      readonly ifVersion: number;
    }
  /** A device, or all that are in stock behind a hub, to one patient. */
  | ({
      readonly kind: "equipment-lend";
      readonly patient: string;
      readonly user?: number;
      readonly from?: number;
      readonly to?: number;
    } & Equipment)
  | ({ readonly kind: "equipment-return"; readonly ifVersion: number } & Equipment)
  /** Another takes its place with whoever has it; the old one goes to `place`. */
  | ({
      readonly kind: "equipment-exchange";
      readonly replacement: string;
      readonly place: Place;
      readonly ifVersion: number;
    } & Equipment)
  | ({ readonly kind: "equipment-place"; readonly place: Place; readonly ifVersion: number } & Equipment)
  | { readonly kind: "device-move"; readonly device: string; readonly hub: string; readonly ifVersion: number }
  | { readonly kind: "device-register"; readonly id: string; readonly hub: string; readonly model: string }
  | {
      readonly kind: "assignment-create";
      readonly device: string;
      readonly user?: number;
      readonly patient: string;
      /** Default: now. May lie in the past: what was kept unassigned since then is judged as late data. */
      readonly from?: number;
      readonly to?: number;
    }
  | { readonly kind: "assignment-end"; readonly assignment: number; readonly to?: number; readonly ifVersion: number }
  | ({
      readonly kind: "team-create";
      readonly id: string;
      readonly name: string;
      readonly provider: string;
      readonly unit: string;
      readonly zone: string;
    } & { readonly contact: Contact; readonly service?: Omit<TeamService, "contact"> })
  /** `password` is an argon2id hash. */
  | {
      readonly kind: "staff-create";
      readonly id: string;
      readonly username: string;
      readonly password: string;
      readonly role: Role;
      readonly teams: readonly string[];
      readonly person: { readonly given: string; readonly family: string };
    }
  | { readonly kind: "staff-disable"; readonly override?: Override; readonly staff: string; readonly ifVersion: number }
  | { readonly kind: "staff-password"; readonly staff: string; readonly password: string }
  | {
      readonly kind: "prompt-create";
      readonly patient: string;
      readonly prompt: "measure-again" | "message" | "reminder";
      readonly text: string;
      readonly expiresAt: number;
    }
  /** A whole region; secrets hashed. Nothing changes for what it declares as it did before. */
  | { readonly kind: "region-import"; readonly region: Region }
  /**
   * Time has passed: promises, steps and timers that are due. `away`: hubs that those depend on and that aren't connected
   * now; `back`: the platform's clock was put back.
   */
  | { readonly kind: "tick"; readonly away?: readonly AwayHub[]; readonly back?: true }
  /**
   * Hubs have been away for half an hour. `together`: how many, each of them included, went away within ten minutes of it
   * and are still away; `connected`: how many are there now.
   */
  | {
      readonly kind: "hubs-silent";
      readonly hubs: readonly (AwayHub & { readonly together: number })[];
      readonly connected: number;
    }
  /** Hubs that were away are back, or nobody has them any more. */
  | { readonly kind: "hubs-back"; readonly hubs: readonly { readonly hub: string; readonly at: number }[] }
  /** The platform is back after a time in which it received nothing. */
  | { readonly kind: "platform-resumed"; readonly downSince: number }
  /** The platform's own message has come through. Not part of the log. */
  | { readonly kind: "heartbeat" }
  // Not part of the log: they change no clinical state.
  | {
      readonly kind: "session-open";
      readonly token: string;
      readonly staff: string;
      readonly session: "cookie" | "bearer";
      readonly csrf?: string;
      readonly expiresAt: number;
    }
  /** Whoever holds the session has given their password again. */
  | { readonly kind: "session-confirm"; readonly token: string }
  | { readonly kind: "session-revoke"; readonly token?: string; readonly staff?: string }
  | { readonly kind: "read-log"; readonly entries: readonly ReadLogEntry[] }
  /** Readings are passed on to this receiver from now on, the stored ones included; without one, to nobody. */
  | { readonly kind: "outbox-follow"; readonly target?: string }
  /** The next slice of what has served its time goes. Not part of the log. */
  | ({ readonly kind: "retention-sweep" } & Sweep)
  /** A checkpoint has come into use: the commands up to it may go. Not part of the log. */
  | { readonly kind: "retention-checkpoint"; readonly seq: number; readonly sha256: string }
  /** A batch has been answered. */
  | ({ readonly kind: "outbox-progress" } & OutboxProgress)
  | {
      readonly kind: "team-change";
      readonly override?: Override;
      readonly team: string;
      readonly change: TeamChange;
      readonly ifVersion: number;
    }
  | { readonly kind: "team-close"; readonly team: string; readonly ifVersion: number }
  /** The teams of a member of staff from now on. */
  | {
      readonly kind: "staff-teams";
      readonly override?: Override;
      readonly staff: string;
      readonly teams: readonly string[];
      readonly ifVersion: number;
    }
  | {
      readonly kind: "shift-add";
      readonly team: string;
      readonly shifts: readonly Shift[];
    }
  /** The turn ends at `to`, or is taken off the rota where it hasn't begun by then. */
  | {
      readonly kind: "shift-end";
      readonly override?: Override;
      readonly shift: number;
      readonly to?: number;
      readonly ifVersion: number;
    }
  | {
      readonly kind: "responsibility-entrust";
      readonly override?: Override;
      readonly patient: string;
      readonly entry: {
        readonly kind: ResponsibilityKind;
        readonly team: string;
        readonly cover?: string;
        /** Default: now. */
        readonly from?: number;
        readonly to?: number;
      };
      readonly reason?: string;
    }
  | {
      readonly kind: "responsibility-end";
      readonly override?: Override;
      readonly responsibility: number;
      /** Default: now. */
      readonly to?: number;
      readonly reason?: string;
      readonly ifVersion: number;
    }
  /** How a team escalates from now on; `null` for the platform's own steps. */
  | {
      readonly kind: "team-escalation";
      readonly team: string;
      readonly policy: EscalationPolicy | null;
      readonly ifVersion: number;
    }
  /** Somebody is to look after an alert: whoever asks, or a colleague. */
  | { readonly kind: "alert-assign"; readonly alert: string; readonly assignee: string; readonly ifVersion: number }
  | { readonly kind: "alert-note"; readonly alert: string; readonly text: string }
  /** Sides of an alert that has been taken on are kept quiet; all of them where none is named. */
  | {
      readonly kind: "alert-snooze";
      readonly alert: string;
      readonly sides?: readonly string[];
      readonly until: number;
      readonly reason: string;
      readonly ifVersion: number;
    }
  | { readonly kind: "snooze-end"; readonly snooze: string }
  | { readonly kind: "alert-undo"; readonly alert: string; readonly reason: string }
  /** One team offers another what is open, with an SBAR of each patient: as compiled, and as edited. */
  | {
      readonly kind: "handover-offer";
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly alerts: readonly string[];
      readonly patients: readonly {
        readonly patient: string;
        readonly compiled: Readonly<Record<string, SbarTexts>>;
        readonly edited?: Readonly<Record<string, SbarTexts>>;
      }[];
      /** The receiver also answers for the patients until then. */
      readonly takeoverUntil?: number;
      readonly expiresAt: number;
      readonly note?: string;
    }
  /** How many alerts a team can take in a shift; `null` for no budget. It changes nothing but what is shown. */
  | { readonly kind: "team-budget"; readonly team: string; readonly perShift: number | null }
  /** What came of an attempt to deliver a notification. `permanent`: trying again can't help. */
  | {
      readonly kind: "delivery-result";
      readonly notification: string;
      readonly channel: Channel;
      readonly accepted: boolean;
      readonly permanent: boolean;
      readonly code?: string;
      /** Browsers that are no longer subscribed. */
      readonly gone?: readonly string[];
    }
  /** Where somebody wants to be told of what they are to know; `null` for nowhere. */
  | { readonly kind: "staff-email"; readonly staff: string; readonly email: string | null }
  | { readonly kind: "staff-preference"; readonly staff: string; readonly preference: Preference }
  | { readonly kind: "handover-accept"; readonly handover: string; readonly ifVersion: number }
  | {
      readonly kind: "handover-decline";
      readonly handover: string;
      readonly reason: string;
      readonly ifVersion: number;
    }
  | {
      readonly kind: "handover-withdraw";
      readonly handover: string;
      readonly reason?: string;
      readonly ifVersion: number;
    }
  | {
      readonly kind: "push-subscribe";
      readonly staff: string;
      readonly label: string;
      readonly subscription: PushSubscription;
    }
  | { readonly kind: "push-unsubscribe"; readonly staff: string; readonly id: string }
  /** The team writes to a patient. */
  | { readonly kind: "message-write"; readonly patient: string; readonly text: string }
  /** Somebody of the team has read what a patient wrote. */
  | { readonly kind: "message-seen"; readonly patient: string; readonly message: string }
  /** Who wrote it is known now. */
  | { readonly kind: "message-attribute"; readonly patient: string; readonly message: string }
  /** A one-time code for a browser in a home; `code` is its HMAC, hexadecimal. */
  | { readonly kind: "home-page-code"; readonly hub: string; readonly code: string; readonly expiresAt: number }
  /** `token` is the SHA-256 of the cookie's, hexadecimal. */
  | { readonly kind: "home-page-pair"; readonly code: string; readonly token: string; readonly label: string }
  | { readonly kind: "home-page-revoke"; readonly page: string }
  /** Somebody writes to their team on a page of the hub's. */
  | {
      readonly kind: "home-message";
      readonly hub: string;
      readonly patient: string;
      readonly id: string;
      readonly text: string;
    }
  /** A program that hears alerts of some teams; `secret` is its HMAC, hexadecimal. */
  | {
      readonly kind: "integration-create";
      readonly id: string;
      readonly about: string;
      readonly teams: readonly string[];
      readonly secret: string;
    }
  | {
      readonly kind: "integration-change";
      readonly id: string;
      readonly about?: string;
      readonly teams?: readonly string[];
      /** A new one replaces the old one at once. */
      readonly secret?: string;
      readonly ifVersion: number;
    }
  | { readonly kind: "integration-revoke"; readonly id: string; readonly ifVersion: number }
  /** The secret of a team's webhooks becomes the next one; the one before signs too until `overlapUntil`. */
  | {
      readonly kind: "webhook-rotate";
      readonly team: string;
      readonly overlapUntil: number;
      readonly ifTurn: number;
    };

/** A hub that isn't connected, and since when (milliseconds since the epoch). */
export type AwayHub = { readonly hub: string; readonly since: number };

/** What of the outbox is done, and what of it was refused. */
export type OutboxProgress = {
  /** The last row of the queue that was answered. */
  readonly upTo?: number;
  /** The last reading from before the receiver was named; `null` when all of those are through. */
  readonly history?: ReadingKey | null;
  readonly refused: readonly (ReadingKey & { readonly status: number; readonly answer: string })[];
};

/** How often a hub met a refusal since this was last told, and when last (milliseconds since the epoch). */
export type HubRefusal = {
  readonly hub: string;
  readonly code: ErrorCode;
  readonly count: number;
  readonly lastAt: number;
};

/** Who read what of whom: HSLF-FS 2016:40 4 ch. (action, care unit, time, user, patient). */
export type ReadLogEntry = {
  readonly staff: string;
  readonly role: Role;
  readonly team: string;
  readonly patient: string;
  readonly action: string;
  readonly reason?: string;
};

export type CommandKind = CommandBody["kind"];

/** Kinds that leave no row in the command log, since replaying them would change no alert. */
export const unloggedKinds: ReadonlySet<CommandKind> = new Set([
  "hub-connection",
  "hub-refusals",
  "platform-started",
  "heartbeat",
  "session-open",
  "session-confirm",
  "session-revoke",
  "read-log",
  "outbox-follow",
  "outbox-progress",
  "retention-sweep",
  "retention-checkpoint",
]);

/**
 * Kinds that change nothing which the writer remembers, or see to it that what they change is forgotten. All others make
 * it forget everything.
 */
export const sparingKinds: ReadonlySet<CommandKind> = new Set([
  "device-message",
  "tick",
  "alert-acknowledge",
  "alert-resolve",
  "alert-assign",
  "alert-note",
  "alert-snooze",
  "snooze-end",
  "alert-undo",
  "delivery-result",
  "draft-rehearsal",
  "hub-connection",
  "hubs-silent",
  "hubs-back",
  "platform-resumed",
  "heartbeat",
  "hub-refusals",
  "session-open",
  "session-confirm",
  "session-revoke",
  "read-log",
  "outbox-progress",
  "retention-sweep",
  "retention-checkpoint",
]);

/** What became of a command: a value by kind, or a coded refusal that changed nothing. */
export type CommandOutcome =
  | { readonly ok: true; readonly value: OutcomeValue; readonly replayed?: boolean }
  | { readonly ok: false; readonly code: string; readonly detail?: string; readonly data?: Record<string, unknown> };

/** What handing a command to the ledger looks like from outside: durable when the promise resolves. */
export type Ledger = {
  /** @throws HemvaktError with the refusal's code, or `STORE_UNAVAILABLE` when nothing could be written */
  submit(command: Submission): Promise<OutcomeValue>;
  /** Calls back after each commit; the argument is the last event's seq. */
  onCommit(listener: (lastEvent: number, outcomes: readonly OutcomeValue[]) => void): () => void;
  /** Commands handed in and not yet answered. */
  pending(): number;
  /** The last commit's outcome: readiness. */
  healthy(): boolean;
  stop(): Promise<void>;
};
