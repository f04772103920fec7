import type { Evidence } from "../../model/finding.ts";
import { describeField } from "../sentence.ts";
import type { Block } from "./blocks.ts";
import type { Mask } from "./mask.ts";
import { MASKED } from "./secret.ts";
import { visible } from "./visible.ts";

/** One of several passages that a finding rests on, and what it shows; safe to print. */
export interface Fact {
  readonly passage: string;
  readonly shows: string;
}

/** Of findings that rest on at least so many passages; what a single one shows is mostly said in the message. */
export function factsOf({ lead, others }: Block, mask: Mask, passages = 2): readonly Fact[] {
  return [lead, ...others].flatMap((finding) => {
    if (finding.evidence.length < passages) return [];
    return finding.evidence.filter(saysMore).map(({ field, span, shows }) => {
      const masked = finding.mask && mask.on;
      const passage = masked ? MASKED : span === null ? describeField(field) : mask.passage(field, span);
      const said = mask.words(finding, shows);
      // `account is corporate` stands behind its field already.
      const rest = span === null && said.startsWith(`${passage} `) ? said.slice(passage.length + 1) : said;
      return { passage: visible(passage), shows: visible(rest) };
    });
  });
}

/** Not one that only repeats its passage, which is marked in the copy. */
const saysMore = ({ span, shows }: Evidence): boolean => span === null || !/^“.*”$/s.test(shows);
