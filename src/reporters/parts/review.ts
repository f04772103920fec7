import type { Source } from "../../model/post.ts";
import type { PostResult, RunHead } from "../../model/report.ts";
import { atLeast, LEVELS, type Level } from "../../model/rule.ts";
import { LEVEL_WORDS } from "../sentence.ts";
import { type Block, blocksOf, type Saying, sayingsOf } from "./blocks.ts";
import { type ClauseNames, clauseNames, describeClause } from "./clause.ts";
import type { Mask } from "./mask.ts";
import { standingOf, VERDICT_WORDS } from "./verdict.ts";
import { visible } from "./visible.ts";

/** A post as a file that is handed back tells it: words only, masked and safe to show. */
export interface Review {
  readonly source: Source;
  readonly headingRow: number | null;
  readonly channel: string;
  /** As its author wrote it. */
  readonly publishAt: string;
  readonly remarks: readonly Remark[];
  /** Clauses, or rules without one, of findings that a person lets stand. Each once. */
  readonly letStand: readonly string[];
}

/** One finding, or several that are the same matter. */
export interface Remark {
  readonly level: Level;
  /** How many findings it is, at least 1. */
  readonly findings: number;
  /** The cell that it is about; null where the source has none. */
  readonly cell: string | null;
  /** The clauses that it cites and touches; empty for good practice. */
  readonly clauses: readonly string[];
  /** `4.1 Confidential information (also touches 2.3)` */
  readonly title: string;
  /** The words that it points at; empty where it points at metadata or at something absent. */
  readonly passage: string;
  /** What each rule behind it says, the gravest first. Not empty. */
  readonly sayings: readonly RemarkSaying[];
}

/** What one rule says; of `why` and `advice` one may be empty, where another rule said it. */
export interface RemarkSaying {
  readonly why: string;
  readonly advice: string;
  /** Empty where there is no better wording. */
  readonly rewrite: string;
}

export type ReviewOf = (result: PostResult, mask: Mask) => Review;

export function reviewer({ policy }: RunHead): ReviewOf {
  const nameOf = clauseNames(policy);
  return (result, mask) => {
    const { post, findings } = result;
    const standing = standingOf(findings);
    const stands = findings.filter(({ suppressed }) => suppressed !== null);
    return {
      source: post.source,
      headingRow: post.headingRow ?? null,
      channel: visible(mask.hide(post.meta.channel ?? "")),
      publishAt: visible(mask.hide(post.meta.publish_at?.written ?? "")),
      remarks: blocksOf(standing).map((block) => remarkOf(block, result, mask, nameOf)),
      letStand: [...new Set(stands.map(({ clause, rule }) => clause ?? rule))],
    };
  };
}

/** What to do with a row, from all that its posts came to: `Do not publish: 4.1, 2.3`. It never says that a post is in order. */
export function verdictOf(reviews: readonly Review[]): string {
  const level = gravest(reviews);
  if (level !== null) return [LEVEL_WORDS[level], clausesOf(reviews)].filter((part) => part !== "").join(": ");
  const stand = [...new Set(reviews.flatMap(({ letStand }) => letStand))];
  return stand.length > 0 ? `${VERDICT_WORDS["let-stand"]}: ${stand.join(", ")}` : VERDICT_WORDS.none;
}

export const NOT_CHECKED = "Not checked";

/** Null where no finding stands. */
export function gravest(reviews: readonly Review[]): Level | null {
  const levels = reviews.flatMap(({ remarks }) => remarks.map(({ level }) => level));
  return levels.reduce<Level | null>((worst, level) => (worst === null || atLeast(level, worst) ? level : worst), null);
}

/** Each once, those of the gravest remarks first. */
export function clausesOf(reviews: readonly Review[]): string {
  const remarks = reviews.flatMap((review) => review.remarks);
  const graveFirst = remarks.toSorted((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  return [...new Set(graveFirst.flatMap(({ clauses }) => clauses))].join(", ");
}

/** `Do not publish · 4.1 Confidential information` */
export const headlineOf = ({ level, title }: Remark): string => `${LEVEL_WORDS[level]} · ${title}`;

/** What to do about a remark, from all that its rules say. */
export const todoOf = ({ sayings }: Remark): string =>
  sayings
    .flatMap(({ advice, rewrite }) => [advice, rewrite === "" ? "" : `Instead: “${rewrite}”`])
    .filter((part) => part !== "")
    .join(" ");

function remarkOf(block: Block, { post }: PostResult, mask: Mask, nameOf: ClauseNames): Remark {
  const { lead, others } = block;
  const { field, span } = lead.passage;
  const shown = span === null ? "" : shortened(visible(mask.passage(field, span)));
  return {
    level: lead.level,
    findings: 1 + others.length,
    cell: post.cells?.[field] ?? post.source.cell,
    clauses: lead.clause === null ? [] : [lead.clause, ...lead.also],
    title: visible(describeClause(lead, nameOf)),
    passage: shown,
    sayings: sayingsOf(block).map((saying) => sayingOf(saying, mask)),
  };
}

function sayingOf({ finding, message, advice }: Saying, mask: Mask): RemarkSaying {
  const words = (text: string | null) => (text === null ? "" : visible(mask.words(finding, text)));
  return { why: words(message), advice: words(advice), rewrite: words(finding.rewrite) };
}

const MOST_OF_A_PASSAGE = 120;

function shortened(passage: string): string {
  const characters = [...passage];
  if (characters.length <= MOST_OF_A_PASSAGE) return passage;
  return `${characters.slice(0, MOST_OF_A_PASSAGE - 1).join("")}…`;
}
