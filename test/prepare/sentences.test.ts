import { expect, test } from "vitest";
import { clauseSpans, sentenceSpans } from "../../src/prepare/sentences.ts";

test.each([
  ["Dr. Patel left. He cried.", ["Dr. Patel left.", "He cried."]],
  ["It cost 4.50 at 9 a.m. today", ["It cost 4.50 at 9 a.m. today"]],
  ["one line\nanother", ["one line", "another"]],
  ['"Go home!" she said', ['"Go home!"', "she said"]],
  ["", []],
])("the sentences of %j", (text, sentences) => {
  expect(sentenceSpans(text, []).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});

test.each([
  ["I know I shouldn't, but he stole it", ["I know I shouldn't", ", but he stole it"]],
  ["He left and she cried", ["He left", "and she cried"]],
  ["Never share the name, the ward or a photo", ["Never share the name, the ward or a photo"]],
  ["No names, no bed numbers, no dates", ["No names, no bed numbers, no dates"]],
  ["We called, the man stole it", ["We called", ", the man stole it"]],
  ["She smiled, the porter cried", ["She smiled", ", the porter cried"]],
])("the clauses of %j", (text, clauses) => {
  expect(clauseSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(clauses);
});
