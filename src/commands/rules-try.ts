import { settle } from "../config/settings.ts";
import { passageInContext, placeOfPassage } from "../outputs/passage.ts";
import { maskOf } from "../reporters/parts/mask.ts";
import { chosenRules } from "../rule-sets/chosen-rules.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { draftsIn } from "../run/drafts.ts";
import { type RulesOptions, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

/** What one rule finds in the drafts. */
interface Tally {
  posts: number;
  readonly passages: string[];
}

/** `postlint rules try RULE PATHS…` */
export const setUpRulesTry: SetUp = (command, io, answer) => {
  command
    .usage("RULE PATHS… [options]")
    .description(
      `Shows what rules find in drafts that you know, the noisiest first. In posts that were approved, whatever a rule
finds is likely to be a false alarm.

Examples:
  postlint rules try privacy/home-address approved/
  postlint rules try "privacy/*" approved/ july.csv`,
    )
    .argument("<rule>", 'a rule, a subject such as "privacy/*", or "*"')
    .argument("<paths...>", "drafts, folders of drafts or patterns");
  withRulesOptions(command);
  command.action(async (named: string, paths: readonly string[], options: RulesOptions) => {
    const settings = await settle(io, options);
    const ruleset = await openRuleSet(io, settings.rules);
    const rules = await chosenRules(ruleset, named);
    const drafts = await draftsIn(io, paths, settings, [ruleset]);
    const results = await drafts.check({ named: settings.rules, ruleset });
    const tallies = new Map<string, Tally>(rules.map(({ card }) => [card.id, { posts: 0, passages: [] }]));
    for (const { post, findings: all } of results) {
      const findings = all.filter(({ rule }) => tallies.has(rule));
      if (findings.length === 0) continue;
      for (const rule of new Set(findings.map((finding) => finding.rule))) tallies.get(rule)!.posts += 1;
      // What another rule would mask may stand beside a passage.
      const mask = maskOf({ post, findings: all }, true);
      for (const finding of findings) {
        const passage = `${placeOfPassage(post, finding)}: ${passageInContext(post, finding, mask)}`;
        tallies.get(finding.rule)!.passages.push(passage);
      }
    }
    const { length: posts } = results;
    const noisiestFirst = [...tallies]
      .filter(([, tally]) => tally.posts > 0)
      .toSorted(([, a], [, b]) => b.posts - a.posts);
    io.stdout.write(noisiestFirst.map(([id, tally]) => describeTally(id, tally, posts)).join("\n"));
    io.stderr.write(`${quietOnes(rules.length - noisiestFirst.length, rules.length, posts)}\n`);
    answer(drafts.unread > 0 ? 2 : 0);
  });
};

function describeTally(id: string, { posts, passages }: Tally, all: number): string {
  const share = `${posts} of ${all === 1 ? "1 post" : `${all} posts`}`;
  return `${[`${id} finds something in ${share}`, ...passages.map((passage) => `  ${passage}`)].join("\n")}\n`;
}

function quietOnes(quiet: number, rules: number, posts: number): string {
  const where = posts === 1 ? "1 post" : `${posts} posts`;
  if (rules === 1) return quiet === 1 ? `It finds nothing in ${where}.` : `Tried on ${where}.`;
  return `Tried ${rules} rules on ${where}; ${quiet} of them found nothing.`;
}
