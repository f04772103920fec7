import stringWidth from "fast-string-width";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { PostResult, RunHead } from "../model/report.ts";
import type { Level } from "../model/rule.ts";
import type { Colours } from "./colours.ts";
import { type Block, blocksOf, type Saying, sayingsOf } from "./parts/blocks.ts";
import { type ClauseNames, clauseNames, describeClause } from "./parts/clause.ts";
import { blockExcerpts, type Excerpt } from "./parts/excerpt.ts";
import { factsOf } from "./parts/facts.ts";
import { letStand } from "./parts/let-stand.ts";
import { type Mask, maskOf } from "./parts/mask.ts";
import { standingOf } from "./parts/verdict.ts";
import { visible } from "./parts/visible.ts";
import { wrap } from "./parts/wrap.ts";
import type { ReporterSettings, ReportKind } from "./reporter.ts";
import { describeFieldOf, describePlace, describeRules, describeSummary, LEVEL_WORDS } from "./sentence.ts";

/** For a person at a terminal. Problems and notes are not written here: they go to standard error, as sentence.ts words them. */
export const pretty: ReportKind = {
  describe: "for reading: each passage in its line, the clause, why, and what to do instead",
  open(head, sink, settings) {
    const page = pageOf(head, settings);
    const write = (lines: readonly string[]) => sink.write(lines.map((line) => `${line.trimEnd()}\n`).join(""));
    return {
      post: (result) => write(postLines(result, page)),
      problem() {},
      note() {},
      end: (summary) => write(wrap(describeSummary(summary, head.policy), page.width)),
    };
  },
};

type Style = (plain: string) => string;

/** What all lines of a report have in common. */
interface Page {
  readonly width: number;
  readonly colour: Colours;
  readonly settings: ReporterSettings;
  readonly nameOf: ClauseNames;
}

const NARROWEST = 40;
const WIDEST = 100;
/** Columns before a level word, and before what stands under it. */
const INDENT = "  ";
const INSET = "    ";
/** Columns of a line number. */
const GUTTER = 6;
const BAR = " │ ";
/** The widest label and two spaces. */
const LABEL = "Instead  ".length;

function pageOf(head: RunHead, settings: ReporterSettings): Page {
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, settings.width)),
    colour: settings.colour,
    settings,
    nameOf: clauseNames(head.policy),
  };
}

function postLines(result: PostResult, page: Page): readonly string[] {
  const { mask: masking, verbose } = page.settings;
  const mask = maskOf(result, masking);
  const standing = standingOf(result.findings);
  const suppressed = verbose ? result.findings.filter((finding) => finding.suppressed !== null) : [];
  const heading = headingOf(result.post, mask);
  if (standing.length + suppressed.length === 0) {
    return verbose ? [...hanging("", `${heading}: nothing found`, page, page.colour.dim), ""] : [];
  }
  return [
    ...headingLines(heading, page),
    "",
    ...blocksOf(standing).flatMap((block) => [...blockLines(result.post, block, mask, page), ""]),
    ...suppressed.flatMap((finding) => [...suppressedLines(finding, mask, page), ""]),
  ];
}

function headingOf(post: Post, mask: Mask): string {
  const place = describePlace(post.source);
  return post.named ? `${place} · ${visible(mask.hide(post.id))}` : place;
}

/** A thin rule to the edge parts one post from the next. */
function headingLines(heading: string, { width, colour }: Page): readonly string[] {
  return wrap(heading, width).map((line, index, lines) => {
    const rest = width - stringWidth(line) - 1;
    return colour.bold(line) + (index === lines.length - 1 && rest > 0 ? colour.dim(` ${"─".repeat(rest)}`) : "");
  });
}

function blockLines(post: Post, block: Block, mask: Mask, page: Page): readonly string[] {
  return [
    ...clauseLines(block.lead, page),
    ...passageLines(post, block, mask, page),
    ...factLines(block, mask, page),
    ...sayingsOf(block).flatMap((saying, index) => sayingLines(index === 0 ? "Why" : "Also", saying, mask, page)),
    ...labelled("Rule", describeRules(block), page, page.colour.dim),
  ];
}

function sayingLines(label: string, { finding, message, advice }: Saying, mask: Mask, page: Page): readonly string[] {
  const words = (text: string) => visible(mask.words(finding, text));
  return [
    ...(message === null ? [] : labelled(label, words(message), page)),
    ...(advice === null ? [] : labelled("Do", words(advice), page)),
    ...(finding.rewrite === null ? [] : labelled("Instead", `“${words(finding.rewrite)}”`, page)),
  ];
}

/** `Do not publish  4.1 Confidential information (also touches 4.2)`. */
function clauseLines(finding: Finding, page: Page): readonly string[] {
  const { level } = finding;
  const lead = `${INDENT}${inColourOf(level, page.colour).bold(LEVEL_WORDS[level])}  `;
  return hanging(lead, describeClause(finding, page.nameOf), page, page.colour.bold);
}

function passageLines(post: Post, block: Block, mask: Mask, page: Page): readonly string[] {
  return blockExcerpts(post, block, mask, page.width - GUTTER - BAR.length).flatMap(({ field, excerpts, more }) => {
    const where = field === "text" ? [] : labelled("In", describeFieldOf(post, field), page);
    if (excerpts.length === 0) return where;
    const shown = excerpts.flatMap((one) => excerptLines(one, block.lead.level, post, page));
    return ["", ...where, ...shown, ...leftOut(more, page), ""];
  });
}

/** A line of the draft with the passage underlined. A row says more than a line to whoever opens a spreadsheet. */
function excerptLines(excerpt: Excerpt, level: Level, post: Post, page: Page): readonly string[] {
  const { colour } = page;
  const { parts, underline } = excerpt;
  const paint = inColourOf(level, colour);
  const text = parts.map((part) => (part.marked ? paint(part.text) : part.text)).join("");
  return [
    colour.dim(numberOf(excerpt, post).padStart(GUTTER) + BAR) + text,
    colour.dim(" ".repeat(GUTTER) + BAR) + paint(underline),
  ];
}

/** Of the line, or of the paragraph behind the mark with which Word shows one. */
function numberOf({ line, paragraph }: Excerpt, { source }: Post): string {
  if (paragraph !== undefined) return `¶${paragraph}`;
  return line === null || source.row !== null ? "" : String(line);
}

function leftOut(count: number, page: Page): readonly string[] {
  return count > 0 ? [page.colour.dim(`${" ".repeat(GUTTER)}${BAR}… and ${count} more`)] : [];
}

/** What each passage shows, where a finding rests on several; with `--verbose`, also where it rests on one. */
function factLines(block: Block, mask: Mask, page: Page): readonly string[] {
  const facts = factsOf(block, mask, page.settings.verbose ? 1 : 2).map(({ passage, quoted, shows }) => ({
    passage: quoted ? `“${shortened(passage, page)}”` : shortened(passage, page),
    shows,
  }));
  const widest = Math.max(0, ...facts.map(({ passage }) => stringWidth(passage)));
  return facts.flatMap(({ passage, shows }, index) => {
    const label = (index === 0 ? "Facts" : "").padEnd(LABEL);
    const padding = " ".repeat(widest - stringWidth(passage));
    return hanging(`${INSET}${page.colour.dim(label)}${passage}${padding}  `, shows, page);
  });
}

function suppressedLines(finding: Finding, mask: Mask, page: Page): readonly string[] {
  const name = [finding.clause, finding.rule].filter((part) => part !== null).join(" ");
  const lead = `${INDENT}${page.colour.dim("Let stand")}  `;
  return hanging(lead, visible(`${name}: ${letStand(finding.suppressed!, mask)}`), page, page.colour.dim);
}

function labelled(label: string, text: string, page: Page, style?: Style): readonly string[] {
  return hanging(INSET + page.colour.dim(label.padEnd(LABEL)), text, page, style);
}

/** Text after a prefix, its further lines under its first. */
function hanging(prefix: string, text: string, { width }: Page, style: Style = (plain) => plain): readonly string[] {
  const indent = stringWidth(prefix);
  const lines = wrap(text, width - indent);
  return lines.map((line, index) => (index === 0 ? prefix : " ".repeat(indent)) + style(line));
}

function inColourOf(level: Level, colour: Colours): Colours {
  const ofLevel: Record<Level, Colours> = { error: colour.red, warning: colour.yellow, suggestion: colour.blue };
  return ofLevel[level];
}

/** So much of a passage as names it and leaves room for what it shows. */
function shortened(passage: string, { width }: Page): string {
  const most = Math.min(24, Math.floor((width - INSET.length - LABEL) / 3));
  const characters = [...passage];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : passage;
}
