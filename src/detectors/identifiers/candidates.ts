import { fitted } from "../../model/fitted.ts";
import { matchesIn } from "../../model/matches.ts";
import type { IdentifierHit, IdentifierKind } from "./identifier-kind.ts";

/** A place where the shape of an identifier stands. Whether it is one is for the kind to judge. */
export interface Candidate {
  /** The whole passage. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`. */
  readonly written: string;
}

/** Names what the candidate shows, or null where it is no such identifier. */
export type Judge = (candidate: Candidate) => string | null;

/** Everything of one shape that the judge accepts. The pattern is global and each of its repeats is bounded. */
export function findWith(pattern: RegExp, judge: Judge): IdentifierKind["find"] {
  return (text) => {
    const hits: IdentifierHit[] = [];
    for (const match of matchesIn(text, pattern)) {
      const { start, end } = placeOfValue(match);
      const shows = judge({
        text,
        start,
        end,
        written: text.slice(start, end),
      });
      if (shows !== null) hits.push({ start, end, shows });
    }
    return hits;
  };
}

const NONE: readonly IdentifierHit[] = [];

/** A finder that is made when a text first calls for it: to make the patterns of all kinds takes longer than to check most drafts. */
export function whenNeeded(make: () => IdentifierKind["find"]): IdentifierKind["find"] {
  let find: IdentifierKind["find"] | undefined;
  return (text) => {
    find ??= make();
    return find(text);
  };
}

/**
 * Looks only where a text shows what every hit has, all of `signs`: a pass of a short pattern costs less than several long ones. None
 * is global. That one stands before another is for the finder to see: a sign that reaches from the one to the other would be looked
 * for from every place where the first stands. A test holds that no hit lacks them.
 */
export function onlyWhere(
  signs: RegExp | readonly RegExp[],
  make: () => IdentifierKind["find"],
): IdentifierKind["find"] {
  const find = whenNeeded(make);
  const all = [signs].flat();
  return (text) => (all.every((sign) => fitted(sign, text).test(text)) ? find(text) : NONE);
}

/** Several ways to find one kind. Where two hits overlap, the one that starts first stays, and of two the longer. */
export function findAny(...finds: readonly IdentifierKind["find"][]): IdentifierKind["find"] {
  return (text) => {
    const hits = finds.flatMap((find) => find(text)).sort((a, b) => a.start - b.start || b.end - a.end);
    let reached = 0;
    return hits.filter((hit) => {
      if (hit.start < reached) return false;
      reached = hit.end;
      return true;
    });
  };
}

/** The group `value` ends the match, so that its place follows without the cost of match indices. */
function placeOfValue(match: RegExpExecArray): { start: number; end: number } {
  const end = match.index + match[0].length;
  const value = match.groups?.value;
  return { start: value === undefined ? match.index : end - value.length, end };
}
