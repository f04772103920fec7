import type { ClauseId, Policy } from "../model/policy.ts";
import type { Level } from "../model/rule.ts";
import { isChosen, isSubject, saidOf, subjectsOf } from "../model/rule-choice.ts";
import type { RuleFile } from "./files.ts";
import { levelAmongAll, type TooGrave, tooGrave } from "./level-limits.ts";
import { nearestName } from "./nearest.ts";
import { type ParsedFile, placeIn, placeOfKey } from "./parsed-file.ts";
import type { RuleProblem } from "./problem.ts";
import type { RuleData, RuleSetData } from "./rule-data.ts";
import type { PolicyFile } from "./schema.ts";

/** A rule set that another builds on. */
export interface Base {
  readonly data: RuleSetData;
  /** Its files and those of whatever it builds on itself. */
  readonly files: readonly RuleFile[];
}

/** The rules of the base as the file that extends it wants them, for its policy. */
export function rulesKept(
  base: RuleSetData,
  file: PolicyFile,
  head: ParsedFile,
  problems: RuleProblem[],
): readonly RuleData[] {
  const changed = base.rules.flatMap((rule) => {
    const change = saidOf(rule.card.id, file.rules ?? {}) ?? "on";
    return change === "off" ? [] : [change === "on" ? rule : atLevel(rule, change)];
  });
  problems.push(...mistakesInChanges(base, file.rules ?? {}, head));
  return file.policy === undefined
    ? changed
    : underPolicy(changed, { base, file, policy: file.policy, head, problems });
}

type Change = NonNullable<PolicyFile["rules"]>[string];

/** What was learned carries its own levels. */
function atLevel(rule: RuleData, given: Level): RuleData {
  const level = levelAmongAll(rule.card, given);
  const card = { ...rule.card, level };
  // Whoever gives a rule a level wants what it finds.
  if (!card.learned) return { ...rule, card, doubtable: false };
  const { resembles } = rule.find as { readonly resembles: { readonly clause: string; readonly levels: object } };
  const levels = Object.fromEntries(Object.keys(resembles.levels).map((strength) => [strength, level]));
  return { ...rule, card, find: { ...(rule.find as object), resembles: { ...resembles, levels } } };
}

function mistakesInChanges(
  { name, rules }: RuleSetData,
  changes: Readonly<Record<string, Change>>,
  head: ParsedFile,
): readonly RuleProblem[] {
  const ids = rules.map(({ card }) => card.id as string);
  const subjects = subjectsOf(ids);
  return Object.entries(changes).flatMap(([written, change]): readonly RuleProblem[] => {
    const chosen = rules.filter(({ card }) => isChosen(card.id, written));
    if (chosen.length === 0 && written !== "*") {
      const near = nearestName(written, isSubject(written) ? subjects : ids);
      const otherwise = isSubject(written)
        ? `its subjects are ${subjects.join(", ")}`
        : "postlint rules list shows its rules";
      const detail = `${name.name} has no rule ${written}; ${near === null ? otherwise : `did you mean ${near}?`}`;
      return [{ kind: "extends", detail, at: placeOfKey(head, ["rules", written]) }];
    }
    const refusal = refusalOf(chosen, change, written);
    return refusal === null ? [] : [{ kind: "extends", detail: refusal, at: placeIn(head, ["rules", written]) }];
  });
}

function refusalOf(rules: readonly RuleData[], change: Change, written: string): string | null {
  if (written === "*") return null;
  const refused = (why: TooGrave) => rules.find(({ card }) => tooGrave(card, change) === why);
  const practice = refused("practice");
  if (practice !== undefined) return `${practice.card.id} cites no clause, and good practice is never above suggestion`;
  const learned = refused("learned");
  return learned !== undefined
    ? `${learned.card.id} rests on a resemblance, which is never sure enough for an error; expected warning or suggestion`
    : null;
}

interface Move {
  readonly base: RuleSetData;
  readonly file: PolicyFile;
  readonly policy: NonNullable<PolicyFile["policy"]>;
  readonly head: ParsedFile;
  readonly problems: RuleProblem[];
}

/** No clause: its rules are left out. */
const NONE = "none";

/** The rules with the clauses of another policy: those that `clauses` names, else those of the same id. */
function underPolicy(rules: readonly RuleData[], { base, file, policy, head, problems }: Move): readonly RuleData[] {
  const own = policy.clauses.map(({ id }) => id);
  const stands: Readonly<Record<string, string>> = file.clauses ?? {};
  problems.push(...mistakesInClauses(base.policy, stands, own, head));
  const clauseFor = (clause: ClauseId): ClauseId | typeof NONE | null => {
    if (Object.hasOwn(stands, clause)) return stands[clause] as ClauseId;
    return own.includes(clause) ? clause : null;
  };
  const homeless = new Map<ClauseId, RuleData[]>();
  const moved = rules.flatMap((rule) => {
    const { clause, also } = rule.card;
    const cited = clause === null ? null : clauseFor(clause);
    if (clause !== null && cited === null) homeless.set(clause, [...(homeless.get(clause) ?? []), rule]);
    if (cited === NONE || (clause !== null && cited === null)) return [];
    const touched = also
      .map(clauseFor)
      .filter((other): other is ClauseId => other !== null && other !== NONE && other !== cited);
    // A model speaks of the clauses that it learned, not of others that they stand for.
    const doubtable = rule.doubtable && cited === clause;
    return [{ ...rule, doubtable, card: { ...rule.card, clause: cited, also: [...new Set(touched)] } }];
  });
  for (const [clause, lost] of homeless) {
    const [first] = lost;
    const many =
      lost.length === 1 ? `the rule ${first!.card.id} cites` : `${lost.length} rules (such as ${first!.card.id}) cite`;
    problems.push({
      kind: "extends",
      detail: `${many} ${clause} of ${base.name.name}, which your policy has not; write under clauses: which of yours it is (${clause}: ${own[0]}), or ${clause}: none to leave out what cites it`,
      at: file.clauses === undefined ? placeIn(head, ["extends"]) : placeOfKey(head, ["clauses"]),
    });
  }
  return moved;
}

function mistakesInClauses(
  policy: Policy,
  stands: Readonly<Record<string, string>>,
  own: readonly string[],
  head: ParsedFile,
): readonly RuleProblem[] {
  const theirs = policy.clauses.map(({ id }) => id as string);
  return Object.entries(stands).flatMap(([clause, target]): readonly RuleProblem[] => {
    if (!theirs.includes(clause))
      return [
        {
          kind: "unknown-clause",
          of: policy.title,
          clause,
          nearest: nearestName(clause, theirs),
          at: placeOfKey(head, ["clauses", clause]),
        },
      ];
    if (target === NONE || own.includes(target)) return [];
    return [
      {
        kind: "unknown-clause",
        of: "your policy",
        clause: target,
        nearest: nearestName(target, own),
        at: placeIn(head, ["clauses", clause]),
      },
    ];
  });
}
