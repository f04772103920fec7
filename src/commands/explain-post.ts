import { UsageError } from "../config/errors.ts";
import { nearest } from "../config/nearest.ts";
import type { Settings } from "../config/settings.ts";
import type { InCalendar } from "../explain/calendar.ts";
import { withLegend } from "../explain/explain.ts";
import { explainPost, type PostExplained } from "../explain/post.ts";
import type { Io } from "../io/io.ts";
import type { Circumstances } from "../model/circumstances.ts";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import { passageInContext, placeOfPost } from "../outputs/passage.ts";
import { isCalendar } from "../readers/formats.ts";
import { type Mask, maskOf } from "../reporters/parts/mask.ts";
import { visible } from "../reporters/parts/visible.ts";
import { wrap } from "../reporters/parts/wrap.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { type Drafts, draftsIn } from "../run/drafts.ts";
import { type Hide, withoutSecretWords } from "../run/secrets.ts";

/** A post, the rules, and what they find in its calendar, as `postlint check` finds and says it. */
export interface NamedPost extends InCalendar {
  readonly post: Post;
  readonly circumstances: Circumstances;
  readonly ruleset: RuleSet;
  /** For what is said of the post besides its copy. */
  readonly hide: Hide;
}

/** What a post is explained by: the rules that the settings name, as of today. */
export interface ExplainedBy {
  readonly settings: Settings;
  readonly ruleset: RuleSet;
  readonly circumstances: Circumstances;
}

/** The post that `FILE#ID` names; a file with one post needs no id. Throws a `UsageError` where there is none. */
export async function postNamed(
  io: Io,
  named: string,
  { settings, ruleset, circumstances }: ExplainedBy,
): Promise<NamedPost> {
  const [, file = named, id = null] = /^(.*)#([^#]*)$/su.exec(named) ?? [];
  const drafts = await draftsIn(io, [file], settings, [ruleset]);
  const { posts, hide } = drafts;
  const position = id === null && posts.length === 1 ? 0 : posts.findIndex((one) => one.id === id);
  const post = posts[position];
  if (post === undefined) throw await noSuchPost(drafts, file, id);
  const results = isCalendar(post.source.file) ? await drafts.check({ named: settings.rules, ruleset }) : [];
  return { post, circumstances, ruleset, results, position, hide };
}

async function noSuchPost({ posts, hide }: Drafts, file: string, id: string | null): Promise<UsageError> {
  if (posts.length === 0) return new UsageError(`There is no post in ${file}.`);
  const ids = posts.map((post) => hide(post.id));
  const close = id === null ? null : await nearest(id, ids);
  const some = `${ids.slice(0, 8).join(", ")}${ids.length > 8 ? " …" : ""}`;
  return new UsageError(
    id === null
      ? `${file} holds ${posts.length} posts: say which, as ${file}#${ids[0]}.`
      : `${file} holds no post ${hide(id)}.`,
    close === null ? `Its posts are ${some}.` : `Did you mean ${file}#${close}?`,
  );
}

/** What the rules made of a post, for a person: what was found, what was let stand and what was nearly found. */
export function describePost({ post, circumstances, ruleset, results, position, hide }: NamedPost): string {
  const explained = explainPost(ruleset, post, circumstances, results[position]?.findings);
  const mask = maskOf(
    { post, findings: [...explained.found, ...explained.cleared.map(({ finding }) => finding)] },
    true,
  );
  const hideAll: Hide = (words) => hide(mask.hide(words));
  const { found, cleared, nearly } = withoutSecretsIn(explained, hideAll);
  const learned = new Set(ruleset.rules.filter(({ card }) => card.learned).map(({ card }) => card.id));
  const parts = [
    section(
      "Found",
      found.map(
        (finding) =>
          `${passageInContext(post, finding, mask)}: ${cites(finding)}${learned.has(finding.rule) ? `; ${weighing(finding, mask)}` : ""}. ${mask.words(finding, finding.message)}`,
      ),
      "nothing",
    ),
    section(
      "Let stand",
      cleared.map((each) => sayCleared(post, each, mask)),
      null,
    ),
    section(
      "Nearly found: all is here but one thing",
      nearly.slice(0, MOST).map(({ rule, lacks }) => `${rule.card.id} lacks ${lacks}`),
      null,
    ),
  ];
  const more = nearly.length > MOST ? [`  and ${nearly.length - MOST} more rules`] : [];
  return withLegend(`${[placeOfPost(post, hideAll), ...parts.flat(), ...more, "", HINT].join("\n")}\n`);
}

/** What is explained of a post, in words that hold nothing secret besides its copy. */
const withoutSecretsIn = ({ found, cleared, nearly }: PostExplained, hide: Hide): PostExplained => ({
  found: found.map((finding) => withoutSecretWords(finding, hide)),
  cleared: cleared.map(({ finding, reason }) => ({
    finding: withoutSecretWords(finding, hide),
    reason: hide(reason),
  })),
  nearly,
});

const MOST = 10;
const HINT = "postlint explain RULE --post FILE#ID shows step by step what one rule makes of it.";

const cites = ({ rule, clause, level }: Finding) =>
  `${clause === null ? "good practice" : `possible breach of ${clause}`} (${rule}, ${level})`;

/** How strong a resemblance is, and the words that weigh most. */
const weighing = (finding: Finding, mask: Mask): string => visible(mask.words(finding, finding.evidence[0]!.shows));

const sayCleared = (post: Post, { finding, reason }: PostExplained["cleared"][number], mask: Mask): string =>
  `${passageInContext(post, finding, mask)} would count for ${finding.rule}, but may stand: it is ${reason}`;

function section(title: string, lines: readonly string[], empty: string | null): readonly string[] {
  if (lines.length === 0) return empty === null ? [] : ["", title, `  ${empty}`];
  return [
    "",
    title,
    ...lines.flatMap((line) => wrap(line, 74).map((part, at) => `${at === 0 ? "  - " : "    "}${part}`)),
  ];
}
