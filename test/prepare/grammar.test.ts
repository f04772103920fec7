import { expect, test } from "vitest";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { prepare } from "../../src/prepare/document.ts";
import { type Grammar, type GrammarView, grammarSpans } from "../../src/prepare/grammar.ts";
import { postOf } from "../judge-text.ts";

type Term = { text: string; offset: { start: number; length: number } };

/** Stands in for the library: finds the terms it was given, by offset and length in the sentence, if asked for their offsets. */
const finding =
  (...phrases: readonly (readonly [number, number][])[]): Grammar =>
  (text) => {
    const view: GrammarView = {
      found: true,
      match: () => view,
      json: ({ terms, offset }) =>
        phrases.map((places) => ({
          terms: places.map(([start, length]): Term => {
            if (!terms.offset || !offset) throw new Error("no offsets were asked for");
            return { text: text.slice(start, start + length), offset: { start, length } };
          }),
        })),
    };
    return view;
  };

function found(text: string, grammar: Grammar): readonly string[] {
  const document = prepare(postOf(text), () => grammar, ORDINARY);
  const [copy] = document.copies;
  return grammarSpans(document, copy!.sentences.at(-1)!, "any").map(({ start, end }) =>
    copy!.plain.text.slice(start, end),
  );
}

const TEXT = "Good day. She doesn't leave.";

test.each([
  ["one word", finding([[0, 3]]), ["She"]],
  [
    "words from the first to the last",
    finding([
      [0, 3],
      [12, 5],
    ]),
    ["She doesn't leave"],
  ],
  ["an implied word, for which the contraction stands", finding([[11, 0]]), ["doesn't"]],
  ["an implied word at the very start", finding([[3, 0]]), ["She"]],
  ["two passages", finding([[0, 3]], [[12, 5]]), ["She", "leave"]],
  ["a phrase without terms, which is no passage", finding([]), []],
  ["nothing", finding(), []],
])("the grammar finds %s", (_, grammar, passages) => {
  expect(found(TEXT, grammar)).toEqual(passages);
});

test("a sentence is parsed once, however many patterns look at it", () => {
  const parsed: string[] = [];
  const grammar: Grammar = (text) => {
    parsed.push(text);
    return finding([[0, 3]])(text);
  };
  const document = prepare(postOf("She left."), () => grammar, ORDINARY);
  const [sentence] = document.copies[0]!.sentences;
  expect(grammarSpans(document, sentence!, "one")).toEqual(grammarSpans(document, sentence!, "another"));
  expect(parsed).toEqual(["She left."]);
});
