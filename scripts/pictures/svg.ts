/** The few shapes that pictures in docs are drawn with. Numbers are pixels, rounded to tenths so that bytes stay the same. */

const tenth = (value: number): number => Math.round(value * 10) / 10;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Anchor = "start" | "middle" | "end";

/** A word or line of words. */
export const label = (x: number, y: number, text: string, anchor: Anchor = "start", fill = "#111"): string =>
  `<text x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}" fill="${fill}">${escaped(text)}</text>\n`;

export const line = (x1: number, y1: number, x2: number, y2: number, stroke = "#333", more = ""): string =>
  `<line x1="${tenth(x1)}" y1="${tenth(y1)}" x2="${tenth(x2)}" y2="${tenth(y2)}" stroke="${stroke}"${more}/>\n`;

/** A point that says what it is when pointed at. */
export const dot = (x: number, y: number, radius: number, fill: string, title: string): string =>
  `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${radius}" fill="${fill}"><title>${escaped(title)}</title></circle>\n`;

export const box = (x: number, y: number, width: number, height: number, fill: string, title: string): string =>
  `<rect x="${tenth(x)}" y="${tenth(y)}" width="${tenth(width)}" height="${tenth(height)}" fill="${fill}" opacity="0.75"><title>${escaped(title)}</title></rect>\n`;

/** A picture with a white ground, whatever the page's. @param described what it shows, for who can't see it */
export const picture = (width: number, height: number, described: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">
<title>${escaped(described)}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${body}</svg>
`;

/** Where a value stands between two ends of an axis, which may run either way; what is beyond an end stands at it. */
export type Axis = (value: number) => number;
export const linear =
  ([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Axis =>
  (value) =>
    from + Math.min(1, Math.max(0, (value - low) / (high - low))) * (to - from);
export const logarithmic = ([low, high]: readonly [number, number], ends: readonly [number, number]): Axis => {
  const straight = linear([Math.log10(low), Math.log10(high)], ends);
  return (value) => straight(Math.log10(Math.max(low, value)));
};
