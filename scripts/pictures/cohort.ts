import { referenceRuleTitles } from "../../src/cohort/reference/rules.ts";
import type { ReferenceResults } from "../../src/cohort/reference/run.ts";
import type { CohortResults } from "../../src/cohort/results.ts";
import { box, dot, label, line, linear, logarithmic, picture } from "./svg.ts";

const WIDTH = 860;
const RED = "#b3261e";
const BLUE = "#1f5fa8";
const GREY = "#999";

/** Alerts a patient-year against how much more often events are found than by chance; each rule set a numbered point. */
export function tradeOff({ condition, sets, patients }: CohortResults): string {
  const [left, right, top, bottom] = [60, 470, 20, 400];
  const most = Math.max(0.6, ...sets.map(({ windows }) => windows[0].difference.high));
  const x = logarithmic([0.1, 100], [left, right]);
  const y = linear([Math.min(0, ...sets.map(({ windows }) => windows[0].difference.low)), most], [bottom, top]);
  const axes =
    [0.1, 1, 10, 100]
      .map((tick) => line(x(tick), top, x(tick), bottom, "#ddd") + label(x(tick), bottom + 16, String(tick), "middle"))
      .join("") +
    [0, 0.2, 0.4, 0.6, 0.8]
      .filter((tick) => tick <= most)
      .map(
        (tick) =>
          line(left, y(tick), right, y(tick), "#ddd") +
          label(left - 6, y(tick) + 4, `${Math.round(tick * 100)}`, "end"),
      )
      .join("") +
    label((left + right) / 2, bottom + 36, "alerts a patient-year, without an event", "middle") +
    label(left, top - 6, "found beyond chance, % of events");
  const points = sets.map(({ title, alertsPerYear: a, windows: [{ difference: d }] }, index) => {
    const [px, py] = [x(a.value), y(d.value)];
    const colour = index === 0 ? RED : BLUE;
    return (
      line(px, y(d.low), px, y(d.high), GREY) +
      line(x(a.low), py, x(a.high), py, GREY) +
      dot(px, py, 9, colour, title) +
      label(px, py + 4, String(index + 1), "middle", "#fff")
    );
  });
  const legend = sets.map(({ title }, index) =>
    label(right + 24, top + 14 + index * 22, `${index + 1}  ${title}`, "start", index === 0 ? RED : "#111"),
  );
  const described = `${condition}: alerts a patient-year and events found beyond chance, by rule set, ${patients} virtual patients`;
  return picture(WIDTH, 450, described, axes + points.join("") + legend.join(""));
}

/** How many days before the event somebody was first called: median and quartiles. */
export function leadTimes({ condition, sets, windows: [window] }: CohortResults): string {
  const found = sets.flatMap(({ title, windows: [{ lead }] }) => (lead ? [{ title, lead }] : []));
  const [left, right, top] = [330, 820, 30];
  const height = top + found.length * 26 + 50;
  const x = linear([-(window?.from ?? 0), -(window?.to ?? 0)], [left, right]);
  const ticks = Array.from({ length: -(window?.from ?? 0) + 1 }, (_, day) => day).filter(
    (day) => day % 2 === 0 || condition === "copd",
  );
  const axes =
    ticks
      .map(
        (day) => line(x(day), top - 4, x(day), height - 46, "#ddd") + label(x(day), height - 30, String(day), "middle"),
      )
      .join("") + label((left + right) / 2, height - 10, "days before the event", "middle");
  const rows = found.map(({ title, lead }, index) => {
    const y = top + index * 26;
    const [from, to] = [x(lead.upper), x(lead.lower)];
    return (
      label(left - 12, y + 13, title, "end") +
      box(from, y + 2, Math.max(2, to - from), 14, BLUE, `quartiles ${lead.lower}–${lead.upper} days`) +
      line(x(lead.median), y, x(lead.median), y + 18, "#111", ' stroke-width="2"')
    );
  });
  return picture(
    WIDTH,
    height,
    `${condition}: days from the first call to the event, by rule set`,
    axes + rows.join(""),
  );
}

/** Our reference simulation against the earlier calculation: what agrees lies on the line. */
export function referencePicture({ rows }: ReferenceResults): string {
  const [top, bottom] = [40, 340];
  const rates = { x: logarithmic([0.03, 40], [60, 380]), y: logarithmic([0.03, 40], [bottom, top]) };
  const shares = { x: linear([0, 100], [500, 820]), y: linear([0, 100], [bottom, top]) };
  const frame = (axes: typeof rates, ticks: readonly number[], title: string): string =>
    ticks
      .map(
        (tick) =>
          line(axes.x(tick), top, axes.x(tick), bottom, "#ddd") +
          line(axes.x(ticks[0]!), axes.y(tick), axes.x(ticks.at(-1)!), axes.y(tick), "#ddd") +
          label(axes.x(tick), bottom + 16, String(tick), "middle") +
          label(axes.x(ticks[0]!) - 6, axes.y(tick) + 4, String(tick), "end"),
      )
      .join("") +
    line(axes.x(ticks[0]!), axes.y(ticks[0]!), axes.x(ticks.at(-1)!), axes.y(ticks.at(-1)!)) +
    label((axes.x(ticks[0]!) + axes.x(ticks.at(-1)!)) / 2, top - 18, title, "middle") +
    label((axes.x(ticks[0]!) + axes.x(ticks.at(-1)!)) / 2, bottom + 36, "the earlier calculation", "middle");
  const points = (["first", "last"] as const).flatMap((how) =>
    rows[how].flatMap(({ rule, noise, figures }) =>
      figures.map(({ value, earlier }, index) => {
        const axes = index === 0 ? rates : shares;
        return dot(
          axes.x(earlier),
          axes.y(value),
          4,
          how === "last" ? BLUE : GREY,
          `${referenceRuleTitles[rule]}, ${noise} kg`,
        );
      }),
    ),
  );
  const legend =
    dot(60, 395, 5, BLUE, "last") +
    label(72, 399, "ours, terms read as they must have been meant") +
    dot(400, 395, 5, GREY, "first") +
    label(412, 399, "ours, terms as first read");
  return picture(
    WIDTH,
    415,
    "The reference simulation against the earlier calculation",
    frame(rates, [0.03, 0.1, 1, 10, 40], "alerts a patient-year") +
      frame(shares, [0, 20, 40, 60, 80, 100], "windows with a hit, %") +
      points.join("") +
      legend,
  );
}
