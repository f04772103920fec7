import { expect, test } from "vitest";
import { readRuleSet } from "../../src/rules/load.ts";
import { describeProblem } from "../../src/rules/problem.ts";

const HEAD = `name: made-up
version: 1.10
policy:
  title: Made-up policy
  publisher: Nobody
  clauses:
    - { id: 4.1, title: One, summary: The first., citation: Section 4 }
    - { id: 4.10, title: Ten, summary: The tenth., citation: Section 4 }
`;
const PACK = `- id: test/rule
  clauses: [4.10, 4.1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: { terms: [red] }
  rewrite: { 2.50: two and a half }
  domain: [15.10]
  examples: { breach: [{ text: a, meta: { id: 4.10, clauses: 4.10 } }, b], fine: [c, d] }
`;
const VOCABULARIES = "numbers: { describe: Numbers., words: [0118, 7.50, 1e3, seven] }";
const FILES = [
  { path: "ruleset.yaml", text: HEAD },
  { path: "vocabularies/words.yaml", text: VOCABULARIES },
  { path: "pack.yaml", text: PACK },
];

function dataOf(...read: Parameters<typeof readRuleSet>) {
  const result = readRuleSet(...read);
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join("\n"));
  return result.data;
}

const data = dataOf(FILES);
const [rule] = data.rules;

test.each([
  ["a version", data.name.version, "1.10"],
  ["clauses of the policy", data.policy.clauses.map(({ id }) => id), ["4.1", "4.10"]],
  ["clauses that a rule names", [rule?.card.clause, rule?.card.also], ["4.10", ["4.1"]]],
  ["a section of the domain", rule?.card.domain, ["15.10"]],
  ["what to write something else for", rule?.rewrites, { "2.50": "two and a half" }],
  ["words of a vocabulary", data.vocabularies.numbers?.words, ["0118", "7.50", "1e3", "seven"]],
])("%s: what looks like a number is kept as it is written", (_, read, expected) => {
  expect(read).toEqual(expected);
});

test("metadata of an example is a number where it looks like one, whatever its key", () => {
  expect(rule?.examples.breach[0]).toEqual({ text: "a", meta: { id: 4.1, clauses: 4.1 } });
});

test("a clause that stands for another, and the one for which it stands", () => {
  const own = HEAD.replace("policy:", "extends: made-up\nclauses: { 4.1: 5.10, 4.10: 5.1 }\npolicy:")
    .replace("id: 4.1,", "id: 5.1,")
    .replace("id: 4.10,", "id: 5.10,");
  const [card] = dataOf([{ path: "ruleset.yaml", text: own }], { data, files: FILES }).rules.map((each) => each.card);
  expect([card?.clause, card?.also]).toEqual(["5.1", ["5.10"]]);
});

test("a key is given twice where it is written alike", () => {
  const read = readRuleSet([{ path: "ruleset.yaml", text: `${HEAD}contacts: { 4.10: Ada, "4.10": Ben }` }]);
  expect(read.ok ? [] : read.problems.map(describeProblem)).toEqual([
    "ruleset.yaml:9:24: this key is there already in the same place; keep one of them",
  ]);
});
