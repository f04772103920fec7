import type { Span } from "../../model/span.ts";

/**
 * The parts of a text of which each goes out as a post: those of a thread that numbers them from 1 on (`1/3`, `2/`) at the beginning
 * or at the end of lines, without the space around them; else all of it. Null for a thread that does not show where its parts end.
 */
export function threadParts(text: string): readonly Span[] | null {
  const begins = inSequence(text.matchAll(/^[^\S\n]*\(?(\d{1,2})\s?\/\s?(?:\d{1,2}|n)?\)?(?=\s|$)/gmu));
  const ends = inSequence(text.matchAll(/(?<=\s)\(?(\d{1,2})\s?\/\s?(?:\d{1,2}|n)?\)?[^\S\n]*$/gmu));
  const borders =
    begins.length > 0 ? begins.map(({ index }) => index) : ends.map(({ index, 0: { length } }) => index + length);
  if (borders.length === 0) return SAYS_THREAD.test(text) ? null : [{ start: 0, end: text.length }];
  const starts = [0, ...borders];
  return starts.flatMap((start, at) => trimmed(text, { start, end: starts[at + 1] ?? text.length }) ?? []);
}

const SAYS_THREAD = /(?:^|\s)\(?1\s?\/\s?(?:\d{1,2}|n)?\)?(?:\s|$)|🧵/u;

/** Those that count on from 1. */
function inSequence(marks: Iterable<RegExpExecArray>): readonly RegExpExecArray[] {
  const counted: RegExpExecArray[] = [];
  for (const mark of marks) if (Number(mark[1]) === counted.length + 1) counted.push(mark);
  return counted;
}

/** Null where there is nothing but space. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const part = text.slice(start, end);
  const begin = start + part.length - part.trimStart().length;
  return part.trim() === "" ? null : { start: begin, end: begin + part.trim().length };
}
