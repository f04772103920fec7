import { type Digest, digestOf } from "./detectors/calendar/digest.ts";
import { clearedBy } from "./detectors/exceptions.ts";
import { findingOf } from "./judge/judge.ts";
import type { Finding } from "./model/finding.ts";
import type { Document } from "./prepare/document.ts";
import type { Rule, RuleSet } from "./rules/ruleset.ts";

/** What to keep of a post for the calendar rules with these indexes; null where none of them looks at it. */
export function calendarDigest({ rules }: RuleSet, indexes: readonly number[], document: Document): Digest | null {
  const looking = indexes.filter((index) => looksAt(rules[index]!, document));
  return looking.length === 0 ? null : digestOf(document, looking);
}

/** What a rule excepts in the post leaves the post out: a calendar has no passage that it could clear. */
function looksAt({ finder, exceptions, anyLanguage }: Rule, document: Document): boolean {
  if (document.language.kind === "foreign" && !anyLanguage) return false;
  if (!finder.calendar!.looksAt(document)) return false;
  return clearedBy(WHOLE_POST, exceptions, document) === null;
}

const WHOLE_POST = { sentence: null, field: "text", start: 0, end: 0, shows: "the post", parts: [] };

/**
 * What the posts of one calendar show together: findings by the position of their post. `digests` are those of all its posts, in
 * order, as checking them gave them.
 */
export function checkCalendar(
  { rules }: RuleSet,
  digests: readonly (Digest | null)[],
): ReadonlyMap<number, readonly Finding[]> {
  const positions = digests.flatMap((digest, position) => (digest === null ? [] : [position]));
  const posts = positions.map((position) => digests[position]!);
  const found = new Map<number, Finding[]>();
  for (const index of new Set(posts.flatMap((post) => post.rules))) {
    const rule = rules[index]!;
    for (const { post, field, shows } of rule.finder.calendar!.condition(posts, (at) =>
      posts[at]!.rules.includes(index),
    )) {
      const finding = findingOf(rule, { sentence: null, field, start: 0, end: 0, shows, parts: [] });
      const position = positions[post]!;
      found.set(position, [...(found.get(position) ?? []), finding]);
    }
  }
  return found;
}
