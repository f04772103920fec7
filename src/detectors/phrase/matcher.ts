import { once } from "../../model/once.ts";
import type { Sentence } from "../../prepare/document.ts";
import { ALWAYS, allClue, anyClue, type Clue, NEVER, type Needs, type Workshop, wordsClue } from "../detector.ts";
import type { WordList } from "../lexicon.ts";
import type { Reading } from "../reading.ts";
import { inProse, termsKey } from "../terms.ts";
import { vocabularyKey } from "../vocabulary.ts";
import { bitOfWord, bitsBehind } from "../word-bits.ts";
import { classes, type WordClass } from "./classes.ts";
import { type Item, parsePhrase } from "./template.ts";

/** A phrase made ready. */
export interface Matcher {
  readonly clue: () => Clue;
  /** A word of each of these groups stands where it matches, in this order. */
  readonly needs: Needs;
  /** At which words of the sentence a match may begin, as `bitOfWord` has it: at none, in most sentences that show the clue. */
  readonly startsIn: (look: Look) => number;
  /** The word position behind the longest match that begins at word `at`; -1 where none does. */
  readonly longestFrom: (look: Look, at: number) => number;
}

/** A sentence that phrases are looked for in. */
export interface Look {
  readonly sentence: Sentence;
  readonly reading: Reading;
}

/** What may come next; the last node of a phrase is followed by null. `loose`: what stands before need not be tight. */
type Node =
  | { readonly kind: "words"; readonly list: WordList; readonly next: Node | null }
  | { readonly kind: "class"; readonly of: WordClass; readonly next: Node | null }
  | { readonly kind: "gap"; readonly most: number; readonly next: Node | null }
  | { readonly kind: "either"; readonly branches: readonly (Node | null)[] };

/** Where it is known what the phrase needs, it is taken apart only when a sentence shows that. */
export function matcherOf(template: string, workshop: Workshop): Matcher {
  const made = once(() => {
    const items = parsePhrase(template);
    return { items, start: chain(items, null, workshop) };
  });
  const needs = workshop.needsOf(template) ?? needsOfItems(made().items, workshop);
  return {
    clue: once(() => clueOf(made().items, workshop)),
    needs,
    startsIn: (look) => {
      if (!workshop.shortcuts) return EVERYWHERE;
      if (!standInOrder(needs, look.reading)) return 0;
      return startsOf(made().start, look);
    },
    longestFrom: (look, at) => longest(made().start, look, at, true),
  };
}

/** The bits of all words. */
const EVERYWHERE = -1;

/** Whether a word of each group stands behind one of the group before. Asked hundreds of times a post, so nothing is made for it. */
function standInOrder(needs: Needs, reading: Reading): boolean {
  let behind = -1;
  for (let at = 0; at < needs.length; at++) {
    const lists = needs[at]!;
    let starts = 0;
    for (let one = 0; one < lists.length; one++) starts |= reading.startsOf(lists[one]!.number);
    starts &= behind;
    if (starts === 0) return false;
    behind = bitsBehind(starts & -starts);
  }
  return true;
}

/** At which words what begins at this node may begin, as `bitOfWord` has it. */
function startsOf(node: Node | null, look: Look): number {
  switch (node?.kind) {
    case "words":
      return look.reading.startsOf(node.list.number);
    case "class":
      return node.of.starts(look.sentence);
    case "either":
      return node.branches.reduce((starts, branch) => starts | startsOf(branch, look), 0);
    default:
      return EVERYWHERE;
  }
}

type Lists = Pick<Workshop, "list" | "vocabulary">;

export const needsOfItems = (items: readonly Item[], lists: Lists): Needs =>
  items.flatMap((item) => {
    const needed = listsOf(item, lists);
    return needed === null ? [] : [needed];
  });

function chain(items: readonly Item[], last: Node | null, workshop: Workshop): Node | null {
  return items.reduceRight<Node | null>((next, item) => {
    const node = nodeOf(item, next, workshop);
    return item.optional ? { kind: "either", branches: [next, node] } : node;
  }, last);
}

function nodeOf(item: Item, next: Node | null, workshop: Workshop): Node | null {
  const list = listOf(item, workshop);
  if (list !== null) return { kind: "words", list, next };
  switch (item.kind) {
    case "class":
      return { kind: "class", of: classes[item.name], next };
    case "gap":
      return { kind: "gap", most: item.most, next };
    case "choice":
      return { kind: "either", branches: item.choices.map((choice) => chain(choice, next, workshop)) };
    default:
      return next;
  }
}

/** Recursion over nodes, not over results: nothing is allocated on the way. */
function longest(node: Node | null, look: Look, at: number, loose: boolean): number {
  if (node === null) return at;
  const { sentence } = look;
  const limit = sentence.endWord;
  switch (node.kind) {
    case "words": {
      if (at >= limit || (look.reading.startsOf(node.list.number) & bitOfWord(at - sentence.firstWord)) === 0)
        return -1;
      return loose || sentence.in.words[at]!.tight ? longestInList(node.list, node.next, look, at) : -1;
    }
    case "class": {
      if (at >= limit || (!loose && !sentence.in.words[at]!.tight)) return -1;
      const end = node.of.end(sentence.in, at, limit);
      return end > at ? longest(node.next, look, end, false) : -1;
    }
    case "gap": {
      let best = -1;
      for (let to = Math.min(at + node.most, limit); to >= at; to--) {
        best = Math.max(best, longest(node.next, look, to, true));
      }
      return best;
    }
    case "either": {
      let best = -1;
      for (const branch of node.branches) best = Math.max(best, longest(branch, look, at, loose));
      return best;
    }
  }
}

function longestInList(list: WordList, next: Node | null, look: Look, at: number): number {
  let best = -1;
  list.visitEnds(look.sentence.in, at, look.sentence.endWord, inProse, (end) => {
    best = Math.max(best, longest(next, look, end, false));
  });
  return best;
}

/** Of what is required, what shows most rarely, with the rest beside it. */
function clueOf(items: readonly Item[], workshop: Workshop): Clue {
  const telling = items.filter(isNeeded).map((item) => clueOfItem(item, workshop));
  return telling.length === 0 ? NEVER : allClue(telling);
}

const isNeeded = (item: Item): boolean => !item.optional && item.kind !== "gap";
const needsSomething = (items: readonly Item[]): boolean => items.some(isNeeded);

function clueOfItem(item: Item, workshop: Workshop): Clue {
  const list = listOf(item, workshop);
  if (list !== null) return wordsClue(list);
  if (item.kind === "class") return classes[item.name].clue;
  if (item.kind !== "choice") return NEVER;
  // A way that needs nothing says nothing of the sentence.
  return item.choices.every(needsSomething) ? anyClue(item.choices.map((choice) => clueOf(choice, workshop))) : ALWAYS;
}

/** The lists of which one must stand where a required part does; null where words say nothing. */
function listsOf(item: Item, workshop: Lists): readonly WordList[] | null {
  if (item.optional) return null;
  const list = listOf(item, workshop);
  if (list !== null) return [list];
  if (item.kind !== "choice") return null;
  const branches = item.choices.map((choice) =>
    choice.map((part) => listsOf(part, workshop)).find((lists) => lists !== null),
  );
  return branches.every((lists) => lists != null) ? branches.flatMap((lists) => lists!) : null;
}

/** A word, a vocabulary, or a choice between plain words, as one list; null for all else. */
function listOf(item: Item, workshop: Lists): WordList | null {
  if (item.kind === "word") return listOfTerms([item.text], workshop);
  if (item.kind === "vocabulary")
    return workshop.list(vocabularyKey([item.name]), () => workshop.vocabulary(item.name));
  if (item.kind !== "choice") return null;
  const words = item.choices.flatMap(([only, ...more]) =>
    only?.kind === "word" && !only.optional && more.length === 0 ? [only.text] : [],
  );
  return words.length === item.choices.length ? listOfTerms(words, workshop) : null;
}

const listOfTerms = (terms: readonly string[], workshop: Lists): WordList =>
  workshop.list(termsKey(terms), () => terms);
