import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { loadRuleSet } from "../../src/rules/load.ts";
import { describeProblem } from "../../src/rules/problem.ts";
import { postOf } from "../judge-text.ts";
import { SMALL_HEAD, SMALL_MODEL } from "../learned/small-model.ts";

const HEAD = `${SMALL_HEAD}    - { id: C3, title: Three, summary: The third., citation: Section 3 }
`;

const rule = (id: string, clause: string, find: string, level = "warning") => `- id: test/${id}
  clauses: [${clause}]
  level: ${level}
  confidence: certain
  message: Found.
  advice: Mend it.
  find: ${find}
  examples: { breach: [a, b], fine: [c, d] }
`;
const resembles = (clause: string, levels = "likely: warning") =>
  rule(`like-${clause.toLowerCase()}`, clause, `{ resembles: { clause: ${clause}, levels: { ${levels} } } }`);

function loaded(pack: string, models: Readonly<Record<string, string>> = { "second-opinion.model.json": SMALL_MODEL }) {
  return loadRuleSet([
    { path: "ruleset.yaml", text: HEAD },
    { path: "pack.yaml", text: pack },
    ...Object.entries(models).map(([path, text]) => ({ path, text })),
  ]);
}

function findingsWith(pack: string, text: string, settings: { reference?: boolean; secondOpinion?: boolean } = {}) {
  const result = loaded(pack);
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join("\n"));
  return createChecker(result.ruleset, { grammar: compromise, reference: false, circumstances: ORDINARY, ...settings })(
    postOf(text),
  ).findings;
}

const TEXT = "We open in May. They're a useless lot, honestly!";
const OPINION = "They're a useless lot, honestly!";

test("a resemblance is a finding of its clause's rule, with the sentence and the words that weigh most", () => {
  const [finding, ...others] = findingsWith(resembles("C1") + resembles("C2"), TEXT);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: "test/like-c2", clause: "C2", level: "warning", confidence: "likely" });
  expect(TEXT.slice(finding!.passage.span!.start, finding!.passage.span!.end)).toBe(OPINION);
  expect(finding!.evidence[0]!.shows).toMatch(/^a strong resemblance; what weighs most: “.*useless/);
});

test.each([
  ["Everyone is welcome", []],
  ["Vraiment, quelle bande de nuls, je ne les aime pas du tout, et vous non plus", []],
])("nothing in %j", (text, found) => {
  expect(findingsWith(resembles("C1") + resembles("C2"), text)).toEqual(found);
});

test("the rule says which level a resemblance has, and whether it is reported at all", () => {
  const levels = (how: string) => findingsWith(resembles("C2", how), TEXT).map(({ level }) => level);
  expect(levels("likely: suggestion")).toEqual(["suggestion"]);
  expect(levels("hint: suggestion")).toEqual([]);
  expect(levels("")).toEqual([]);
});

test.each([false, true])("a faint resemblance is for the rules alone that ask for one (reference: %s)", (reference) => {
  const pack = rule("faint", "C1", "{ resembles: { clause: C2, levels: { likely: warning, hint: suggestion } } }");
  const found = (text: string) =>
    findingsWith(pack + resembles("C2"), text, { reference }).map(({ rule, level, confidence }) => [
      rule,
      level,
      confidence,
    ]);
  expect(found("The lot they are in May")).toEqual([["test/faint", "suggestion", "hint"]]);
  expect(found(TEXT)).toEqual([
    ["test/faint", "warning", "likely"],
    ["test/like-c2", "warning", "likely"],
  ]);
});

describe("a rule that says as much swallows it", () => {
  test.each([
    ["a rule on the same passage", rule("word", "C3", "{ terms: [useless] }", "suggestion"), ["test/word"]],
    ["a rule of the same clause elsewhere", rule("word", "C2", "{ terms: [may] }"), ["test/word"]],
    ["no suggestion elsewhere", rule("word", "C2", "{ terms: [may] }", "suggestion"), ["test/word", "test/like-c2"]],
    ["no rule of another clause elsewhere", rule("word", "C1", "{ terms: [may] }"), ["test/word", "test/like-c2"]],
  ])("%s", (_, other, found) => {
    for (const reference of [false, true]) {
      expect(findingsWith(other + resembles("C2"), TEXT, { reference }).map((finding) => finding.rule)).toEqual(found);
    }
  });
});

test.each([false, true])("it can be switched off (reference: %s)", (reference) => {
  expect(findingsWith(resembles("C2"), TEXT, { reference, secondOpinion: false })).toEqual([]);
});

describe("a mistake is told with its place", () => {
  const problems = (pack: string, models?: Readonly<Record<string, string>>) => {
    const result = loaded(pack, models);
    return result.ok ? [] : result.problems.map(describeProblem);
  };
  test.each([
    [
      "a level of error",
      resembles("C2", "likely: error"),
      undefined,
      "pack.yaml:7:54: “error” is not known here; expected one of warning, suggestion",
    ],
    [
      "a clause that was not learned",
      resembles("C3"),
      undefined,
      "pack.yaml:7:32: expected a clause that the learned model knows: C1, C2",
    ],
    [
      "no model",
      resembles("C2"),
      {},
      "pack.yaml:7:32: the rule set has no learned model beside it (a file such as second-opinion.model.json)",
    ],
    [
      "a broken model",
      resembles("C2"),
      { "a.model.json": "{" },
      "a.model.json:1:1: this is not JSON, so it is no model; npm run train makes one",
    ],
    [
      "two models",
      "",
      { "a.model.json": SMALL_MODEL, "b.model.json": SMALL_MODEL },
      "b.model.json:1:1: a rule set has one model, and a.model.json is there already",
    ],
  ])("%s", (_, pack, models, problem) => {
    expect(problems(pack, models)).toEqual([problem]);
  });
});
