import type { Finding } from "../model/finding.ts";
import { atLeast, isUpkeep, type Level } from "../model/rule.ts";
import { isChosen, isSubject, saidOf, subjectsOf } from "../model/rule-choice.ts";
import type { RuleCards } from "../rules/cards.ts";
import { levelAmongAll, type TooGrave, tooGrave } from "../rules/level-limits.ts";
import { undoubted } from "./doubt.ts";

/** What a person made of rules: by a rule's id, by its subject and a star, or of all by a star. */
export type Levels = Readonly<Record<string, Level | "off">>;

/** The level that the strongest of `layers` (the first) gives a rule; within one, a rule's own id outweighs its subject, and that the star. */
export function levelOf(rule: string, layers: readonly Levels[]): Level | "off" | null {
  for (const levels of layers) {
    const level = saidOf(rule, levels);
    if (level !== undefined) return level;
  }
  return null;
}

/**
 * The findings at the levels that a person gave their rules. What must not be let through is never made milder. Nobody is heard who was
 * switched off: without the second opinion on a clause nothing that cites it is doubted.
 */
export function releveled(
  findings: readonly Finding[],
  layers: readonly Levels[],
  cards: RuleCards,
): readonly Finding[] {
  if (layers.length === 0) return findings;
  return findings.flatMap((found) => {
    const level = levelOf(found.rule, layers);
    const finding = found.doubted && (level !== null || isUnheard(found, layers, cards)) ? undoubted(found) : found;
    if (level === null || isUpkeep(finding.rule)) return [finding];
    if (isHeld(finding.rule, level, finding.level, cards)) return [finding];
    if (level === "off") return [];
    const card = cards.cardOf(finding.rule);
    return [{ ...finding, level: card === undefined ? level : levelAmongAll(card, level) }];
  });
}

/** Whether the learned rule for the clause that a finding cites is off. */
const isUnheard = ({ clause }: Finding, layers: readonly Levels[], cards: RuleCards): boolean =>
  cards.ids.some((id) => {
    const card = cards.cardOf(id)!;
    return card.learned && card.clause === clause && levelOf(id, layers) === "off";
  });

function isHeld(rule: string, level: Level | "off", own: Level, cards: RuleCards): boolean {
  return cards.cardOf(rule)?.suppressible === false && (level === "off" || !atLeast(level, own));
}

/** The rules that a level for a whole subject, or for all, does not touch, because what they find must not be let through. */
export function leftOn(pattern: string, level: Level | "off", cards: RuleCards): readonly string[] {
  if (pattern !== "*" && !isSubject(pattern)) return [];
  return cards.ids.filter((id) => isChosen(id, pattern) && isHeld(id, level, cards.cardOf(id)!.level, cards));
}

/** What is wrong with a level that a person gave, in words that fit behind its place; null where it can be. */
export function levelProblem(pattern: string, level: Level | "off", cards: RuleCards): LevelProblem | null {
  const { ids } = cards;
  if (pattern === "*") return null;
  if (!/^[^/*]+\/(?:\*|[^/*]+)$/u.test(pattern)) return { kind: "shape", choices: ids };
  const chosen = ids.filter((id) => isChosen(id, pattern));
  const [only] = chosen;
  if (only === undefined) return { kind: "unknown", choices: isSubject(pattern) ? subjectsOf(ids) : ids };
  const refusals = chosen.map((id) => tooGrave(cards.cardOf(id)!, level));
  for (const kind of ["practice", "learned"] as const) if (refusals.includes(kind)) return { kind, choices: [] };
  const isAllHeld = chosen.length === 1 && isHeld(only, level, cards.cardOf(only)!.level, cards);
  return isAllHeld ? { kind: "held", choices: [] } : null;
}

export interface LevelProblem {
  readonly kind: "shape" | "unknown" | TooGrave | "held";
  /** What may have been meant. */
  readonly choices: readonly string[];
}
