/**
 * The tree of all word lists in flat arrays, so that it loads from a file as it is. A word is known by its number, a node of the tree by
 * its own; `…At[n]` to `…At[n + 1]` is the stretch of an array that belongs to n.
 */
export interface LexiconArrays {
  /** Distinct words in UTF-16 units, end to end. */
  readonly words: Uint16Array;
  /** Where word n begins in `words`; one more for where the last one ends. */
  readonly wordAt: Int32Array;
  /** Open addressing by `hashOf`: word number + 1, or 0. Its length is a power of two. */
  readonly slots: Int32Array;
  /** Children of a node: ascending word numbers, and the nodes they lead to. */
  readonly edgeAt: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeNodes: Int32Array;
  /** For the root alone: the node that a word leads to, or 0. */
  readonly rootNodes: Int32Array;
  /** The lists of which a sequence ends at a node, ascending. */
  readonly nodeListsAt: Int32Array;
  readonly nodeLists: Int32Array;
  /** How many lists there are. */
  readonly lists: number;
}

/** FNV-1a over UTF-16 units, of `text` from `start` to `end`. */
export function hashOf(text: string, start: number, end: number, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
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

function isWordAt(words: Uint16Array, start: number, end: number, word: string): boolean {
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
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const root: TreeNode = { next: new Map(), lists: [] };
  lists.forEach((sequences, list) => {
    for (const sequence of new Set(sequences)) nodeAt(root, sequence.split(" ").map(numberOf)).lists.push(list);
  });
  return {
    ...wordArrays([...numbers.keys()]),
    ...treeArrays(root, numbers.size),
    lists: lists.length,
  };
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
  const wordAt = new Int32Array(all.length + 1);
  all.forEach((word, number) => {
    wordAt[number + 1] = wordAt[number]! + word.length;
  });
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(all.length * 2 + 2)));
  all.forEach((word, number) => {
    let slot = hashOf(word, 0, word.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  });
  const together = all.join("");
  return { words: Uint16Array.from(together, (unit) => unit.charCodeAt(0)), wordAt, slots };
}

type TreeArrays = Pick<LexiconArrays, "edgeAt" | "edgeWords" | "edgeNodes" | "rootNodes" | "nodeListsAt" | "nodeLists">;

function treeArrays(root: TreeNode, words: number): TreeArrays {
  const nodes = [root];
  const edgeAt = [0];
  const edgeWords: number[] = [];
  const edgeNodes: number[] = [];
  const nodeListsAt = [0];
  const nodeLists: number[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const { next, lists } = nodes[at]!;
    for (const [word, child] of [...next].sort(([a], [b]) => a - b)) {
      edgeWords.push(word);
      edgeNodes.push(nodes.push(child) - 1);
    }
    edgeAt.push(edgeWords.length);
    for (const list of lists) nodeLists.push(list);
    nodeListsAt.push(nodeLists.length);
  }
  const rootNodes = new Int32Array(words);
  for (let at = edgeAt[0]!; at < edgeAt[1]!; at++) rootNodes[edgeWords[at]!] = edgeNodes[at]!;
  return {
    edgeAt: Int32Array.from(edgeAt),
    edgeWords: Int32Array.from(edgeWords),
    edgeNodes: Int32Array.from(edgeNodes),
    rootNodes,
    nodeListsAt: Int32Array.from(nodeListsAt),
    nodeLists: Int32Array.from(nodeLists),
  };
}
