import type { Sample } from "./samples.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, GAP] = [760, 110, 60, 20, 44];

type Curve = { readonly title: string; readonly colour: string; readonly of: (sample: Sample) => number };

const curves: readonly Curve[] = [
  { title: "resident memory, MB", colour: "#1f4e8c", of: ({ resident }) => resident / 1e6 },
  { title: "JavaScript heap of the main thread, MB", colour: "#6a3d9a", of: ({ heap }) => heap / 1e6 },
  { title: "hubs connected", colour: "#2e7d32", of: ({ connected }) => connected },
  { title: "commands waiting for the writer", colour: "#b3261e", of: ({ pending }) => pending },
];

/** The course of a soak as an SVG: one curve under the other, over simulated days; a dashed line where a life began. */
export function soakPicture(samples: readonly Sample[], days: number): string {
  const height = curves.length * (HEIGHT + GAP) + 20;
  const x = (day: number): number => one(LEFT + ((WIDTH - LEFT - RIGHT) * Math.min(day, days * 1.05)) / (days * 1.05));
  const starts = samples.filter((each, index) => index > 0 && each.life !== samples[index - 1]!.life);
  const ticks = Array.from({ length: 7 }, (_, index) => Math.round((days * index) / 6));
  const plots = curves.map(({ title, colour, of }, index) => {
    const top = index * (HEIGHT + GAP) + 24;
    const most = Math.max(1, ...samples.map(of)) * 1.05;
    const y = (value: number): number => one(top + HEIGHT * (1 - value / most));
    // One line for each life of the platform.
    const lives = [...new Set(samples.map(({ life }) => life))].map((life) =>
      samples
        .filter((each) => each.life === life)
        .map((each) => `${x(each.day)},${y(of(each))}`)
        .join(" "),
    );
    return `<text x="${LEFT}" y="${top - 7}" fill="#111">${title}</text>
<rect x="${LEFT}" y="${top}" width="${WIDTH - LEFT - RIGHT}" height="${HEIGHT}" fill="none" stroke="#bbb"/>
<text x="${LEFT - 6}" y="${top + 10}" text-anchor="end" fill="#666">${Math.round(most)}</text>
<text x="${LEFT - 6}" y="${top + HEIGHT}" text-anchor="end" fill="#666">0</text>
${starts.map(({ day }) => `<line x1="${x(day)}" x2="${x(day)}" y1="${top}" y2="${top + HEIGHT}" stroke="#888" stroke-dasharray="3 3"/>`).join("")}
${lives.map((points) => `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.2"/>`).join("")}
${ticks.map((day) => `<text x="${x(day)}" y="${top + HEIGHT + 14}" text-anchor="middle" fill="#666" font-size="10">${day}</text>`).join("")}
`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${plots.join("")}</svg>
`;
}

const one = (value: number): number => Math.round(value * 10) / 10;
