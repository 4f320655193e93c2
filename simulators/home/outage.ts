import { random } from "../random.ts";
import type { Home } from "./home.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Nothing is kept back longer than this, however unlucky: two outages end to end. */
export const longestOutageMs = 72 * HOUR;

/** A time without network: from … to, in milliseconds since the epoch. */
export type Outage = { readonly from: number; readonly to: number };

/** Looks up when a home is without network. Pure in the home's seed and id. */
export type Outages = {
  /** When something measured at this instant can be sent: the instant itself unless the home is offline. */
  sendable(at: number): number;
  /** The first outage that ends after this instant and begins before `until`. */
  next(after: number, until: number): Outage | undefined;
};

/** At most one outage begins per day of UTC; two overlapping ones count as one, a third as another. */
export function outagesOf(home: Home): Outages {
  const stream = random(home.seed, `home/${home.hub.id}`).sub("outage");
  const { outage: perDay, outageMeanHours } = home.disturbances;

  const beginningOn = (day: number): Outage | undefined => {
    const draw = stream.sub(String(day));
    if (!draw.chance(perDay)) return undefined;
    const from = day * DAY + draw.integer(0, DAY - 1);
    const length = Math.min(longestOutageMs / 2, Math.max(HOUR / 4, draw.exponential(outageMeanHours * HOUR)));
    return { from, to: from + Math.floor(length) };
  };

  const covering = (at: number): Outage | undefined => {
    const day = Math.floor(at / DAY);
    for (let ago = Math.ceil(longestOutageMs / 2 / DAY); ago >= 0; ago--) {
      const outage = beginningOn(day - ago);
      if (outage && outage.from <= at && at < outage.to) return outage;
    }
    return undefined;
  };

  const sendable = (at: number): number => {
    let when = at;
    for (let joined = 0; joined < 2; joined++) {
      const outage = covering(when);
      if (!outage) break;
      when = outage.to;
    }
    return when;
  };

  return {
    sendable,
    next: (after, until) => {
      const current = covering(after);
      if (current) return { from: current.from, to: sendable(after) };
      for (let day = Math.floor(after / DAY); day * DAY < until; day++) {
        const outage = beginningOn(day);
        if (outage && outage.from >= after && outage.from < until) {
          return { from: outage.from, to: sendable(outage.from) };
        }
      }
      return undefined;
    },
  };
}
