import type { Evidence, Finding } from "../../model/finding.ts";
import { describeField } from "../sentence.ts";
import type { Block } from "./blocks.ts";
import type { Mask } from "./mask.ts";
import { MASKED } from "./secret.ts";
import { visible } from "./visible.ts";

/** One of several passages that a finding rests on, and what it shows; safe to print. */
export interface Fact {
  /** Words of the copy or, where these are not `quoted`, the name of what is known besides. */
  readonly passage: string;
  readonly quoted: boolean;
  readonly shows: string;
}

/**
 * Of findings that rest on at least so many passages; what a single one shows is mostly said in the message. Each fact once,
 * however many findings rest on it.
 */
export function factsOf({ lead, others }: Block, mask: Mask, passages = 2): readonly Fact[] {
  const facts = [lead, ...others].flatMap((finding) =>
    finding.evidence.length < passages
      ? []
      : finding.evidence.filter(saysMore).map((evidence) => factOf(evidence, finding, mask)),
  );
  return facts.filter((fact, index) => !facts.some((other, at) => repeats(fact, other, index > at)));
}

/** What a pattern takes along to tell where a number or a name ends. */
const CLOSING_SIGN = /[\s,;:]+$/u;

/** `account is programme` says nothing beside `an official role: account is programme`. */
function repeats(fact: Fact, other: Fact, isLater: boolean): boolean {
  if (fact.passage !== other.passage || fact.quoted !== other.quoted) return false;
  if (fact.shows === other.shows) return isLater;
  return !fact.quoted && other.shows.endsWith(`: ${fact.passage} ${fact.shows}`);
}

function factOf({ field, span, shows }: Evidence, finding: Finding, mask: Mask): Fact {
  const masked = finding.mask && mask.on;
  const passage = masked ? MASKED : span === null ? describeField(field) : mask.passage(field, span);
  const said = mask.words(finding, shows);
  // `account is corporate` stands behind its field already.
  const rest = span === null && said.startsWith(`${passage} `) ? said.slice(passage.length + 1) : said;
  return { passage: visible(passage).replace(CLOSING_SIGN, ""), quoted: masked || span !== null, shows: visible(rest) };
}

/**
 * Not one that only repeats its passage, which is marked in the copy, nor one on the copy as a whole: that something is missing
 * there is said in the message, in better words than those of what was looked for.
 */
const saysMore = ({ field, span, shows }: Evidence): boolean =>
  span === null ? field !== "text" : !/^“.*”$/s.test(shows);
