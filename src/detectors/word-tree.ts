import { formsOf } from "../prepare/inflect.ts";
import { type Word, wordTexts } from "../prepare/words.ts";

/** Word sequences by their first word, then the next: what is walked to find the terms that begin at a word. */
export interface WordTree {
  next: Map<string, WordTree>;
  ends: boolean;
}

/** Shared by all nodes that nothing follows, as most are. Nothing is ever added to it. */
const NOTHING_NEXT = new Map<string, WordTree>();

const emptyTree = (): WordTree => ({ next: NOTHING_NEXT, ends: false });

/**
 * The word sequences that a term stands for. Its first and last word are taken in all their forms; `=term` stands for itself only.
 * "leave early" is also "left early", "protective marking" also "protective markings".
 */
export function sequencesOf(term: string): readonly (readonly string[])[] {
  const exact = term.startsWith("=");
  const words = wordTexts(exact ? term.slice(1) : term);
  if (exact || words.length === 0) return words.length === 0 ? [] : [words];
  if (words.length === 1) return formsOf(words[0]!).map((form) => [form]);
  const middle = words.slice(1, -1);
  return formsOf(words[0]!).flatMap((first) => formsOf(words.at(-1)!).map((last) => [first, ...middle, last]));
}

export function treeOf(terms: readonly string[]): WordTree {
  const root = emptyTree();
  for (const term of terms) for (const sequence of sequencesOf(term)) addSequence(root, sequence);
  return root;
}

/** All sequences of a tree as literals, for a clue. */
export const literalsOf = (terms: readonly string[]): readonly string[] =>
  terms.flatMap((term) => sequencesOf(term).map((sequence) => sequence.join(" ")));

/** Word positions behind every sequence of the tree that begins at `at`, shortest first. Words between must be tight. */
export function endsFrom(
  tree: WordTree,
  words: readonly Word[],
  at: number,
  limit: number,
  within: (word: Word) => boolean,
): readonly number[] {
  let node = tree.next.get(words[at]!.text);
  if (node === undefined || !within(words[at]!)) return NO_ENDS;
  const ends: number[] = [];
  for (let next = at + 1; ; next++) {
    if (node.ends) ends.push(next);
    if (next >= limit || node.next.size === 0) return ends;
    const word = words[next]!;
    node = word.tight && within(word) ? node.next.get(word.text) : undefined;
    if (node === undefined) return ends;
  }
}

function addSequence(root: WordTree, sequence: readonly string[]): void {
  let node = root;
  for (const word of sequence) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = emptyTree();
      if (node.next === NOTHING_NEXT) node.next = new Map();
      node.next.set(word, next);
    }
    node = next;
  }
  node.ends = true;
}

const NO_ENDS: readonly number[] = [];
