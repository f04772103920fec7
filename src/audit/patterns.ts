import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import type { Rule, RuleSet } from "../rules/ruleset.ts";
import { expressionsIn, findsOf } from "./finds.ts";
import type { Remark } from "./remark.ts";

/** What a look at patterns came to. */
export interface PatternRemarks {
  readonly remarks: readonly Remark[];
  /** What could not be judged, and why, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Patterns that take exponential time on some text, found by attacking them with `recheck`. It is a development dependency: where it
 * is not installed, a note says so. Only patterns that repeat a group can be of that kind, and only those are tried.
 */
export async function slowPatterns({ rules }: RuleSet): Promise<PatternRemarks> {
  const suspects = rules.flatMap((rule) =>
    patternsOf(rule)
      .filter(repeatsGroup)
      .map((pattern) => ({ rule, pattern })),
  );
  if (suspects.length === 0) return { remarks: [], notes: [] };
  const recheck = await import("recheck").catch(() => null);
  if (recheck === null) return { remarks: [], notes: [NOT_INSTALLED] };
  const remarks: Remark[] = [];
  const undecided: string[] = [];
  for (const { rule, pattern } of suspects) {
    const { status, ...judged } = await recheck.check(pattern, "iu", { timeout: PATIENCE });
    if (status === "unknown") undecided.push(rule.card.id);
    if (status !== "vulnerable" || !("complexity" in judged) || judged.complexity?.type !== "exponential") continue;
    remarks.push({
      at: rule.at,
      says: `the pattern ${pattern} of ${rule.card.id} takes exponential time on some texts; let no text be read in two ways inside its repeat`,
    });
  }
  const who = [...new Set(undecided)].join(", ");
  return {
    remarks,
    notes: who === "" ? [] : [`A pattern could not be judged within ${PATIENCE / 1000} seconds: ${who}.`],
  };
}

const NOT_INSTALLED =
  "Patterns were looked at for their form only: the package recheck is not installed (npm install --save-dev recheck).";

/** In milliseconds, for one pattern. */
const PATIENCE = 10_000;

const patternsOf = (rule: Rule): readonly string[] => [...new Set(expressionsIn(findsOf(rule)))];

function repeatsGroup(source: string): boolean {
  let found = false;
  const pattern: AST.Pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: true,
  });
  visitRegExpAST(pattern, {
    onQuantifierEnter: ({ max, element }) => {
      found ||= max > 2 && (element.type === "Group" || element.type === "CapturingGroup");
    },
  });
  return found;
}
