import type { Source } from "../../model/post.ts";
import type { PostResult } from "../../model/report.ts";
import { channelName } from "../parts/channel-name.ts";
import type { Mask } from "../parts/mask.ts";
import { type SaidMoment, sayMoment } from "../parts/moment.ts";
import { VERDICTS, type Verdict, verdictOf } from "../parts/verdict.ts";
import { visible } from "../parts/visible.ts";
import { describePlaceInFile } from "../sentence.ts";

/** What the overviews keep of a post: enough for its place in the month and in the bars, and none of its copy. */
export interface Digest {
  /** 1-based, in source order. */
  readonly number: number;
  readonly verdict: Verdict;
  /** Printable, as all words here. */
  readonly file: string;
  /** Within its file; empty where only the file is known. */
  readonly place: string;
  /** The author's own id; null for a derived one. */
  readonly id: string | null;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly when: SaidMoment | null;
}

export function digestOf({ post, findings }: PostResult, number: number, mask: Mask): Digest {
  const { source, meta } = post;
  const safe = (words: string) => visible(mask.hide(words));
  return {
    number,
    verdict: verdictOf(findings),
    file: source.file === "-" ? "Standard input" : safe(source.file),
    place: safe(placeOf(source)),
    id: post.named ? safe(post.id) : null,
    channel: meta.channel === undefined ? null : channelName(mask.hide(meta.channel)),
    owner: meta.owner === undefined ? null : safe(meta.owner),
    when: meta.publish_at === undefined ? null : sayMoment(meta.publish_at),
  };
}

/** `Week 29, row 7, cell C7`: the row is how people speak of a calendar, the cell how they get there. */
function placeOf(source: Source): string {
  const { sheet, row, cell } = source;
  if (row === null) return describePlaceInFile(source);
  return [sheet, `row ${row}`, cell === null ? null : `cell ${cell}`].filter((part) => part !== null).join(", ");
}

/** The id of the post's part of the page; posts with nothing to show have none. */
export const anchorOf = ({ number }: Digest): string => `post-${number}`;

/** What posts are counted by: that findings were let stand only where they were. */
export const verdictsIn = (digests: readonly Digest[]): readonly Verdict[] =>
  VERDICTS.filter((verdict) => verdict !== "let-stand" || digests.some((digest) => digest.verdict === verdict));
