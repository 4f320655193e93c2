import { random } from "../random.ts";

/**
 * A made-up series of home blood pressures as CSV text, with the peculiarities of real ones: every cell of text in quotes,
 * two spaces inside the times and no zone, empty cells, and readings that stand twice, exactly three hours apart with the
 * same values. Nobody measures in the hours that a change to summer or winter time touches.
 */
export function madeUpSeries({ seed, people, days }: { seed: number | string; people: number; days: number }): string {
  const lines = ['"code","measured","lower","upper","note","index"'];
  for (let person = 1; person <= people; person += 1) {
    const draw = random(seed, `series/${person}`);
    const usual = draw.integer(112, 148);
    const start = Temporal.PlainDateTime.from("2020-03-01T00:00:00");
    for (let day = 0; day < days; day += 1) {
      if (!draw.chance(0.8)) continue;
      const at = start.add({ days: day, seconds: draw.integer(6 * 3600, 23 * 3600) });
      const upper = Math.round(usual + draw.normal(0, 6));
      const values = `${Math.round(upper * 0.64)},${upper},""`;
      const row = (time: Temporal.PlainDateTime, index: string) =>
        `"person-${person}","${time.toString({ smallestUnit: "second" }).replace("T", "  ")}",${values},${index}`;
      lines.push(row(at, `"${(draw.uniform(2, 4)).toFixed(3)}"`));
      if (draw.chance(0.6)) lines.push(row(at.add({ hours: 3 }), '""'));
    }
  }
  return `${lines.join("\n")}\n`;
}
