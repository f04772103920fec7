import { UsageError } from "../config/errors.ts";
import { nearest } from "../config/nearest.ts";
import type { Io } from "../io.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { FOR_EXAMPLE } from "../rules/shipped.ts";
import type { SetUp } from "./index.ts";
import { type RulesOptions, ruleSetFor, withRulesOptions } from "./options.ts";

interface ExplainOptions extends RulesOptions {
  readonly text?: string;
}

/** `postlint explain RULE|CLAUSE` */
export const setUpExplain: SetUp = (command, io, answer) => {
  command
    .usage("RULE|CLAUSE [options]")
    .description(`Says what a rule or a clause is about, why, and what to do instead.

Examples:
  postlint explain ${FOR_EXAMPLE.clause}
  postlint explain ${FOR_EXAMPLE.rule}
  postlint explain ${FOR_EXAMPLE.rule} --text "NHS number 999 000 0018"`)
    .argument("<id>", `a rule such as ${FOR_EXAMPLE.rule}, or a clause such as ${FOR_EXAMPLE.clause}`)
    .option("--text <words>", "say step by step why the rule finds something in these words, or does not");
  withRulesOptions(command);
  command.action(async (id: string, { text, ...options }: ExplainOptions) => {
    const ruleset = await ruleSetFor(io, options);
    const named = await namedBy(ruleset, id);
    if (named.kind === "clause" && text !== undefined) throw oneRuleOnly(named.id);
    const { explainClause, explainRule, traceRule } = await import("../explain.ts");
    if (named.kind === "clause") io.stdout.write(ended(explainClause(ruleset, named.id)));
    else if (text === undefined) io.stdout.write(ended(explainRule(ruleset, named.id)));
    else io.stdout.write(ended(await forWhomever(io, ruleset, text, traceRule(ruleset, named.id, text))));
    answer(0);
  });
};

/** A trace as it is for a person at a terminal; what is secret in the words is masked where others may read it. */
async function forWhomever(io: Io, ruleset: RuleSet, words: string, trace: string): Promise<string> {
  if (io.stdout.isTTY && !io.env.CI) return trace;
  const [{ createChecker }, { compromise }, { hideIn }] = await Promise.all([
    import("../check.ts"),
    import("../grammar.ts"),
    import("./secrets.ts"),
  ]);
  return hideIn(trace, words, createChecker(ruleset, { grammar: compromise, reference: false }));
}

/** A clause may be written in small letters, as its id is no rule's. */
async function namedBy({ policy, rules }: RuleSet, id: string) {
  const ruleIds: readonly string[] = rules.map(({ card }) => card.id);
  if (ruleIds.includes(id)) return { kind: "rule", id } as const;
  const clauseIds: readonly string[] = policy.clauses.map((clause) => clause.id);
  const clause = clauseIds.find((candidate) => candidate.toLowerCase() === id.toLowerCase());
  if (clause !== undefined) return { kind: "clause", id: clause } as const;
  const close = (await nearest(id, [...ruleIds, ...clauseIds])) ?? ruleIds.find((rule) => rule.endsWith(`/${id}`));
  const hint =
    close === undefined
      ? "postlint rules list shows the rules, postlint policy the clauses."
      : `Did you mean ${close}?`;
  throw new UsageError(`There is no rule or clause "${id}".`, hint);
}

const oneRuleOnly = (clause: string): UsageError =>
  new UsageError(
    `${clause} is a clause, and --text tries one rule.`,
    `postlint rules list --clause ${clause} shows its rules.`,
  );

const ended = (text: string): string => (text.endsWith("\n") ? text : `${text}\n`);
