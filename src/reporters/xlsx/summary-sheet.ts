import { attributeText } from "../../containers/xml.ts";
import { columnName } from "../../model/cell-names.ts";
import type { Note, Problem, RunHead, Summary } from "../../model/report.ts";
import { REVIEW_HEADINGS, REVIEW_TITLE } from "../../model/review-sheet.ts";
import { type Remark, type Review, todoOf } from "../parts/review.ts";
import { visible } from "../parts/visible.ts";
import { describePlace, describeSummary, LEVEL_WORDS } from "../sentence.ts";
import { textCell } from "./cells.ts";
import type { Styles } from "./styles.ts";

/** All that a run says about one workbook. */
export interface Account {
  /** Name of the source. */
  readonly file: string;
  readonly head: RunHead;
  readonly summary: Summary;
  /** In source order. */
  readonly reviews: readonly Review[];
  /** Their words are masked already. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/** A worksheet that lists every finding with a link to its cell, and what could not be checked. */
export function summarySheet(account: Account, styles: Styles, namespace: string): string {
  const page = pageOf(styles);
  for (const line of opening(account)) page.line(line.words, line.bold);
  page.line("");
  page.row(COLUMNS.map(({ heading }) => ({ words: heading, style: styles.bold })));
  const headings = page.height();
  for (const review of account.reviews)
    for (const remark of review.remarks) page.row(...findingRow(review, remark, styles));
  for (const section of remarkSections(account)) {
    page.line("");
    page.line(section.title, true);
    for (const sentence of section.sentences) page.line(sentence);
  }
  return page.markup(namespace, headings);
}

interface Column {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

const [SHEET, CELL, CHANNEL] = REVIEW_HEADINGS;

const COLUMNS: readonly Column[] = [
  { heading: SHEET, width: 14 },
  { heading: CELL, width: 8 },
  { heading: CHANNEL, width: 12 },
  { heading: "Goes out", width: 18 },
  { heading: "Verdict", width: 16 },
  { heading: "Clause", width: 34 },
  { heading: "Passage", width: 36 },
  { heading: "Why", width: 50 },
  { heading: "What to do", width: 50 },
];

interface Cell {
  readonly words: string;
  readonly style: number | null;
}

function opening({
  file,
  head,
  summary,
  reviews,
}: Account): readonly { readonly words: string; readonly bold: boolean }[] {
  const { policy, ruleset, tool, asOf } = head;
  return [
    { words: `${REVIEW_TITLE}${visible(file)}`, bold: true },
    { words: describeSummary(summary, policy), bold: false },
    ...sharedRows(reviews).map((words) => ({ words, bold: false })),
    {
      words: `Judged by the rule set ${ruleset.name} ${ruleset.version} (${visible(policy.title)}) as of ${asOf}, with ${tool.name} ${tool.version}. A finding is a possible breach: a person decides.`,
      bold: false,
    },
    { words: "Not looked at: what images show, and what links lead to.", bold: false },
  ];
}

/** At most one sentence: why there are fewer rows than the summary counts findings. */
function sharedRows(reviews: readonly Review[]): readonly string[] {
  const remarks = reviews.flatMap((review) => review.remarks);
  const findings = remarks.reduce((sum, one) => sum + one.findings, 0);
  if (findings === remarks.length) return [];
  return [
    `${findings} findings are ${remarks.length} ${remarks.length === 1 ? "row" : "rows"} here: those that cite one clause for the same words share a row.`,
  ];
}

function findingRow(review: Review, remark: Remark, { plain, levels }: Styles): [readonly Cell[], string | null] {
  const { sheet } = review.source;
  const { level, title, passage, sayings, cell } = remark;
  const why = sayings.flatMap(({ why }) => (why === "" ? [] : [why])).join(" Also: ");
  const words = [
    sheet ?? "",
    cell ?? "",
    review.channel,
    review.publishAt,
    LEVEL_WORDS[level],
    title,
    passage,
    why,
    todoOf(remark),
  ];
  const cells = words.map((text, index) => ({ words: text, style: index === VERDICT ? levels[level] : plain }));
  return [cells, sheet === null || cell === null ? null : `'${sheet.replaceAll("'", "''")}'!${cell}`];
}

const VERDICT = 4;
/** 1-based column of the cells that findings link to. */
const LINK = 2;

function remarkSections({ problems, notes }: Account) {
  const sentences = (remarks: readonly (Problem | Note)[]) =>
    remarks.map(({ source, message }) =>
      source === null ? visible(message) : `${describePlace(source)}: ${visible(message)}`,
    );
  return [
    { title: "Could not be checked", sentences: sentences(problems) },
    { title: "Notes", sentences: sentences(notes) },
  ].filter((section) => section.sentences.length > 0);
}

/** Rows as they are written, from the top. */
function pageOf({ plain, bold }: Styles) {
  const rows: string[] = [];
  const lines: number[] = [];
  const links: string[] = [];
  const last = columnName(COLUMNS.length);
  const room = COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const cellsOf = (cells: readonly Cell[], row: number) =>
    cells.map(({ words, style }, index) =>
      words === "" ? "" : textCell("", `${columnName(index + 1)}${row}`, words, style),
    );
  return {
    height: () => rows.length,
    /** Words across the whole width. */
    line(words: string, isBold = false) {
      const row = rows.length + 1;
      rows.push(
        `<row r="${row}"${heightFor(linesOf(words, room))}>${cellsOf([{ words, style: isBold ? bold : plain }], row).join("")}</row>`,
      );
      if (words !== "") lines.push(row);
    },
    row(cells: readonly Cell[], link: string | null = null) {
      const row = rows.length + 1;
      const tallest = Math.max(...cells.map(({ words }, index) => linesOf(words, COLUMNS[index]!.width)));
      rows.push(`<row r="${row}"${heightFor(tallest)}>${cellsOf(cells, row).join("")}</row>`);
      if (link !== null) links.push(`<hyperlink ref="${columnName(LINK)}${row}" location="${attributeText(link)}"/>`);
    },
    markup(namespace: string, frozen: number): string {
      const columns = COLUMNS.map(
        ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
      );
      const merged = lines.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`);
      const linked = links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${rows.length}"/><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData><mergeCells count="${merged.length}">${merged.join("")}</mergeCells>${linked}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
    },
  };
}

/** Points. */
const LINE_HEIGHT = 15;
const TALLEST_ROW = 405;

/** Lines that words take, a little generous: words break before the edge, and bold ones are wider. */
const linesOf = (words: string, width: number): number => Math.max(1, Math.ceil((words.length * 1.15) / width));

/** Written out, as not every program works it out when it opens a file. */
const heightFor = (lines: number): string =>
  lines === 1 ? "" : ` ht="${Math.min(TALLEST_ROW, lines * LINE_HEIGHT)}" customHeight="1"`;
