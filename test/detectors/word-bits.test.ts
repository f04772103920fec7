import { expect, test } from "vitest";
import { bitOfWord, bitsBehind } from "../../src/detectors/word-bits.ts";

const wordsOf = (bits: number) =>
  Array.from({ length: 32 }, (_, word) => word).filter((word) => (bits & (1 << word)) !== 0);

test.each([
  [0, 0],
  [30, 30],
  [31, 31],
  [32, 31],
  [5000, 31],
])("word %i has bit %i", (word, bit) => {
  expect(wordsOf(bitOfWord(word))).toEqual([bit]);
});

test.each([
  [0, 1],
  [29, 30],
  [30, 31],
  [31, 31],
])("behind bit %i come those from bit %i on", (bit, first) => {
  expect(wordsOf(bitsBehind(bitOfWord(bit)))).toEqual(Array.from({ length: 32 - first }, (_, at) => first + at));
});
