import { hashOf } from "../model/hash.ts";

/** Numbers of as many bytes each as the greatest of them takes. */
export type Numbers = Uint8Array | Uint16Array | Int32Array;

/**
 * All word lists as one graph in flat arrays, so that it loads from a file as it is. A word is known by its number; a node by its own,
 * from 1 on, and nodes from which the same leads on are one; so is a set of lists. `…At[n]` to `…At[n + 1]` is the stretch of an array
 * that belongs to n.
 */
export interface LexiconArrays {
  /** Distinct words in UTF-16 units, end to end. */
  readonly words: Numbers;
  /** Where word n begins in `words`; one more for where the last one ends. */
  readonly wordAt: Numbers;
  /** Open addressing by `hashOf`: word number + 1, or 0. Its length is a power of two. */
  readonly slots: Numbers;
  /** The node that a word leads to at the beginning of a sequence, or 0. */
  readonly rootNodes: Numbers;
  /** What leads on from a node: ascending word numbers, and the nodes they lead to. */
  readonly edgeAt: Numbers;
  readonly edgeWords: Numbers;
  readonly edgeNodes: Numbers;
  /** The set of the lists of which a sequence ends at a node, and the sets: ascending list numbers. */
  readonly nodeSets: Numbers;
  readonly setAt: Numbers;
  readonly setLists: Numbers;
  /** How many lists there are. */
  readonly lists: number;
}

/** The number of a word, or -1 for one in no list. */
export function wordNumber({ slots, words, wordAt }: LexiconArrays, word: string): number {
  const mask = slots.length - 1;
  for (let slot = hashOf(word, 0, word.length) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = slots[slot]! - 1;
    if (isWordAt(words, wordAt[number]!, wordAt[number + 1]!, word)) return number;
  }
  return -1;
}

function isWordAt(words: Numbers, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let at = 0; at < word.length; at++) if (words[start + at] !== word.charCodeAt(at)) return false;
  return true;
}

export const wordsIn = ({ words, wordAt }: LexiconArrays): readonly string[] =>
  Array.from({ length: wordAt.length - 1 }, (_, number) =>
    String.fromCharCode(...words.subarray(wordAt[number]!, wordAt[number + 1]!)),
  );

/** The arrays of lists, each the sequences that it holds, words joined by single spaces. */
export function lexiconArrays(lists: readonly (readonly string[])[]): LexiconArrays {
  const words = new Numbering<string>();
  const root: TreeNode = { next: new Map(), lists: [] };
  lists.forEach((sequences, list) => {
    for (const sequence of new Set(sequences)) {
      const path = sequence.split(" ").map((word) => words.numberOf(word, word));
      nodeAt(root, path).lists.push(list);
    }
  });
  return { ...wordArrays(words.all), ...graphArrays(root, words.all.length), lists: lists.length };
}

/** What was seen, each by the number of its key. */
class Numbering<Seen> {
  readonly all: Seen[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(key: string, seen: Seen): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.push(seen) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

interface TreeNode {
  readonly next: Map<number, TreeNode>;
  readonly lists: number[];
}

function nodeAt(root: TreeNode, path: readonly number[]): TreeNode {
  let node = root;
  for (const word of path) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), lists: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}

function wordArrays(all: readonly string[]): Pick<LexiconArrays, "words" | "wordAt" | "slots"> {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(all.length * 2 + 2)));
  all.forEach((word, number) => {
    let slot = hashOf(word, 0, word.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  });
  const units = all.map((word) => Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)));
  const [wordAt, words] = endToEnd(units);
  return { words, wordAt, slots: narrowest(slots) };
}

/** A node of the graph: the number of its set, and what leads on, words ascending. */
interface GraphNode {
  readonly set: number;
  readonly edges: readonly (readonly [word: number, node: number])[];
}

function graphArrays(root: TreeNode, words: number): Omit<LexiconArrays, "words" | "wordAt" | "slots" | "lists"> {
  const sets = new Numbering<readonly number[]>();
  const nodes = new Numbering<GraphNode>();
  /** The tree's branches, last first: those from which the same leads on are one node. */
  const numberOf = ({ next, lists }: TreeNode): number => {
    const set = sets.numberOf(lists.join(), lists);
    const edges = [...next].map(([word, child]) => [word, numberOf(child)] as const).sort(([a], [b]) => a - b);
    return nodes.numberOf(`${set}:${edges.join(" ")}`, { set, edges });
  };
  nodes.numberOf("", { set: sets.numberOf("", []), edges: [] });
  const rootNodes = new Int32Array(words);
  for (const [word, child] of root.next) rootNodes[word] = numberOf(child);
  const [edgeAt, edgeWords] = endToEnd(nodes.all.map(({ edges }) => edges.map(([word]) => word)));
  const [, edgeNodes] = endToEnd(nodes.all.map(({ edges }) => edges.map(([, node]) => node)));
  const [setAt, setLists] = endToEnd(sets.all);
  const nodeSets = narrowest(nodes.all.map(({ set }) => set));
  return { rootNodes: narrowest(rootNodes), edgeAt, edgeWords, edgeNodes, nodeSets, setAt, setLists };
}

/** Where each begins, with one more for where the last one ends, and all of them. */
export const endToEnd = (lists: readonly (readonly number[])[]): readonly [starts: Numbers, all: Numbers] => [
  narrowest(startsOf(lists.map(({ length }) => length))),
  narrowest(lists.flat()),
];

/** Where each begins, if so many stand end to end, with one more for where the last one ends. */
export function startsOf(lengths: readonly number[]): readonly number[] {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  return starts;
}

/** `numbers` are none below zero. */
export function narrowest(numbers: ArrayLike<number>): Numbers {
  let greatest = 0;
  for (let at = 0; at < numbers.length; at++) greatest = Math.max(greatest, numbers[at]!);
  if (greatest < 2 ** 8) return Uint8Array.from(numbers);
  return greatest < 2 ** 16 ? Uint16Array.from(numbers) : Int32Array.from(numbers);
}
