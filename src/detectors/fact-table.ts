import type { Needs } from "./detector.ts";
import { startsOf } from "./lexicon-arrays.ts";
import { type Bits, hasBit } from "./reading.ts";
import { bitsOf } from "./signs.ts";
import { rarestFirst, type TellingWay, tellsPosts, type Wants } from "./wants.ts";

/** Plain where it was made in the run: there are thousands, and V8 keeps each typed array apart from its numbers. */
type Row = ArrayLike<number>;

/**
 * What posts must show for each of some facts, in flat arrays: they are asked of every post, and lists of lists of lists would be fetched
 * from all over the memory. A fact is allowed by one of its ways: the post shows one of the signs of that way, where it has any, and of
 * each of its groups of lists one. `…At[n]` to `…At[n + 1]` is the stretch of an array that belongs to n.
 */
export interface FactTable extends GroupTable {
  readonly factWaysAt: Row;
  /** As `bitsOf` has them; 0 for none. */
  readonly waySigns: Row;
  readonly wayGroupsAt: Row;
  readonly wayGroups: Row;
}

/** Groups of lists, by their numbers. */
export interface GroupTable {
  readonly groupListsAt: Row;
  readonly groupLists: Row;
}

/** A table of facts that knows only of its own groups. Any post allows a fact that wants nothing that a post can be told by. */
export function factTableOf(facts: readonly (Wants | null)[]): FactTable {
  const groups: (readonly number[])[] = [];
  const numberOfGroup = (lists: Needs[number]) => groups.push(lists.map(({ number }) => number)) - 1;
  const ways = waysOf(
    facts.map((wants) => (wants !== null && tellsPosts(wants) ? wants : ANYTHING)),
    numberOfGroup,
  );
  return { ...ways, groupListsAt: startsOf(groups.map(({ length }) => length)), groupLists: groups.flat() };
}

const ANYTHING: readonly TellingWay[] = [{ signs: [], needs: [] }];

interface Ways {
  readonly factWaysAt: readonly number[];
  readonly waySigns: readonly number[];
  readonly wayGroupsAt: readonly number[];
  readonly wayGroups: readonly number[];
}

export function waysOf(
  facts: readonly (readonly TellingWay[])[],
  numberOfGroup: (lists: Needs[number]) => number,
): Ways {
  const ways = facts.flat();
  return {
    factWaysAt: startsOf(facts.map(({ length }) => length)),
    waySigns: ways.map(({ signs }) => bitsOf(signs)),
    wayGroupsAt: startsOf(ways.map(({ needs }) => needs.length)),
    wayGroups: ways.flatMap(({ needs }) => rarestFirst(needs).map(numberOfGroup)),
  };
}

/**
 * Whether what shows these signs and lists allows the fact: a post, or one sentence. Nothing is made for it: it is asked hundreds of times
 * a post.
 */
export function allowsFact(table: FactTable, fact: number, shownSigns: number, shownLists: Bits): boolean {
  const { factWaysAt, waySigns, wayGroupsAt, wayGroups } = table;
  for (let way = factWaysAt[fact]!; way < factWaysAt[fact + 1]!; way++) {
    const signs = waySigns[way]!;
    if (signs !== 0 && (shownSigns & signs) === 0) continue;
    let at = wayGroupsAt[way]!;
    const end = wayGroupsAt[way + 1]!;
    while (at < end && hasOneOf(table, wayGroups[at]!, shownLists)) at++;
    if (at === end) return true;
  }
  return false;
}

function hasOneOf({ groupListsAt, groupLists }: GroupTable, group: number, lists: Bits): boolean {
  for (let at = groupListsAt[group]!; at < groupListsAt[group + 1]!; at++)
    if (hasBit(lists, groupLists[at]!)) return true;
  return false;
}
