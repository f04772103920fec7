/** The values that tell most of several measurements of one thing. */
export interface Spread {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** `values` is not empty. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { minimum: sorted[0]!, median, maximum: sorted.at(-1)! };
}

/** Each to the one that was measured in the same round: what slows the machine for a while slows both. Of equal lengths. */
export const ratiosOf = (values: readonly number[], bases: readonly number[]): readonly number[] =>
  values.map((value, round) => value / bases[round]!);

/** What each is more than the one that was measured in the same round. Of equal lengths. */
export const differencesOf = (values: readonly number[], bases: readonly number[]): readonly number[] =>
  values.map((value, round) => value - bases[round]!);
