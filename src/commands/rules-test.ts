import { coverageOf } from "../audit/coverage.ts";
import { describeExampleProblem, verifyRules } from "../audit/examples.ts";
import { UsageError } from "../config/errors.ts";
import { type Settings, settle } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { place } from "../rules/problem.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { draftsIn } from "../run/drafts.ts";
import { type RulesOptions, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface TestOptions extends RulesOptions {
  readonly coverage?: true;
}

/** `postlint rules test` */
export const setUpRulesTest: SetUp = (command, io, answer) => {
  command
    .usage("[options] [PATHS…]")
    .description(
      "Tries every rule on its own examples: each breach has to be found, and nothing else. It ends with 1 where one is not as it says.",
    )
    .argument("[paths...]", "with --coverage: drafts on which every rule should find something")
    .option("--coverage", "also name clauses that no rule cites, and rules that find nothing in the drafts");
  withRulesOptions(command);
  command.action(async (paths: readonly string[], { coverage, ...options }: TestOptions) => {
    if (paths.length > 0 && coverage === undefined)
      throw new UsageError(
        "Drafts are tried only with --coverage.",
        "Without it, rules are tried on their own examples.",
      );
    const settings = await settle(io, options);
    const ruleset = await openRuleSet(io, settings.rules);
    const problems = verifyRules(ruleset);
    for (const problem of problems) io.stdout.write(`${describeExampleProblem(problem)}\n`);
    const bare = coverage === undefined ? 0 : tellClauses(io, ruleset);
    const unread = paths.length === 0 ? 0 : await tellSilentRules(io, paths, ruleset, settings);
    io.stderr.write(`${verdictOn(ruleset, problems.length)}\n`);
    answer(unread > 0 ? 2 : problems.length + bare > 0 ? 1 : 0);
  });
};

function verdictOn({ rules }: RuleSet, problems: number): string {
  if (rules.length === 0) return "This rule set has no rules yet, so there was nothing to try.";
  const all = rules.length === 1 ? "1 rule" : `${rules.length} rules`;
  if (problems === 0)
    return `${all} ${rules.length === 1 ? "finds what its" : "find what their"} examples say, and nothing else.`;
  return problems === 1
    ? `1 example of ${all} is not as it says.`
    : `${problems} examples of ${all} are not as they say.`;
}

/** The answer is the number of clauses that no rule cites. */
function tellClauses(io: Io, ruleset: RuleSet): number {
  const { bare, single } = coverageOf(ruleset);
  for (const { clause, touching } of bare) {
    const touched = touching.length === 0 ? "" : `; ${touching.map(({ card }) => card.id).join(", ")} touch it`;
    io.stdout.write(
      `No rule cites ${clause.id} ${clause.title}${touched}. postlint rules new SUBJECT/NAME --clause ${clause.id} begins one.\n`,
    );
  }
  for (const { clause, rule } of single) io.stdout.write(`Only ${rule.card.id} cites ${clause.id} ${clause.title}.\n`);
  return bare.length;
}

/** The answer is the number of places that could not be read. */
async function tellSilentRules(
  io: Io,
  paths: readonly string[],
  ruleset: RuleSet,
  settings: Settings,
): Promise<number> {
  const drafts = await draftsIn(io, paths, settings, [ruleset]);
  const results = await drafts.check({ named: settings.rules, ruleset });
  const heard = new Set<string>(results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const posts = results.length === 1 ? "1 post" : `${results.length} posts`;
  const silent = ruleset.rules.filter(({ card }) => !heard.has(card.id));
  for (const { card, at } of silent) io.stdout.write(`${place(at)}: ${card.id} finds nothing in these ${posts}\n`);
  io.stdout.write(`${heard.size} of ${ruleset.rules.length} rules find something in ${posts}.\n`);
  return drafts.unread;
}
