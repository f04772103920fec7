import { once } from "../../model/once.ts";
import type { PreparedCopy, Sentence } from "../../prepare/document.ts";
import { allClue, anyClue, type Clue, NEVER, type Needs, type Workshop, wordsClue } from "../detector.ts";
import type { WordList } from "../lexicon.ts";
import { bitsBehind } from "../reading.ts";
import { inProse, termsKey } from "../terms.ts";
import { vocabularyKey } from "../vocabulary.ts";
import { classes, type WordClass } from "./classes.ts";
import { type Item, parsePhrase } from "./template.ts";

/** A phrase made ready. */
export interface Matcher {
  readonly clue: () => Clue;
  /** A word of each of these groups stands where it matches, in this order. */
  readonly needs: Needs;
  /** At which words of the sentence a match may begin, as `bitOfWord` has it: at none, in most sentences that show the clue. */
  readonly startsIn: (sentence: Sentence) => number;
  /** The word position behind the longest match that begins at word `at`; -1 where none does. */
  readonly longestFrom: (copy: PreparedCopy, at: number, limit: number) => number;
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
    const start = chain(items, null, workshop);
    return { items, start, first: firstLists(start) };
  });
  const needs = workshop.needsOf(template) ?? needsOfItems(made().items, workshop);
  return {
    clue: once(() => clueOf(made().items, workshop)),
    needs,
    startsIn: (sentence) => {
      if (!standInOrder(needs, sentence)) return 0;
      const { first } = made();
      return first === null ? -1 : startsOfAny(first, sentence);
    },
    longestFrom: (copy, at, limit) => longest(made().start, copy, at, limit, true),
  };
}

/** Whether a word of each group stands behind one of the group before. Asked hundreds of times a post, so nothing is made for it. */
function standInOrder(needs: Needs, sentence: Sentence): boolean {
  let behind = -1;
  for (const lists of needs) {
    const starts = startsOfAny(lists, sentence) & behind;
    if (starts === 0) return false;
    behind = bitsBehind(starts & -starts);
  }
  return true;
}

function startsOfAny(lists: readonly WordList[], sentence: Sentence): number {
  let starts = 0;
  for (let at = 0; at < lists.length; at++) starts |= lists[at]!.startsIn(sentence);
  return starts;
}

/** The lists with which what begins at this node begins; null where it may begin with something else. */
function firstLists(node: Node | null): readonly WordList[] | null {
  if (node?.kind === "words") return [node.list];
  if (node?.kind !== "either") return null;
  const branches = node.branches.map(firstLists);
  return branches.every((lists) => lists !== null) ? branches.flat() : null;
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
function longest(node: Node | null, copy: PreparedCopy, at: number, limit: number, loose: boolean): number {
  if (node === null) return at;
  switch (node.kind) {
    case "words":
      return at < limit && (loose || copy.words[at]!.tight) ? longestInList(node.list, node.next, copy, at, limit) : -1;
    case "class": {
      if (at >= limit || (!loose && !copy.words[at]!.tight)) return -1;
      const end = node.of.end(copy, at, limit);
      return end > at ? longest(node.next, copy, end, limit, false) : -1;
    }
    case "gap": {
      let best = -1;
      for (let to = Math.min(at + node.most, limit); to >= at; to--)
        best = Math.max(best, longest(node.next, copy, to, limit, true));
      return best;
    }
    case "either": {
      let best = -1;
      for (const branch of node.branches) best = Math.max(best, longest(branch, copy, at, limit, loose));
      return best;
    }
  }
}

function longestInList(list: WordList, next: Node | null, copy: PreparedCopy, at: number, limit: number): number {
  let best = -1;
  list.visitEnds(copy, at, limit, inProse, (end) => {
    best = Math.max(best, longest(next, copy, end, limit, false));
  });
  return best;
}

/** Of what is required, what shows most rarely, with the rest beside it. */
function clueOf(items: readonly Item[], workshop: Workshop): Clue {
  const telling = items
    .filter((item) => !item.optional && item.kind !== "gap")
    .map((item) => clueOfItem(item, workshop));
  return telling.length === 0 ? NEVER : allClue(telling);
}

function clueOfItem(item: Item, workshop: Workshop): Clue {
  const list = listOf(item, workshop);
  if (list !== null) return wordsClue(list);
  if (item.kind === "class") return classes[item.name].clue;
  return item.kind === "choice" ? anyClue(item.choices.map((choice) => clueOf(choice, workshop))) : NEVER;
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
