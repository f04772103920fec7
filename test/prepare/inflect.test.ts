import { expect, test } from "vitest";
import { formsOf } from "../../src/prepare/inflect.ts";

test.each([
  ["a plain word", "call", "call calls called calling"],
  ["one that ends in y behind a consonant", "carry", "carry carries carried carrying"],
  ["one that ends in y behind a vowel", "enjoy", "enjoy enjoys enjoyed enjoying"],
  ["one that ends in e", "bake", "bake bakes baked baking"],
  ["one that ends in ee", "agree", "agree agrees agreed agreeing"],
  ["one that ends in oe", "shoe", "shoe shoes shoed shoeing"],
  ["one that ends in ye", "dye", "dye dyes dyed dyeing"],
  ["one that ends in ie", "untie", "untie unties untied untying"],
  ["one that ends in s", "pass", "pass passes passed passing"],
  ["one that ends in x", "box", "box boxes boxed boxing"],
  ["one that ends in z", "fizz", "fizz fizzes fizzed fizzing"],
  ["one that ends in ch", "watch", "watch watches watched watching"],
  ["one that ends in sh", "wash", "wash washes washed washing"],
  ["one that doubles its end", "grab", "grab grabs grabbed grabbing"],
  ["one that the British double", "cancel", "cancel cancels cancelled cancelling"],
  ["one with two vowels in front of an l", "fail", "fail fails failed failing"],
  ["one of two syllables", "visit", "visit visits visited visiting"],
  ["one that ends in w", "snow", "snow snows snowed snowing"],
  ["one with two consonants at its end", "help", "help helps helped helping"],
  ["one with a hyphen", "short-list", "short-list short-lists short-listed short-listing"],
])("%s: %s", (_, word, forms) => {
  expect(formsOf(word)).toEqual(forms.split(" "));
});

test.each([
  ["a short word", "up"],
  ["a word with a digit", "a55"],
  ["a word with another letter", "café"],
  ["a part of a contraction", "'s"],
  ["an irregular form, which stands for itself", "went"],
])("%s has no other forms: %s", (_, word) => {
  expect(formsOf(word)).toEqual([word]);
});

test.each([
  ["be", "was"],
  ["have", "'ve"],
  ["not", "n't"],
  ["go", "gone"],
])("the base form %s stands for %s too", (word, form) => {
  expect(formsOf(word)).toContain(form);
});

test("forms are worked out once", () => {
  expect(formsOf("listen")).toBe(formsOf("listen"));
});
