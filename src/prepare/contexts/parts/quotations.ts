import { matchesIn } from "../../../model/matches.ts";
import { allOverlapping, overlapsAny, type Span, spanAt } from "../../../model/span.ts";
import type { PreparedCopy, Sentence } from "../../document.ts";
import { remembered } from "../../remembered.ts";

/**
 * What stands between quotation marks, with the marks, and lines quoted with ">"; in order, in offsets of the copy's plain text.
 * A quotation may run over several sentences, not over an empty line. An opening mark that is never closed quotes nothing.
 */
export const quotationsOf = remembered((copy: PreparedCopy): readonly Span[] =>
  MAY_QUOTE.test(copy.plain.text) ? findQuotations(copy) : [],
);

export const quotationAt = (copy: PreparedCopy, offset: number): Span | undefined => spanAt(quotationsOf(copy), offset);

/** Those that a sentence holds, or a part of. */
export const quotationsIn = (sentence: Sentence): readonly Span[] =>
  allOverlapping(quotationsOf(sentence.in), sentence);

function findQuotations(copy: PreparedCopy): readonly Span[] {
  const lines = quotedLines(copy.plain.text);
  const outer = [...lines, ...betweenDoubleMarks(copy).filter((inner) => !overlapsAny(lines, inner))].sort(
    (a, b) => a.start - b.start,
  );
  const single = betweenSingleMarks(copy.plain.text).filter((inner) => !overlapsAny(outer, inner));
  return [...outer, ...single].sort((a, b) => a.start - b.start);
}

function betweenDoubleMarks(copy: PreparedCopy): readonly Span[] {
  const { text } = copy.plain;
  const spans: Span[] = [];
  let open = -1;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (open >= 0 && EMPTY_LINE.test(text.slice(open, at))) open = -1;
    // The plain text has lost which way a curly mark bends; the author's text has not.
    const mark = copy.copy.text[copy.plain.toOriginal({ start: at, end: at + 1 }).start];
    if (open >= 0 && mark !== "“" && /\S/.test(text[at - 1]!)) {
      spans.push({ start: open, end: at + 1 });
      open = -1;
    } else if (mark === "“" || (mark !== "”" && /\S/.test(text[at + 1] ?? " ") && !isWordUnit(text[at - 1]))) open = at;
  }
  return spans;
}

/** An apostrophe looks the same, so a single mark counts only at the edges of words and within one line. */
function betweenSingleMarks(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { index } of matchesIn(text, SINGLE_OPENING)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    const end = singleClosing(text, index);
    if (end > 0) spans.push({ start: index, end });
  }
  return spans;
}

function singleClosing(text: string, open: number): number {
  const line = text.slice(open, open + 400).split("\n", 1)[0]!;
  let possessive = 0;
  for (const { index } of line.slice(1).matchAll(SINGLE_CLOSING)) {
    const end = index + 2;
    // "the nurses' rota": it may be the end of the quotation only if nothing better follows.
    if (!/^s'\s\p{Ll}/u.test(line.slice(end - 2, end + 2))) return open + end;
    if (possessive === 0) possessive = end;
  }
  return possessive === 0 ? 0 : open + possessive;
}

const quotedLines = (text: string): readonly Span[] =>
  matchesIn(text, QUOTED_LINE).map(({ 0: line, index }) => ({ start: index, end: index + line.length }));

const isWordUnit = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);

const MAY_QUOTE = /["'>]/;
const EMPTY_LINE = /\n[ \t]*\n/;
const QUOTED_LINE = /^[ \t]*>[ \t]*\S.*$/gm;
const SINGLE_OPENING =
  /(?<![\p{L}\p{N}\p{M}'"])'(?=[\p{L}\p{N}@#])(?!(?:til|till|cause|cos|coz|em|tis|twas|bout|n|nuff|ere|ello|appen|\d0s|\d\d)\b)/giu;
const SINGLE_CLOSING = /(?<=\S)'(?![\p{L}\p{N}])/gu;
