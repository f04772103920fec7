import { allOf } from "../model/listing.ts";
import type { Policy } from "../model/policy.ts";
import type { Post, Source } from "../model/post.ts";
import type { Note, Problem, Summary } from "../model/report.ts";
import type { Level } from "../model/rule.ts";
import { sourceOf } from "../prepare/lines.ts";
import { type Block, rulesOf } from "./parts/blocks.ts";
import { placeWithin } from "./parts/place.ts";
import { visible } from "./parts/visible.ts";

/** The levels in words that say what to do. */
export const LEVEL_WORDS: Record<Level, string> = {
  error: "Do not publish",
  warning: "Check",
  suggestion: "Improve",
};

/** The same for someone who reads about a rule and has no draft before them. */
export const LEVEL_ADVICE: Readonly<Record<Level, string>> = {
  error: "Do not publish",
  warning: "Check with someone",
  suggestion: "Could be better",
};

/** `july.xlsx!July!D14` as a formula names a cell, `july.csv, line 31, cell D12` or `draft.txt, line 3`. */
export function describePlace(source: Source): string {
  const { file, sheet, cell } = source;
  if (sheet !== null && cell !== null) return visible([nameOf(file), sheet, cell].join("!"));
  return visible([nameOf(file), ...placeParts(source)].join(", "));
}

function placeParts(source: Source): readonly string[] {
  const { line, sheet } = source;
  const within = placeWithin(source);
  const parts = [
    sheet === null ? null : `sheet ${sheet}`,
    line === null ? null : `line ${line}`,
    within === null ? null : `${within.kind === "cell" ? "cell " : ""}${within.name}`,
  ];
  return parts.filter((part) => part !== null);
}

/** A file as a person calls it. */
export const describeSource = (file: string): string => visible(nameOf(file));

const nameOf = (file: string): string => (file === "-" ? "standard input" : file);

/** What to look for in a file that is named already: `Week 29!C7`, `row 12`, `line 3`; empty where nothing is known. */
export function describePlaceInFile(source: Source): string {
  const within = placeWithin(source);
  if (within === null) return source.line === null ? "" : `line ${source.line}`;
  const { kind, sheet, name } = within;
  return sheet === null ? name : `${sheet}${kind === "cell" ? "!" : ", "}${name}`;
}

export function describeProblem({ source, message }: Problem): string {
  const place = source === null ? "Problem" : `Could not check ${describePlace(source)}`;
  return `${place}: ${visible(message)}`;
}

export function describeNote({ source, message }: Note): string {
  const place = source === null ? "Note" : `Note on ${describePlace(source)}`;
  return `${place}: ${visible(message)}`;
}

/** `rule-id (certain), also: other-rule (warning, likely, twice)` */
export function describeRules(block: Block): string {
  const [lead, ...others] = rulesOf(block).map(({ rule, told }) => `${rule} (${told})`);
  return lead! + (others.length === 0 ? "" : `, also: ${others.join(", ")}`);
}

/** What a person calls a field: `alt text of image 1`, `consent of image 1`, `first comment`. */
export function describeField(field: string): string {
  const [, image, about] = /^media\[(\d+)\]\.([a-z]+)$/u.exec(field) ?? [];
  if (about !== undefined) return `${about === "alt" ? "alt text" : about} of image ${Number(image) + 1}`;
  if (/^postlint_ignore\[/u.test(field)) return "suppression";
  return field.replaceAll("_", " ");
}

/** The same, with its cell or paragraph where that is another than the post's: `publish at, cell B14`. */
export function describeFieldOf(post: Post, field: string): string {
  const { cell, paragraph } = sourceOf(post, { field, span: null });
  if (cell !== null && cell !== post.source.cell) return `${describeField(field)}, cell ${cell}`;
  const isElsewhere = paragraph !== undefined && paragraph !== post.source.paragraph;
  return isElsewhere ? `${describeField(field)}, paragraph ${paragraph}` : describeField(field);
}

/** What a run came to, in one line. It says what was looked at, and never that a post is in order. */
export function describeSummary(summary: Summary, policy: Pick<Policy, "title">): string {
  return [counted(summary, policy), unread(summary), suppressed(summary), upkeep(summary), ending(summary)]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

function counted(summary: Summary, policy: Pick<Policy, "title">): string {
  const { posts, flagged, errors, warnings, suggestions } = summary;
  if (posts === 0) return "No post was checked.";
  const checked = looked(summary);
  if (!hasStanding(summary)) return `Nothing found in ${checked}${beyondLetStand(summary)}. ${limits(policy)}`;
  const improvable = suggestions > 0 ? plural(suggestions, "suggestion") : null;
  if (errors + warnings === 0) return `${checked} checked: ${improvable}, no error and no warning. ${limits(policy)}`;
  // With warnings only, the last sentence gives their number.
  const grave = errors > 0 ? [plural(errors, "error"), ...some(warnings, "warning")].join(" and ") : null;
  const where = grave === null ? `${flagged} flagged` : `${grave} in ${plural(flagged, "post")}`;
  return `${checked} checked: ${where}${improvable === null ? "" : `, and ${improvable}`}.`;
}

function limits({ title }: Pick<Policy, "title">): string {
  return `postlint looks for possible breaches of the ${visible(title)}; it can't see images or what links lead to.`;
}

const hasStanding = ({ errors, warnings, suggestions }: Summary): boolean => errors + warnings + suggestions > 0;

const beyondLetStand = ({ suppressed: count }: Summary): string =>
  count === 0 ? "" : ` beyond ${plural(count, "suppressed finding")}`;

function suppressed(summary: Summary): string | null {
  const { suppressed: count } = summary;
  if (count === 0 || !hasStanding(summary)) return null;
  return count === 1 ? "1 more finding is suppressed." : `${count} more findings are suppressed.`;
}

function upkeep({ upkeep: count = 0 }: Summary): string | null {
  if (count === 0) return null;
  return `${count} ${count === 1 ? "suppression or accepted finding needs" : "suppressions or accepted findings need"} looking after, which fails a strict run.`;
}

/** `60 posts`, `60 posts in 10 files` or, where not all could be read, `412 of 415 posts in 9 of 10 files`. */
function looked({ posts, files, left }: Summary): string {
  const missed = left === undefined ? 0 : left.rows + left.lines;
  const of = missed === 0 ? plural(posts, "post") : `${posts} of ${plural(posts + missed, "post")}`;
  const lost = left?.files ?? 0;
  if (lost > 0) return `${of} in ${left!.ofFiles - lost} of ${plural(left!.ofFiles, "file")}`;
  return of + (files > 1 ? ` in ${files} files` : "");
}

function unread({ left, unread: count }: Summary): string | null {
  if (count === 0) return null;
  if (left === undefined) return `${plural(count, "draft")} or ${count === 1 ? "file" : "files"} could not be checked.`;
  const { rows, lines, others, files, inPart } = left;
  const lost = [...some(rows, "row"), ...some(lines, "line"), ...some(others, "place"), ...some(files, "file")];
  const told = lost.length === 0 ? [] : [`${allOf(lost)} could not be read.`];
  if (inPart > 0) told.push(`${plural(inPart, "post")} ${inPart === 1 ? "was" : "were"} checked only in part.`);
  return told.join(" ");
}

function ending({ errors, warnings }: Summary): string | null {
  if (errors > 0 || warnings === 0) return null;
  return `No errors. ${plural(warnings, "warning")} still ${warnings === 1 ? "needs" : "need"} a person.`;
}

const some = (count: number, noun: string): readonly string[] => (count > 0 ? [plural(count, noun)] : []);

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
