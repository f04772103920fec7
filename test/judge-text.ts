import { createChecker } from "../src/check.ts";
import { compromise } from "../src/grammar.ts";
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

export function rulesOf(pack: string, vocabularies = VOCABULARIES): RuleSet {
  const files: RuleFile[] = [
    { path: "set/ruleset.yaml", text: HEAD },
    { path: "set/vocabularies/words.yaml", text: vocabularies },
    { path: "set/pack.yaml", text: pack },
  ];
  const loaded = loadRuleSet(files);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));
  return loaded.ruleset;
}

/** A rule set of one rule with this find (YAML in flow style). */
export const ruleFinding = (find: string, more = ""): RuleSet =>
  rulesOf(`- id: test/rule
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: ${find}
  ${more}
  examples: { breach: [a, b], fine: [c, d] }
`);

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
): readonly Finding[] => createChecker(ruleset, { grammar: compromise, reference })(postOf(fields)).findings;

/** The passages found, as typed. */
export const passagesIn = (ruleset: RuleSet, text: string, reference = false): readonly string[] =>
  findingsIn(ruleset, text, reference).map(({ passage }) =>
    passage.span === null ? passage.field : text.slice(passage.span.start, passage.span.end),
  );
