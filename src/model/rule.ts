import type { ClauseId } from "./policy.ts";

/** Kebab-case name within a subject: `confidential/nhs-number`. */
export type RuleId = string & { readonly __brand: "RuleId" };
export const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

/** Findings under such a name, which no rule may have, are about suppressions and accepted findings, not about the copy. */
export const isUpkeep = (id: string): boolean => id.startsWith("postlint/");

/** From the mildest to the gravest. */
export const LEVELS = ["suggestion", "warning", "error"] as const;
export type Level = (typeof LEVELS)[number];

export const CONFIDENCES = ["hint", "likely", "certain"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const atLeast = (level: Level, floor: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(floor);

/** What a rule says of itself, apart from how it finds. */
export interface RuleCard {
  readonly id: RuleId;
  /** Null for good practice, which cites no clause. */
  readonly clause: ClauseId | null;
  /** At most two more clauses that it touches. */
  readonly also: readonly ClauseId[];
  readonly level: Level;
  readonly confidence: Confidence;
  /** Why; `{match}` stands for the passage, `{shows}` for what its detector says of it. */
  readonly message: string;
  /** What to do instead. */
  readonly advice: string;
  /** The passage itself is personal or secret: never printed in a machine format. */
  readonly mask: boolean;
  readonly suppressible: boolean;
  /** It rests on a learned resemblance, which is never sure enough for an error. */
  readonly learned: boolean;
  /** Section of the domain reference that the rule answers. */
  readonly domain: readonly string[];
}

/** Its message with "…" where a draft would fill it in. */
export const openMessage = ({ message }: RuleCard): string => message.replaceAll(/\{(?:match|shows)\}/g, "…");
