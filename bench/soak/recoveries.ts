import type { Mishap, SoakPlan } from "./plan.ts";
import type { Sample } from "./samples.ts";

/** After a mishap: how long until the hubs were connected again, in real seconds; none when the next came before. */
export type Recovery = Mishap & { readonly seconds: number | null };

/** The hubs are back when this share of those connected before are; some lose their own network meanwhile. */
export const BACK = 0.95;

/** Finds in the samples when the hubs were back after each mishap. Exact to about two seconds: they are a second apart. */
export function recoveriesOf(plan: Pick<SoakPlan, "mishaps" | "speed">, samples: readonly Sample[]): Recovery[] {
  return plan.mishaps.map((mishap, index) => {
    const until = plan.mishaps[index + 1]?.day ?? Number.POSITIVE_INFINITY;
    const before = samples.findLast(({ day }) => day < mishap.day)?.connected ?? 0;
    const enough = before * BACK;
    const after = samples.filter(({ day }) => day >= mishap.day && day < until);
    // The first sample may have been taken before the platform noticed; later than in the second nothing is missed.
    const back = after.slice(1).find(({ connected }) => connected >= enough);
    const seconds = back && ((back.day - mishap.day) * 86_400) / plan.speed;
    return { ...mishap, seconds: seconds === undefined ? null : Math.round(seconds) };
  });
}
