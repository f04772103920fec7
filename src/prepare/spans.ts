import { matchesIn } from "../model/matches.ts";
import type { Span } from "../model/span.ts";

/** What stands in a post and is no prose. */
export type SpanKind = "link" | "email" | "handle" | "hashtag" | "tag";

export interface MarkedSpan extends Span {
  readonly kind: SpanKind;
}

/**
 * Links, e-mail addresses, handles, hashtags and tags of emphasis of a plain text, in order, not overlapping.
 * A link parser would know more top-level domains, and costs more time at start-up than the whole rest of a clean run.
 */
export function markedSpans(plain: string): readonly MarkedSpan[] {
  if (!WORTH_LOOKING.test(plain)) return NONE;
  return matchesIn(plain, MARKED).map((match) => {
    const kind = kindOf(match.groups!);
    const written = kind === "link" || kind === "email" ? withoutTrailingPunctuation(match[0]) : match[0];
    return { kind, start: match.index, end: match.index + written.length };
  });
}

/** Cuts `PatientSafety` at its capitals, digits and underscores: [["patient", 0], ["safety", 7]]. */
export function hashtagWords(name: string): readonly (readonly [word: string, at: number])[] {
  return Array.from(name.matchAll(HASHTAG_WORD), (match) => [match[0].toLowerCase(), match.index] as const);
}

/** Where a tag of emphasis that begins at `at` ends; `at` where none does. */
export function endOfTag(plain: string, at: number): number {
  if (plain[at] !== "<") return at;
  TAG_HERE.lastIndex = at;
  return TAG_HERE.test(plain) ? TAG_HERE.lastIndex : at;
}

function kindOf(groups: Record<string, string | undefined>): SpanKind {
  if (groups.tag !== undefined) return "tag";
  if (groups.link !== undefined) return "link";
  if (groups.email !== undefined) return "email";
  return groups.handle !== undefined ? "handle" : "hashtag";
}

function withoutTrailingPunctuation(link: string): string {
  let end = link.length;
  while (end > 1 && TRAILING.includes(link[end - 1]!)) {
    if (link[end - 1] === ")" && link.slice(0, end).split("(").length > link.slice(0, end - 1).split(")").length) break;
    end--;
  }
  return link.slice(0, end);
}

const NONE: readonly MarkedSpan[] = [];
const TRAILING = ".,;:!?'\")]}>*_…";
const WORTH_LOOKING = /[@#]|:\/\/|\w\.\w|<\/?[a-z]/i;
/** Of HTML, what stands inside a line and says only how its words look; nothing in it is read by anybody. */
const ATTRIBUTE = String.raw`\s(?:style|class|id|lang|dir|color|face|size)=(?:"[^"<>@]{0,200}"|'[^'<>@]{0,200}')`;
const TAG = String.raw`<\/?(?:b|strong|i|em|u|s|small|big|mark|span|font|ins|del|sub|sup|code)(?:${ATTRIBUTE}){0,6}>`;
const TAG_HERE = new RegExp(TAG, "iuy");
const DOMAINS =
  "com|org|net|uk|co|io|gov|edu|nhs|info|me|tv|ly|app|dev|health|ai|eu|ie|de|fr|scot|wales|cymru|london|biz|shop|store|online|site|link|page|blog|news|be|gl|to|gg|academy|training|education|care|clinic";
const MARKED = new RegExp(
  [
    `(?<tag>${TAG})`,
    String.raw`(?<link>(?:[a-z][a-z0-9+.-]{1,11}:\/\/|www\.)[^\s<>"]{2,2000}|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,6}(?:${DOMAINS})(?![\w@-]|\.\w)(?:[/?][^\s<>"]{0,2000})?)`,
    String.raw`(?<email>(?<![\w.+-])[\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})`,
    String.raw`(?<handle>(?<![\p{L}\p{N}_@/.])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,60}[\p{L}\p{N}_])?)`,
    String.raw`(?<hashtag>(?<![\p{L}\p{N}_&#/])#(?=[\p{N}_]{0,40}\p{L})[\p{L}\p{N}\p{M}_]{1,140})`,
  ].join("|"),
  "giu",
);
const HASHTAG_WORD = /\p{Lu}+(?![\p{Ll}])|\p{Lu}?\p{Ll}+(?:'\p{Ll}+)?|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu;
