import { once } from "../model/once.ts";
import { type Model, RARITY_STEP } from "./model.ts";

/** What the features of a post say together, in log odds. A feature counts once; the more there are, the less each one counts. */
export interface Scores {
  /** How like breaching posts it is, whatever they breach. */
  readonly breach: (features: readonly number[]) => number;
  /** How well each clause fits, given that one is breached: up to a number that is the same for all. Overwritten by the next. */
  readonly fits: (features: readonly number[]) => Float64Array;
  /** What a feature weighs for a breach, and for this clause rather than the others. */
  readonly weightFor: (clause: number) => (feature: number) => number;
}

export function scoresOf(model: Model): Scores {
  const { rarity, weights, weightStep, bias, clauses, clauseBias, clauseWeights, clauseStep } = model;
  const rows = once(() => rowsOf(model));
  const fits = new Float64Array(clauses.length);
  return {
    breach: (features) => {
      let sum = 0;
      let length = 0;
      for (const feature of features) {
        const rare = rarity[feature]!;
        sum += rare * weights[feature]!;
        length += rare * rare;
      }
      return bias + (length === 0 ? 0 : (sum * weightStep) / Math.sqrt(length));
    },
    fits: (features) => {
      const rowsNow = rows();
      let length = 0;
      fits.fill(0);
      for (const feature of features) {
        const row = rowsNow[feature]!;
        if (row < 0) continue;
        const rare = rarity[feature]!;
        length += rare * rare;
        const from = row * fits.length;
        for (let clause = 0; clause < fits.length; clause++) fits[clause]! += rare * clauseWeights[from + clause]!;
      }
      const step = Math.sqrt(length) || 1;
      for (let clause = 0; clause < fits.length; clause++)
        fits[clause] = clauseBias[clause]! + (fits[clause]! * clauseStep) / step;
      return fits;
    },
    weightFor: (clause) => (feature) => {
      const row = rows()[feature]!;
      const forClause = row < 0 ? 0 : clauseWeights[row * clauses.length + clause]! * clauseStep;
      return rarity[feature]! * RARITY_STEP * (weights[feature]! * weightStep + forClause / 2);
    },
  };
}

/** The chance of the clause that fits best. */
export function likeliestChance(fits: Float64Array): number {
  let most = fits[0]!;
  for (let clause = 1; clause < fits.length; clause++) if (fits[clause]! > most) most = fits[clause]!;
  let whole = 0;
  for (let clause = 0; clause < fits.length; clause++) whole += Math.exp(fits[clause]! - most);
  return 1 / whole;
}

/** A second clause is named where it is at least half as likely as the first. */
const SECOND = Math.log(0.5);

/** One clause or two, the likelier first. */
export function likeliestOf(fits: Float64Array): readonly number[] {
  let first = 0;
  for (let clause = 1; clause < fits.length; clause++) if (fits[clause]! > fits[first]!) first = clause;
  let second = -1;
  for (let clause = 0; clause < fits.length; clause++) {
    if (clause !== first && (second < 0 || fits[clause]! > fits[second]!)) second = clause;
  }
  return second >= 0 && fits[second]! >= fits[first]! + SECOND ? [first, second] : [first];
}

/** The row of each feature among the weights for the clauses, -1 for those that say nothing about them. */
function rowsOf({ keys, clauseFeatures }: Model): Int32Array {
  const rows = new Int32Array(keys.length).fill(-1);
  clauseFeatures.forEach((feature, row) => {
    rows[feature] = row;
  });
  return rows;
}
