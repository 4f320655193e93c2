import { z } from "zod";
import { concerns, severities } from "../../domain/alert.ts";
import type { CarePlan } from "../../domain/plan.ts";
import type { Reading } from "../../domain/reading.ts";
import { HemvaktError } from "../../errors.ts";
import type { Silence } from "../../rules/silence.ts";
import { silencesOf } from "../../silence/facts.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { assignmentPage } from "../../store/sqlite/queries/assignments.ts";
import {
  type ActiveAlert,
  activeAlertsOf,
  latestPlanVersion,
  type PatientWithPerson,
  type PlanSummary,
  patientWithPerson,
} from "../../store/sqlite/queries/patients.ts";
import { alertsOfReadings, readingById } from "../../store/sqlite/queries/readings.ts";
import { teamById } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";
import { enrolmentStateSchema, presentEnrolment } from "./enrolment.ts";
import { assignmentSchema, presentAssignment } from "./hub.ts";
import { personSchema, presentPerson } from "./person.ts";
import { presentReading, readingSchema } from "./reading.ts";
import { presentSignalState, presentSilence, signalStateSchema, silenceSchema } from "./silence.ts";
import { presentTeam, responsibleTeamSchema } from "./team.ts";

const conditionSchema = z.enum(["heart-failure", "copd", "hypertension"]);

export const patientSummarySchema = z
  .object({
    id: z.string(),
    team: z.string(),
    enrolledAt: isoSchema,
    version: z.int(),
    enrolment: enrolmentStateSchema,
    name: personSchema.nullable().meta({ description: "Null for technicians" }),
    conditions: z.array(conditionSchema).nullable().meta({ description: "Null for technicians" }),
    planVersion: z.int().nullable().meta({ description: "The plan version in force; null when there is none" }),
    alerts: z
      .object({ red: z.int(), yellow: z.int(), info: z.int() })
      .meta({ description: "Alerts that nobody has resolved, by severity; for technicians the technical ones" }),
    silence: z
      .array(signalStateSchema)
      .nullable()
      .meta({ description: "The state of each signal that the plan has a schedule for; null for technicians" }),
    worst: z
      .object({ alert: z.string(), concern: z.enum(concerns), severity: z.enum(severities), openedAt: isoSchema })
      .nullable(),
  })
  .meta({ id: "PatientSummary" });

/** A patient in a list. Without clinical rights: the id, the team and what is technically wrong. */
export function presentPatientSummary(
  row: PatientWithPerson,
  around: {
    readonly now: number;
    readonly zone: string;
    readonly clinical: boolean;
    readonly alerts: readonly ActiveAlert[];
    readonly plan: PlanSummary | undefined;
    readonly enrolment: z.infer<typeof enrolmentStateSchema>;
    readonly silence: readonly Silence[];
  },
): z.infer<typeof patientSummarySchema> {
  const { clinical, plan } = around;
  const alerts = around.alerts.filter(({ category }) => clinical || category === "technical");
  const count = (of: string) => alerts.filter(({ severity }) => severity === of).length;
  const [worst] = alerts;
  return {
    id: row.id,
    team: row.team,
    enrolledAt: iso(row.enrolled_at),
    version: row.version,
    // Why it ended is clinical; that it did is what a technician fetches the equipment by.
    enrolment: clinical ? around.enrolment : { ...around.enrolment, reason: null },
    name: clinical ? presentPerson(row, around.now, around.zone) : null,
    conditions: clinical ? (plan?.conditions ?? []) : null,
    planVersion: clinical ? (plan?.version ?? null) : null,
    alerts: { red: count("red"), yellow: count("yellow"), info: count("info") },
    silence: clinical ? around.silence.map(presentSignalState) : null,
    worst: worst
      ? { alert: worst.id, concern: worst.concern, severity: worst.severity, openedAt: iso(worst.opened_at) }
      : null,
  };
}

export const patientSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    at: isoSchema.meta({ description: "The server's time, by which promises and ages are counted" }),
    enrolledAt: isoSchema,
    enrolment: enrolmentStateSchema,
    name: personSchema,
    phone: z.string().nullable(),
    personalNumber: z.string().nullable(),
    team: responsibleTeamSchema,
    plan: z
      .object({
        version: z.int(),
        validFrom: isoSchema,
        conditions: z.array(conditionSchema),
        treatmentLimitation: z.string().nullable(),
      })
      .nullable()
      .meta({ description: "The plan version in force" }),
    latestPlanVersion: z.int().meta({ description: "The If-Match of the next plan; 0 when there is none" }),
    alerts: z.array(
      z.object({
        id: z.string(),
        concern: z.enum(concerns),
        category: z.enum(["clinical", "technical"]),
        severity: z.enum(severities),
        openedAt: isoSchema,
      }),
    ),
    silence: z.array(silenceSchema).meta({ description: "One for each signal that the plan has a schedule for" }),
    assignments: z.array(assignmentSchema).meta({ description: "Those that have not ended" }),
    latest: z
      .array(readingSchema.extend({ ageSeconds: z.int() }).meta({ id: "LatestReading" }))
      .meta({ description: "The newest reading of each kind" }),
  })
  .meta({ id: "Patient" });

/** A patient with everything the first look needs. */
export function presentPatient(
  db: Database,
  id: string,
  around: { now: number; teams: string; plan: CarePlan | undefined; latest: readonly Reading[] },
): z.infer<typeof patientSchema> {
  const { now, plan } = around;
  const row = patientWithPerson(db, id);
  const team = row && teamById(db, row.team);
  if (!row || !team) throw new HemvaktError("NOT_FOUND");
  const alertsOf = alertsOfReadings(
    db,
    around.latest.map((reading) => reading.id),
  );
  return {
    id: row.id,
    version: row.version,
    at: iso(now),
    enrolledAt: iso(row.enrolled_at),
    enrolment: presentEnrolment(db, id, now),
    name: presentPerson(row, now, team.zone),
    phone: row.phone,
    personalNumber: row.personal_number,
    team: presentTeam(team),
    plan: plan
      ? {
          version: plan.version,
          validFrom: iso(plan.validFrom),
          conditions: plan.conditions,
          treatmentLimitation: plan.treatmentLimitation ?? null,
        }
      : null,
    latestPlanVersion: latestPlanVersion(db, id),
    alerts: (activeAlertsOf(db, [id]).get(id) ?? []).map(({ opened_at, patient: _patient, ...alert }) => ({
      ...alert,
      openedAt: iso(opened_at),
    })),
    silence: silencesOf(db, id, now).map((silence) => presentSilence(silence, team.zone)),
    assignments: assignmentPage(db, { teams: around.teams, patient: id, fetch: 200 })
      .filter(({ to_at }) => to_at === null || to_at > now)
      .map(presentAssignment),
    latest: around.latest.flatMap(({ id }) => {
      const reading = readingById(db, id);
      if (!reading) return [];
      const ageSeconds = Math.floor((now - reading.measured_at) / 1000);
      return [{ ...presentReading(reading, alertsOf.get(id) ?? []), ageSeconds }];
    }),
  };
}
