import { createChecker } from "../check.ts";
import { compromise } from "../grammar.ts";
import { ORDINARY } from "../model/circumstances.ts";
import type { Example, Rule, RuleSet } from "../rules/ruleset.ts";
import { readExample } from "./examples.ts";
import type { Remark } from "./remark.ts";

/**
 * Rules that find something in what another rule calls fine, where one of the two is among `own`: no one can mend both of two
 * others. Where that is right, the text belongs among the breach examples of the rule that finds it. What rests on a resemblance
 * is no one's to mend by hand and is left out.
 */
export function crossfire(ruleset: RuleSet, own: readonly Rule[]): readonly Remark[] {
  const checkerOf = (rules: readonly Rule[]) =>
    createChecker(
      { ...ruleset, rules },
      { grammar: compromise, reference: false, circumstances: ORDINARY, secondOpinion: false },
    );
  const [byAll, byOwn] = [checkerOf(ruleset.rules), checkerOf(own)];
  const isOwn = new Set(own);
  const byId = new Map(ruleset.rules.map((rule) => [rule.card.id, rule]));
  return ruleset.rules.flatMap((owner) => {
    const check = isOwn.has(owner) ? byAll : byOwn;
    return owner.examples.fine.flatMap((example) => {
      const { posts, written } = readExample(example, owner.card.id);
      const finders = new Set(posts.flatMap((post) => check(post).findings.map(({ rule }) => rule)));
      finders.delete(owner.card.id);
      return [...finders]
        .map((id) => byId.get(id)!)
        .filter((rule) => !rule.examples.breach.some((breach) => sameText(breach, written)))
        .map((rule) => (isOwn.has(rule) ? onFinder : onOwner)(rule, owner, written));
    });
  });
}

const sameText = (breach: Example, written: string): boolean =>
  (typeof breach === "string" ? breach : "text" in breach ? breach.text : "")
    .replaceAll("[[", "")
    .replaceAll("]]", "") === written;

const onFinder = (rule: Rule, owner: Rule, written: string): Remark => ({
  at: rule.at,
  says: `${rule.card.id} finds something in “${written}”, which ${owner.card.id} calls fine; make it let that stand, or put it among its own breach examples`,
});

/** The rule that finds it belongs to what the set extends. */
const onOwner = (rule: Rule, owner: Rule, written: string): Remark => ({
  at: owner.at,
  says: `${owner.card.id} calls “${written}” fine, and ${rule.card.id} of the set that this one extends finds something in it; choose another example, or switch that rule off`,
});
