import type { SheetRow } from "./calendar/sheet.ts";
import type { KeptLine } from "./markdown-lines.ts";
import { isWritten } from "./sections.ts";

/** A table of Markdown as GitHub has it. */
export interface MarkdownTable {
  /** Indices of its lines, the last one not included. */
  readonly first: number;
  readonly end: number;
  /** Its heading is row 1. */
  readonly rows: readonly SheetRow[];
  /** 1-based. */
  readonly line: number;
}

/** In their order: a line of headings over a line of dashes, up to the next line that is blank or another thing. */
export function tablesIn(lines: readonly KeptLine[]): readonly MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  for (let index = 0; index + 1 < lines.length; index++) {
    if (!isTableHead(lines[index]!, lines[index + 1]!)) continue;
    let end = index + 2;
    while (end < lines.length && isRow(lines[end]!) && lines[end]!.line === lines[end - 1]!.line + 1) end += 1;
    const written = [lines[index]!, ...lines.slice(index + 2, end)];
    tables.push({ first: index, end, line: lines[index]!.line, rows: written.map(rowFrom) });
    index = end - 1;
  }
  return tables;
}

function isTableHead(heading: KeptLine, below: KeptLine): boolean {
  if (!isRow(heading) || below.line !== heading.line + 1) return false;
  const dashes = textOf(below);
  if (!dashes.includes("|")) return false;
  const cells = cellsIn(dashes);
  return cells.every((cell) => /^:?-+:?$/u.test(cell)) && cells.length === cellsIn(textOf(heading)).length;
}

const isRow = (line: KeptLine): boolean => line.heading === null && line.order === undefined && isWritten(line);

const textOf = ({ pieces }: KeptLine): string => pieces.map(({ text }) => text).join("");

const rowFrom = (line: KeptLine, index: number): SheetRow => ({
  row: index + 1,
  cells: cellsIn(textOf(line)).map((cell) => cell.replaceAll("\\|", "|").replace(/<br ?\/?>/giu, "\n")),
  lineOf: () => line.line,
});

/** A bar behind a backslash is one of the words. */
const cellsIn = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/gu, "")
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
