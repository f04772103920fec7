import { type Contest, type Goal, isReached, type Standing } from "./contest.ts";
import type { Spread } from "./spread.ts";

export type Row = readonly string[];

/** The head first; without the columns in which nobody has anything. */
export function standingRows(standings: readonly Standing[]): readonly Row[] {
  const [head, ...rows] = allColumns(standings);
  const used = head!.map((_, column) => rows.some((row) => row[column] !== ""));
  return [head!, ...rows].map((row) => row.filter((_, column) => used[column]));
}

const allColumns = (standings: readonly Standing[]): readonly Row[] => [
  ["", "ratio: median", "least to most", "time", "posts a second", "goal"],
  ...standings.map((standing, place) => [
    standing.entrant,
    place === 0 ? "1" : decimal(standing.ratio.median),
    place === 0 ? "" : range(standing.ratio),
    `${decimal(standing.time.median)} ms`,
    standing.postsPerSecond === null ? "" : decimal(standing.postsPerSecond),
    standing.goal === null ? "" : described(standing, standing.goal),
  ]),
];

const described = (standing: Standing, goal: Goal): string =>
  `${wanted(standing, goal)}: ${isReached(standing, goal) ? "reached" : "not reached"}`;

function wanted({ more, postsPerSecond }: Standing, goal: Goal): string {
  if ("atMost" in goal) return `at most ${goal.atMost}`;
  if ("atLeast" in goal) return `at least ${goal.atLeast}`;
  const [times, unit] = postsPerSecond === null ? [1, "ms"] : [1000, "µs a post"];
  const range = `${decimal(times * more.minimum)} to ${decimal(times * more.maximum)}`;
  return `at most ${decimal(times * goal.addsAtMost)} ${unit} more; ${decimal(times * more.median)} more (${range})`;
}

export const memoryRows = (
  measured: readonly { readonly name: string; readonly peak: Spread; readonly goal: string }[],
) => [
  ["", "peak memory: median", "least to most", "goal"],
  ...measured.map(({ name, peak, goal }) => [name, `${decimal(peak.median)} MB`, `${range(peak)} MB`, goal]),
];

const range = ({ minimum, maximum }: Spread): string => `${decimal(minimum)}–${decimal(maximum)}`;

/** In columns. */
export function plainTable(title: Contest["title"], rows: readonly Row[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: Row) => row.map((cell, column) => pad(cell, widths[column]!, column)).join("   ");
  return `${title}\n${rows.map((row) => `  ${line(row)}`.trimEnd()).join("\n")}\n`;
}

const pad = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);

export function markdownTable(title: Contest["title"], [head, ...rows]: readonly Row[]): string {
  const line = (row: Row) => `| ${row.join(" | ")} |`;
  const [first, ...others] = head!;
  return `${[line([title, ...others]), line([first!, ...others].map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n")}\n`;
}

/** In three digits, or more where it is large. */
const decimal = (value: number): string =>
  value.toLocaleString("en-GB", value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
