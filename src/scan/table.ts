import type { Finder } from "../detectors/detector.ts";
import type { WordList } from "../detectors/lexicon.ts";
import { endToEnd, type Numbers, narrowest } from "../detectors/lexicon-arrays.ts";
import { SIGNS, type Sign } from "../detectors/signs.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";
import { type DemandTable, demandsOf } from "./demands.ts";

/**
 * Which word lists send which looks to the sentences, in flat arrays, so that it loads from a file as it is. A look is a branch of a
 * rule; looks, lists and hints are known by their number; `…At[n]` to `…At[n + 1]` is the stretch of an array that belongs to n.
 */
export interface ScanTable extends DemandTable {
  /** For each look the index of its rule, ascending, and the branch. */
  readonly lookRules: Int32Array;
  readonly lookBranches: Int32Array;
  /** For each list, the hints that it gives; a list behind the last gives none. */
  readonly listHintsAt: Numbers;
  readonly listHints: Numbers;
  readonly hintLooks: Numbers;
  /** For each hint, the groups of lists of which one must stand beside it. */
  readonly hintGroupsAt: Numbers;
  readonly hintGroups: Numbers;
  readonly groupListsAt: Numbers;
  readonly groupLists: Numbers;
  /** Looks without a clue. */
  readonly always: Int32Array;
  readonly bySign: { readonly [sign in Sign]: Int32Array };
  /** Looks that may find something in a post without a sentence. */
  readonly withoutSentence: Int32Array;
}

interface Look {
  readonly rule: number;
  readonly branch: number;
  readonly finder: Finder;
}

const tables = new WeakMap<readonly Rule[], ScanTable>();

/** The table of a rule set's rules: the one that came with them, or one made now. */
export function tableOf({ rules }: RuleSet): ScanTable {
  let table = tables.get(rules);
  if (table === undefined) {
    table = buildTable(rules);
    tables.set(rules, table);
  }
  return table;
}

export const rememberTable = ({ rules }: RuleSet, table: ScanTable): void => {
  tables.set(rules, table);
};

function buildTable(rules: readonly Rule[]): ScanTable {
  const groups: (readonly number[])[] = [];
  const groupNumbers = new Map<string, number>();
  const numberOfGroup = (lists: readonly WordList[]): number => {
    const numbers = [...new Set(lists.map(({ number }) => number))].sort((a, b) => a - b);
    const known = groupNumbers.get(numbers.join());
    if (known !== undefined) return known;
    groupNumbers.set(numbers.join(), groups.length);
    return groups.push(numbers) - 1;
  };
  const looks = rules.flatMap((rule, index) =>
    rule.branches.map((make, branch): Look => ({ rule: index, branch, finder: make() })),
  );
  const listHints: number[][] = [];
  const hintLooks: number[] = [];
  const hintGroups: (readonly number[])[] = [];
  looks.forEach(({ finder }, look) => {
    const clue = finder.clue();
    for (const { list, beside } of clue.always ? [] : clue.hints) {
      const hint = hintLooks.push(look) - 1;
      hintGroups.push(beside.map(numberOfGroup));
      listHints[list.number] ??= [];
      listHints[list.number]!.push(hint);
    }
  });
  const demands = demandsOf(
    looks.map(({ finder }) => finder),
    numberOfGroup,
  );
  const [listHintsAt, listHintsFlat] = endToEnd(Array.from(listHints, (hints) => hints ?? []));
  const [hintGroupsAt, hintGroupsFlat] = endToEnd(hintGroups);
  const [groupListsAt, groupListsFlat] = endToEnd(groups);
  return {
    lookRules: Int32Array.from(looks, ({ rule }) => rule),
    lookBranches: Int32Array.from(looks, ({ branch }) => branch),
    listHintsAt,
    listHints: listHintsFlat,
    hintLooks: narrowest(hintLooks),
    hintGroupsAt,
    hintGroups: hintGroupsFlat,
    groupListsAt,
    groupLists: groupListsFlat,
    ...demands,
    ...looksWithoutWords(looks),
  };
}

function looksWithoutWords(looks: readonly Look[]): Pick<ScanTable, "always" | "bySign" | "withoutSentence"> {
  const where = (test: (finder: Finder) => boolean) =>
    Int32Array.from(looks.flatMap(({ finder }, look) => (test(finder) ? [look] : [])));
  const bySign = Object.fromEntries(SIGNS.map((sign) => [sign, where((finder) => finder.clue().signs.includes(sign))]));
  return {
    always: where((finder) => finder.clue().always),
    bySign: bySign as ScanTable["bySign"],
    withoutSentence: where((finder) => finder.wide && (finder.clue().always || finder.clue().signs.includes("meta"))),
  };
}
