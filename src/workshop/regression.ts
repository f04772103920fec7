import type { Row } from "./rows.ts";

/** What a feature's presence adds to a score, times its rarity; and where the score begins. */
export interface Fitted {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

const BREACH = { rounds: 15, rate: 0.1 };
const CLAUSE = { rounds: 10, rate: 0.1, biasRate: 0.02 };
/** Where AdaGrad's sums of squares begin: keeps the first steps small. */
const FIRST_SQUARE = 0.01;

/** Logistic regression: what tells breaching rows from others. AdaGrad, in an order that is shuffled and the same each time. */
export function fitBreach(rows: readonly Row[], rarity: Uint8Array): Fitted {
  const weights = new Float64Array(rarity.length);
  const squares = new Float64Array(rarity.length).fill(FIRST_SQUARE);
  const lengths = rows.map(({ features }) => lengthOf(features, rarity));
  let bias = 0;
  let biasSquares = FIRST_SQUARE;
  for (const order of shuffles(rows.length, BREACH.rounds)) {
    for (const number of order) {
      const { features, clause, weight } = rows[number]!;
      const length = lengths[number]!;
      let score = bias;
      for (const feature of features) score += (weights[feature]! * rarity[feature]!) / length;
      const off = weight * (1 / (1 + Math.exp(-score)) - (clause === null ? 0 : 1));
      biasSquares += off * off;
      bias -= (BREACH.rate * off) / Math.sqrt(biasSquares);
      for (const feature of features) {
        const slope = (off * rarity[feature]!) / length;
        squares[feature]! += slope * slope;
        weights[feature]! -= (BREACH.rate * slope) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return { weights, bias: Float64Array.of(bias) };
}

/** The same with several outcomes: what tells breaches of one clause from those of another. A row of weights for each feature. */
export function fitClauses(rows: readonly Row[], rarity: Uint8Array, clauses: readonly string[]): Fitted {
  const outcomes = clauses.length;
  const weights = new Float64Array(rarity.length * outcomes);
  const squares = new Float64Array(weights.length).fill(FIRST_SQUARE);
  const bias = new Float64Array(outcomes);
  const chances = new Float64Array(outcomes);
  const lengths = rows.map(({ features }) => lengthOf(features, rarity));
  for (const order of shuffles(rows.length, CLAUSE.rounds)) {
    for (const number of order) {
      const { features, clause, weight } = rows[number]!;
      const length = lengths[number]!;
      chances.set(bias);
      for (const feature of features) {
        const value = rarity[feature]! / length;
        for (let outcome = 0; outcome < outcomes; outcome++)
          chances[outcome]! += weights[feature * outcomes + outcome]! * value;
      }
      toChances(chances);
      chances[clauses.indexOf(clause!)]! -= 1;
      for (let outcome = 0; outcome < outcomes; outcome++)
        bias[outcome]! -= CLAUSE.biasRate * weight * chances[outcome]!;
      for (const feature of features) {
        const value = (weight * rarity[feature]!) / length;
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

function lengthOf(features: Int32Array, rarity: Uint8Array): number {
  let sum = 0;
  for (const feature of features) sum += rarity[feature]! * rarity[feature]!;
  return Math.sqrt(sum) || 1;
}

/** Orders to go through so many things in, the same each time. */
function* shuffles(length: number, rounds: number): Generator<Int32Array> {
  let seed = 7;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const order = Int32Array.from({ length }, (_, at) => at);
  for (let round = 0; round < rounds; round++) {
    for (let at = length - 1; at > 0; at--) {
      const other = below(at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    yield order;
  }
}
