import { contains, type Span } from "../../../model/span.ts";
import type { Sentence } from "../../document.ts";
import { remembered } from "../../remembered.ts";
import { quotationAt, quotationsIn } from "./quotations.ts";

/**
 * The clause at `offset` as a reader takes it: a quotation is one thing to the clause that holds it, and a world of its own to
 * what stands inside.
 */
export function clauseAround(sentence: Sentence, offset: number): Span {
  return clauseRow(sentence, offset).row.findLast((clause) => clause.start <= offset) ?? sentence;
}

/**
 * From `offset` to the end of its clause and of what that clause frames: a complement, an aside in brackets, and a list behind a
 * colon unless `framed` leaves it out.
 */
export function ahead(sentence: Sentence, offset: number, framed = FRAMED): Span {
  const { row, text } = clauseRow(sentence, offset);
  let at = indexOfClause(row, offset);
  while (at + 1 < row.length && framed.test(text(row[at + 1]!))) at++;
  return { start: offset, end: row[at]?.end ?? sentence.end };
}

/** From the start of the clause that holds `cue` to the end of `cue`; back to what it speaks of, where its own clause names nothing. */
export function behind(sentence: Sentence, cue: Span): Span {
  const { row, text } = clauseRow(sentence, cue.start);
  let at = indexOfClause(row, cue.start);
  const before = sentence.in.plain.text.slice(row[at]?.start ?? sentence.start, cue.start);
  if (POINTS_BACK.test(before)) at = Math.max(0, at - 1);
  while (at > 0 && LEANS_BACK.test(text(row[at]!))) at--;
  return { start: row[at]?.start ?? sentence.start, end: cue.end };
}

interface ClauseRow {
  readonly row: readonly Span[];
  readonly text: (clause: Span) => string;
}

function clauseRow(sentence: Sentence, offset: number): ClauseRow {
  const text = ({ start, end }: Span) => sentence.in.plain.text.slice(start, end);
  const inside = quotationAt(sentence.in, offset);
  if (inside === undefined) return { row: clausesAroundQuotations(sentence), text };
  const row = sentence.clauses
    .map(({ start, end }) => ({ start: Math.max(start, inside.start), end: Math.min(end, inside.end) }))
    .filter(({ start, end }) => start < end);
  return { row, text };
}

const clausesAroundQuotations = remembered((sentence: Sentence): readonly Span[] => {
  const quotations = quotationsIn(sentence);
  const row: Span[] = [];
  for (const clause of sentence.clauses) {
    const last = row.at(-1);
    const cutsQuotation = quotations.some(({ start, end }) => start < clause.start && clause.start < end);
    if (last !== undefined && cutsQuotation) row[row.length - 1] = { start: last.start, end: clause.end };
    else row.push(clause);
  }
  return row;
});

const indexOfClause = (row: readonly Span[], offset: number) =>
  Math.max(
    0,
    row.findLastIndex((clause) => clause.start <= offset),
  );

/** The spans without the space and punctuation at their edges, in order, those that overlap joined, none empty, all in the sentence. */
export function tidy(sentence: Sentence, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const { text } = sentence.in.plain;
  const tidied: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    let start = Math.max(span.start, sentence.start);
    let end = Math.min(span.end, sentence.end);
    while (start < end && LEADING.includes(text[start]!)) start++;
    while (end > start && TRAILING.includes(text[end - 1]!)) end--;
    const last = tidied.at(-1);
    if (end <= start || (last !== undefined && contains(last, { start, end }))) continue;
    if (last !== undefined && start <= last.end) tidied[tidied.length - 1] = { start: last.start, end };
    else tidied.push({ start, end });
  }
  return tidied;
}

const LEADING = " \t\n\r,;:.)-–—>";
const TRAILING = " \t\n\r,;:.!?…(-–—";

/** How a clause begins that belongs to what stands before it. */
const FRAMED =
  /^(?::|\(|\)(?!\s*(?:but|and|so|he|she|they|i|we)\b)|,?\s*(?:(?:and|or|nor)\s+)?(?:that|who|which|whose|if|when|unless|until|even if)\b)/i;
export const FRAMED_WITHOUT_COLON =
  /^(?:\(|\)(?!\s*(?:but|and|so|he|she|they|i|we)\b)|,?\s*(?:(?:and|or|nor)\s+)?(?:that|who|which|whose|if|when|unless|until|even if)\b)/i;
const LEANS_BACK = /^(?:\(|\)|,\s*(?:who|which|whose|that)\b)/i;
/** All that a clause says before its cue, where it speaks of the clause before: `…, that's never OK`. */
const POINTS_BACK =
  /^[\s,;:\u2013\u2014()-]*(?:(?:and|or|so|is|are|it|this|that|these|those|which|all|both|just|simply|absolutely)(?:'?s|'re)?[\s,]+){0,3}(?:(?:is|are|was|were)\s+)?$/i;
