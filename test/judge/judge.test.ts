import { describe, expect, test } from "vitest";
import { ALWAYS, type Finder, type Sighting } from "../../src/detectors/detector.ts";
import { findingOf as findingFrom, inReadingOrder, judge } from "../../src/judge/judge.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import type { Finding } from "../../src/model/finding.ts";
import { type Document, prepare } from "../../src/prepare/document.ts";
import type { Rule } from "../../src/rules/ruleset.ts";
import { postOf } from "../judge-text.ts";
import { findingOf } from "../reporters/run.ts";

const TEXT = "He left, and the ward's night  \nnurse cried; 😂 we laughed.";
const noGrammar = () => {
  throw new Error("no grammar is needed");
};
const document = prepare(postOf({ text: TEXT, title: "The night nurse" }), noGrammar, ORDINARY);

/** A sighting of words in a field's sentence. */
function seen(words: string, more: Partial<Sighting> = {}, field = 0): Sighting {
  const copy = document.copies[field]!;
  const start = copy.plain.text.indexOf(words);
  const sentence = copy.sentences.findLast((one) => one.start <= start)!;
  return { sentence, field: copy.field, start, end: start + words.length, shows: `“${words}”`, parts: [], ...more };
}

const absent = (field: string, shows = "no licence"): Sighting => ({
  sentence: null,
  field,
  start: 0,
  end: 0,
  shows,
  parts: [],
});

function ruleOf(more: Partial<Rule> = {}, card: Partial<Rule["card"]> = {}): Rule {
  return {
    card: {
      id: "test/rule",
      clause: "P2",
      also: ["P3"],
      level: "warning",
      confidence: "likely",
      message: '"{match}" was {shows}.',
      advice: "Leave {match} out.",
      mask: false,
      suppressible: true,
      domain: [],
      ...card,
    },
    passage: "match",
    exceptions: [],
    rewrites: {},
    ...more,
  } as unknown as Rule;
}

const passagesOf = (findings: readonly Finding[]) =>
  findings.map(({ passage: { field, span } }) =>
    span === null ? field : document.copies.find((copy) => copy.field === field)!.copy.text.slice(span.start, span.end),
  );

describe("of the sightings of a rule", () => {
  test.each<[string, readonly Sighting[], readonly string[]]>([
    ["none is no finding", [], []],
    ["one is a finding", [seen("night")], ["night"]],
    ["two apart are two", [seen("He"), seen("left")], ["He", "left"]],
    [
      "the longest of several stands for all that overlap it",
      [seen("ward"), seen("the ward's night"), seen("night")],
      ["the ward's night"],
    ],
    ["one that only touches another stands beside it", [seen("ward"), seen("'s")], ["ward", "'s"]],
    ["the same words in another field stand beside it", [seen("night"), seen("night", {}, 1)], ["night", "night"]],
    ["absences of a field are one", [absent("media[0].alt"), absent("media[0].alt")], ["media[0].alt"]],
    [
      "absences of two fields are two",
      [absent("media[0].alt"), absent("media[1].alt")],
      ["media[0].alt", "media[1].alt"],
    ],
    ["an absence hides nothing that is there", [absent("text"), seen("night")], ["night", "text"]],
  ])("%s", (_, sightings, passages) => {
    expect(passagesOf(judge(ruleOf(), sightings, document)).sort()).toEqual([...passages].sort());
  });

  test("those that are cleared are none", () => {
    const clears = (words: string) =>
      ({
        find: () => [seen(words)],
        clue: () => ALWAYS,
        parts: [],
        wide: false,
        says: "",
      }) as Finder;
    const found = (words: string) =>
      judge(ruleOf({ exceptions: [clears(words)] }), [seen("night"), seen("cried")], document);
    expect(passagesOf(found("night"))).toEqual(["cried"]);
    expect(passagesOf(found("left")).length).toBe(2);
  });

  test("those that point at one passage are told once", () => {
    const rule = ruleOf({ passage: "sentence" });
    expect(judge(rule, [seen("He"), seen("night"), seen("night", {}, 1)], document).length).toBe(2);
  });

  test("very many are judged without going through all for each", () => {
    const long = prepare(postOf("red. ".repeat(20_000)), noGrammar, ORDINARY);
    const sightings = long.copies[0]!.sentences.map(
      (sentence): Sighting => ({
        sentence,
        field: "text",
        start: sentence.start,
        end: sentence.end,
        shows: "",
        parts: [],
      }),
    );
    expect(judge(ruleOf(), sightings, long as Document).length).toBe(20_000);
  });
});

describe("a finding", () => {
  test("says what its rule says, with the passage in its place", () => {
    expect(findingFrom(ruleOf({ rewrites: { night: "evening" } }), seen("night"))).toEqual({
      rule: "test/rule",
      clause: "P2",
      also: ["P3"],
      level: "warning",
      confidence: "likely",
      message: '"night" was “night”.',
      advice: "Leave night out.",
      rewrite: "evening",
      mask: false,
      suppressed: null,
      passage: { field: "text", span: { start: 24, end: 29 } },
      evidence: [{ field: "text", span: { start: 24, end: 29 }, shows: "“night”" }],
    });
  });

  test("is as grave and as sure as what was seen, where that decides", () => {
    const { level, confidence } = findingFrom(ruleOf(), seen("night", { level: "error", confidence: "hint" }));
    expect({ level, confidence }).toEqual({ level: "error", confidence: "hint" });
  });

  test.each([
    ["He", "she", "evening", null],
    ["He", "he", "evening", "evening"],
    ["cried", "constructor", "evening", null],
  ])("about %s has a rewrite for %s only whole and in any case", (words, passage, better, rewrite) => {
    expect(findingFrom(ruleOf({ rewrites: { [passage]: better } }), seen(words)).rewrite).toBe(rewrite);
  });

  test("has no rewrite from what every object has", () => {
    expect(findingFrom(ruleOf(), absent("title", "constructor")).rewrite).toBeNull();
  });

  test("points at nothing where something is absent, and says what", () => {
    const { passage, message, evidence } = findingFrom(ruleOf(), absent("media[0].alt"));
    expect({ passage, message }).toEqual({
      passage: { field: "media[0].alt", span: null },
      message: '"no licence" was no licence.',
    });
    expect(evidence).toEqual([{ field: "media[0].alt", span: null, shows: "no licence" }]);
  });

  test("names each of its parts as evidence", () => {
    const { evidence } = findingFrom(
      ruleOf(),
      seen("the ward's night", { parts: [seen("ward"), absent("title", "no title")] }),
    );
    expect(evidence).toEqual([
      { field: "text", span: { start: 17, end: 21 }, shows: "“ward”" },
      { field: "title", span: null, shows: "no title" },
    ]);
  });

  test.each<[Rule["passage"], string, string]>([
    ["match", "the ward", "the ward"],
    ["clause", "cried", "nurse cried"],
    ["clause", "left, and", "He left, and the ward's night"],
    ["sentence", "the ward", "He left, and the ward's night"],
    ["sentence", "laughed", "nurse cried; 😂 we laughed."],
    ["clause", "laughed", "😂 we laughed."],
  ])("points at the %s of “%s”", (passage, words, pointed) => {
    expect(passagesOf([findingFrom(ruleOf({ passage }), seen(words))])).toEqual([pointed]);
  });

  test("points at no space or mark around its passage", () => {
    expect(passagesOf([findingFrom(ruleOf(), seen(", and the "))])).toEqual(["and the"]);
    expect(
      passagesOf([findingFrom(ruleOf(), seen("; "))])
        .join("")
        .trim(),
    ).not.toContain(" ");
  });

  test("that is masked shows nothing of its passage", () => {
    const masked = { mask: true, message: '"{match}" is secret, and {shows}.', advice: "Take {match} out." };
    const { message, advice, mask } = findingFrom(ruleOf({}, masked), seen("night"));
    expect({ message, advice, mask }).toEqual({
      message: "This passage is secret, and this passage.",
      advice: "Take this passage out.",
      mask: true,
    });
  });

  test("shows the beginning of a long passage, on one line", () => {
    const { message } = findingFrom(ruleOf(), { ...seen("He"), end: TEXT.indexOf("cried") + 5 });
    expect(message.startsWith('"He left, and the ward\'s night nurse cried" was')).toBe(true);
    const copy = prepare(postOf("a ".repeat(40).trim()), noGrammar, ORDINARY).copies[0]!;
    const cut = (end: number) =>
      findingFrom(ruleOf(), { sentence: copy.sentences[0]!, field: "text", start: 0, end, shows: "", parts: [] })
        .advice;
    expect(cut(60)).toBe(`Leave ${"a ".repeat(30)} out.`);
    expect(cut(61)).toBe(`Leave ${"a ".repeat(29).trim()}… out.`);
  });

  test("puts a passage with a dollar sign in as it is", () => {
    const copy = prepare(postOf("pay $& now"), noGrammar, ORDINARY).copies[0]!;
    const money: Sighting = { sentence: copy.sentences[0]!, field: "text", start: 4, end: 6, shows: "$'", parts: [] };
    expect(findingFrom(ruleOf(), money).message).toBe('"$&" was $\'.');
  });
});

test("findings are read in the order of fields and places, what has no place first, then by rule", () => {
  const post = postOf({ text: TEXT, title: "The night nurse" });
  const at = (rule: string, field: string, start: number | null, end = 9) => ({
    ...findingOf(start === null ? null : { start, end }, { rule }),
    passage: { field, span: start === null ? null : { start, end } },
  });
  const ordered = [
    at("a/nowhere", "media[0].alt", null),
    at("z/absent", "text", null),
    at("b/first", "text", 0, 4),
    at("a/longer", "text", 0, 5),
    at("b/same", "text", 0, 5),
    at("a/later", "text", 3, 4),
    at("a/title", "title", 0),
  ];
  const fields = post.copy.map(({ field }) => field);
  expect(fields.indexOf("text")).toBeLessThan(fields.indexOf("title"));
  expect(inReadingOrder(ordered.toReversed(), post).map(({ rule }) => rule)).toEqual(ordered.map(({ rule }) => rule));
});
