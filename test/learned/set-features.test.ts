import { expect, test } from "vitest";
import { keptSetFeatures, setFeaturesOf } from "../../src/learned/set-features.ts";
import { NO_WORD_LISTS } from "../../src/learned/word-lists.ts";

/** Lists 0 and 2 are features 5 and 7; the model does not know list 1. */
const featureOf = (list: number): number => [5, -1, 7][list]!;
const SETS = { setAt: [0, 0, 2, 3, 6], setLists: [0, 1, 1, 0, 1, 2] };

test("each set has the features of its lists that the model knows", () => {
  const { at, features } = setFeaturesOf(SETS, featureOf);
  expect([...Array(4).keys()].map((set) => Array.from(features).slice(at[set], at[set + 1]))).toEqual([
    [],
    [5],
    [],
    [5, 7],
  ]);
});

test("when lists are added, they are worked out anew", () => {
  let sets = SETS;
  const features = keptSetFeatures({ ...NO_WORD_LISTS, sets: () => sets, keyOf: (list) => list }, featureOf);
  const before = features();
  expect(features()).toBe(before);
  sets = { setAt: [0, 1], setLists: [2] };
  expect(features()).toEqual({ at: Int32Array.of(0, 1), features: Int32Array.of(7) });
});
