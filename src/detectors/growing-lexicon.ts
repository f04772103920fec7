import { hashOf } from "../model/hash.ts";
import { type Lexicon, type Lists, lexiconOf } from "./lexicon.ts";
import { type LexiconArrays, lexiconArrays } from "./lexicon-arrays.ts";
import { literalsOf } from "./sequences.ts";

export interface GrowingLexicon extends Lexicon {
  /** The key of each list, by its number. */
  keys(): readonly string[];
}

/**
 * The lexicon of rules that are read from YAML: it takes in a list when a finder first asks for it. Before the first sentence is read,
 * `complete` is called, so that all finders can ask and the tree is made once.
 */
export function growingLexicon(complete: () => void = () => {}): GrowingLexicon {
  const numbers = new Map<string, number>();
  const literals: (readonly string[])[] = [];
  const costs: number[] = [];
  const hashes: number[] = [];
  let isComplete = false;
  let arrays: LexiconArrays | undefined;
  const lists: Lists = {
    number: (key, terms) => {
      let number = numbers.get(key);
      if (number === undefined) {
        const sequences = literalsOf(terms());
        number = literals.push(sequences) - 1;
        costs.push(sequences.reduce((sum, sequence) => sum + (COMMON.has(sequence) ? 300 : 1), 0));
        hashes.push(hashOf(key, 0, key.length));
        numbers.set(key, number);
        arrays = undefined;
      }
      return number;
    },
    costOf: (list) => costs[list]!,
    hashOf: (list) => hashes[list]!,
    arrays: () => {
      if (!isComplete) {
        isComplete = true;
        complete();
      }
      arrays ??= lexiconArrays(literals);
      return arrays;
    },
  };
  return { ...lexiconOf(lists), keys: () => [...numbers.keys()] };
}

const COMMON = new Set(
  "the a an and of to in is are was were am be been it that this for on with as at by from or not n't 's 're 'm 've 'll you we they he she i my our your their his her its have has had will would can could do does did what who when how all so if but there here than then them us me no yes up out about into more most some any just only one two get got go going new now like people who's us staff nhs work".split(
    " ",
  ),
);
