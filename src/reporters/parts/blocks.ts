import type { Finding, Passage } from "../../model/finding.ts";
import { CONFIDENCES, LEVELS } from "../../model/rule.ts";
import { overlaps } from "../../model/span.ts";

/** Findings that are shown as one: they cite the same clause for the same passage. */
export interface Block {
  /** The gravest and surest; its words come first. */
  readonly lead: Finding;
  readonly others: readonly Finding[];
}

/** What a finding of a block says, less what those before it said. */
export interface Saying {
  readonly finding: Finding;
  /** One of the two is there. */
  readonly message: string | null;
  readonly advice: string | null;
}

/** What is behind findings of one rule, in words: how many, how grave where the lead is something else, how sure. */
export interface NamedRule {
  readonly rule: string;
  /** `likely`, `warning, likely, twice` */
  readonly told: string;
}

/** In the order of the findings. Good practice cites no clause, so each of its findings has its own say. */
export function blocksOf(findings: readonly Finding[]): readonly Block[] {
  const groups: Finding[][] = [];
  for (const finding of findings) {
    const same = groups.filter((group) => group.some((member) => sameMatter(member, finding)));
    const [first, ...rest] = same;
    if (first === undefined) groups.push([finding]);
    else {
      first.push(...rest.flat(), finding);
      for (const group of rest) groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups.map((group) => {
    const [lead, ...others] = group.toSorted(byWeight);
    return { lead: lead!, others };
  });
}

/** One for each rule that has something of its own to say, the lead's first. */
export function sayingsOf(block: Block): readonly Saying[] {
  const said = new Set<string>();
  const fresh = (parts: readonly string[]) => {
    const unsaid = parts.filter((part) => !said.has(part));
    for (const part of unsaid) said.add(part);
    return unsaid.length === 0 ? null : unsaid.join(" ");
  };
  return byRule(block).flatMap(([finding]) => {
    // A message quotes the post, so it is never cut.
    const saying = { finding, message: fresh([finding.message]), advice: fresh(sentencesOf(finding.advice)) };
    return saying.message === null && saying.advice === null ? [] : [saying];
  });
}

/** Advice that quotes something is one piece. Where it is not clear that a sentence ends, none does: at worst a few words are said twice. */
const sentencesOf = (advice: string): readonly string[] =>
  QUOTES.test(advice) ? [advice] : advice.split(SENTENCE_END);

const QUOTES = /["“”„«»‹›‘`(]|(?<![\p{L}\p{N}])'/u;

/** Behind a word in small letters and before a capital, so not behind "Dr." or "e.g.". */
const SENTENCE_END =
  /(?<=\s\p{Ll}+[.!?])(?<!\s(?:approx|cf|dept|etc|excl|ext|fig|incl|max|min|nos?|para|pp?|ref|tel|vol|vs)\.) (?=\p{Lu})/u;

/** The rules of a block, the lead's first. One is there twice only where its findings are not equally grave and sure. */
export function rulesOf(block: Block): readonly NamedRule[] {
  const alike = byRule(block).flatMap((findings) => grouped(findings, ({ level, confidence }) => level + confidence));
  return alike.map(([{ rule, level, confidence }, ...more]) => {
    const times = more.length === 0 ? [] : [more.length === 1 ? "twice" : `${more.length + 1} times`];
    const gravity = level === block.lead.level ? [] : [level];
    return { rule, told: [...gravity, confidence, ...times].join(", ") };
  });
}

type Group = readonly [Finding, ...Finding[]];

const byRule = ({ lead, others }: Block): readonly Group[] => grouped([lead, ...others], ({ rule }) => rule);

/** In the order of the first of each group. */
function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding));
    if (group === undefined) groups.set(keyOf(finding), [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** The passages that show a finding: each of several, or the one that it has. */
export function marksOf({ passage, evidence }: Finding): readonly Passage[] {
  const shown = evidence.filter(({ span }) => span !== null);
  return shown.length > 0 ? shown : [passage];
}

function sameMatter(a: Finding, b: Finding): boolean {
  if (a.clause === null || a.clause !== b.clause) return false;
  return marksOf(a).some((one) =>
    marksOf(b).some(
      (other) =>
        one.field === other.field && one.span !== null && other.span !== null && overlaps(one.span, other.span),
    ),
  );
}

const byWeight = (a: Finding, b: Finding): number =>
  LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
  CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence);
