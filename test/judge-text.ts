import { createChecker } from "../src/check.ts";
import { compromise } from "../src/grammar.ts";
import { ORDINARY } from "../src/model/circumstances.ts";
import type { Finding } from "../src/model/finding.ts";
import type { Post } from "../src/model/post.ts";
import { postsOf } from "../src/readers/post.ts";
import type { RuleFile } from "../src/rules/files.ts";
import { loadRuleSet } from "../src/rules/load.ts";
import { describeProblem } from "../src/rules/problem.ts";
import type { RuleSet } from "../src/rules/ruleset.ts";

/** A policy of one clause for rules that a test makes up. */
export const HEAD = `name: made-up
version: "1"
policy:
  title: Made-up policy
  publisher: Nobody
  clauses: [{ id: C1, title: One, summary: The only one., citation: Section 1 }]
`;

export const VOCABULARIES = `colour: { describe: Colours., words: [red, green, sky blue] }
shade: { describe: Colours and more., words: [crimson], includes: [colour] }
`;

/** Dated data for rules that a test makes up: periods before polls, a period of days, limits of channels. */
export const DATA = `pre-election:
  describe: Before polls.
  valid_to: 2027-05-06
  bodies: { national: 21 days before, devolved: 42 days before, local: 25 working days before }
  polls:
    - { name: the local elections, day: 2027-05-06, bodies: [national, local] }
    - { name: the polls in Scotland and Wales, day: 2026-05-07, bodies: [devolved] }
    - name: the general election
      day: 2024-07-04
      starts: { national: "2024-05-25 00:01" }
      ends: "2024-07-05 00:01"
mourning:
  describe: National mourning.
  periods: [{ name: national mourning, starts: 2022-09-08, ends: 2022-09-19 }]
channel-limits:
  describe: How long a post may be.
  limits:
    - { channel: x, count: weighted, most: 280 }
    - { channel: bluesky, count: graphemes, most: 300 }
    - { channel: bluesky, count: bytes, most: 3000, confidence: likely }
    - { channel: linkedin, count: units, most: 3000 }
    - { channel: youtube, field: title, count: units, most: 100 }
    - { channel: instagram, count: hashtags, most: 30, until: 2025-11-30 }
    - { channel: instagram, count: hashtags, most: 5, from: 2025-12-01 }
`;

export function rulesOf(pack: string, vocabularies = VOCABULARIES, data = ""): RuleSet {
  const files: RuleFile[] = [
    { path: "set/ruleset.yaml", text: HEAD },
    { path: "set/vocabularies/words.yaml", text: vocabularies },
    { path: "set/data/facts.yaml", text: data },
    { path: "set/pack.yaml", text: pack },
  ];
  const loaded = loadRuleSet(files);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));
  return loaded.ruleset;
}

/** A rule set of one rule with this find (YAML in flow style). */
export const ruleFinding = (find: string, more = ""): RuleSet =>
  rulesOf(
    `- id: test/rule
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: ${find}
  ${more}
  examples: { breach: [a, b], fine: [c, d] }
`,
    VOCABULARIES,
    DATA,
  );

export function postOf(fields: Readonly<Record<string, unknown>> | string): Post {
  const draft = typeof fields === "string" ? { text: fields } : fields;
  const source = { file: "test", line: 1, sheet: null, row: null, cell: null };
  for (const reading of postsOf({ defaults: {} })({ fields: draft, derivedId: "post-1", source })) {
    if (reading.kind === "post") return reading.post;
    if (reading.kind === "problem") throw new Error(reading.problem.message);
  }
  throw new Error("no post");
}

export const findingsIn = (
  ruleset: RuleSet,
  fields: Parameters<typeof postOf>[0],
  reference = false,
): readonly Finding[] =>
  createChecker(ruleset, { grammar: compromise, reference, circumstances: ORDINARY })(postOf(fields)).findings;

/** The passages found, as typed. */
export const passagesIn = (ruleset: RuleSet, text: string, reference = false): readonly string[] =>
  findingsIn(ruleset, text, reference).map(({ passage }) =>
    passage.span === null ? passage.field : text.slice(passage.span.start, passage.span.end),
  );
