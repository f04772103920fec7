/** Half-open range of UTF-16 code units: `text.slice(start, end)` is the passage. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The smallest span that holds them all. `spans` is not empty. */
export function hull(spans: readonly Span[]): Span {
  return {
    start: spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: spans.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

/** In order and apart from each other: those that overlap or touch are one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && span.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}

/** Those of `spans`, which are in order of their start, that begin and end in `outer`. */
export function spansWithin<T extends Span>(spans: readonly T[], outer: Span): readonly T[] {
  const inside: T[] = [];
  for (let at = firstFrom(spans, outer.start); at < spans.length && spans[at]!.start < outer.end; at++) {
    if (spans[at]!.end <= outer.end) inside.push(spans[at]!);
  }
  return inside;
}

/** The last of `spans`, which are in order, that starts at `offset` or before it. */
export const lastFrom = <T extends Span>(spans: readonly T[], offset: number): T | undefined =>
  spans[firstFrom(spans, offset + 1) - 1];

/** The one of `spans`, which are in order and apart from each other, that an offset stands in. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const before = lastFrom(spans, offset);
  return before !== undefined && offset < before.end ? before : undefined;
}

/** The first of `spans`, which are in order and apart from each other, that overlaps a span that is not empty. */
export function firstOverlapping<T extends Span>(spans: readonly T[], span: Span): T | undefined {
  const around = spanAt(spans, span.start);
  if (around !== undefined) return around;
  const behind = spans[firstFrom(spans, span.start)];
  return behind !== undefined && behind.start < span.end ? behind : undefined;
}

/** All of `spans`, which are in order and apart from each other, that overlap a span that is not empty. */
export function allOverlapping<T extends Span>(spans: readonly T[], span: Span): readonly T[] {
  const from = firstFrom(spans, span.start);
  const first = from > 0 && spans[from - 1]!.end > span.start ? from - 1 : from;
  return spans.slice(first, firstFrom(spans, span.end));
}

export const overlapsAny = (spans: readonly Span[], span: Span): boolean => firstOverlapping(spans, span) !== undefined;

/** The index of the first of `spans`, which are in order, that starts at `offset` or behind it. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
