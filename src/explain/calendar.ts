import type { PostResult } from "../model/report.ts";
import { visible } from "../reporters/parts/visible.ts";
import type { Rule } from "../rules/ruleset.ts";

/** A post among those of its calendar. */
export interface InCalendar {
  /** Of all posts, in their order; none where the post is in no calendar. Their ids and messages are printed as they are. */
  readonly results: readonly PostResult[];
  /** Which of the results is the post's. */
  readonly position: number;
}

/** What a rule that sees all posts of a calendar together makes of one of them: lines of any length, empty ones between parts. */
export function traceInCalendar({ card, finder }: Rule, { results, position }: InCalendar): readonly string[] {
  const looks = `${card.id} looks at all posts of a calendar together. It looks for ${finder.says}.`;
  if (results.length < 2)
    return [
      looks,
      "",
      "Here is one post and no calendar, so it says nothing. Name a post of a calendar: --post july.csv#row-12.",
    ];
  const { post } = results[position]!;
  const found = results.flatMap(({ post: other, findings }) =>
    findings.filter(({ rule }) => rule === card.id).map((finding) => ({ other, finding })),
  );
  const here = found.filter(({ other }) => other === post);
  const elsewhere = found.filter(({ other }) => other !== post).map(({ other }) => visible(other.id));
  return [
    looks,
    "",
    `In ${post.source.file} are ${results.length} posts.`,
    here.length === 0
      ? "It says nothing of this one."
      : `Of this one it says: ${here.map(({ finding }) => visible(finding.message)).join(" ")} (${card.level})`,
    elsewhere.length === 0 ? "It says nothing of the others." : `It also points at ${listed(elsewhere)}.`,
    ...(here.length > 0 ? ["", `What to do: ${card.advice}`] : []),
  ];
}

const listed = (ids: readonly string[]): string =>
  ids.length <= MOST ? ids.join(", ") : `${ids.slice(0, MOST).join(", ")} and ${ids.length - MOST} more`;

const MOST = 8;
