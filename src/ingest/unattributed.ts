import { signalOf } from "../alerts/lifecycle.ts";
import { raiseTechnical } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import type { Finding } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import { presetSafetyLimits } from "../rules/presets.ts";
import { RELEVANCE } from "../rules/relevance.ts";
import { parseReadingId } from "../store/sqlite/reading-row.ts";
import { setDecision } from "../store/sqlite/readings.ts";
import type { Attribution } from "./attribution.ts";
import { contain } from "./contain.ts";

/**
 * A reading that is nobody's yet is kept, and the hub's team is told at once: red when it lies beyond the general safety
 * limits, since somebody is that ill, even if nobody knows who. Teams whose patients share the device are told as well.
 */
export function tellUnattributed(
  context: DecisionContext,
  reading: Reading,
  whose: Extract<Attribution, { patient: undefined }>,
  hubTeam: string,
): void {
  const teams = [...new Set([hubTeam, ...whose.alsoTell])];
  const subject = { type: "device", id: whose.device } as const;
  contain(
    context,
    (beforeWriting) => {
      beforeWriting();
      tellTeams(context, reading, whose, teams);
    },
    () => {
      const key = parseReadingId(reading.id);
      if (key) setDecision(context.db, key, "engine-failed", undefined);
      // Red, since it could not be told whether somebody is that ill.
      for (const team of teams) {
        raiseTechnical(context, { code: "ENGINE_FAILED", severity: "red", subject, team, reading: reading.id });
      }
    },
  );
}

function tellTeams(
  context: DecisionContext,
  reading: Reading,
  whose: Extract<Attribution, { patient: undefined }>,
  teams: readonly string[],
): void {
  const judgements = context.evaluate(
    { reading, dayValues: () => undefined, nearby: () => undefined, recent: () => [], zone: "UTC" },
    { rules: [], safetyLimits: [...presetSafetyLimits] },
  );
  const recent = context.at - reading.measuredAt <= RELEVANCE;
  const findings = judgements.filter((judgement): judgement is Finding => judgement.verdict === "finding" && recent);
  for (const team of teams) {
    raiseTechnical(context, {
      code: whose.code,
      severity: findings.length > 0 ? "red" : "yellow",
      subject: { type: "device", id: whose.device },
      team,
      reading: reading.id,
      values: findings.length > 0 ? signalOf(findings).values : {},
      data: {
        reading: { id: reading.id, kind: reading.kind, values: reading.values, measuredAt: reading.measuredAt },
        ...(findings.length > 0
          ? { findings: findings.map((finding) => ({ ...finding, uncertain: [...finding.uncertain, "unattributed"] })) }
          : {}),
      },
    });
  }
}
