/** Colours as people see them: contrast, difference, and what is left of both for eyes that lack a cone. */

/** Red, green and blue from 0 to 1, as in sRGB (IEC 61966-2-1) unless said otherwise. */
export type Rgb = readonly [number, number, number];

/** A token's colour by its name without `--hv-`, in one theme. */
export type Palette = Readonly<Record<string, Rgb>>;

/** `#rrggbb` as red, green and blue from 0 to 1. */
export const parseHex = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;

/** The colours of `tokens.css`, light and dark; what dark doesn't say anew is as in light. */
export function palettesOf(css: string): { light: Palette; dark: Palette } {
  const block = (selector: string): Palette => {
    const from = css.indexOf(`\n${selector} {`);
    const body = css.slice(from, css.indexOf("}", from));
    return Object.fromEntries(
      [...body.matchAll(/--hv-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, parseHex(String(hex))]),
    );
  };
  const light = block(":root");
  return { light, dark: { ...light, ...block(':root[data-mantine-color-scheme="dark"]') } };
}

const map = ([r, g, b]: Rgb, change: (channel: number) => number): Rgb => [change(r), change(g), change(b)];
const linear = (rgb: Rgb): Rgb => map(rgb, (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const encoded = (rgb: Rgb): Rgb =>
  map(rgb, (c) => Math.min(1, Math.max(0, c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)));

type Matrix = readonly [Rgb, Rgb, Rgb];
const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Rgb;

/** sRGB's primaries in CIE XYZ under D65, IEC 61966-2-1. */
const XYZ: Matrix = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];
const WHITE: Rgb = [0.9505, 1, 1.089];

/** How bright a colour is, from 0 to 1: WCAG 2.2, "relative luminance". */
export const luminance = (rgb: Rgb): number => times(XYZ, linear(rgb))[1];

/** From 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** CIE 1976 L*a*b* (CIE 15). */
function lab(rgb: Rgb): Rgb {
  const xyz = times(XYZ, linear(rgb));
  const [x, y, z] = xyz
    .map((value, at) => value / WHITE[at]!)
    .map((t) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29)) as unknown as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE*ab (CIE 15): 2.3 is what most people just notice, by Mahy, Van Eycken & Oosterlinck 1994. */
export const difference = (one: Rgb, other: Rgb): number => {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Machado, Oliveira & Fernandes 2009, IEEE TVCG 15(6), severity 1.0; for linear red, green and blue. */
const LACKING = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

export type Sight = keyof typeof LACKING;
export const sights = Object.keys(LACKING) as readonly Sight[];

/** How a colour looks to somebody who lacks the long, the middle or the short cone. */
export const seenBy = (sight: Sight, rgb: Rgb): Rgb => encoded(times(LACKING[sight], linear(rgb)));
