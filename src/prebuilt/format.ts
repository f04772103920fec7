import type { Clue } from "../detectors/detector.ts";
import { findsOfKind } from "../detectors/finds.ts";
import { hashesOf } from "../model/hash.ts";
import type { RuleFileSize } from "../rules/files.ts";
import type { RuleData, RuleSetHead } from "../rules/rule-data.ts";

/**
 * A rule set as one file that is ready when its first part is read: the lexicon's and the scan's arrays as they are. What a post may
 * never ask for is read when it does: each rule as text that is parsed then, the vocabularies, the learned model.
 *
 * First "PR14" and two lengths in bytes: of the header, and of the arrays behind it. Then the header (JSON), the arrays, and the rest.
 */
export const MAGIC = "PR14";
export const PREAMBLE = 12;

/** Byte offset behind the header, and length in bytes. */
export type Stretch = readonly [start: number, length: number];

/** An array of numbers, and how many bytes each takes: 1, 2 or 4. */
export type Column = readonly [...stretch: Stretch, width: number];

/** The bytes of a file from `start` to `end`, or to where it ends. */
export type ReadBytes = (start: number, end: number) => Uint8Array;

export interface Header {
  readonly head: RuleSetHead;
  /** What it was made of: paths within the rule set's folder, sorted, and sizes in bytes. */
  readonly files: readonly RuleFileSize[];
  readonly rules: readonly Stretch[];
  /** By name. */
  readonly vocabularies: Readonly<Record<string, Stretch>>;
  readonly data: Stretch;
  /** How many word lists there are. */
  readonly lists: number;
  /** The hashes of a list's key in two places, by its number. */
  readonly keys: Column;
  /** Open addressing by the first hash: list number + 1, or 0. Its length is a power of two. */
  readonly keySlots: Column;
  readonly costs: Column;
  readonly lexicon: Readonly<Record<string, Column>>;
  readonly scan: Readonly<Record<string, Column>>;
  /** The learned model without its columns, and these; null where the rule set has none. */
  readonly model: StoredModel | null;
}

export interface StoredModel {
  readonly plain: object;
  readonly columns: Readonly<Record<string, Column>>;
  readonly buckets: Column;
  readonly setFeatures: { readonly at: Column; readonly features: Column };
}

/** A rule, and the clues of the patterns in it: working them out takes a parser of regular expressions. */
export interface StoredRule {
  readonly rule: RuleData;
  /** By `patternKey`. */
  readonly clues: Readonly<Record<string, StoredClue>>;
  /** For each of `phrasesOf` the lists of which one must stand, for each part that must, in their order. */
  readonly needs: readonly StoredNeeds[];
}

/** Every phrase of a rule, however deep, in the order in which `findsIn` meets them. */
export const phrasesOf = ({ find, unless }: RuleData): readonly string[] =>
  findsOfKind("phrase", [find, ...unless]).flatMap(({ phrase }) => phrase);

export const patternKey = (pattern: string, caseSensitive: boolean): string => `${caseSensitive ? "=" : "~"}${pattern}`;

export type StoredClue = Pick<Clue, "always" | "signs"> & {
  readonly hints: readonly (readonly [list: number, beside: StoredNeeds])[];
  readonly besideSigns: StoredNeeds;
};

/** Lists by their numbers. */
export type StoredNeeds = readonly (readonly number[])[];

/** -1 for a key of no list. */
export function numberOfKey(key: string, keys: Int32Array, slots: Int32Array): number {
  const [first, second] = hashesOf(key);
  for (let slot = first & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const list = slots[slot]! - 1;
    if (keys[2 * list] === first && keys[2 * list + 1] === second) return list;
  }
  return -1;
}
