import { describe, expect, test } from "vitest";
import { loadRuleSet } from "../../src/rules/load.ts";
import { mistakeInPattern } from "../../src/rules/patterns.ts";
import { describeProblem } from "../../src/rules/problem.ts";
import { HEAD, VOCABULARIES } from "../judge-text.ts";

const RULE = `- id: test/rule
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: { terms: [red] }
  examples:
    breach: [a, b]
    fine: [c, d]
`;

function problemsIn(files: Readonly<Record<string, string>>): readonly string[] {
  const all = { "ruleset.yaml": HEAD, "vocabularies/words.yaml": VOCABULARIES, ...files };
  const loaded = loadRuleSet(Object.entries(all).map(([path, text]) => ({ path, text })));
  return loaded.ok ? [] : loaded.problems.map(describeProblem);
}

const changed = (from: string, to: string) => problemsIn({ "pack.yaml": RULE.replace(from, to) });

test("a sound rule set loads", () => {
  expect(problemsIn({ "pack.yaml": RULE })).toEqual([]);
});

describe("a mistake in a rule is told with its place and what would be right", () => {
  test.each([
    [
      "advice: Mend it.",
      "advise: Mend it.",
      ["pack.yaml:1:3: advice is missing: expected text", "pack.yaml:6:3: unknown key advise; did you mean advice?"],
    ],
    ["clauses: [C1]", "clauses: [C2]", ["pack.yaml:2:13: clause C2 is not in the policy; did you mean C1?"]],
    [
      "clauses: [C1]",
      "clauses: []",
      ["pack.yaml:2:12: name the clause that this rule cites (only practice/… rules cite none)"],
    ],
    [
      "clauses: [C1]",
      "clauses: [C1, C1, C1, C1]",
      ["pack.yaml:2:12: a rule cites one clause and touches at most two more"],
    ],
    [
      "level: warning",
      "level: warn",
      ["pack.yaml:3:10: “warn” is not known here; expected one of suggestion, warning, error"],
    ],
    ["level: warning", "level: warnings", ["pack.yaml:3:10: “warnings” is not known here; did you mean warning?"]],
    [
      "confidence: likely",
      "confidence: 3",
      ["pack.yaml:4:15: “3” is not known here; expected one of hint, likely, certain"],
    ],
    ["id: test/rule", "id: Test Rule", ["pack.yaml:1:7: expected subject/name, such as privacy/home-address"]],
    ["message: Found.", "message: ''", ["pack.yaml:5:12: expected some text"]],
    [
      "advice: Mend it.",
      "advice: Ask {contact.press}.",
      [
        "pack.yaml:6:11: advice names {contact.press}, and ruleset.yaml has no such contact; it has none: add it under contacts:",
      ],
    ],
    ["breach: [a, b]", "breach: [a]", ["pack.yaml:9:13: a rule needs at least two breach examples"]],
    ["    fine: [c, d]\n", "", ["pack.yaml:9:5: fine is missing: expected a list"]],
    ["terms: [red]", "term: [red]", ["pack.yaml:7:9: there is no detector named term; did you mean terms?"]],
    ["terms: [red]", "terms: []", ["pack.yaml:7:18: expected at least one entry here"]],
    [
      "terms: [red]",
      "terms: red",
      [
        "pack.yaml:7:18: expected a list, found text; put [ ] around it, or begin each entry with a - and a space on a line of its own",
      ],
    ],
    ["terms: [red]", "terms: ['!!']", ["pack.yaml:7:19: a term needs at least one letter or digit"]],
    ["terms: [red]", "terms: [red], disguise: true", ["pack.yaml:7:25: unknown key disguise; did you mean disguised?"]],
    [
      "terms: [red]",
      "terms: [red], pattern: x",
      ["pack.yaml:7:9: terms and pattern can't stand in one find: put them under any or all"],
    ],
    ["{ terms: [red] }", "negatd", ["pack.yaml:7:9: there is no context named negatd; did you mean negated?"]],
    ["terms: [red]", "vocabulary: colours", ["pack.yaml:7:23: “colours” is not known here; did you mean colour?"]],
    ["terms: [red]", "phrase: '[colours] wall'", ["pack.yaml:7:19: there is no vocabulary named colours"]],
    ["terms: [red]", "phrase: '(red wall'", ["pack.yaml:7:19: an opening bracket is not closed"]],
    ["terms: [red]", "phrase: '{nam} wall'", ["pack.yaml:7:19: {nam} is none of {name}, {number}, {handle}, {any}"]],
    ["terms: [red]", "phrase: 'red?'", ["pack.yaml:7:19: it would match nothing at all: one part must be required"]],
    [
      "terms: [red]",
      "pattern: '(a+)+b'",
      [
        "pack.yaml:7:20: the pattern has a repeat without a bound inside another: (a+)+. Give one a bound, such as {0,40}",
      ],
    ],
    ["terms: [red]", "pattern: '(a'", ["pack.yaml:7:20: the pattern is no regular expression: Unterminated group"]],
    [
      "terms: [red]",
      "meta: { field: owner, matches: '(a' }",
      ["pack.yaml:7:42: the pattern is no regular expression: Unterminated group"],
    ],
    [
      "terms: [red]",
      "meta: { field: owner, matches: '^(a+)+b' }",
      [
        "pack.yaml:7:42: the pattern has a repeat without a bound inside another: (a+)+. Give one a bound, such as {0,40}",
      ],
    ],
    [
      "terms: [red]",
      "meta: { field: media.alt, missing: true, where: { file: '(a', licence: '[' } }",
      [
        "pack.yaml:7:67: the pattern is no regular expression: Unterminated group",
        "pack.yaml:7:82: the pattern is no regular expression: Unterminated character class",
      ],
    ],
    [
      "terms: [red]",
      "all: [{ terms: [red] }, { terms: [wall] }], within: 5 metres",
      ["pack.yaml:7:63: expected sentence, clause, post, or a number of words such as 5 words"],
    ],
    [
      "terms: [red]",
      "all: [{ terms: [red] }, { near: { termz: [wall] } }]",
      ["pack.yaml:7:43: there is no detector named termz; did you mean terms?"],
    ],
    [
      "terms: [red]",
      "any: [{ terms: [red] }, { near: { terms: [wall] } }]",
      ["pack.yaml:7:35: near counts only in all or unless: under any, nothing says near what"],
    ],
    [
      "terms: [red]",
      "identifier: nhs-numbers",
      ["pack.yaml:7:23: “nhs-numbers” is not known here; did you mean nhs-number?"],
    ],
    [
      "terms: [red]",
      "meta: { field: account }",
      [
        "pack.yaml:7:17: say exactly one of is, missing, matches, same_as, before, after, during, impossible, other_weekday",
      ],
    ],
    ...["2026-02-31", "2026-13-01 09:00", "2026-11-30 24:00", "2027-03-28 01:30", "11/12/2026", "banana 2026"].map(
      (date): [string, string, string[]] => [
        "terms: [red]",
        `meta: { field: publish_at, before: '${date}' }`,
        [
          "pack.yaml:7:46: expected a date such as 2026-11-30, today, or one of publish_at, embargo_until, approved_at, campaign_starts_at",
        ],
      ],
    ),
    ["id: test/rule", "id: [unclosed", ["pack.yaml:1:15: a bracket is not closed: expected ] here or above"]],
  ])("%s becomes %s", (from, to, sentences) => {
    expect(changed(from, to).slice(0, sentences.length)).toEqual(sentences);
  });
});

describe("a mistake in the rule set is told with its place", () => {
  test.each([
    [
      "a rule given twice",
      { "pack.yaml": RULE + RULE },
      "pack.yaml:11:7: the rule test/rule is there already, at pack.yaml:1:7; each needs an id of its own",
    ],
    ["no ruleset.yaml", { "ruleset.yaml": undefined }, "ruleset.yaml:1:1: there is no ruleset.yaml in"],
    [
      "an unknown key of the policy",
      { "ruleset.yaml": HEAD.replace("publisher", "publsher") },
      "ruleset.yaml:5:3: unknown key publsher; did you mean publisher?",
    ],
    [
      "a vocabulary that includes itself",
      { "vocabularies/x.yaml": "a: { describe: x, words: [y], includes: [a] }" },
      "vocabularies/x.yaml:1:1: the vocabulary a includes itself",
    ],
    [
      "a vocabulary that includes none",
      { "vocabularies/x.yaml": "a: { describe: x, includes: [colr] }" },
      "vocabularies/x.yaml:1:1: a includes colr, which is no vocabulary; did you mean colour?",
    ],
    [
      "a day that no calendar has",
      { "ruleset.yaml": HEAD.replace("policy:", "review_by: 2026-02-31\npolicy:") },
      "ruleset.yaml:3:12: no calendar has 2026-02-31; expected a date such as 2026-11-30",
    ],
    [
      "what is no day",
      { "ruleset.yaml": HEAD.replace("policy:", "review_by: soon\npolicy:") },
      "ruleset.yaml:3:12: expected a date such as 2026-11-30",
    ],
    [
      "a period without an end",
      { "data/d.yaml": "d: { describe: x, periods: [{ name: n, starts: 2026-12-31, ends: 2026-13-01 }] }" },
      "data/d.yaml:1:66: no calendar has 2026-13-01; expected a date such as 2026-11-30",
    ],
    [
      "a poll that ends on no day",
      { "data/d.yaml": "d: { describe: x, polls: [{ name: n, day: 2026-06-30, ends: '2026-06-31 07:00' }] }" },
      "data/d.yaml:1:61: no calendar has 2026-06-31; expected a date such as 2026-11-30",
    ],
    [
      "a poll that ends at no time",
      { "data/d.yaml": "d: { describe: x, polls: [{ name: n, day: 2026-06-30, ends: '2026-06-31 24:00' }] }" },
      'data/d.yaml:1:61: expected a date or a time such as "2024-05-25 00:01"',
    ],
  ] as const)("%s", (_, files, sentence) => {
    const all: Record<string, string> = { "ruleset.yaml": HEAD, "vocabularies/words.yaml": VOCABULARIES };
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) delete all[path];
      else all[path] = text;
    }
    const loaded = loadRuleSet(Object.entries(all).map(([path, text]) => ({ path, text })));
    expect(loaded.ok).toBe(false);
    expect(loaded.ok ? "" : loaded.problems.map(describeProblem).join("\n")).toContain(sentence);
  });
});

describe("patterns that may never come back are refused", () => {
  test.each(["(a+)+b", "(?:\\w+\\s?)+$", "a*a*b", "\\w+\\d+x", "(?:a|b+)*c", ".*.*x"])("%s", (pattern) => {
    expect(mistakeInPattern(pattern)).not.toBeNull();
  });

  test.each(["\\w+\\s+\\w+", "a+b+", "(?:ab){1,5}c*", "\\bin (?:strict )?confidence\\b", "[^.]*\\.x", "(?<=a+)b"])(
    "%s is taken",
    (pattern) => {
      expect(mistakeInPattern(pattern)).toBeNull();
    },
  );
});
