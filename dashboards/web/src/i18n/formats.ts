/**
 * The browser's formats for dates, made once each: making one costs a hundred times what using it does, and a worklist says
 * hundreds of instants.
 */
const made = new Map<string, Intl.DateTimeFormat>();

/** A format as `new Intl.DateTimeFormat` gives it, the same one for the same wish. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const wish = `${locale} ${JSON.stringify(options)}`;
  let format = made.get(wish);
  if (format === undefined) made.set(wish, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

/** Does something when the browser has nothing else to do, in a task of its own. */
const later = (what: () => void): void => void setTimeout(what);

/**
 * Makes formats that nearly every screen needs while the page waits for its first answers: each takes a slow phone a
 * hundredth of a second, which would otherwise stand between the answer and what is shown of it.
 */
export const makeReady = (formats: readonly (readonly [string, Intl.DateTimeFormatOptions])[]): void =>
  formats.forEach(([locale, options]) => later(() => dateFormat(locale, options).format(0)));

const numbers = new Map<string, Intl.NumberFormat>();

/** A format for numbers with so many decimals at most, the same one for the same wish. */
export function numberFormat(locale: string, decimals: number): Intl.NumberFormat {
  const wish = `${locale} ${decimals}`;
  let format = numbers.get(wish);
  if (format === undefined)
    numbers.set(wish, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals })));
  return format;
}
