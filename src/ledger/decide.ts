import type { Decided, DecisionContext } from "../decision/context.ts";
import type { OutcomeValue } from "../decision/message.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Command } from "./commands.ts";
import * as access from "./handlers/access.ts";
import * as alerts from "./handlers/alerts.ts";
import * as assignments from "./handlers/assignments.ts";
import { changeBudget } from "./handlers/budget.ts";
import * as corrections from "./handlers/corrections.ts";
import { guardCoverage } from "./handlers/coverage.ts";
import { noteDelivery } from "./handlers/deliveries.ts";
import * as drafts from "./handlers/drafts.ts";
import { noteEngine } from "./handlers/engine.ts";
import * as enrolment from "./handlers/enrolment.ts";
import * as entrusting from "./handlers/entrusting.ts";
import * as equipment from "./handlers/equipment.ts";
import { changeEscalation } from "./handlers/escalation.ts";
import * as handover from "./handlers/handover.ts";
import * as homePages from "./handlers/home-pages.ts";
import * as integrations from "./handlers/integrations.ts";
import * as lifecycle from "./handlers/lifecycle.ts";
import { recordObservations } from "./handlers/observations.ts";
import * as outbox from "./handlers/outbox.ts";
import * as patientMessages from "./handlers/patient-messages.ts";
import * as plans from "./handlers/plans.ts";
import { createPrompt } from "./handlers/prompts.ts";
import * as provisioning from "./handlers/provisioning.ts";
import * as push from "./handlers/push.ts";
import { importRegion } from "./handlers/region.ts";
import * as registry from "./handlers/registry.ts";
import { keepRehearsal } from "./handlers/rehearsal.ts";
import * as retention from "./handlers/retention.ts";
import * as shifts from "./handlers/shifts.ts";
import * as silence from "./handlers/silence.ts";
import * as teams from "./handlers/teams.ts";
import { passTime } from "./handlers/tick.ts";

/** Decides one command inside the ledger's transaction. @throws HemvaktError with the refusal's code */
export const decide = (context: DecisionContext, command: Command): Decided<OutcomeValue> =>
  guardCoverage(context, command, () => decideUnguarded(context, command));

function decideUnguarded(context: DecisionContext, command: Command): Decided<OutcomeValue> {
  switch (command.kind) {
    case "device-message":
      return ingest(context, command);
    case "tick":
      return passTime(context, command);
    case "hubs-silent":
      return silence.hubsSilent(context, command);
    case "hubs-back":
      return silence.hubsBack(context, command);
    case "platform-resumed":
      return silence.resumePlatform(context, command);
    case "heartbeat":
      return silence.beat(context);
    case "engine-started":
      return noteEngine(context, command);
    case "alert-acknowledge":
      return alerts.acknowledgeAlert(context, command);
    case "alert-resolve":
      return alerts.resolveAlert(context, command);
    case "observation-record":
      return recordObservations(context, command);
    case "reading-move":
      return assignments.moveReading(context, command);
    case "reading-exclude":
      return corrections.excludeReading(context, command);
    case "reading-include":
      return corrections.includeReading(context, command);
    case "assignment-create":
      return assignments.createAssignment(context, command);
    case "assignment-end":
      return assignments.endAssignment(context, command);
    case "prompt-create":
      return createPrompt(context, command);
    case "plan-sign":
      return plans.signPlan(context, command);
    case "plan-draft-create":
      return drafts.createDraft(context, command);
    case "plan-draft-change":
      return drafts.changeDraft(context, command);
    case "plan-draft-discard":
      return drafts.discardDraft(context, command);
    case "plan-draft-sign":
      return drafts.signDraft(context, command);
    case "draft-rehearsal":
      return keepRehearsal(context, command);
    case "team-create":
      return teams.createTeam(context, command);
    case "patient-enrol":
      return registry.enrolPatient(context, command);
    case "patient-enrolment":
      return enrolment.changeEnrolment(context, command);
    case "patient-team":
      return registry.changePatientTeam(context, command);
    case "hub-create":
      return registry.createHub(context, command);
    case "hub-secret":
      return provisioning.changeHubSecret(context, command);
    case "hub-revoke":
      return provisioning.revokeHub(context, command);
    case "hub-provision":
      return provisioning.provisionHub(context, command);
    case "hub-claim":
      return provisioning.claimHub(context, command);
    case "hub-rotate":
      return provisioning.rotateHubSecret(context, command);
    case "hub-adopt":
      return provisioning.adoptHubSecret(context, command);
    case "hub-certificate":
      return provisioning.noteCertificate(context, command);
    case "hub-certificate-revoke":
      return provisioning.revokeCertificate(context, command);
    case "equipment-lend":
      return equipment.lend(context, command);
    case "equipment-return":
      return equipment.takeBack(context, command);
    case "equipment-exchange":
      return equipment.exchange(context, command);
    case "equipment-place":
      return equipment.changePlace(context, command);
    case "device-move":
      return equipment.moveToHub(context, command);
    case "device-register":
      return registry.registerDevice(context, command);
    case "region-import":
      return importRegion(context, command);
    case "staff-create":
      return access.createStaff(context, command);
    case "staff-disable":
      return teams.disableStaff(context, command);
    case "staff-password":
      return access.changePassword(context, command);
    case "session-open":
      return access.openSession(context, command);
    case "session-confirm":
      return access.confirmSession(context, command);
    case "session-revoke":
      return access.revokeSession(context, command);
    case "read-log":
      return access.logReads(context, command);
    case "hub-refusals":
      return access.noteRefusals(context, command);
    case "platform-started":
      return access.startAfresh(context);
    case "outbox-follow":
      return outbox.follow(context, command);
    case "outbox-progress":
      return outbox.progress(context, command);
    case "retention-sweep":
      return retention.sweep(context, command);
    case "retention-checkpoint":
      return retention.noteCheckpoint(context, command);
    case "hub-connection":
      return access.noteHubConnection(context, command);
    case "team-change":
      return teams.changeTeam(context, command);
    case "team-close":
      return teams.closeTeam(context, command);
    case "staff-teams":
      return teams.changeStaffTeams(context, command);
    case "shift-add":
      return shifts.addShifts(context, command);
    case "shift-end":
      return shifts.endShift(context, command);
    case "responsibility-entrust":
      return entrusting.entrustPatient(context, command);
    case "responsibility-end":
      return entrusting.endResponsibility(context, command);
    case "team-escalation":
      return changeEscalation(context, command);
    case "alert-assign":
      return lifecycle.assignAlert(context, command);
    case "alert-note":
      return lifecycle.noteAlert(context, command);
    case "alert-snooze":
      return lifecycle.snoozeAlert(context, command);
    case "snooze-end":
      return lifecycle.endSnoozeEarly(context, command);
    case "alert-undo":
      return lifecycle.undoLast(context, command);
    case "team-budget":
      return changeBudget(context, command);
    case "delivery-result":
      return noteDelivery(context, command);
    case "staff-email":
      return access.changeEmail(context, command);
    case "staff-preference":
      return access.changePreference(context, command);
    case "handover-offer":
      return handover.offerHandover(context, command);
    case "handover-accept":
      return handover.acceptHandover(context, command);
    case "handover-decline":
      return handover.declineHandover(context, command);
    case "handover-withdraw":
      return handover.withdrawHandover(context, command);
    case "push-subscribe":
      return push.subscribe(context, command);
    case "push-unsubscribe":
      return push.unsubscribe(context, command);
    case "message-write":
      return patientMessages.writeMessage(context, command);
    case "message-seen":
      return patientMessages.seeMessage(context, command);
    case "message-attribute":
      return patientMessages.attributeMessage(context, command);
    case "home-page-code":
      return homePages.makePageCode(context, command);
    case "home-page-pair":
      return homePages.pairPage(context, command);
    case "home-page-revoke":
      return homePages.revokePage(context, command);
    case "home-message":
      return homePages.writeFromPage(context, command);
    case "integration-create":
      return integrations.createIntegration(context, command);
    case "integration-change":
      return integrations.changeIntegration(context, command);
    case "integration-revoke":
      return integrations.revokeIntegration(context, command);
    case "webhook-rotate":
      return integrations.rotateWebhook(context, command);
    default:
      return command satisfies never;
  }
}
