/** A character as a reader sees it, and the UTF-16 offset where it begins. */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

/** The graphemes of a text, in order. Most texts are plain ASCII and never pay for a segmenter, which takes 15 ms to make. */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (/^[\t\x20-\x7e]*$/u.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  return segmented(text);
}

/**
 * Text beyond Latin-1 is handed to the segmenter in blocks: past 65,536 units at a time it takes
 * a time that grows with the square. A grapheme longer than a block comes in pieces.
 */
function* segmented(text: string): Generator<Grapheme> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (let start = 0; start < text.length; ) {
    const end = endOfBlock(text, start);
    let last: Grapheme | undefined;
    for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
      if (last !== undefined) yield last;
      last = { segment, index: start + index };
    }
    // Only the last one of a block may go on behind it, and so it is read again where others stand before it.
    const goesOn = end < text.length && last!.index > start;
    if (!goesOn) yield last!;
    start = goesOn ? last!.index : end;
  }
}

/** Between two characters: whether a grapheme ends in front of one takes no more than what stands before it. */
function endOfBlock(text: string, start: number): number {
  const end = start + BLOCK;
  if (end >= text.length) return text.length;
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
}

let segmenter: Intl.Segmenter | undefined;

/** UTF-16 units. */
const BLOCK = 16_384;
