import type { Finder, Needs } from "../detectors/detector.ts";
import { allowsFact, type FactTable, type GroupTable, waysOf } from "../detectors/fact-table.ts";
import { type Numbers, narrowest, startsOf } from "../detectors/lexicon-arrays.ts";
import type { PostReading } from "../detectors/post-reading.ts";
import { type Demand, type DemandedFact, demandOf, type TellingWay, tellsPosts } from "../detectors/wants.ts";

/** What a post must show before a look at it is worth while, in flat arrays, so that it loads from a file as it is. */
export interface DemandTable extends FactTable {
  readonly lookFactsAt: Numbers;
  /** For each look, how many points its facts may lose before the rest can't reach the sum. */
  readonly lookSlack: Numbers;
  readonly factPoints: Numbers;
  /** 1 or 0. */
  readonly factRequired: Numbers;
  readonly factWaysAt: Numbers;
  readonly waySigns: Numbers;
  readonly wayGroupsAt: Numbers;
  readonly wayGroups: Numbers;
}

/** Without the groups, which are for whoever numbers them. */
export function demandsOf(
  finders: readonly Finder[],
  numberOfGroup: (lists: Needs[number]) => number,
): Omit<DemandTable, keyof GroupTable> {
  const demands = finders.map((finder) => telling(demandOf(finder)));
  const facts = demands.flatMap((demand) => demand.facts);
  const ways = waysOf(
    facts.map(({ wants }) => wants),
    numberOfGroup,
  );
  return {
    lookFactsAt: narrowest(startsOf(demands.map((demand) => demand.facts.length))),
    lookSlack: narrowest(demands.map(({ slack }) => slack)),
    factPoints: narrowest(facts.map(({ points }) => points)),
    factRequired: narrowest(facts.map(({ required }) => Number(required))),
    factWaysAt: narrowest(ways.factWaysAt),
    waySigns: narrowest(ways.waySigns),
    wayGroupsAt: narrowest(ways.wayGroupsAt),
    wayGroups: narrowest(ways.wayGroups),
  };
}

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
  const dispensable = open.reduce((sum, { points }) => sum + points, 0) <= slack;
  return {
    // Where even all together may be missing, they say nothing.
    facts: open
      .filter(({ required, points }) => required || (points > 0 && !dispensable))
      .toSorted((a, b) => Number(b.required) - Number(a.required) || b.points - a.points),
    slack,
  };
}

/** Whether the post allows enough of what the look demands. Nothing is made for it: it is asked dozens of times a post. */
export function isAllowed(table: DemandTable, look: number, post: PostReading): boolean {
  const { lookFactsAt, lookSlack, factPoints, factRequired } = table;
  let slack = lookSlack[look]!;
  for (let fact = lookFactsAt[look]!; fact < lookFactsAt[look + 1]!; fact++) {
    if (allowsFact(table, fact, post.signs, post.bits)) continue;
    if (factRequired[fact] !== 0) return false;
    slack -= factPoints[fact]!;
    if (slack < 0) return false;
  }
  return true;
}
