import type { Clause } from "../model/policy.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";

export interface Coverage {
  /** Clauses that no rule cites, with the rules that at least touch them. */
  readonly bare: readonly { readonly clause: Clause; readonly touching: readonly Rule[] }[];
  /** Rules that cite a clause alone: without them nothing looks after it. */
  readonly single: readonly { readonly clause: Clause; readonly rule: Rule }[];
}

/** How well the rules of a set look after the clauses of its policy. */
export function coverageOf({ policy, rules }: RuleSet): Coverage {
  const citing = policy.clauses.map((clause) => ({
    clause,
    rules: rules.filter(({ card }) => card.clause === clause.id),
  }));
  return {
    bare: citing
      .filter((each) => each.rules.length === 0)
      .map(({ clause }) => ({ clause, touching: rules.filter(({ card }) => card.also.includes(clause.id)) })),
    single: citing.flatMap(({ clause, rules: [rule, ...more] }) =>
      rule && more.length === 0 ? [{ clause, rule }] : [],
    ),
  };
}
