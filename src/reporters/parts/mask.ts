import type { Finding } from "../../model/finding.ts";
import type { Post } from "../../model/post.ts";
import type { PostResult } from "../../model/report.ts";
import { overlaps, type Span } from "../../model/span.ts";
import { copyOf } from "../../prepare/lines.ts";

export const MASKED = "[masked]";

/** What of one post must not be printed: passages of masked findings, wherever they stand. */
export interface Mask {
  /** False where a person asked to see everything. */
  readonly on: boolean;
  /** Spans of a copy that must not be shown: in order, apart from each other. */
  spans(field: string): readonly Span[];
  /** A passage as the author typed it, less what is masked. */
  passage(field: string, span: Span): string;
  /** Any other words that may repeat a passage (an id, a reason), less what is masked. */
  hide(words: string): string;
  /** The message, advice or rewrite of a finding, less what is masked. */
  words(finding: Finding, words: string): string;
}

/** What of a whole run must not be printed. */
export interface RunMask {
  of(result: PostResult): Mask;
  /** A problem or note that repeats a passage of a post that came before it (its id, say), less what is masked. */
  hide(words: string): string;
}

export function runMask(on: boolean): RunMask {
  const secretive: Mask[] = [];
  return {
    of(result) {
      const mask = maskOf(result, on);
      if (on && result.findings.some((finding) => finding.mask)) secretive.push(mask);
      return mask;
    },
    hide: (words) => secretive.reduce((rest, mask) => mask.hide(rest), words),
  };
}

export function maskOf({ post, findings }: PostResult, on: boolean): Mask {
  const masked = on ? findings.filter((finding) => finding.mask) : [];
  const places = masked.flatMap(({ passage, evidence }) => [passage, ...evidence]);
  const passages = new Set(places.flatMap(({ field, span }) => typed(post, field, span)));
  // The longest first: a part of it, once replaced, would leave the rest behind.
  const patterns = [...passages].toSorted((a, b) => b.length - a.length).flatMap(anyWriting);

  const known = new Map<string, readonly Span[]>();
  const spans = (field: string): readonly Span[] => {
    const text = copyOf(post, field)?.text;
    if (text === undefined || places.length === 0) return [];
    const seen = known.get(field);
    if (seen !== undefined) return seen;
    const own = places.flatMap((place) => (place.field === field && place.span !== null ? [place.span] : []));
    const fresh = merged([...own, ...patterns.flatMap((pattern) => occurrences(text, pattern))]);
    known.set(field, fresh);
    return fresh;
  };
  const passage = (field: string, span: Span): string =>
    withoutSpans(copyOf(post, field)?.text ?? "", span, spans(field));
  const hide = (words: string): string => patterns.reduce((rest, pattern) => rest.replace(pattern, MASKED), words);
  const words = (finding: Finding, said: string): string => {
    const parts = [finding.passage, ...finding.evidence].flatMap(({ field, span }) =>
      span !== null && spans(field).some((secret) => overlaps(secret, span)) ? [{ field, span }] : [],
    );
    // A passage that only overlaps a masked one is no occurrence of it, and is replaced as a whole.
    const quoted = parts.reduce(
      (rest, { field, span }) =>
        typed(post, field, span).reduce((r, text) => r.replaceAll(text, () => passage(field, span)), rest),
      said,
    );
    return hide(quoted);
  };
  return { on, spans, passage, hide, words };
}

function typed(post: Post, field: string, span: Span | null): readonly string[] {
  const text = span === null ? undefined : copyOf(post, field)?.text.slice(span.start, span.end);
  return text === undefined || text === "" ? [] : [text];
}

/**
 * The same letters and digits however they are spaced and dashed: an id may well hold the number of the text without its spaces.
 * Less than three of them (a house number, an initial) would hide half the post. The shorter ones must stand alone.
 */
function anyWriting(passage: string): readonly RegExp[] {
  const letters = passage.match(/[\p{L}\p{M}\p{N}]/gu) ?? [];
  if (letters.length < 3) return [];
  const body = letters.join("[^\\p{L}\\p{N}]{0,3}");
  return [new RegExp(letters.length < 6 ? `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])` : body, "giu")];
}

function occurrences(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

function withoutSpans(text: string, { start, end }: Span, secrets: readonly Span[]): string {
  let shown = "";
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    shown += text.slice(at, Math.max(at, secret.start)) + MASKED;
    at = Math.min(end, secret.end);
  }
  return shown + text.slice(at, end);
}

function merged(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && span.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}
