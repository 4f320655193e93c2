import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  contrast,
  difference,
  luminance,
  type Palette,
  palettesOf,
  parseHex,
  type Rgb,
  seenBy,
  sights,
} from "./colour.ts";

const source = fileURLToPath(new URL("../../dashboards/web/src/", import.meta.url));
const palettes = palettesOf(readFileSync(`${source}shell/tokens.css`, "utf8"));
const themes = [
  ["light", palettes.light],
  ["dark", palettes.dark],
] as const;

/** Every colour of text may stand on every surface: which meet is for the screens to say, and changes. */
const texts = ["text", "quiet", "accent", "red", "amber", "blue", "grey", "ok"];
const surfaces = ["surface", "page", "accent-soft", "red-soft", "amber-soft", "blue-soft", "grey-soft"];
/** Text in the surface's colour, on what is filled. */
const filled = ["accent", "red", "text"];
/** Lines that say where a field or a button is, and what marks where the keyboard is. */
const edges = ["line-strong", "accent"];

const of = (palette: Palette, name: string): Rgb => {
  const colour = palette[name];
  if (!colour) throw new Error(`tokens.css has no --hv-${name}`);
  return colour;
};

/** Pairs of text and surface below a contrast. WCAG 2.2, 1.4.3: 4.5; 1.4.11, of edges: 3. */
function tooFaint(palette: Palette): string[] {
  const pairs = [
    ...texts.flatMap((text) => surfaces.map((on) => [text, on, 4.5] as const)),
    ...filled.map((on) => ["surface", on, 4.5] as const),
    ...edges.flatMap((edge) => ["surface", "page"].map((on) => [edge, on, 3] as const)),
  ];
  return pairs.flatMap(([text, on, least]) => {
    const found = contrast(of(palette, text), of(palette, on));
    return found < least ? [`${text} on ${on}: ${found.toFixed(2)}`] : [];
  });
}

/** The grades' colours; what is silent and what is technical share the grey, and no other two share one. */
const grades = ["red", "amber", "blue", "grey"];
/**
 * What most people just notice is ΔE*ab 2.3, side by side and at rest. Marks stand apart, small and glanced at: six times that.
 */
const APART = 15;

/** Pairs of grades' colours that look alike to somebody. */
const alike = (palette: Palette): string[] =>
  [undefined, ...sights].flatMap((sight) =>
    grades.flatMap((one, at) =>
      grades.slice(at + 1).flatMap((other) => {
        const seen = (name: string): Rgb => (sight ? seenBy(sight, of(palette, name)) : of(palette, name));
        const apart = difference(seen(one), seen(other));
        return apart < APART ? [`${one} and ${other}, ${sight ?? "all cones"}: ${apart.toFixed(1)}`] : [];
      }),
    ),
  );

describe.each(themes)("the colours of the %s theme", (_, palette) => {
  it("carry text at 4.5:1 on every surface, and edges at 3:1", () => {
    expect(tooFaint(palette)).toEqual([]);
  });

  it("tell the grades apart, also without a long, middle or short cone", () => {
    expect(alike(palette)).toEqual([]);
  });
});

describe("the checks", () => {
  it("find a text that is too faint, and a red that is an amber without the middle cone", () => {
    expect(tooFaint({ ...palettes.light, quiet: parseHex("#8a9695") })).toContain("quiet on surface: 3.05");
    expect(alike({ ...palettes.light, red: parseHex("#b3261e") })).toEqual(["red and amber, deuteranopia: 4.8"]);
  });

  it("measure as WCAG and CIE do", () => {
    expect(contrast(parseHex("#ffffff"), parseHex("#000000"))).toBeCloseTo(21, 5);
    // The worked value of many a tutorial: the lightest grey that passes on white.
    expect(contrast(parseHex("#767676"), parseHex("#ffffff"))).toBeCloseTo(4.54, 2);
    expect(luminance(parseHex("#ff0000"))).toBeCloseTo(0.2126, 4);
    expect(difference(parseHex("#ffffff"), parseHex("#000000"))).toBeCloseTo(100, 1);
  });

  it("see white and grey as they are, whichever cone is missing", () => {
    for (const sight of sights) {
      expect(difference(seenBy(sight, parseHex("#ffffff")), parseHex("#ffffff"))).toBeLessThan(0.5);
      expect(difference(seenBy(sight, parseHex("#808080")), parseHex("#808080"))).toBeLessThan(0.5);
    }
  });
});

/** Black, white and greys: paper, and what a camera reads. */
const isGrey = (hex: string): boolean => /^#(..)\1\1$/i.test(hex);

describe("colours of their own", () => {
  it("has no style and no component but for paper: what is not a token is not measured", () => {
    const files = globSync("**/*.{css,tsx}", { cwd: source }).filter((file) => file !== "shell/tokens.css");
    const found = files.flatMap((file) =>
      [...readFileSync(source + file, "utf8").matchAll(/(?<![\w&])#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl\(/gi)]
        .filter(([text]) => !isGrey(text))
        .map(([text]) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
