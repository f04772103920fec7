import { expect, test } from "vitest";
import { growingLexicon } from "../../src/detectors/growing-lexicon.ts";
import { hasBit } from "../../src/detectors/reading.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { allSentences, type Document, prepare } from "../../src/prepare/document.ts";
import { postOf } from "../judge-text.ts";

const lexicon = growingLexicon();
const red = lexicon.list("red", () => ["red"]);
const sky = lexicon.list("sky", () => ["sky blue"]);

const documentOf = (text: string) => prepare(postOf(text), compromise, ORDINARY);

const showsIn = (document: Document, list: number) => hasBit(lexicon.postReading(document).bits, list);

test("a reading knows where the sequences of a list begin", () => {
  const [sentence] = allSentences(documentOf("Sky blue, red and then the red sky blue"));
  const reading = lexicon.reading(sentence!);
  expect(reading.startsOf(red.number)).toBe(0b1000100);
  expect(reading.startsOf(sky.number)).toBe(0b10000001);
  expect(reading.has(99)).toBe(false);
  expect(reading.startsOf(99)).toBe(0);
});

test("a hashtag read as one word stands in the sentence and begins at no word", () => {
  const tag = lexicon.list("tag", () => ["skyblueday"]);
  const [sentence] = allSentences(documentOf("All hail #SkyBlueDay"));
  expect(lexicon.reading(sentence!).has(tag.number)).toBe(true);
  expect(lexicon.reading(sentence!).startsOf(tag.number)).toBe(0);
});

test("of more sentences than are kept at hand, each still has its own", () => {
  const text = Array.from({ length: 100 }, (_, at) => (at % 3 === 0 ? "It is red." : "It is sky blue.")).join(" ");
  const sentences = allSentences(documentOf(text));
  expect(sentences).toHaveLength(100);
  for (let turn = 0; turn < 2; turn++) {
    sentences.forEach((sentence, at) => {
      expect(lexicon.reading(sentence).startsOf(red.number)).toBe(at % 3 === 0 ? 0b100 : 0);
    });
  }
});

test("a post shows what any of its sentences does, until another is asked about", () => {
  const both = documentOf("It is red. It is no. 5!");
  const neither = documentOf("It is green");
  expect(showsIn(both, red.number)).toBe(true);
  expect(showsIn(both, sky.number)).toBe(false);
  expect(showsIn(neither, red.number)).toBe(false);
  expect(lexicon.postReading(neither).signs).toBe(0);
  expect(showsIn(both, red.number)).toBe(true);
  expect(lexicon.postReading(both).signs).not.toBe(0);
});

test("a list that is added later is known from then on", () => {
  const document = documentOf("It is green");
  expect(showsIn(document, red.number)).toBe(false);
  const green = lexicon.list("green", () => ["green"]);
  expect(lexicon.reading(allSentences(document)[0]!).has(green.number)).toBe(true);
});
