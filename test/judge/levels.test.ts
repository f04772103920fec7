import { describe, expect, test } from "vitest";
import { type Levels, leftOn, levelOf, levelProblem, releveled } from "../../src/judge/levels.ts";
import type { Level, RuleCard } from "../../src/model/rule.ts";
import type { RuleCards } from "../../src/rules/cards.ts";
import { findingOf } from "../reporters/run.ts";

const CARDS: readonly Partial<RuleCard>[] = [
  { id: "conduct/grumble" as RuleCard["id"], clause: "P2" as RuleCard["clause"], level: "warning", suppressible: true },
  { id: "conduct/shout" as RuleCard["id"], clause: "P2" as RuleCard["clause"], level: "error", suppressible: false },
  { id: "practice/hashtag" as RuleCard["id"], clause: null, level: "suggestion", suppressible: true },
  {
    id: "opinion/p2" as RuleCard["id"],
    clause: "P2" as RuleCard["clause"],
    level: "warning",
    suppressible: true,
    learned: true,
  },
  {
    id: "opinion/p3" as RuleCard["id"],
    clause: "P3" as RuleCard["clause"],
    level: "warning",
    suppressible: true,
    learned: true,
  },
  { id: "secret/number" as RuleCard["id"], clause: "P3" as RuleCard["clause"], level: "warning", suppressible: false },
];
const cards: RuleCards = {
  ids: CARDS.map(({ id }) => id!),
  cardOf: (id) => CARDS.find((card) => card.id === id) as RuleCard | undefined,
};

test.each<[string, string, readonly Levels[], Level | "off" | null]>([
  ["none was given", "conduct/grumble", [], null],
  ["another rule has one", "conduct/grumble", [{ "conduct/shout": "off" }], null],
  ["it has its own", "conduct/grumble", [{ "conduct/grumble": "error" }], "error"],
  ["its subject has one", "conduct/grumble", [{ "conduct/*": "off" }], "off"],
  ["a subject that only begins like its own has one", "conduct/grumble", [{ "con/*": "off" }], null],
  ["its own and its subject's", "conduct/grumble", [{ "conduct/*": "off", "conduct/grumble": "warning" }], "warning"],
  [
    "the first layer's subject before the second's rule",
    "conduct/grumble",
    [{ "conduct/*": "off" }, { "conduct/grumble": "error" }],
    "off",
  ],
  ["all have one", "conduct/grumble", [{ "*": "off" }], "off"],
  ["its subject's and that of all", "conduct/grumble", [{ "*": "off", "conduct/*": "error" }], "error"],
  [
    "the first layer's level of all before the second's rule",
    "conduct/grumble",
    [{ "*": "off" }, { "conduct/grumble": "error" }],
    "off",
  ],
  ["the second layer where the first says nothing", "conduct/grumble", [{}, { "conduct/grumble": "error" }], "error"],
])("the level of a rule where %s", (_, rule, layers, level) => {
  expect(levelOf(rule, layers)).toBe(level);
});

describe("findings at the levels that a person gave", () => {
  const levelsOf = (rule: string, level: Level, ...layers: readonly Levels[]) =>
    releveled([findingOf(null, { rule, level })], layers, cards).map((finding) => finding.level);

  test.each<[string, string, Level, readonly Levels[], readonly Level[]]>([
    ["stay as they are without any", "conduct/grumble", "warning", [], ["warning"]],
    ["stay as they are where none is theirs", "conduct/grumble", "warning", [{ "conduct/shout": "off" }], ["warning"]],
    ["get graver", "conduct/grumble", "warning", [{ "conduct/grumble": "error" }], ["error"]],
    ["get milder", "conduct/grumble", "warning", [{ "conduct/*": "suggestion" }], ["suggestion"]],
    ["go", "conduct/grumble", "warning", [{ "conduct/grumble": "off" }], []],
    ["never go where they must not be let through", "conduct/shout", "error", [{ "conduct/*": "off" }], ["error"]],
    [
      "never get milder where they must not be let through",
      "conduct/shout",
      "error",
      [{ "conduct/shout": "warning" }],
      ["error"],
    ],
    [
      "may get graver where they must not be let through",
      "secret/number",
      "warning",
      [{ "secret/number": "error" }],
      ["error"],
    ],
    ["get the level of all", "conduct/grumble", "suggestion", [{ "*": "error" }], ["error"]],
    [
      "of good practice stay suggestions among all",
      "practice/hashtag",
      "suggestion",
      [{ "*": "error" }],
      ["suggestion"],
    ],
    [
      "of the second opinion are warnings among all at most",
      "opinion/p2",
      "suggestion",
      [{ "*": "error" }],
      ["warning"],
    ],
    ["never go with all where they must not be let through", "conduct/shout", "error", [{ "*": "off" }], ["error"]],
    ["of postlint's own are not among all", "postlint/unknown-rule", "suggestion", [{ "*": "off" }], ["suggestion"]],
    [
      "of postlint's own are no rule's",
      "postlint/unknown-rule",
      "suggestion",
      [{ "postlint/*": "off" }],
      ["suggestion"],
    ],
    ["of a rule that is not there follow what was said", "gone/rule", "warning", [{ "gone/rule": "off" }], []],
  ])("%s", (_, rule, level, layers, expected) => {
    expect(levelsOf(rule, level, ...layers)).toEqual(expected);
  });

  test("keep all else", () => {
    const finding = findingOf(null, { rule: "conduct/grumble", level: "warning", message: "Grumbling." });
    expect(releveled([finding], [{ "conduct/grumble": "error" }], cards)).toEqual([{ ...finding, level: "error" }]);
  });
});

describe("a finding that the second opinion doubts", () => {
  const doubted = { level: "warning", message: "Grumbling." } as const;
  const found = { clause: "P2", level: "suggestion", message: "Grumbling. Or not.", doubted } as const;

  test.each<[string, string, readonly Levels[], Level, string]>([
    ["stays doubted", "conduct/grumble", [{ "conduct/shout": "off" }], "suggestion", "Grumbling. Or not."],
    [
      "is as its rule has it at a level of its own",
      "conduct/grumble",
      [{ "conduct/*": "error" }],
      "error",
      "Grumbling.",
    ],
    [
      "is as its rule has it where the opinion is off",
      "conduct/grumble",
      [{ "opinion/*": "off" }],
      "warning",
      "Grumbling.",
    ],
    [
      "stays doubted where the opinion on another clause is off",
      "conduct/grumble",
      [{ "opinion/p3": "off" }],
      "suggestion",
      "Grumbling. Or not.",
    ],
    [
      "stays doubted where the opinion is no more than milder",
      "conduct/grumble",
      [{ "opinion/*": "suggestion" }],
      "suggestion",
      "Grumbling. Or not.",
    ],
  ])("%s", (_, rule, layers, level, message) => {
    expect(releveled([findingOf(null, { rule, ...found })], layers, cards)).toMatchObject([{ level, message }]);
  });
});

test.each<[string, string, Level | "off", readonly string[]]>([
  ["a rule by its own id", "conduct/shout", "off", []],
  ["a subject that is switched off", "conduct/*", "off", ["conduct/shout"]],
  ["a subject that is made milder", "conduct/*", "warning", ["conduct/shout"]],
  ["a subject at the level of its gravest", "conduct/*", "error", []],
  ["a subject in which all may go", "practice/*", "off", []],
  ["all that are switched off", "*", "off", ["conduct/shout", "secret/number"]],
  ["all that are made milder", "*", "warning", ["conduct/shout"]],
])("what is left on by a level for %s", (_, pattern, level, left) => {
  expect(leftOn(pattern, level, cards)).toEqual(left);
});

test.each<[string, string, Level | "off", string | null, readonly string[] | null]>([
  ["a rule", "conduct/grumble", "off", null, null],
  ["a subject", "conduct/*", "off", null, null],
  ["a subject all of which is held", "secret/*", "error", null, null],
  ["all rules", "*", "off", null, null],
  ["all rules, graver than some can be", "*", "error", null, null],
  ["words without a stroke", "conduct", "off", "shape", cards.ids],
  ["a star for a subject", "*/grumble", "off", "shape", cards.ids],
  ["two strokes", "a/b/c", "off", "shape", cards.ids],
  ["a star and more", "conduct/*x", "off", "shape", cards.ids],
  ["words in front of a rule", " x/conduct/grumble", "off", "shape", cards.ids],
  ["a rule that nobody knows", "conduct/grumbel", "off", "unknown", cards.ids],
  [
    "a subject that nobody knows",
    "conductor/*",
    "off",
    "unknown",
    ["conduct/*", "practice/*", "opinion/*", "secret/*"],
  ],
  ["good practice as a warning", "practice/hashtag", "warning", "practice", []],
  ["good practice as it is", "practice/hashtag", "suggestion", null, null],
  ["good practice that is off", "practice/*", "off", null, null],
  ["a rule that must not be let through, off", "conduct/shout", "off", "held", []],
  ["a rule that must not be let through, milder", "conduct/shout", "warning", "held", []],
  ["a rule that must not be let through, as it is", "conduct/shout", "error", null, null],
  ["a rule that must not be let through, graver", "secret/number", "error", null, null],
  ["a subject of one rule that must not be let through", "secret/*", "off", "held", []],
])("what is wrong with a level for %s", (_, pattern, level, kind, choices) => {
  expect(levelProblem(pattern, level, cards)).toEqual(kind === null ? null : { kind, choices });
});
