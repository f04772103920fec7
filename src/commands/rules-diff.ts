import { type Change, changesBetween } from "../audit/compare.ts";
import { UsageError } from "../config/errors.ts";
import { settle } from "../config/settings.ts";
import type { Post } from "../model/post.ts";
import { passageInContext, placeOfPost } from "../outputs/passage.ts";
import { type Mask, maskOf } from "../reporters/parts/mask.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { draftsIn } from "../run/drafts.ts";
import type { SetUp } from "./set-up.ts";

interface DiffOptions {
  readonly on?: readonly string[];
  readonly config?: string;
}

/** `postlint rules diff OLD NEW --on PATHS…` */
export const setUpRulesDiff: SetUp = (command, io, answer) => {
  command
    .usage("OLD NEW --on PATHS…")
    .description(
      `Checks drafts with two rule sets and names every post whose findings differ: what is found now that was not,
and what is found no longer. A rule set is a folder, or the name of one that comes with postlint.

Example:
  postlint rules diff ${SHIPPED} our-rules --on approved/`,
    )
    .argument("<old>", "the rule set as it was")
    .argument("<new>", "the rule set as it is to be")
    .option("--on <paths...>", "drafts, folders of drafts or patterns")
    .option("--config <file>", "another configuration than the nearest postlint.config.yaml")
    .option("--debug", "if postlint itself fails, show where");
  command.action(async (old: string, now: string, options: DiffOptions) => {
    if (options.on === undefined) throw new UsageError("Say on which drafts to compare: --on PATHS…");
    const settings = await settle(io, { config: options.config });
    const before = { named: old, ruleset: await openRuleSet(io, old) };
    const after = { named: now, ruleset: await openRuleSet(io, now) };
    const drafts = await draftsIn(io, options.on, settings, [before.ruleset, after.ruleset]);
    const found = await drafts.check(before);
    const finds = await drafts.check(after);
    const counts = { posts: found.length, postsChanged: 0, gained: 0, lost: 0, changed: 0 };
    for (const [at, { post, findings: was }] of found.entries()) {
      const is = finds[at]!.findings;
      const changes = changesBetween(was, is);
      if (changes.length === 0) continue;
      counts.postsChanged += 1;
      for (const { kind } of changes) counts[kind] += 1;
      io.stdout.write(describePost(post, changes, maskOf({ post, findings: [...was, ...is] }, true)));
      await io.stdout.drained();
    }
    io.stdout.write(`${summaryOf(counts)}\n`);
    if (drafts.unread > 0) io.stderr.write(`${notCompared(drafts.unread)}\n`);
    answer(drafts.unread > 0 ? 2 : 0);
  });
};

const notCompared = (unread: number): string =>
  unread === 1
    ? "1 place could not be read and was not compared."
    : `${unread} places could not be read and were not compared.`;

function describePost(post: Post, changes: readonly Change[], mask: Mask): string {
  const lines = changes.map((change) => `  ${describeChange(post, change, mask)}`);
  return `${[placeOfPost(post, mask.hide), ...lines].join("\n")}\n\n`;
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

interface Counts extends Readonly<Record<Change["kind"], number>> {
  readonly posts: number;
  readonly postsChanged: number;
}

function summaryOf({ posts, postsChanged, gained, lost, changed }: Counts): string {
  const all = posts === 1 ? "1 post" : `${posts} posts`;
  if (postsChanged === 0) return `Nothing changes in ${all}.`;
  const many = (count: number) => (count === 1 ? "1 finding" : `${count} findings`);
  const regraded = changed === 0 ? "" : `, ${many(changed)} under another level or clause`;
  return `${postsChanged} of ${all} ${postsChanged === 1 ? "changes" : "change"}: ${many(gained)} gained, ${many(lost)} lost${regraded}.`;
}
