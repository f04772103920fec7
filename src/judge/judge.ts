import type { Sighting } from "../detectors/detector.ts";
import { clearedBy } from "../detectors/exceptions.ts";
import type { Evidence, Finding, Passage } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { RuleCard } from "../model/rule.ts";
import { hull, overlaps, type Span } from "../model/span.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import type { Rule } from "../rules/ruleset.ts";

/** What of a rule says how its sightings become findings. */
export type Judged = Pick<Rule, "card" | "exceptions" | "passage" | "rewrites">;

/** The sightings of a rule that nothing clears, as findings, each passage once. */
export function judge(rule: Judged, sightings: readonly Sighting[], document: Document): readonly Finding[] {
  const standing = sightings.filter((sighting) => clearedBy(sighting, rule.exceptions, document) === null);
  return eachPassageOnce(withoutOverlaps(standing).map((sighting) => findingOf(rule, sighting)));
}

/** Sightings that stand apart point at one passage once they are widened to their clause or sentence. */
function eachPassageOnce(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const placeOf = ({ passage: { field, span } }: Finding) => `${field} ${span?.start} ${span?.end}`;
  const first = new Map(findings.toReversed().map((finding) => [placeOf(finding), finding]));
  return findings.filter((finding) => first.get(placeOf(finding)) === finding);
}

/** Of sightings that overlap the longest stands for all; of absences, one. */
function withoutOverlaps(sightings: readonly Sighting[]): readonly Sighting[] {
  if (sightings.length < 2) return sightings;
  const kept: Sighting[] = [];
  const bySentence = new Map<Sentence | string, Sighting[]>();
  for (const sighting of sightings.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    const { sentence, field } = sighting;
    const beside = bySentence.get(sentence ?? field) ?? [];
    if (sentence === null ? beside.length > 0 : beside.some((other) => overlaps(other, sighting))) continue;
    beside.push(sighting);
    bySentence.set(sentence ?? field, beside);
    kept.push(sighting);
  }
  return kept;
}

/** What was seen, as the rule says it. */
export function findingOf(rule: Judged, sighting: Sighting): Finding {
  const { card } = rule;
  const passage = passageOf(widened(sighting, rule.passage));
  const written = writtenAt(sighting);
  return {
    rule: card.id,
    clause: card.clause,
    also: card.also,
    level: sighting.level ?? card.level,
    confidence: sighting.confidence ?? card.confidence,
    message: quoting(card, card.message, written, sighting.shows),
    advice: quoting(card, card.advice, written, sighting.shows),
    rewrite: rewriteOf(rule, written),
    mask: card.mask,
    suppressed: null,
    passage,
    evidence: evidenceOf(sighting),
  };
}

/** Words of a rule with the passage in its place, and what was seen; or a word for it where it must not be shown. */
function quoting({ mask }: RuleCard, words: string, written: string, shows: string): string {
  if (!mask) return words.replaceAll("{match}", () => shorten(written)).replaceAll("{shows}", () => shows);
  const place = /"\{(?:match|shows)\}"|\{(?:match|shows)\}/gu;
  return words.replace(place, (_, at: number) => (at === 0 ? "This passage" : "this passage"));
}

function rewriteOf({ rewrites }: Judged, written: string): string | null {
  const passage = written.toLowerCase();
  return Object.hasOwn(rewrites, passage) ? rewrites[passage]! : null;
}

/** In reading order: the fields as a post has them, then by place; what can't be pointed at comes first. */
export function inReadingOrder(findings: readonly Finding[], post: Post): readonly Finding[] {
  const fields = new Map(post.copy.map(({ field }, position) => [field, position]));
  const field = ({ passage }: Finding) => fields.get(passage.field) ?? -1;
  const start = ({ passage }: Finding) => passage.span?.start ?? -1;
  const end = ({ passage }: Finding) => passage.span?.end ?? -1;
  return findings.toSorted(
    (a, b) => field(a) - field(b) || start(a) - start(b) || end(a) - end(b) || (a.rule < b.rule ? -1 : 1),
  );
}

function widened(sighting: Sighting, passage: Rule["passage"]): Sighting {
  const { sentence } = sighting;
  if (sentence === null || passage === "match") return sighting;
  if (passage === "sentence") return { ...sighting, start: sentence.start, end: sentence.end };
  const clauses = sentence.clauses.filter((clause) => overlaps(clause, sighting));
  return { ...sighting, ...hull([sighting, ...clauses]) };
}

function passageOf(sighting: Sighting): Passage {
  if (sighting.sentence === null) return { field: sighting.field, span: null };
  return {
    field: sighting.field,
    span: trimmed(sighting.sentence.in.plain.toOriginal(sighting), sighting.sentence.in.copy.text),
  };
}

/** Every part that can be named; a sighting without parts is its own evidence. */
function evidenceOf(sighting: Sighting): readonly Evidence[] {
  if (sighting.parts.length === 0) return [{ ...passageOf(sighting), shows: sighting.shows }];
  return sighting.parts.map((part) => ({ ...passageOf(part), shows: part.shows }));
}

function writtenAt(sighting: Sighting): string {
  return sighting.sentence === null
    ? sighting.shows
    : sighting.sentence.in.plain.text.slice(sighting.start, sighting.end);
}

const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`).replace(/\s+/g, " ");

function trimmed({ start, end }: Span, text: string): Span {
  // A clause begins at the mark that parts it from the one before.
  while (start < end && /[\s,;:\u2013\u2014)-]/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
