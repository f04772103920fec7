import { once } from "../../model/once.ts";
import type { PreparedCopy, Sentence } from "../../prepare/document.ts";
import { allClue, anyClue, type Clue, NEVER, type Workshop, wordsClue } from "../detector.ts";
import { inProse } from "../terms.ts";
import { literalsOf, treeOf, type WordTree } from "../word-tree.ts";
import { classes, type WordClass } from "./classes.ts";
import type { Item } from "./template.ts";

/** A phrase made ready. */
export interface Matcher {
  readonly clue: () => Clue;
  /** Whether the sentence holds a word for every required part: most sentences that show the clue don't. */
  readonly mayMatch: (sentence: Sentence) => boolean;
  /** The word position behind the longest match that begins at word `at`; -1 where none does. */
  readonly longestFrom: (copy: PreparedCopy, at: number, limit: number) => number;
}

/** What may come next; the last node of a phrase is followed by null. `loose`: what stands before need not be tight. */
type Node =
  | { readonly kind: "words"; readonly tree: WordTree; readonly next: Node | null }
  | { readonly kind: "class"; readonly of: WordClass; readonly next: Node | null }
  | { readonly kind: "gap"; readonly most: number; readonly next: Node | null }
  | { readonly kind: "either"; readonly branches: readonly (Node | null)[] };

export function matcherOf(items: readonly Item[], workshop: Workshop): Matcher {
  const start = chain(items, null, workshop);
  const required = items.flatMap((item) => firstWordsOf(item, workshop) ?? []).sort((a, b) => a.size - b.size);
  return {
    clue: once(() => clueOf(items, workshop)),
    mayMatch: (sentence) => required.every((firstWords) => sentence.holdsOne(firstWords)),
    longestFrom: (copy, at, limit) => longest(start, copy, at, limit, true),
  };
}

function chain(items: readonly Item[], last: Node | null, workshop: Workshop): Node | null {
  return items.reduceRight<Node | null>((next, item) => {
    const node = nodeOf(item, next, workshop);
    return item.optional ? { kind: "either", branches: [next, node] } : node;
  }, last);
}

function nodeOf(item: Item, next: Node | null, workshop: Workshop): Node | null {
  const list = wordsOfItem(item, workshop);
  if (list !== null)
    return { kind: "words", tree: workshop.shared(`tree:${list.key}`, () => treeOf(list.words)), next };
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
      return at < limit && (loose || copy.words[at]!.tight) ? longestInTree(node.tree, node.next, copy, at, limit) : -1;
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

function longestInTree(tree: WordTree, next: Node | null, copy: PreparedCopy, at: number, limit: number): number {
  const { words } = copy;
  let best = -1;
  let node = inProse(words[at]!) ? tree.next.get(words[at]!.text) : undefined;
  for (let end = at + 1; node !== undefined; end++) {
    if (node.ends) best = Math.max(best, longest(next, copy, end, limit, false));
    if (end >= limit || node.next.size === 0) break;
    node = words[end]!.tight && inProse(words[end]!) ? node.next.get(words[end]!.text) : undefined;
  }
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
  const list = wordsOfItem(item, workshop);
  if (list !== null) return workshop.shared(`clue:${list.key}`, () => wordsClue(literalsOf(list.words)));
  if (item.kind === "class") return classes[item.name].clue;
  return item.kind === "choice" ? anyClue(item.choices.map((choice) => clueOf(choice, workshop))) : NEVER;
}

/** The words that a required part can begin with; null where its words say nothing. */
function firstWordsOf(item: Item, workshop: Workshop): ReadonlySet<string> | null {
  if (item.optional) return null;
  const list = wordsOfItem(item, workshop);
  if (list !== null) {
    const tree = workshop.shared(`tree:${list.key}`, () => treeOf(list.words));
    return workshop.shared(`first:${list.key}`, () => new Set(tree.next.keys()));
  }
  if (item.kind !== "choice") return null;
  const branches = item.choices.map((choice) =>
    choice.map((part) => firstWordsOf(part, workshop)).find((words) => words !== null),
  );
  return branches.every((words) => words != null) ? new Set(branches.flatMap((words) => [...words!])) : null;
}

/** A word, a vocabulary, or a choice between plain words, as one list with a key of its own; null for all else. */
function wordsOfItem(
  item: Item,
  workshop: Workshop,
): { readonly words: readonly string[]; readonly key: string } | null {
  if (item.kind === "word") return { words: [item.text], key: `word:${item.text}` };
  if (item.kind === "vocabulary") return { words: workshop.vocabulary(item.name), key: `vocabulary:${item.name}` };
  if (item.kind !== "choice") return null;
  const words = item.choices.flatMap(([only, ...more]) =>
    only?.kind === "word" && !only.optional && more.length === 0 ? [only.text] : [],
  );
  return words.length === item.choices.length ? { words, key: `words:${words.join("|")}` } : null;
}
