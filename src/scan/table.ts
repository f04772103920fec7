import type { Sign } from "../detectors/detector.ts";
import { SIGNS } from "../detectors/detector.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";

/**
 * The literals of all rules as one tree in flat arrays, so that it loads from a file as it is. A word is known by its number, a
 * node of the tree by its own; `…At[n]` to `…At[n + 1]` is the stretch of an array that belongs to n.
 */
export interface ScanTable {
  /** Distinct words, joined by line breaks. */
  readonly words: string;
  /** Where word n begins in `words`. */
  readonly wordAt: Int32Array;
  /** Open addressing by `hashOf`: word number + 1, or 0. Its length is a power of two. */
  readonly slots: Int32Array;
  /** Children of a node: ascending word numbers, and the nodes they lead to. Node 0 is the root. */
  readonly edgeAt: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeNodes: Int32Array;
  /** For the root alone: the node that a word leads to, or 0. */
  readonly rootNodes: Int32Array;
  readonly nodeHintsAt: Int32Array;
  readonly nodeHints: Int32Array;
  readonly hintRules: Int32Array;
  readonly hintSetsAt: Int32Array;
  readonly hintSets: Int32Array;
  /** Sets of words that must stand beside a hint: ascending word numbers. */
  readonly setAt: Int32Array;
  readonly setWords: Int32Array;
  /** Rules without a clue. */
  readonly always: Int32Array;
  readonly bySign: { readonly [sign in Sign]: Int32Array };
  /** Rules that may find something in a post without a sentence. */
  readonly withoutSentence: Int32Array;
}

/** FNV-1a over UTF-16 units, of `text` from `start` to `end`. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The number of a word, or -1 for one that no rule names. */
export function wordNumber(table: ScanTable, word: string): number {
  const { slots, words, wordAt } = table;
  const mask = slots.length - 1;
  for (let slot = hashOf(word, 0, word.length) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = slots[slot]! - 1;
    const start = wordAt[number]!;
    if (wordAt[number + 1]! - 1 - start === word.length && words.startsWith(word, start)) return number;
  }
  return -1;
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
  const words = numbered<string>();
  const sets = numbered<ReadonlySet<string>>();
  const root: TreeNode = { next: new Map(), hints: [] };
  const hintRules: number[] = [];
  const hintSets: (readonly number[])[] = [];
  rules.forEach((rule, index) => {
    const clue = rule.finder.clue();
    for (const { literals, beside } of clue.always ? [] : clue.hints) {
      const hint = hintRules.push(index) - 1;
      hintSets.push(beside.toSorted((a, b) => a.size - b.size).map(sets.numberOf));
      for (const literal of literals) nodeAt(root, literal.split(" ").map(words.numberOf)).hints.push(hint);
    }
  });
  const setWords = sets.all().map((set) => [...set].map(words.numberOf).sort((a, b) => a - b));
  return {
    ...wordArrays(words.all()),
    ...treeArrays(root, words.all().length),
    hintRules: Int32Array.from(hintRules),
    ...stretches("hintSets", hintSets),
    ...stretches("set", setWords),
    ...rulesWithoutWords(rules),
  } as ScanTable;
}

/** Things by the number in which they were first asked for. */
function numbered<T>(): { readonly numberOf: (thing: T) => number; readonly all: () => readonly T[] } {
  const numbers = new Map<T, number>();
  const numberOf = (thing: T) => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    numbers.set(thing, numbers.size);
    return numbers.size - 1;
  };
  return { numberOf, all: () => [...numbers.keys()] };
}

interface TreeNode {
  readonly next: Map<number, TreeNode>;
  readonly hints: number[];
}

function nodeAt(root: TreeNode, path: readonly number[]): TreeNode {
  let node = root;
  for (const word of path) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), hints: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}

function wordArrays(all: readonly string[]): Pick<ScanTable, "words" | "wordAt" | "slots"> {
  const wordAt = new Int32Array(all.length + 1);
  all.forEach((word, number) => {
    wordAt[number + 1] = wordAt[number]! + word.length + 1;
  });
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(all.length * 2 + 2)));
  all.forEach((word, number) => {
    let slot = hashOf(word, 0, word.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  });
  return { words: all.join("\n"), wordAt, slots };
}

function treeArrays(root: TreeNode, words: number): Partial<ScanTable> {
  const nodes: TreeNode[] = [root];
  const edges: (readonly [word: number, node: number])[][] = [];
  for (let at = 0; at < nodes.length; at++) {
    const children = [...nodes[at]!.next].sort(([a], [b]) => a - b);
    edges.push(children.map(([word, child]) => [word, nodes.push(child) - 1] as const));
  }
  const rootNodes = new Int32Array(words);
  for (const [word, node] of edges[0]!) rootNodes[word] = node;
  return {
    rootNodes,
    ...stretches(
      "edge",
      edges.map((children, node) => (node === 0 ? [] : children.map(([word]) => word))),
    ),
    edgeNodes: Int32Array.from(edges.slice(1).flatMap((children) => children.map(([, node]) => node))),
    ...stretches(
      "nodeHints",
      nodes.map(({ hints }) => hints),
    ),
  };
}

/** Lists laid end to end. `edge` and `set` name their array of words `…Words`, the others are their own. */
function stretches(
  name: "edge" | "set" | "hintSets" | "nodeHints",
  lists: readonly (readonly number[])[],
): Partial<ScanTable> {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, number) => {
    starts[number + 1] = starts[number]! + list.length;
  });
  const items = name === "edge" || name === "set" ? `${name}Words` : name;
  return { [`${name}At`]: starts, [items]: Int32Array.from(lists.flat()) };
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
