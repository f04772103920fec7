import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import type { Base } from "../../src/rules/extend.ts";
import type { RuleFile } from "../../src/rules/files.ts";
import { loadRuleSet, readRuleSet } from "../../src/rules/load.ts";
import { describeProblem } from "../../src/rules/problem.ts";
import type { RuleSet } from "../../src/rules/ruleset.ts";
import { postOf } from "../judge-text.ts";

const rule = (id: string, clause: string, find: string, advice = "Ask {contact.press}.") => `- id: ${id}
  clauses: [${clause}]
  level: error
  confidence: likely
  message: Found.
  advice: ${advice}
  find: ${find}
  examples: { breach: [a, b], fine: [c, d] }
`;

const filesOf = (texts: Readonly<Record<string, string>>): readonly RuleFile[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

const BASE_FILES = filesOf({
  "base/ruleset.yaml": `name: base
version: "1"
policy:
  title: The first policy
  publisher: Somebody
  clauses:
    - { id: A1, title: One, summary: The first., citation: Section 1 }
    - { id: A2, title: Two, summary: The second., citation: Section 2 }
contacts: { press: the press office }
`,
  "base/vocabularies/words.yaml": `colour: { describe: Colours., words: [red, green] }
shade: { describe: Colours and more., words: [crimson], includes: [colour] }
`,
  "base/pack.yaml":
    rule("paint/colour", "A1", "{ vocabulary: colour }") +
    rule("paint/shade", "A1, A2", "{ vocabulary: shade }") +
    rule("wall/high", "A2", "{ terms: [high wall] }") +
    rule("practice/neat", "", "{ terms: [untidy] }").replace("level: error", "level: suggestion"),
});

function base(): Base {
  const read = readRuleSet(BASE_FILES);
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join("\n"));
  return { data: read.data, files: BASE_FILES };
}

const HEAD = `name: own
version: 1.0
extends: base
`;

const loaded = (head: string, more: Readonly<Record<string, string>> = {}) =>
  loadRuleSet(filesOf({ "own/ruleset.yaml": HEAD + head, ...more }), base());

function rulesOf(head: string, more: Readonly<Record<string, string>> = {}): RuleSet {
  const result = loaded(head, more);
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join("\n"));
  return result.ruleset;
}

const levels = ({ rules }: RuleSet) => rules.map(({ card }) => `${card.id} ${card.level}`);

const findings = (ruleset: RuleSet, text: string) =>
  createChecker(ruleset, { grammar: compromise, reference: false, circumstances: ORDINARY })(postOf(text)).findings;

describe("what a rule set does with the rules of the one that it extends", () => {
  test.each([
    ["says nothing", "", ["paint/colour error", "paint/shade error", "wall/high error", "practice/neat suggestion"]],
    [
      "switches a rule off",
      "rules: { paint/colour: off }",
      ["paint/shade error", "wall/high error", "practice/neat suggestion"],
    ],
    ["switches a subject off", "rules: { paint/*: off }", ["wall/high error", "practice/neat suggestion"]],
    [
      "switches a subject off and one rule of it on",
      "rules: { paint/*: off, paint/shade: on }",
      ["paint/shade error", "wall/high error", "practice/neat suggestion"],
    ],
    [
      "lowers a subject and one rule of it further",
      "rules: { paint/*: warning, paint/shade: suggestion }",
      ["paint/colour warning", "paint/shade suggestion", "wall/high error", "practice/neat suggestion"],
    ],
    [
      "lowers all; good practice stays what it is",
      'rules: { "*": warning }',
      ["paint/colour warning", "paint/shade warning", "wall/high warning", "practice/neat suggestion"],
    ],
  ])("%s", (_, head, expected) => {
    expect(levels(rulesOf(head))).toEqual(expected);
  });

  test("a rule of its own with the same id takes the other's place", () => {
    const ruleset = rulesOf("rules: { paint/*: off, paint/shade: on }", {
      "own/pack.yaml": rule("wall/high", "A1", "{ terms: [tower] }").replace("  level", "  replaces: true\n  level"),
    });
    expect(findings(ruleset, "A high wall, and a tower").map(({ rule: id, clause }) => [id, clause])).toEqual([
      ["wall/high", "A1"],
    ]);
  });

  test.each([
    [
      "the id of another without a word about it",
      rule("wall/high", "A1", "{ terms: [tower] }"),
      "own/pack.yaml:1:7: base has a rule wall/high too; if this one is to take its place, write replaces: true, else give it another id",
    ],
    [
      "the place of one that is not there",
      rule("wall/hihg", "A1", "{ terms: [tower] }").replace("  level", "  replaces: true\n  level"),
      "own/pack.yaml:3:13: base has no rule wall/hihg that could be replaced; did you mean wall/high?",
    ],
  ])("a rule of its own that takes %s is told", (_, pack, sentence) => {
    const result = loaded("", { "own/pack.yaml": pack });
    expect(result.ok ? [] : result.problems.map(describeProblem)).toEqual([sentence]);
  });

  test("its contacts answer for the advice of the other's rules too", () => {
    const [card] = rulesOf("contacts: { press: Ada in the front office }").rules.map((each) => each.card);
    expect(card?.advice).toBe("Ask Ada in the front office.");
    expect(rulesOf("").rules[0]?.card.advice).toBe("Ask the press office.");
  });

  test.each([
    [
      "a vocabulary of the same name replaces the words",
      "{ describe: C., words: [blue] }",
      "red blue crimson",
      ["blue"],
    ],
    [
      "one that includes its own name adds to them",
      "{ describe: C., words: [blue], includes: [colour] }",
      "red blue crimson",
      ["red", "blue"],
    ],
  ])("%s", (_, vocabulary, text, words) => {
    const ruleset = rulesOf("rules: { paint/shade: off }", { "own/vocabularies/more.yaml": `colour: ${vocabulary}` });
    expect(findings(ruleset, text).map(({ passage }) => text.slice(passage.span!.start, passage.span!.end))).toEqual(
      words,
    );
  });

  test("lists that include a changed vocabulary change with it", () => {
    const ruleset = rulesOf("rules: { paint/colour: off }", {
      "own/vocabularies/more.yaml": "colour: { describe: C., words: [blue] }",
    });
    expect(ruleset.vocabularies.get("shade")?.words).toEqual(["crimson", "blue"]);
  });

  test("a change in either set changes the digest", () => {
    const digests = [rulesOf(""), rulesOf("rules: { paint/*: off }"), loadedBase()].map(({ name }) => name.digest);
    expect(new Set(digests).size).toBe(3);
  });
});

function loadedBase(): RuleSet {
  const result = loadRuleSet(BASE_FILES);
  if (!result.ok) throw new Error("the base of this test does not load");
  return result.ruleset;
}

const OWN_POLICY = `policy:
  title: The second policy
  publisher: Somebody else
  clauses:
    - { id: 4.1, title: All, summary: The only one., citation: Chapter 4 }
    - { id: 4.10, title: More, summary: Another., citation: Chapter 4 }
`;

describe("another policy", () => {
  test("its clauses stand for those of the first, none leaves rules out, and 4.10 is not 4.1", () => {
    const ruleset = rulesOf(`${OWN_POLICY}clauses: { A1: 4.10, A2: none }`);
    expect(ruleset.policy.clauses.map(({ id }) => id)).toEqual(["4.1", "4.10"]);
    expect(ruleset.rules.map(({ card }) => [card.id, card.clause, card.also])).toEqual([
      ["paint/colour", "4.10", []],
      ["paint/shade", "4.10", []],
      ["practice/neat", null, []],
    ]);
  });

  test("a clause of the same id needs no word", () => {
    const ruleset = rulesOf(`${OWN_POLICY.replace("4.10", "A1")}clauses: { A2: 4.1 }`);
    expect(ruleset.rules.map(({ card }) => card.clause)).toEqual(["A1", "A1", "4.1", null]);
  });
});

describe("a mistake in what is extended is told with its place and what would be right", () => {
  test.each([
    [
      "a rule that is not there",
      "rules: { paint/color: off }",
      "4:10: base has no rule paint/color; did you mean paint/colour?",
    ],
    [
      "a rule nothing like one",
      "rules: { x/y: off }",
      "4:10: base has no rule x/y; postlint rules list shows its rules",
    ],
    ["a subject that is not there", "rules: { pant/*: off }", "4:10: base has no rule pant/*; did you mean paint/*?"],
    ["a level that is none", "rules: { paint/*: of }", "4:19: “of” is not known here; did you mean off?"],
    [
      "a name that is neither rule nor subject",
      "rules: { Paint: off }",
      "4:10: expected a rule such as privacy/home-address, a subject such as privacy/*, or *",
    ],
    [
      "good practice raised",
      "rules: { practice/neat: error }",
      "4:25: practice/neat cites no clause, and good practice is never above suggestion",
    ],
    [
      "clauses that stand for nothing",
      OWN_POLICY,
      "3:10: 2 rules (such as paint/colour) cite A1 of base, which your policy has not; write under clauses: which of yours it is (A1: 4.1), or A1: none to leave out what cites it",
    ],
    [
      "a clause that the extended policy has not",
      `${OWN_POLICY}clauses: { A1: 4.1, A2: 4.1, B1: 4.1 }`,
      "10:30: clause B1 is not in The first policy; did you mean A1?",
    ],
    [
      "a clause that its own policy has not",
      `${OWN_POLICY}clauses: { A1: 4.1, A2: 4.2 }`,
      "10:25: clause 4.2 is not in your policy; did you mean 4.1?",
    ],
    [
      "a vocabulary that includes a stranger",
      "",
      "own/vocabularies/more.yaml:1:1: colour includes colr, which is no vocabulary; did you mean colour?",
    ],
  ])("%s", (what, head, sentence) => {
    const more: Record<string, string> = what.startsWith("a vocabulary")
      ? { "own/vocabularies/more.yaml": "colour: { describe: C., includes: [colr] }" }
      : {};
    const result = loaded(head, more);
    expect(result.ok ? [] : result.problems.map(describeProblem)).toContain(
      sentence.startsWith("own/") ? sentence : `own/ruleset.yaml:${sentence}`,
    );
  });

  test.each([
    ["rules", "rules: { a/b: off }"],
    ["clauses", "clauses: { A1: B1 }"],
  ])("%s without anything extended", (key, line) => {
    const text = `name: own\nversion: "1"\n${line}\n${OWN_POLICY}`;
    const result = loadRuleSet([{ path: "ruleset.yaml", text }]);
    expect(result.ok ? [] : result.problems.map(describeProblem)).toEqual([
      expect.stringContaining(`: ${key} changes what a rule set extends, and this one extends none`),
    ]);
  });

  test("no policy at all", () => {
    const result = loadRuleSet([{ path: "ruleset.yaml", text: 'name: own\nversion: "1"\n' }]);
    expect(result.ok ? [] : result.problems.map(describeProblem)).toEqual([
      "ruleset.yaml:1:1: policy is missing: name the policy and its clauses, or a rule set that this one extends",
    ]);
  });
});
