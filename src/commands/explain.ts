import { UsageError } from "../config/errors.ts";
import { nearestRule } from "../config/nearest.ts";
import { settle } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { dayOf } from "../judge/day.ts";
import { allOf } from "../model/listing.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { FOR_EXAMPLE } from "../rules/shipped.ts";
import type { ExplainedBy } from "./explain-post.ts";
import { type RulesOptions, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface ExplainOptions extends RulesOptions {
  readonly text?: string;
  readonly post?: string;
}

/** `postlint explain RULE|CLAUSE` */
export const setUpExplain: SetUp = (command, io, answer) => {
  command
    .usage("RULE|CLAUSE [options]")
    .description(`Says what a rule or a clause is about, why, and what to do instead.

Examples:
  postlint explain ${FOR_EXAMPLE.clause}
  postlint explain ${FOR_EXAMPLE.rule}
  postlint explain --post july.csv#row-12
  postlint explain ${FOR_EXAMPLE.rule} --text "NHS number 999 000 0018"`)
    .argument("[id...]", `a rule such as ${FOR_EXAMPLE.rule}, or a clause such as ${FOR_EXAMPLE.clause}`)
    .option("--text <words>", "say step by step why the rule finds something in these words, or does not");
  command.option("--post <file#id>", "say what all rules make of a post, or step by step what this one does");
  withRulesOptions(command);
  command.action(async (words: readonly string[], { text, post, ...options }: ExplainOptions) => {
    if (text !== undefined && post !== undefined)
      throw new UsageError("--text and --post contradict each other.", "Give one.");
    if (words.length === 0) {
      if (post === undefined)
        throw new UsageError("Say what to explain: a rule, a clause, or a post with --post FILE#ID.");
      const { postNamed, describePost } = await import("./explain-post.ts");
      io.stdout.write(describePost(await postNamed(io, post, await openedFor(io, options))));
      return answer(0);
    }
    const opened = await openedFor(io, options);
    const { ruleset, circumstances } = opened;
    const named = await namedBy(ruleset, words.join(" "));
    if (named.kind === "clause" && (text ?? post) !== undefined) throw oneRuleOnly(named.id);
    const { explainClause, explainRule, traceRule, tracePost } = await import("../explain/explain.ts");
    const forReaders = (words: string, trace: string) => forWhomever(io, words, trace, opened);
    if (named.kind === "clause") io.stdout.write(explainClause(ruleset, named.id));
    else if (text !== undefined)
      io.stdout.write(await forReaders(text, traceRule(ruleset, named.id, text, circumstances)));
    else if (post === undefined) io.stdout.write(explainRule(ruleset, named.id));
    else {
      const { postNamed } = await import("./explain-post.ts");
      const draft = await postNamed(io, post, opened);
      const { wordsOf } = await import("../run/secrets.ts");
      const trace = tracePost(ruleset, named.id, draft.post, circumstances, draft);
      io.stdout.write(await forReaders(wordsOf(draft.post), trace));
    }
    answer(0);
  });
};

async function openedFor(io: Io, options: RulesOptions): Promise<ExplainedBy> {
  const settings = await settle(io, options);
  const ruleset = await openRuleSet(io, settings.rules);
  return { settings, ruleset, circumstances: { today: dayOf(io.now()), hold: settings.hold } };
}

/** A trace as it is for a person at a terminal; what is secret in the words is masked where others may read it. */
async function forWhomever(
  io: Io,
  words: string,
  trace: string,
  { ruleset, circumstances }: ExplainedBy,
): Promise<string> {
  if (io.stdout.isTTY && !io.env.CI) return trace;
  const [{ createChecker }, { compromise }, { hideIn }] = await Promise.all([
    import("../check.ts"),
    import("../grammar.ts"),
    import("../run/secrets.ts"),
  ]);
  return hideIn(trace, words, createChecker(ruleset, { grammar: compromise, reference: false, circumstances }));
}

/**
 * A clause may be written in small letters, as its id is no rule's; and what a report says behind either, such as a clause's
 * title, may be copied with it.
 */
async function namedBy({ policy, rules }: RuleSet, words: string) {
  const [id = ""] = words.trim().split(/\s/u);
  const ruleIds: readonly string[] = rules.map(({ card }) => card.id);
  if (ruleIds.includes(id)) return { kind: "rule", id } as const;
  const clauseIds: readonly string[] = policy.clauses.map((clause) => clause.id);
  const clause = clauseIds.find((candidate) => candidate.toLowerCase() === id.toLowerCase());
  if (clause !== undefined) return { kind: "clause", id: clause } as const;
  throw new UsageError(`There is no rule or clause "${words}".`, await instead(words, ruleIds, clauseIds));
}

/** Clauses or rules below what was named, else what comes near it. */
async function instead(words: string, ruleIds: readonly string[], clauseIds: readonly string[]): Promise<string> {
  const named = words.toLowerCase();
  const clauses = clauseIds.filter((id) => id.toLowerCase().startsWith(`${named}.`));
  if (clauses.length > 0) return `The policy has ${allOf(clauses)}.`;
  const subject = `${named.replace(/\/?\*?$/u, "")}/`;
  const ofSubject = ruleIds.filter((id) => id.startsWith(subject));
  if (ofSubject.length > 0) return `${ofSubject.length} rules are about that subject. ${BY_SUBJECT}`;
  const close = await nearestRule(words.trim().replace(/\s+/gu, "-"), [...ruleIds, ...clauseIds]);
  return close === null
    ? "postlint rules list shows the rules, postlint policy the clauses."
    : `Did you mean ${close}?`;
}

const BY_SUBJECT = "postlint rules list --by subject shows them.";

const oneRuleOnly = (clause: string): UsageError =>
  new UsageError(
    `${clause} is a clause, and --text and --post try one rule.`,
    `postlint rules list --clause ${clause} shows its rules.`,
  );
