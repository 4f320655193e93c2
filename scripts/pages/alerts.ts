import { drawTransitions } from "../../src/alerts/transitions.ts";
import { actionsTaken, alertEventKinds, concerns, outcomes, severities } from "../../src/domain/alert.ts";
import { concernOf } from "../../src/domain/concern.ts";
import { metricNames, metrics } from "../../src/domain/metric.ts";
import { generatedFrom, markdownTable } from "./table.ts";

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
const alerting = metricNames.filter((metric) => concernOf(metric, "above") ?? concernOf(metric, "below"));

/** `docs/alerts.md`: the life of an alert, drawn from the transition table. */
export const renderAlerts = (): string => `# Alerts

${generatedFrom("src/alerts/transitions.ts and src/domain/")}

An alert is one thing for one team to deal with: one patient and one *concern*. Ten readings beyond one limit are one
alert. At most one alert per patient and concern is not resolved; alerts about a device or hub are one for each team
that is told. What many hubs have in common is one alert in all. The concern \`missing\` is told of when nothing
comes: [silence.md](silence.md).

- Concerns: ${list(concerns)}.
- Severities, worst last: ${list(severities)}.

Whether an alert is clinical or technical is a separate question: a broken scale must not look like a sick patient.

\`\`\`mermaid
${drawTransitions()}
\`\`\`

What is not drawn does not happen: a person who tries it is answered \`ALERT_TRANSITION\`, and what the platform tries is
without effect. Every arrow is one event with actor, time and reason, and raises the alert's version by one. The event
\`told\` says who was told of what has happened; it changes nothing of the alert and leaves its version. The events:

${list(alertEventKinds)}

## States

- **open**: nobody has it. It has no promise and no outcome. It has a next instant, at which further people are told:
  [escalation.md](escalation.md).
- **acknowledged**: somebody has it and has promised what will be done by when. Taking it on again renews the promise; the
  one who does so has it.
- **resolved**: it has an outcome. A person who has taken it on says what it was and what was done. The platform's own
  outcome is \`withdrawn\`: what caused the alert no longer holds, for instance because the reading was somebody else's. A
  resolved alert is never opened again: a new one opens.

What it was: ${list(outcomes)}.
What was done: ${list(actionsTaken)}.

## Promises

A promise may reach four hours ahead for a red alert, and to the end of the next working day for others. Working days are
Monday to Friday in the team's time zone, apart from Swedish public holidays and Midsummer, Christmas and New Year's Eve. The
four hours are hours, also in the night when the clocks change. When the promised time comes and the alert is not resolved, it
is open again and nobody has it, and more people are told than at first.

## Worse, the same, returned

A finding is **worse** than what its alert stands for when

- it is more severe than the alert,
- it is on another value of the same concern, or in the other direction, or
- the value is beyond what people were last told by at least the metric's step.

What people were told is the value at which the alert opened, was taken on, got worse or had its promise pass. A value that
creeps by less than a step at a time is therefore worse once the steps add up. Worse opens an acknowledged alert again.

What came **late** opens nothing again that somebody has taken on, however bad it is: it joins, and says how late it came.
Beyond a safety limit it does. See [late values](late.md).

A finding that is not worse is the **same** and joins in silence: it is recorded, and nobody is disturbed.

A value has **returned** when every rule of the concern that could be asked finds it inside by at least the step, and
something was asked about each value that the alert stands for. It is said once. The alert stays as it is: a person decides.

${markdownTable(
  ["Metric", "Step"],
  alerting.map((metric) => [`\`${metric}\``, `${metrics[metric].step} ${metrics[metric].ucum}`]),
)}

## After it is resolved

More of the same joins the resolved alert in silence, so that one that was just dealt with does not come back with every
reading. The next finding opens a new alert when it is worse, when a value has returned since the last finding, or when three
local dates have gone by since it was resolved: resolved on Monday, a finding on Thursday alerts, at whatever hour.

## From a terminal

With \`HEMVAKT_URL\`, \`HEMVAKT_USER\` and \`HEMVAKT_PASSWORD\` set, as yourself:

    hemvakt alert list --lang sv
    hemvakt alert show a5o-0
    hemvakt alert acknowledge a5o-0 --promise "Jag ringer Greta"
    hemvakt alert resolve a5o-0 --outcome true --action medication --note "Furosemid i tre dagar"
    hemvakt prompt send greta --text "Hur mår du?" --expires 2026-11-23T20:00:00+01:00
`;
