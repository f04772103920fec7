import { createChecker } from "../check.ts";
import { type Change, changesBetween } from "../compare.ts";
import { UsageError } from "../config/errors.ts";
import { settle } from "../config/settings.ts";
import { compromise } from "../grammar.ts";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import { passageInContext, placeOfPost } from "../outputs/passage.ts";
import { type Mask, maskOf } from "../reporters/parts/mask.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { draftsIn } from "../run/drafts.ts";
import type { SetUp } from "./index.ts";

interface DiffOptions {
  readonly on?: readonly string[];
  readonly config?: string;
  readonly mask?: string;
}

/** `postlint rules diff OLD NEW --on PATHS…` */
export const setUpRulesDiff: SetUp = (command, io, answer) => {
  command
    .usage("OLD NEW --on PATHS…")
    .description(
      `Checks drafts with two rule sets and names every post whose findings differ: what is found now that was not,
and what is found no longer.

Example:
  postlint rules diff our-rules our-rules-changed --on approved/`,
    )
    .argument("<old>", "the folder of the rule set as it was")
    .argument("<new>", "the folder of the rule set as it is to be")
    .option("--on <paths...>", "drafts, folders of drafts or patterns")
    .option("--config <file>", "another configuration than the nearest postlint.config.yaml")
    .option("--debug", "if postlint itself fails, show where");
  command.action(async (old: string, now: string, options: DiffOptions) => {
    if (options.on === undefined) throw new UsageError("Say on which drafts to compare: --on PATHS…");
    const settings = await settle(io, { config: options.config });
    const [before, after] = [checkerOf(await openRuleSet(io, old)), checkerOf(await openRuleSet(io, now))];
    const drafts = await draftsIn(io, options.on, settings);
    const counts = { posts: 0, changed: 0, gained: 0, lost: 0 };
    for await (const post of drafts.posts) {
      const [was, is] = [before(post), after(post)];
      const changes = changesBetween(was, is);
      counts.posts += 1;
      if (changes.length === 0) continue;
      counts.changed += 1;
      for (const { kind } of changes) if (kind !== "changed") counts[kind] += 1;
      io.stdout.write(describePost(post, changes, maskOf({ post, findings: [...was, ...is] }, true)));
      await io.stdout.drained();
    }
    io.stdout.write(`${summaryOf(counts)}\n`);
    answer(drafts.unread() > 0 ? 2 : 0);
  });
};

function checkerOf(ruleset: Parameters<typeof createChecker>[0]): (post: Post) => readonly Finding[] {
  const check = createChecker(ruleset, { grammar: compromise, reference: false });
  return (post) => check(post).findings;
}

function describePost(post: Post, changes: readonly Change[], mask: Mask): string {
  const lines = changes.map((change) => `  ${describeChange(post, change, mask)}`);
  return `${[placeOfPost(post), ...lines].join("\n")}\n\n`;
}

function describeChange(post: Post, { kind, finding, before }: Change, mask: Mask): string {
  const passage = passageInContext(post, finding, mask);
  const cited = finding.clause ?? "good practice";
  switch (kind) {
    case "gained":
      return `+ ${finding.rule} now finds ${passage} (${cited}, ${finding.level})`;
    case "lost":
      return `- ${finding.rule} no longer finds ${passage} (${cited}, ${finding.level})`;
    case "changed":
      return `~ ${finding.rule} now calls ${passage} ${finding.level} under ${cited}, before ${before!.level} under ${before!.clause ?? "good practice"}`;
    default:
      return kind satisfies never;
  }
}

function summaryOf({
  posts,
  changed,
  gained,
  lost,
}: Readonly<Record<"posts" | "changed" | "gained" | "lost", number>>) {
  const all = posts === 1 ? "1 post" : `${posts} posts`;
  if (changed === 0) return `Nothing changes in ${all}.`;
  const found = (count: number) => (count === 1 ? "1 finding" : `${count} findings`);
  return `${changed} of ${all} ${changed === 1 ? "changes" : "change"}: ${found(gained)} gained, ${found(lost)} lost.`;
}
