import type { Finder, Needs } from "../detectors/detector.ts";
import { endToEnd, type Numbers, narrowest } from "../detectors/lexicon-arrays.ts";
import type { PostReading } from "../detectors/post-reading.ts";
import { bitsOf } from "../detectors/signs.ts";
import {
  type Demand,
  type DemandedFact,
  demandOf,
  rarestFirst,
  type TellingWay,
  tellsPosts,
} from "../detectors/wants.ts";

/**
 * What a post must show before a look at it is worth while, in flat arrays. A fact is allowed by one of its ways: the post shows one of
 * the signs of that way, where it has any, and of each of its groups of lists one.
 */
export interface DemandTable {
  readonly lookFactsAt: Numbers;
  /** For each look, how many points its facts may lose before the rest can't reach the sum. */
  readonly lookSlack: Numbers;
  readonly factPoints: Numbers;
  /** 1 or 0. */
  readonly factRequired: Numbers;
  readonly factWaysAt: Numbers;
  /** As `bitsOf` has them; 0 for none. */
  readonly waySigns: Numbers;
  readonly wayGroupsAt: Numbers;
  readonly wayGroups: Numbers;
}

/** Of groups that a table holds, by their numbers. */
export interface GroupTable {
  readonly groupListsAt: Numbers;
  readonly groupLists: Numbers;
}

export function demandsOf(finders: readonly Finder[], numberOfGroup: (lists: Needs[number]) => number): DemandTable {
  const demands = finders.map((finder) => telling(demandOf(finder)));
  const facts = demands.flatMap((demand) => demand.facts);
  const ways = facts.flatMap(({ wants }) => wants);
  const [wayGroupsAt, wayGroups] = endToEnd(ways.map(({ needs }) => rarestFirst(needs).map(numberOfGroup)));
  return {
    lookFactsAt: startsOf(demands.map((demand) => demand.facts.length)),
    lookSlack: narrowest(demands.map(({ slack }) => slack)),
    factPoints: narrowest(facts.map(({ points }) => points)),
    factRequired: narrowest(facts.map(({ required }) => Number(required))),
    factWaysAt: startsOf(facts.map(({ wants }) => wants.length)),
    waySigns: narrowest(ways.map(({ signs }) => bitsOf(signs))),
    wayGroupsAt,
    wayGroups,
  };
}

/** Where each begins, if they stand end to end, with one more for where the last one ends. */
const startsOf = (lengths: readonly number[]): Numbers =>
  endToEnd(lengths.map((length) => new Array<number>(length).fill(0)))[0];

interface Telling {
  /** Those that some post does not allow; what is required and what adds most comes first. */
  readonly facts: readonly TellingFact[];
  readonly slack: number;
}

interface TellingFact extends DemandedFact {
  readonly wants: readonly TellingWay[];
}

function telling({ facts, atLeast }: Demand): Telling {
  const total = facts.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  const slack = Math.max(0, total - atLeast);
  const open = facts.flatMap(({ wants, required, points }): readonly TellingFact[] =>
    wants !== null && tellsPosts(wants) ? [{ wants, required, points: Math.max(0, points) }] : [],
  );
  const reachable = open.reduce((sum, { points }) => sum + points, 0) <= slack;
  return {
    // Where even all together may be missing, they say nothing.
    facts: open
      .filter(({ required, points }) => required || (points > 0 && !reachable))
      .toSorted((a, b) => Number(b.required) - Number(a.required) || b.points - a.points),
    slack,
  };
}

/** Whether the post allows enough of what the look demands. Nothing is made for it: it is asked some forty times a post. */
export function isAllowed(table: DemandTable & GroupTable, look: number, post: PostReading): boolean {
  const { lookFactsAt, lookSlack, factPoints, factRequired } = table;
  let slack = lookSlack[look]!;
  for (let fact = lookFactsAt[look]!; fact < lookFactsAt[look + 1]!; fact++) {
    if (allowsFact(table, fact, post)) continue;
    if (factRequired[fact] !== 0) return false;
    slack -= factPoints[fact]!;
    if (slack < 0) return false;
  }
  return true;
}

function allowsFact(table: DemandTable & GroupTable, fact: number, post: PostReading): boolean {
  const { factWaysAt, waySigns, wayGroupsAt, wayGroups } = table;
  for (let way = factWaysAt[fact]!; way < factWaysAt[fact + 1]!; way++) {
    const signs = waySigns[way]!;
    if (signs !== 0 && (post.signs & signs) === 0) continue;
    let at = wayGroupsAt[way]!;
    const end = wayGroupsAt[way + 1]!;
    while (at < end && hasOneOf(table, wayGroups[at]!, post)) at++;
    if (at === end) return true;
  }
  return false;
}

function hasOneOf({ groupListsAt, groupLists }: GroupTable, group: number, post: PostReading): boolean {
  for (let at = groupListsAt[group]!; at < groupListsAt[group + 1]!; at++) if (post.has(groupLists[at]!)) return true;
  return false;
}
