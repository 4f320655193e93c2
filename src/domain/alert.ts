import { z } from "zod";
import type { Escalation } from "./escalation.ts";
import type { Direction, Measure } from "./metric.ts";

/**
 * What an alert is about: a closed list. At most one alert per patient and concern is open at a time, so that ten
 * readings beyond one limit are one thing to deal with.
 */
export const concerns = [
  "weight-gain",
  "weight-loss",
  "bp-high",
  "bp-low",
  "pulse-high",
  "pulse-low",
  "pulse-irregular",
  "oxygen-low",
  "oxygen-high",
  "breathing",
  "temperature",
  "symptoms",
  "composite",
  "missing",
  "device",
] as const;
export type Concern = (typeof concerns)[number];

/** Worst last. Whether an alert is clinical or technical is a separate question. */
export const severities = ["info", "yellow", "red"] as const;
export type Severity = (typeof severities)[number];

/** Whether `a` is a higher severity than `b`. */
export const isMoreSevere = (a: Severity, b: Severity): boolean => severities.indexOf(a) > severities.indexOf(b);

/** Physiological and technical alerts are told apart (IEC 60601-1-8, ISA-18.2): a broken scale must not look like a sick patient. */
export type AlertCategory = "clinical" | "technical";

export const alertStates = ["open", "acknowledged", "resolved"] as const;
export type AlertState = (typeof alertStates)[number];

/** What it turned out to be. `withdrawn` is the platform's own: what caused the alert no longer holds. */
export const outcomes = ["true", "technique", "device", "limit-wrong", "other"] as const;
export type Outcome = (typeof outcomes)[number];

/** What was done about it. */
export const actionsTaken = [
  "advice",
  "medication",
  "visit",
  "physician-contacted",
  "to-hospital",
  "device-exchanged",
  "none",
] as const;
export type ActionTaken = (typeof actionsTaken)[number];

/**
 * Whom or what an alert is about. Technical alerts about a device or hub go to one team each; one about the platform, or
 * what many hubs have in common, to one team in all.
 */
export const subjectTypes = ["patient", "device", "hub", "platform"] as const;
export type AlertSubject = { readonly type: (typeof subjectTypes)[number]; readonly id: string };

/** One side of one metric or score, for instance `body-weight/above`. */
export type Side = `${Measure}/${Direction}`;

export const sideSchema = z
  .string()
  .regex(/^[a-z0-9-]{2,40}\/(above|below)$/, "a metric and a direction, such as body-weight/above");

/**
 * How far beyond its limits an alert has seen each side go, in stored integers, and how far people have been told: when
 * it opened, got worse, was taken on, or its promise passed. Worse is measured from what was told, or a value that creeps
 * by less than a step at a time would never be worse.
 */
export type AlertExtremes = Readonly<Partial<Record<Side, { readonly worst: number; readonly announced: number }>>>;

/** An acknowledgement carries a promise: what will be done, by when. */
export type Commitment = { readonly text: string; readonly due: number };

export type Alert = {
  readonly id: string;
  readonly subject: AlertSubject;
  readonly concern: Concern;
  readonly category: AlertCategory;
  readonly severity: Severity;
  readonly state: AlertState;
  /** The team responsible when the alert opened. */
  readonly team: string;
  /** Instants in milliseconds since the epoch. */
  readonly openedAt: number;
  readonly updatedAt: number;
  /** Grows by one with every event; the ETag. */
  readonly version: number;
  readonly extremes: AlertExtremes;
  /** A technical alert's code in the error catalogue, or the id of the rule that last made it worse. */
  readonly cause: string;
  readonly acknowledgedBy?: string;
  readonly acknowledgedAt?: number;
  readonly promise?: Commitment;
  /** How often the promise has been renewed since somebody took it on. */
  readonly renewals?: number;
  /** Who is to look after it; stays when the alert is open again. */
  readonly assignee?: string;
  readonly resolvedAt?: number;
  readonly resolvedBy?: string;
  readonly outcome?: Outcome | "withdrawn";
  readonly action?: ActionTaken;
  /** How far the telling of it has come. While it is taken on, where it stood when it was. */
  readonly escalation?: Escalation;
  /** A value has come back inside since the last finding: once resolved, the next finding opens a new alert. */
  readonly rearmed: boolean;
};

/** What happened to an alert. Every transition is one event with actor, time and reason. */
export const alertEventKinds = [
  "opened",
  "joined",
  "worsened",
  "acknowledged",
  "promise-renewed",
  "promise-passed",
  "reopened",
  "resolved",
  "withdrawn",
  "returned",
  "reassessed",
  "released",
  /** People are told of it: changes nothing of the alert itself, and leaves its version. */
  "told",
  "assigned",
  "noted",
  "snoozed",
  /** Another team has accepted it, and whoever did has the promise. */
  "handed-over",
  /** Taken back within a minute by whoever did it: the alert is as before. */
  "undone",
] as const;
export type AlertEventKind = (typeof alertEventKinds)[number];
