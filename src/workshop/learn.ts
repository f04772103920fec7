import type { Model } from "../learned/model.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import { type Fitted, fitBreach, fitClauses } from "./regression.ts";
import { isPost, narrowed, type Row, type Table, tableOf } from "./rows.ts";

/** A labelled post made ready to learn from. */
export interface Lesson {
  readonly document: Document;
  readonly writer: string;
  /** Null for a post that is fine. */
  readonly clause: string | null;
  /** The sentences that show the breach, where somebody marked them. */
  readonly showing: readonly Sentence[];
  /** The features that word lists are which stand in a sentence of the document; none where left out. */
  readonly listsIn?: (sentence: Sentence) => readonly number[];
}

/** All but the thresholds, which only posts that it has not seen can tell. */
export type Learnt = Omit<Model, "thresholds" | "trainedOn">;

/**
 * Learns what tells breaching posts from others, and breaches of one clause from those of another. The same lessons give the same
 * model.
 */
export function learn(lessons: readonly Lesson[]): Learnt {
  const all = tableOf(lessons);
  const table = narrowed(all, weightiest(all, fitBreach(all.rows, all.rarity)));
  const clauses = [...new Set(lessons.flatMap(({ clause }) => clause ?? []))].sort();
  return { clauses, ...breachWeights(table), ...clauseWeights(table, clauses) };
}

/** How many features the model keeps, besides its single words. With 28,000 it does as well on writers that it has not read, and worse on plain news. */
const MOST_FEATURES = 45_000;
/** How many breaching posts a feature must stand in to speak about the clause. */
const LEAST_FOR_CLAUSE = 3;

/** Those that weighed most, and every single word: it also tells names from words. */
function weightiest({ keys, rarity, isWord }: Table, { weights }: Fitted): Int32Array {
  const weightOf = (number: number) =>
    isWord[number] === 1 ? Number.POSITIVE_INFINITY : Math.abs(weights[number]!) * rarity[number]!;
  const ranked = [...keys.keys()].sort((a, b) => weightOf(b) - weightOf(a) || a - b);
  const words = isWord.reduce((sum, one) => sum + one, 0);
  return Int32Array.from(ranked.slice(0, words + MOST_FEATURES)).sort();
}

function breachWeights({ keys, rarity, rows }: Table): Omit<Learnt, `clause${string}`> {
  const { weights, bias } = fitBreach(rows, rarity);
  const weightStep = stepFor(weights);
  return { keys, rarity, weights: inSteps(weights, weightStep), weightStep, bias: rounded(bias[0]!) };
}

function clauseWeights(
  table: Table,
  clauses: readonly string[],
): Pick<Learnt, "clauseFeatures" | "clauseWeights" | "clauseBias" | "clauseStep"> {
  const breaching = table.rows.filter(({ clause }) => clause !== null);
  const clauseFeatures = usedOften(breaching, table.rarity.length);
  const { rows, rarity } = narrowed({ ...table, rows: breaching }, clauseFeatures);
  const { weights, bias } = fitClauses(rows, rarity, clauses);
  const clauseStep = stepFor(weights);
  return {
    clauseFeatures,
    clauseWeights: inSteps(weights, clauseStep),
    clauseBias: [...bias].map(rounded),
    clauseStep,
  };
}

function usedOften(rows: readonly Row[], features: number): Int32Array {
  const counts = new Int32Array(features);
  for (const row of rows.filter(isPost)) for (const feature of row.features) counts[feature]!++;
  return Int32Array.from([...counts.keys()].filter((feature) => counts[feature]! >= LEAST_FOR_CLAUSE));
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

const inSteps = (weights: Float64Array, step: number): Int8Array =>
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));

const rounded = (number: number) => Math.round(number * 1e6) / 1e6;
