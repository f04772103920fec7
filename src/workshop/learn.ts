import { isCapitalised, mayBeOrdinary, signOf, visitFeatures } from "../learned/features.ts";
import { type Model, RARITY_STEP } from "../learned/model.ts";
import type { Document } from "../prepare/document.ts";

/** A labelled post made ready to learn from. `clause` is null for one that is fine. */
export interface Lesson {
  readonly document: Document;
  readonly writer: string;
  readonly clause: string | null;
}

/** All but the thresholds, which only posts that it has not seen can tell. */
export type Learnt = Omit<Model, "thresholds" | "trainedOn">;

/**
 * Learns what tells breaching posts from others (logistic regression) and breaches of one clause from those of another (the same
 * with several outcomes), over the features that at least two writers use. The same lessons give the same model.
 */
export function learn(lessons: readonly Lesson[]): Learnt {
  const columns = countFeatures(lessons, ordinaryWords(lessons));
  const first = fitBreach(columns, shuffles(lessons.length, BREACH.rounds));
  const kept = weightiest(columns, first);
  const second = fitBreach(kept, shuffles(lessons.length, BREACH.rounds));
  const clauses = [...new Set(lessons.flatMap(({ clause }) => clause ?? []))].sort();
  return { clauses, ...quantised(kept, second), ...fitClauses(kept, lessons, clauses) };
}

/** How many features the model keeps, besides its single words. With 28,000 it does as well on writers that it has not read, and worse on plain news. */
const MOST_FEATURES = 45_000;
const LEAST_WRITERS = 2;
/** How many breaching posts a feature must stand in to speak about the clause. */
const LEAST_FOR_CLAUSE = 3;

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
  const isOrdinary = ({
    writers,
    inside,
    capitalised,
  }: {
    writers: Set<string>;
    inside: number;
    capitalised: number;
  }) => writers.size >= LEAST_WRITERS && capitalised <= inside / 2;
  return new Set([...counts].filter(([sign, count]) => mayBeOrdinary(sign) && isOrdinary(count)).map(([sign]) => sign));
}

/** The features of all lessons by number; each lesson holds the numbers of its own, ascending. */
interface Columns {
  readonly keys: Int32Array;
  readonly rarity: Uint8Array;
  readonly isWord: Uint8Array;
  readonly rows: readonly Int32Array[];
  readonly breaching: Uint8Array;
}

function countFeatures(lessons: readonly Lesson[], ordinary: ReadonlySet<number>): Columns {
  const isOrdinary = (word: number) => ordinary.has(word);
  const counts = new Map<number, { posts: number; writers: number; last: string }>();
  const keysOf = lessons
    .toSorted((a, b) => (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : 0))
    .map((lesson) => {
      const keys = new Set<number>();
      for (const { sentences } of lesson.document.copies) {
        for (const sentence of sentences) visitFeatures(sentence, isOrdinary, (key) => keys.add(key));
      }
      for (const key of keys) {
        const count = counts.get(key) ?? { posts: 0, writers: 0, last: "" };
        counts.set(key, count);
        count.posts++;
        if (count.last !== lesson.writer) count.writers++;
        count.last = lesson.writer;
      }
      return [lesson, keys] as const;
    });
  const keys = Int32Array.from(
    [...counts].filter(([, { writers }]) => writers >= LEAST_WRITERS).map(([key]) => key),
  ).sort();
  const numbers = new Map([...keys].map((key, number) => [key, number] as const));
  const rows = new Map(
    keysOf.map(([lesson, own]) => [lesson, Int32Array.from([...own].flatMap((key) => numbers.get(key) ?? [])).sort()]),
  );
  return {
    keys,
    rarity: Uint8Array.from(keys, (key) => {
      const rare = 1 + Math.log((1 + lessons.length) / (1 + counts.get(key)!.posts));
      return Math.min(255, Math.round(rare / RARITY_STEP));
    }),
    isWord: Uint8Array.from(keys, (key) => (ordinary.has(key) ? 1 : 0)),
    rows: lessons.map((lesson) => rows.get(lesson)!),
    breaching: Uint8Array.from(lessons, ({ clause }) => (clause === null ? 0 : 1)),
  };
}

/** Those that weighed most, and every single word: it also tells names from words. */
function weightiest(columns: Columns, { weights }: Breach): Columns {
  const { keys, rarity, isWord } = columns;
  const weightOf = (number: number) =>
    isWord[number] === 1 ? Number.POSITIVE_INFINITY : Math.abs(weights[number]!) * rarity[number]!;
  const ranked = [...keys.keys()].sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  const words = isWord.reduce((sum, one) => sum + one, 0);
  const kept = Int32Array.from(ranked.slice(0, words + MOST_FEATURES)).sort();
  const renumbered = new Int32Array(keys.length).fill(-1);
  kept.forEach((old, number) => {
    renumbered[old] = number;
  });
  return {
    ...columns,
    keys: Int32Array.from(kept, (old) => keys[old]!),
    rarity: Uint8Array.from(kept, (old) => rarity[old]!),
    isWord: Uint8Array.from(kept, (old) => isWord[old]!),
    rows: columns.rows.map((row) => row.map((old) => renumbered[old]!).filter((number) => number >= 0)),
  };
}

interface Breach {
  readonly weights: Float64Array;
  readonly bias: number;
}

const BREACH = { rounds: 15, rate: 0.1 };
const CLAUSE = { rounds: 10, rate: 0.1 };
/** Where AdaGrad's sums of squares begin: keeps the first steps small. */
const FIRST_SQUARE = 0.01;

/** AdaGrad over the lessons in an order that is shuffled, and the same each time. */
function fitBreach({ keys, rarity, rows, breaching }: Columns, orders: readonly Int32Array[]): Breach {
  const weights = new Float64Array(keys.length);
  const squares = new Float64Array(keys.length).fill(FIRST_SQUARE);
  const lengths = rows.map((row) => lengthOf(row, rarity));
  let bias = 0;
  let biasSquares = FIRST_SQUARE;
  for (const order of orders) {
    for (const number of order) {
      const row = rows[number]!;
      const length = lengths[number]!;
      let score = bias;
      for (const feature of row) score += (weights[feature]! * rarity[feature]!) / length;
      const off = 1 / (1 + Math.exp(-score)) - breaching[number]!;
      biasSquares += off * off;
      bias -= (BREACH.rate * off) / Math.sqrt(biasSquares);
      for (const feature of row) {
        const slope = (off * rarity[feature]!) / length;
        squares[feature]! += slope * slope;
        weights[feature]! -= (BREACH.rate * slope) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return { weights, bias };
}

function fitClauses(
  { rarity, rows, breaching }: Columns,
  lessons: readonly Lesson[],
  clauses: readonly string[],
): Pick<Learnt, "clauseFeatures" | "clauseWeights" | "clauseBias" | "clauseStep"> {
  const counts = new Int32Array(rarity.length);
  rows.forEach((row, number) => {
    if (breaching[number] === 1) for (const feature of row) counts[feature]!++;
  });
  const kept = Int32Array.from([...counts.keys()].filter((feature) => counts[feature]! >= LEAST_FOR_CLAUSE));
  const renumbered = new Int32Array(counts.length).fill(-1);
  kept.forEach((feature, number) => {
    renumbered[feature] = number;
  });
  const keptRarity = Uint8Array.from(kept, (feature) => rarity[feature]!);
  const taught = rows.flatMap((row, number) => {
    const clause = clauses.indexOf(lessons[number]!.clause ?? "");
    return clause < 0
      ? []
      : [{ clause, row: row.map((feature) => renumbered[feature]!).filter((feature) => feature >= 0) }];
  });
  const { weights, bias } = softmax(taught, keptRarity, clauses.length);
  const clauseStep = stepFor(weights);
  return {
    clauseFeatures: kept,
    clauseWeights: Int8Array.from(weights, (weight) => Math.round(weight / clauseStep)),
    clauseBias: [...bias].map(rounded),
    clauseStep,
  };
}

function softmax(
  taught: readonly { readonly clause: number; readonly row: Int32Array }[],
  rarity: Uint8Array,
  outcomes: number,
) {
  const weights = new Float64Array(rarity.length * outcomes);
  const squares = new Float64Array(weights.length).fill(FIRST_SQUARE);
  const bias = new Float64Array(outcomes);
  const chances = new Float64Array(outcomes);
  const lengths = taught.map(({ row }) => lengthOf(row, rarity));
  for (const order of shuffles(taught.length, CLAUSE.rounds)) {
    for (const number of order) {
      const { clause, row } = taught[number]!;
      const length = lengths[number]!;
      chances.set(bias);
      for (const feature of row) {
        const value = rarity[feature]! / length;
        for (let outcome = 0; outcome < outcomes; outcome++)
          chances[outcome]! += weights[feature * outcomes + outcome]! * value;
      }
      toChances(chances);
      chances[clause]! -= 1;
      for (let outcome = 0; outcome < outcomes; outcome++) bias[outcome]! -= 0.02 * chances[outcome]!;
      for (const feature of row) {
        const value = rarity[feature]! / length;
        for (let outcome = 0; outcome < outcomes; outcome++) {
          const at = feature * outcomes + outcome;
          const slope = chances[outcome]! * value;
          squares[at]! += slope * slope;
          weights[at]! -= (CLAUSE.rate * slope) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  return { weights, bias };
}

function toChances(scores: Float64Array): void {
  const most = Math.max(...scores);
  let whole = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp(scores[at]! - most);
    whole += scores[at]!;
  }
  for (let at = 0; at < scores.length; at++) scores[at]! /= whole;
}

function quantised({ keys, rarity }: Columns, { weights, bias }: Breach): Omit<Learnt, "clauses" | `clause${string}`> {
  const weightStep = stepFor(weights);
  return {
    keys,
    rarity,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / weightStep)))),
    weightStep,
    bias: rounded(bias),
  };
}

/** Such that the largest weight just fits into a byte. */
const stepFor = (weights: Float64Array): number =>
  rounded(
    Math.max(
      1e-6,
      weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
    ) /
      127 +
      5e-7,
  );
const rounded = (number: number) => Math.round(number * 1e6) / 1e6;

function lengthOf(row: Int32Array, rarity: Uint8Array): number {
  let sum = 0;
  for (const feature of row) sum += rarity[feature]! * rarity[feature]!;
  return Math.sqrt(sum) || 1;
}

/** Orders to go through so many things in, the same each time. */
function shuffles(length: number, rounds: number): readonly Int32Array[] {
  let seed = 7;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const order = Int32Array.from({ length }, (_, at) => at);
  return Array.from({ length: rounds }, () => {
    for (let at = length - 1; at > 0; at--) {
      const other = below(at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    return order.slice();
  });
}
