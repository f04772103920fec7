import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import { copyOf, sourceOf } from "../prepare/lines.ts";
import type { Mask } from "../reporters/parts/mask.ts";
import { MASKED } from "../reporters/parts/secret.ts";
import { visible } from "../reporters/parts/visible.ts";
import { describeFieldOf, describePlace } from "../reporters/sentence.ts";
import type { Hide } from "../run/secrets.ts";

/** The passage of a finding in quotation marks with some of the words around it, less what is masked: one line. */
export function passageInContext(post: Post, finding: Finding, mask: Mask): string {
  const { field, span } = finding.passage;
  const copy = copyOf(post, field);
  if (copy === undefined || span === null) return wholeField(post, finding, mask);
  if (finding.mask && mask.on) return `“${MASKED}”`;
  const before = mask.passage(field, { start: Math.max(0, span.start - AROUND), end: span.start });
  const after = mask.passage(field, { start: span.end, end: Math.min(copy.text.length, span.end + AROUND) });
  const lead = span.start > AROUND ? before.replace(/^\S*\s?/u, "…") : before;
  const rest = span.end + AROUND < copy.text.length ? after.replace(/\s?\S*$/u, "…") : after;
  return visible(`${lead}“${mask.passage(field, span)}”${rest}`.replace(/\s+/gu, " ").trim());
}

/** `publish at, cell B4 (row 2)`: the field, and what was seen there. */
function wholeField(post: Post, finding: Finding, mask: Mask): string {
  const { field } = finding.passage;
  const named = field === "text" ? "the post as a whole" : describeFieldOf(post, field);
  const [seen] = finding.evidence;
  if (seen === undefined || seen.shows === field || (finding.mask && mask.on)) return named;
  return `${named} (${visible(mask.words(finding, seen.shows))})`;
}

/** UTF-16 units. */
const AROUND = 30;

/** `july.csv, line 31 (row-30)` */
export const placeOfPost = ({ source, id }: Post, hide: Hide): string =>
  `${describePlace(source)} (${visible(hide(id))})`;

/** `july.csv, line 31`: where the passage itself stands. */
export const placeOfPassage = (post: Post, finding: Finding): string => describePlace(sourceOf(post, finding.passage));
