import type { Page } from "playwright-core";
import type { Row } from "../report/results.ts";
import { coldPage, type Signed } from "./browser.ts";

/** The newest `trends-drawn` after an instant of the page's clock, in milliseconds; waits for it. Text, since it runs in the page. */
const drawn = (after: number): string => `new Promise((resolve) => {
  const look = () => {
    const last = performance.getEntriesByName("trends-drawn").filter(({ startTime }) => startTime > ${after}).at(-1);
    return last ? resolve(last.duration) : setTimeout(look, 20);
  };
  look();
})`;

/** Chooses a period on the patient's screen. @returns from the press to the picture, and from the data to the picture, ms */
async function choose(page: Page, span: string): Promise<{ whole: number; picture: number }> {
  const before = await page.evaluate<number>("performance.now()");
  await page.getByText(span, { exact: true }).click();
  const picture = await page.evaluate<number>(drawn(before));
  return { whole: (await page.evaluate<number>("performance.now()")) - before, picture };
}

/** Row W5: a year of every signal that one patient has, from the answers' arrival until all curves are painted. */
export async function drawing({ context }: Signed, origin: string, patient: string, rounds: number): Promise<Row> {
  const measure = async (slowdown: number) => {
    const [picture, whole]: number[][] = [[], []];
    let curves = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = await coldPage(context, slowdown);
      await page.goto(`${origin}/patients/${patient}`);
      await page.evaluate(drawn(0));
      const year = await choose(page, "1 år");
      picture!.push(year.picture);
      whole!.push(year.whole);
      curves = await page.locator("section[aria-label] svg[role=img] path").count();
      await page.close();
    }
    return { picture: picture!, whole: whole!, curves };
  };
  const fast = await measure(1);
  const slow = await measure(4);
  return {
    id: "W5",
    figure: "a year of six signals drawn",
    unit: "ms",
    better: "less",
    first: 200,
    later: 100,
    rounds: fast.picture,
    parts: [
      { name: "the same, CPU 4 times slower", unit: "ms", rounds: slow.picture },
      { name: "from the press to the picture, with the answers", unit: "ms", rounds: fast.whole },
      { name: "the same, CPU 4 times slower", unit: "ms", rounds: slow.whole },
    ],
    how: "The patient's screen shows 30 days; somebody chooses a year. From when the last answer is there until the frame with all curves has been made: a weight, two blood pressures and a pulse, saturation and its pulse, temperature, breaths and peak flow, once a day each.",
  };
}
