import type { Level, RuleCard } from "../model/rule.ts";

/** Why a rule can't be that grave: good practice is never above suggestion, and what was learned is never an error. */
export type TooGrave = "practice" | "learned";

/** Why a rule can't have a level; null where it can. Switching it off or on is no level. */
export function tooGrave({ clause, learned }: RuleCard, level: Level | "off" | "on"): TooGrave | null {
  if (clause === null && (level === "warning" || level === "error")) return "practice";
  return learned && level === "error" ? "learned" : null;
}

/** What a level that is given to all rules at once makes of one: that level, or the gravest that the rule can have. */
export function levelAmongAll(card: RuleCard, level: Level): Level {
  const why = tooGrave(card, level);
  return why === null ? level : GRAVEST[why];
}

const GRAVEST = { practice: "suggestion", learned: "warning" } as const satisfies Record<TooGrave, Level>;
