import { featuresOf } from "../learned/features.ts";
import { RARITY_STEP } from "../learned/model.ts";
import { isCapitalised, mayBeOrdinary, signOf, WordSigns } from "../learned/word-signs.ts";
import { allSentences, type Sentence } from "../prepare/document.ts";
import type { Lesson } from "./learn.ts";

/** What is learned from: a whole post, or one sentence of it. */
export interface Row {
  /** By their numbers, ascending. */
  readonly features: Int32Array;
  /** Null for what is fine. */
  readonly clause: string | null;
  /** How much it counts; a post counts 1. */
  readonly weight: number;
}

/** The features by number, and what is learned from. */
export interface Table {
  readonly keys: Int32Array;
  readonly rarity: Uint8Array;
  readonly isWord: Uint8Array;
  readonly rows: readonly Row[];
}

const LEAST_WRITERS = 2;
/**
 * What a sentence that shows a breach counts beside its post, and any sentence of a fine one. With them the model learns which of a
 * post's words it was that breached: by cross-validation a third more of the breaches at the same few false alarms.
 */
const SENTENCE_WEIGHT = { breaching: 0.7, fine: 0.35 };

/** What a word list counts beside a word that is as rare: many lists stand in a sentence, and many of them are alike. */
const LIST_WEIGHT = 0.7;

/** Rows over the features that at least two writers use. */
export function tableOf(lessons: readonly Lesson[]): Table {
  const ordinary = ordinaryWords(lessons);
  const words = new WordSigns((word) => ordinary.has(word));
  const lists = new Set<number>();
  const keysOf = (sentences: readonly Sentence[], { listsIn = () => [] }: Lesson) => {
    const ofLists = sentences.flatMap(listsIn);
    for (const key of ofLists) lists.add(key);
    return featuresIn(sentences, words, ofLists);
  };
  const inPosts = lessons.map((lesson) => keysOf(allSentences(lesson.document), lesson));
  const keys = sharedKeys(lessons, inPosts);
  const numbers = new Map(Array.from(keys, (key, number) => [key, number] as const));
  const numbered = (own: Int32Array) => own.map((key) => numbers.get(key) ?? -1).filter((number) => number >= 0);
  const rows = lessons.flatMap((lesson, at): readonly Row[] => {
    const { document, clause, showing } = lesson;
    const sentences = allSentences(document);
    const post: Row = { features: numbered(inPosts[at]!), clause, weight: 1 };
    if (sentences.length === 1) return [post];
    const weight = clause === null ? SENTENCE_WEIGHT.fine : SENTENCE_WEIGHT.breaching;
    const alike = clause === null ? sentences : showing;
    return [post, ...alike.map((sentence) => ({ features: numbered(keysOf([sentence], lesson)), clause, weight }))];
  });
  return {
    keys,
    rarity: raritiesOf(rows, keys, lists),
    isWord: Uint8Array.from(keys, (key) => (ordinary.has(key) ? 1 : 0)),
    rows,
  };
}

/** Keys, ascending, each once. */
function featuresIn(sentences: readonly Sentence[], words: WordSigns, others: readonly number[]): Int32Array {
  const found = [...others];
  for (const sentence of sentences) {
    const { keys, length } = featuresOf(sentence, words);
    for (let place = 0; place < length; place++) found.push(keys[place]!);
  }
  return eachOnce(Int32Array.from(found).sort());
}

/** The keys that enough writers use. Sorted numbers: a map of all that ever stood in a post takes ten times as long. */
function sharedKeys(lessons: readonly Lesson[], inPosts: readonly Int32Array[]): Int32Array {
  const writers = [...new Set(lessons.map(({ writer }) => writer))];
  const ofWriters = writers.map((name) => eachOnce(joined(inPosts.filter((_, at) => lessons[at]!.writer === name))));
  const all = joined(ofWriters);
  return eachOnce(all.filter((key, at) => all[at + LEAST_WRITERS - 1] === key));
}

const eachOnce = (ascending: Int32Array): Int32Array => ascending.filter((key, at) => key !== ascending[at - 1]);

/** All in one, ascending. */
function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.sort();
}

/** How rare each feature is in posts, in steps of `RARITY_STEP`. */
function raritiesOf(rows: readonly Row[], keys: Int32Array, lists: ReadonlySet<number>): Uint8Array {
  const posts = rows.filter(isPost);
  const counts = new Int32Array(keys.length);
  for (const row of posts) for (const feature of row.features) counts[feature]!++;
  return Uint8Array.from(counts, (count, number) => {
    const rare = 1 + Math.log((1 + posts.length) / (1 + count));
    return Math.min(255, Math.round((rare * (lists.has(keys[number]!) ? LIST_WEIGHT : 1)) / RARITY_STEP));
  });
}

/** Of all rows these are whole posts. */
export const isPost = ({ weight }: Row): boolean => weight === 1;

/** Words that two writers use, and not mostly with a capital inside a sentence: those are names. */
function ordinaryWords(lessons: readonly Lesson[]): ReadonlySet<number> {
  const counts = new Map<number, { writers: Set<string>; inside: number; capitalised: number }>();
  for (const { document, writer } of lessons) {
    for (const { sentences } of document.copies) {
      for (const { in: copy, firstWord, endWord } of sentences) {
        for (let at = firstWord; at < endWord; at++) {
          const word = copy.words[at]!;
          if (word.within !== "prose") continue;
          const sign = signOf(word.text);
          const count = counts.get(sign) ?? { writers: new Set(), inside: 0, capitalised: 0 };
          counts.set(sign, count);
          count.writers.add(writer);
          if (at === firstWord) continue;
          count.inside++;
          if (isCapitalised(copy, word)) count.capitalised++;
        }
      }
    }
  }
  return new Set(
    [...counts]
      .filter(
        ([sign, { writers, inside, capitalised }]) =>
          mayBeOrdinary(sign) && writers.size >= LEAST_WRITERS && capitalised <= inside / 2,
      )
      .map(([sign]) => sign),
  );
}

/** Only the features in `kept` (numbers, ascending), numbered anew. */
export function narrowed({ keys, rarity, isWord, rows }: Table, kept: Int32Array): Table {
  const renumbered = new Int32Array(keys.length).fill(-1);
  kept.forEach((old, number) => {
    renumbered[old] = number;
  });
  return {
    keys: Int32Array.from(kept, (old) => keys[old]!),
    rarity: Uint8Array.from(kept, (old) => rarity[old]!),
    isWord: Uint8Array.from(kept, (old) => isWord[old]!),
    rows: rows.map((row) => ({
      ...row,
      features: row.features.map((old) => renumbered[old]!).filter((number) => number >= 0),
    })),
  };
}
