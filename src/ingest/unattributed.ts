import { signalOf } from "../alerts/lifecycle.ts";
import type { Finding } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import { raiseTechnical } from "../ledger/alerting.ts";
import type { DecisionContext } from "../ledger/context.ts";
import { presetSafetyLimits } from "../rules/presets.ts";
import type { Attribution } from "./attribution.ts";
import { RELEVANCE } from "./judge.ts";

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
  const judgements = context.evaluate(
    { reading, dayValues: () => undefined, zone: "UTC" },
    { rules: [], safetyLimits: [...presetSafetyLimits] },
  );
  const recent = context.at - reading.measuredAt <= RELEVANCE;
  const findings = judgements.filter((judgement): judgement is Finding => judgement.verdict === "finding" && recent);
  for (const team of new Set([hubTeam, ...whose.alsoTell])) {
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
