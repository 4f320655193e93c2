/** When something was away; without `to` it still is. Instants in milliseconds since the epoch. */
export type Span = { readonly from: number; readonly to?: number | undefined };

/** When the hubs of a signal and when the platform were away. */
export type Downtime = { readonly hubDown: readonly Span[]; readonly platformDown: readonly Span[] };

const MINUTE = 60_000;
/** A hub away for longer is offline; shorter is how home networks are. */
export const HUB_OFFLINE = 30 * MINUTE;
/** So long after the connection is back what was held back is taken to have come. */
export const GRACE = 30 * MINUTE;

/**
 * When it is decided whether a window was missed: at its cut-off; where that fell into a downtime, 30 minutes after the
 * connection was back, for then what devices and hubs kept has come. A hub that stays away doesn't put it off: once it has
 * been offline for 30 minutes the cut-off decides, since whatever the hub may hold, nobody sees it.
 * @param cutOff,at milliseconds since the epoch
 * @returns milliseconds since the epoch; infinite while the platform is down
 */
export function decidedAt(cutOff: number, { hubDown, platformDown }: Downtime, at: number): number {
  let latest = cutOff;
  for (const span of platformDown) {
    if (covers(span, cutOff)) latest = Math.max(latest, backAt(span, at) + GRACE);
  }
  for (const span of hubDown) {
    if (!covers(span, cutOff)) continue;
    const back = backAt(span, at);
    const offline = Math.max(cutOff, span.from + HUB_OFFLINE);
    latest = Math.max(latest, back < offline ? back + GRACE : offline);
  }
  return latest;
}

/**
 * Since when the hubs have been away, as far as the platform could see: those that were there when it stopped count from
 * when it came back. `undefined` when they are not away.
 */
export function openSpan({ hubDown, platformDown }: Downtime, at: number): number | undefined {
  const starts = hubDown
    .filter((span) => span.from <= at && backAt(span, at) === Infinity)
    .map(({ from }) => {
      const stops = platformDown.filter(({ from: stop, to = Infinity }) => Math.abs(stop - from) <= MINUTE && to <= at);
      return Math.max(from, ...stops.map(({ to = from }) => to));
    });
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** When none of several was there: the spans in which all were away. Without any there is no such span. */
export function allAway(each: readonly (readonly Span[])[]): Span[] {
  const [first, ...others] = each;
  if (!first) return [];
  return others.reduce<readonly Span[]>(
    (common, spans) => common.flatMap((a) => spans.flatMap((b) => both(a, b))),
    first,
  ) as Span[];
}

function both(a: Span, b: Span): Span[] {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to ?? Infinity, b.to ?? Infinity);
  return from < to ? [{ from, to: to === Infinity ? undefined : to }] : [];
}

const covers = ({ from, to = Infinity }: Span, instant: number): boolean => from <= instant && instant <= to;

/** When it was back, as far as is known at an instant. */
const backAt = ({ to = Infinity }: Span, at: number): number => (to <= at ? to : Infinity);
