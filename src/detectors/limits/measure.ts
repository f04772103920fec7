import type { Count } from "../../model/dated.ts";
import { graphemesOf } from "../../model/graphemes.ts";
import type { Span } from "../../model/span.ts";

/** Copy as it is counted. Offsets are UTF-16 units of `text`, as typed. */
export interface Countable {
  readonly text: string;
  /** In order. */
  readonly links: readonly Span[];
  readonly hashtags: readonly Span[];
}

export interface Measure {
  /** Exact where it is over. */
  readonly size: number;
  /** Where what is too much begins, and ends; null where all of it fits. */
  readonly over: Span | null;
}

/** The size of copy as a channel counts it, and what of it goes beyond `most`. */
export function measure(copy: Countable, count: Count, most: number): Measure {
  const bound = AT_MOST[count](copy);
  if (bound <= most) return { size: bound, over: null };
  let size = 0;
  let start: number | null = null;
  let end = 0;
  for (const piece of PIECES[count](copy)) {
    size += piece.size;
    if (size > most) start ??= piece.start;
    end = piece.end;
  }
  return { size, over: start === null ? null : { start, end } };
}

/** What is quickly said and never too little: most copy is far from its limit. */
const AT_MOST: Readonly<Record<Count, (copy: Countable) => number>> = {
  weighted: ({ text, links }) => 2 * text.length + 23 * links.length,
  graphemes: ({ text }) => text.length,
  units: ({ text }) => text.length,
  bytes: ({ text }) => 3 * text.length,
  hashtags: ({ hashtags }) => hashtags.length,
};

interface Piece extends Span {
  readonly size: number;
}

const PIECES: Readonly<Record<Count, (copy: Countable) => Iterable<Piece>>> = {
  weighted: weightedPieces,
  graphemes: ({ text }) => graphemePieces(text, 0, () => 1),
  units: ({ text }) => graphemePieces(text, 0, (grapheme) => grapheme.length),
  bytes: ({ text }) => graphemePieces(text, 0, (grapheme) => encoder.encode(grapheme).length),
  hashtags: ({ hashtags }) => hashtags.map(({ start, end }) => ({ start, end, size: 1 })),
};

const encoder = new TextEncoder();

/**
 * As X counts (twitter-text, configuration v3): a link is 23 whatever its length, an emoji 2 however many code points it has,
 * and of the rest, in Unicode's composed form, a code point of the light ranges 1 and any other 2.
 */
function* weightedPieces({ text, links }: Countable): Iterable<Piece> {
  let at = 0;
  for (const link of links) {
    yield* graphemePieces(text.slice(at, link.start), at, weightOf);
    yield { ...link, size: 23 };
    at = link.end;
  }
  yield* graphemePieces(text.slice(at), at, weightOf);
}

function weightOf(grapheme: string): number {
  if (grapheme.length === 1) return weightOfCharacters(grapheme.normalize("NFC"));
  let found = 0;
  const rest = grapheme.replace(EMOJI, () => {
    found += 1;
    return "";
  });
  return 2 * found + weightOfCharacters(rest.normalize("NFC"));
}

function weightOfCharacters(text: string): number {
  let weight = 0;
  for (const character of text) weight += isLight(character.codePointAt(0)!) ? 1 : 2;
  return weight;
}

const isLight = (code: number): boolean =>
  code <= 0x10ff ||
  (code >= 0x2000 && code <= 0x200d) ||
  (code >= 0x2010 && code <= 0x201f) ||
  (code >= 0x2032 && code <= 0x2037);

/**
 * A flag, a keycap, or a pictograph with its tone, its tags and what is joined to it. Asking for the sequences that are recommended
 * for interchange, one by one, would say the same of real posts and take a tenth of a second to get ready.
 */
const EMOJI =
  /\p{RI}{2}|[0-9#*]\u{FE0F}?\u{20E3}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=\p{EMod}|\u{FE0F}))(?:\u{FE0F}|\p{EMod})?[\u{E0020}-\u{E007F}]*(?:\u{200D}\p{Extended_Pictographic}(?:\u{FE0F}|\p{EMod})?)*/gu;

function* graphemePieces(text: string, offset: number, sizeOf: (grapheme: string) => number): Iterable<Piece> {
  for (const { segment, index } of graphemesOf(text)) {
    const start = offset + index;
    yield { start, end: start + segment.length, size: sizeOf(segment) };
  }
}
