import type { ListSets, WordLists } from "./word-lists.ts";

/**
 * The features that the lists of set n are, by their index in the model: `features` from `at[n]` to `at[n + 1]`. A sentence holds hundreds
 * of lists, and the model knows few of them.
 */
export interface SetFeatures {
  readonly at: ArrayLike<number>;
  readonly features: ArrayLike<number>;
}

/** `featureOf` answers -1 for a list that the model does not know. */
export function setFeaturesOf({ setAt, setLists }: ListSets, featureOf: (list: number) => number): SetFeatures {
  const known = Int32Array.from({ length: setLists.length }, (_, place) => featureOf(setLists[place]!));
  const at = new Int32Array(setAt.length);
  const features: number[] = [];
  for (let set = 0; set + 1 < setAt.length; set++) {
    for (let place = setAt[set]!; place < setAt[set + 1]!; place++)
      if (known[place]! >= 0) features.push(known[place]!);
    at[set + 1] = features.length;
  }
  return { at, features: Int32Array.from(features) };
}

/** Worked out anew only when lists were added. */
export function keptSetFeatures(lists: WordLists, indexOf: (key: number) => number): () => SetFeatures {
  let kept: { readonly sets: ListSets; readonly features: SetFeatures } | undefined;
  return () => {
    const sets = lists.sets();
    if (kept?.sets !== sets) {
      kept = { sets, features: setFeaturesOf(sets, (list) => indexOf(lists.keyOf(list))) };
    }
    return kept.features;
  };
}
