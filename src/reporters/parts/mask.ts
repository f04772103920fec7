import type { Finding, Passage } from "../../model/finding.ts";
import type { Post } from "../../model/post.ts";
import type { PostResult } from "../../model/report.ts";
import { merged, overlaps, type Span } from "../../model/span.ts";
import { copyOf } from "../../prepare/lines.ts";
import { hidden, lettersOf, placesOf, SecretIndex, secretsIn, withoutSpans } from "./secret.ts";

/** What of one post must not be printed: passages of masked findings, wherever they stand. */
export interface Mask {
  /** False where a person asked to see everything. */
  readonly on: boolean;
  /** Spans of a copy that must not be shown: in order, apart from each other. */
  spans(field: string): readonly Span[];
  /** The letters of what must not be shown: see `secretsIn`. */
  readonly secrets: readonly string[];
  /** A passage as the author typed it, less what is masked. */
  passage(field: string, span: Span): string;
  /** Any other words that may repeat a passage (an id, a reason), less what is masked. */
  hide(words: string): string;
  /** The message, advice or rewrite of a finding, less what is masked. */
  words(finding: Finding, words: string): string;
}

/** What of a whole run must not be printed. */
export interface RunMask {
  /** What of a post must not be printed, for itself or because a post before it showed that it is secret. */
  of(result: PostResult): Mask;
  /** A problem or note that repeats a passage of a post that came before it (its id, say), less what is masked. */
  hide(words: string): string;
}

export function runMask(on: boolean): RunMask {
  const secrets = new SecretIndex();
  const telling = new SecretIndex();
  return {
    of(result) {
      const mask = maskOf(result, on, (words) => (DIGIT.test(words) ? telling.within(words) : NONE));
      for (const secret of mask.secrets) {
        secrets.add(secret);
        if (tellsInAnyPost(secret)) telling.add(secret);
      }
      return mask;
    },
    hide: (words) => hidden(words, secrets.within(words)),
  };
}

/**
 * Secrets that tell the same of a person in any post: numbers, codes, dates of birth. "The ward" is secret only beside what else
 * its own post says, and shorter ones tell too little of anybody.
 */
const tellsInAnyPost = (secret: string): boolean => secret.length >= TELLING && DIGIT.test(secret);

/** In letters. */
const TELLING = 6;

const DIGIT = /\p{N}/u;

/** The secrets that some words hold. */
type Within = (words: string) => readonly string[];

const NONE: readonly string[] = [];

/** `earlier` knows what posts before this one showed to be secret. An identity knows nothing of them: it is the same in any order. */
export function maskOf({ post, findings }: PostResult, on: boolean, earlier: Within = () => NONE): Mask {
  const masked = on ? findings.filter((finding) => finding.mask) : [];
  const places = masked.flatMap(({ passage, evidence }) =>
    [passage, ...evidence].flatMap((place) => withoutLeadIn(post, place)),
  );
  const secrets = [...new Set(places.flatMap(({ field, span }) => typed(post, field, span).flatMap(secretsIn)))];

  const known = new Map<string, readonly Span[]>();
  const spans = (field: string): readonly Span[] => {
    const text = copyOf(post, field)?.text;
    if (text === undefined) return [];
    const seen = known.get(field);
    if (seen !== undefined) return seen;
    const fresh = freshSpans(field, text);
    known.set(field, fresh);
    return fresh;
  };
  const freshSpans = (field: string, text: string): readonly Span[] => {
    const foreign = earlier(text);
    if (places.length + foreign.length === 0) return [];
    const own = places.flatMap((place) => (place.field === field && place.span !== null ? [place.span] : []));
    return merged([...own, ...occurrences(text, own, [...secrets, ...foreign])]);
  };
  const passage = (field: string, span: Span): string =>
    withoutSpans(copyOf(post, field)?.text ?? "", span, spans(field));
  const hide = (words: string): string => hidden(words, [...secrets, ...earlier(words)]);
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
  return { on, secrets, spans, passage, hide, words };
}

/**
 * A passage less the words that lead up to what is secret in it: they say what stands there, "She lives at [masked]", and
 * identify nobody. Nothing is left of a passage that is no more than such words.
 */
function withoutLeadIn(post: Post, { field, span }: Passage): readonly Passage[] {
  const text = copyOf(post, field)?.text;
  if (span === null || text === undefined) return [{ field, span }];
  const length = LEAD_IN.exec(`${text.slice(span.start, span.end)} `)?.[0].length ?? 0;
  const start = span.start + length;
  return start >= span.end ? [] : [{ field, span: { start, end: span.end } }];
}

const LEAD_IN =
  /^(?:(?:she|he|they|her|his|their|the)\s+)?(?:(?:home|house|flat|bungalow|cottage|address|(?:front )?door)\s+)*(?:(?:lives?|living|is|are|was)\s+)?(?:(?:at|on|in|near|opposite|behind|past|the)\s+)*/iu;

function typed(post: Post, field: string, span: Span | null): readonly string[] {
  const text = span === null ? undefined : copyOf(post, field)?.text.slice(span.start, span.end);
  return text === undefined || text === "" ? [] : [text];
}

/** What stands once, and in a span of its own, is not searched for again. */
function occurrences(text: string, own: readonly Span[], secrets: readonly string[]): readonly Span[] {
  const placed = new Set(own.map(({ start, end }) => lettersOf(text.slice(start, end))));
  const all = lettersOf(text);
  const repeated = secrets.filter((secret) => {
    const at = all.indexOf(secret);
    return at !== -1 && (!placed.has(secret) || all.includes(secret, at + 1));
  });
  return placesOf(text, repeated);
}
