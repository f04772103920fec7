import type { Sign } from "../detectors/detector.ts";
import { SIGNS } from "../detectors/detector.ts";
import type { WordList } from "../detectors/lexicon.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";

/**
 * Which word lists send which rules to a closer look, in flat arrays, so that it loads from a file as it is. Lists, rules and hints are
 * known by their number; `…At[n]` to `…At[n + 1]` is the stretch of an array that belongs to n.
 */
export interface ScanTable {
  /** For each list, the hints that it gives; a list behind the last gives none. */
  readonly listHintsAt: Int32Array;
  readonly listHints: Int32Array;
  readonly hintRules: Int32Array;
  /** For each hint, the groups of lists of which one must stand beside it. */
  readonly hintGroupsAt: Int32Array;
  readonly hintGroups: Int32Array;
  readonly groupListsAt: Int32Array;
  readonly groupLists: Int32Array;
  /** Rules without a clue. */
  readonly always: Int32Array;
  readonly bySign: { readonly [sign in Sign]: Int32Array };
  /** Rules that may find something in a post without a sentence. */
  readonly withoutSentence: Int32Array;
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
  const listHints: number[][] = [];
  const hintRules: number[] = [];
  const hintGroups: (readonly number[])[] = [];
  rules.forEach((rule, index) => {
    const clue = rule.finder.clue();
    for (const { list, beside } of clue.always ? [] : clue.hints) {
      const hint = hintRules.push(index) - 1;
      hintGroups.push(beside.map(numberOfGroup));
      listHints[list.number] ??= [];
      listHints[list.number]!.push(hint);
    }
  });
  const [listHintsAt, listHintsFlat] = endToEnd(Array.from(listHints, (hints) => hints ?? []));
  const [hintGroupsAt, hintGroupsFlat] = endToEnd(hintGroups);
  const [groupListsAt, groupListsFlat] = endToEnd(groups);
  return {
    listHintsAt,
    listHints: listHintsFlat,
    hintRules: Int32Array.from(hintRules),
    hintGroupsAt,
    hintGroups: hintGroupsFlat,
    groupListsAt,
    groupLists: groupListsFlat,
    ...rulesWithoutWords(rules),
  };
}

/** Where each begins, and all of them. */
function endToEnd(lists: readonly (readonly number[])[]): [starts: Int32Array, all: Int32Array] {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, number) => {
    starts[number + 1] = starts[number]! + list.length;
  });
  return [starts, Int32Array.from(lists.flat())];
}

function rulesWithoutWords(rules: readonly Rule[]): Pick<ScanTable, "always" | "bySign" | "withoutSentence"> {
  const where = (test: (rule: Rule) => boolean) =>
    Int32Array.from(rules.flatMap((rule, index) => (test(rule) ? [index] : [])));
  const bySign = Object.fromEntries(
    SIGNS.map((sign) => [sign, where(({ finder }) => finder.clue().signs.includes(sign))]),
  );
  return {
    always: where(({ finder }) => finder.clue().always),
    bySign: bySign as ScanTable["bySign"],
    withoutSentence: where(
      ({ finder }) => finder.wide && (finder.clue().always || finder.clue().signs.includes("meta")),
    ),
  };
}
