import type { Clue, Finder, Needs } from "./detector.ts";
import type { WordList } from "./lexicon.ts";
import { isOfPost, type PostSign, type Sign } from "./signs.ts";

/** What a post must show before a finder can see anything in it: one of several ways. */
export type Wants = readonly Way[];

export interface Way {
  /** One of these, where there are any. */
  readonly signs: readonly (Sign | PostSign)[];
  readonly needs: Needs;
}

export const wantsOf = ({ wants }: Finder): Wants | null => wants?.() ?? null;

/** The ways of these words. */
export const wantsWords = (all: readonly Needs[]): Wants => all.map((needs) => ({ signs: [], needs }));

/** The ways of a clue, in the whole post in place of one sentence. */
export const wantsOfClue = ({ always, hints, signs, besideSigns }: Clue): Wants | null =>
  always
    ? null
    : [
        ...wantsWords(hints.map(({ list, beside }) => [[list], ...beside])),
        ...(signs.length === 0 ? [] : [{ signs, needs: besideSigns }]),
      ];

/** What one of several finders wants; null where one of them may see something in any post. */
export const wantsOfAny = (all: readonly (Wants | null)[]): Wants | null =>
  all.includes(null) ? null : (all as readonly Wants[]).flat();

/**
 * What finders want that must all see something: one of them is enough to tell, the one whose words are the rarest. Signs are left to
 * the others, as most posts show them.
 */
export function wantsOfAll(all: readonly (Wants | null)[]): Wants | null {
  const known = all.filter((wants) => wants?.every(({ signs }) => signs.length === 0) ?? false) as readonly Wants[];
  return known.toSorted((a, b) => costOfWords(a) - costOfWords(b))[0] ?? null;
}

/** What a post must allow before a finder made of several can see anything in it. */
export interface Demand {
  readonly facts: readonly DemandedFact[];
  /** The points that the facts which a post allows must reach together. */
  readonly atLeast: number;
}

export interface DemandedFact {
  /** Null where any post may show it. */
  readonly wants: Wants | null;
  /** Without it nothing is found. */
  readonly required: boolean;
  /** What it adds. */
  readonly points: number;
}

export const demandOf = (finder: Finder): Demand => finder.demand?.() ?? demandOfAll([finder]);

/** Finders that must all see something, each with what it demands itself as far as that is required. */
export function demandOfAll(finders: readonly Finder[]): Demand {
  const facts = finders.flatMap((finder): readonly DemandedFact[] =>
    finder.demand === undefined
      ? [{ wants: wantsOf(finder), required: true, points: 0 }]
      : finder.demand().facts.filter(({ required }) => required),
  );
  return { facts, atLeast: 0 };
}

/** Whether some post can be told not to show it: a way may ask for nothing, and one of its signs may be none that posts are told by. */
export const tellsPosts = (wants: Wants): wants is readonly TellingWay[] =>
  wants.every(({ signs, needs }) => signs.length + needs.length > 0 && signs.every(isOfPost));

export interface TellingWay extends Way {
  readonly signs: readonly PostSign[];
}

/** Its groups of lists, the rarest first. */
export const rarestFirst = (needs: Needs): Needs => needs.toSorted((a, b) => costOfLists(a) - costOfLists(b));

const rarestOf = (needs: Needs): readonly WordList[] =>
  needs.reduce((best, lists) => (costOfLists(lists) < costOfLists(best) ? lists : best));

/** Of ways of words alone. */
const costOfWords = (wants: Wants): number =>
  wants.reduce(
    (sum, { needs }) => sum + (needs.length === 0 ? Number.POSITIVE_INFINITY : costOfLists(rarestOf(needs))),
    0,
  );

const costOfLists = (lists: readonly WordList[]): number => lists.reduce((sum, { cost }) => sum + cost, 0);
