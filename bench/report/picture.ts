import { median, type Results, type Row, rounded } from "./results.ts";

const WIDTH = 760;
const LINE = 34;
const LEFT = 330;
const PLOT = WIDTH - LEFT - 110;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/**
 * How far each figure is from its first aim, as an SVG: a bar from the aim (the line in the middle) to the right where it
 * is better and to the left where it is worse, on a logarithmic scale, with the spread as a thin line.
 */
export function ratioPicture({ rows }: Pick<Results, "rows">): string {
  const height = rows.length * LINE + 60;
  const body = rows.map((row, index) => drawRow(row, 36 + index * LINE)).join("");
  const middle = x(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="${middle}" y="16" text-anchor="middle" fill="#333">first aim</text>
<line x1="${middle}" x2="${middle}" y1="22" y2="${height - 34}" stroke="#333"/>
${body}<text x="${x(1 / 10)}" y="${height - 14}" text-anchor="middle" fill="#666">10 times worse</text>
<text x="${x(10)}" y="${height - 14}" text-anchor="middle" fill="#666">10 times better</text>
</svg>
`;
}

/** Where a share of the first aim stands: a tenth at the left end, ten times at the right. */
const x = (share: number): number => {
  const place = Math.min(1, Math.max(-1, Math.log10(share)));
  return Math.round((LEFT + (PLOT * (place + 1)) / 2) * 10) / 10;
};

function drawRow(row: Row, y: number): string {
  const shareOf = (value: number): number =>
    row.better === "more" ? value / row.first : row.first / Math.max(value, 1e-9);
  const value = median(row.rounds);
  const [at, middle] = [x(shareOf(value)), x(1)];
  const ends = row.rounds.map((each) => x(shareOf(each)));
  const colour = at >= middle ? "#2e7d32" : "#b3261e";
  const unit = row.unit === "ratio" ? "" : ` ${row.unit}`;
  const then = x(shareOf(row.later));
  return `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end" fill="#111">${escaped(shortened(`${row.id}  ${row.figure}`, 44))}</text>
<rect x="${Math.min(at, middle)}" y="${y + 4}" width="${Math.max(1, Math.round(Math.abs(at - middle) * 10) / 10)}" height="14" fill="${colour}" opacity="0.75"/>
<line x1="${Math.min(...ends)}" x2="${Math.max(...ends)}" y1="${y + 11}" y2="${y + 11}" stroke="#111"/>
<line x1="${then}" x2="${then}" y1="${y}" y2="${y + 22}" stroke="#666" stroke-dasharray="3 2"><title>then: ${row.later}${escaped(unit)}</title></line>
<text x="${WIDTH - 100}" y="${y + 15}" fill="#111">${rounded(value)}${escaped(unit)}</text>
`;
}
