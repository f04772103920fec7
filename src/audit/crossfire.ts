import { createChecker } from "../check.ts";
import { compromise } from "../grammar.ts";
import type { Example, Rule, RuleSet } from "../rules/ruleset.ts";
import { readExample } from "../verify.ts";
import type { Remark } from "./remark.ts";

/**
 * Rules that find something in what another rule calls fine. Where that is right, the text belongs among the breach examples of the
 * rule that finds it. What rests on a resemblance is no one's to mend by hand and is left out.
 */
export function crossfire(ruleset: RuleSet): readonly Remark[] {
  const check = createChecker(ruleset, { grammar: compromise, reference: false, secondOpinion: false });
  const byId = new Map(ruleset.rules.map((rule) => [rule.card.id, rule]));
  return ruleset.rules.flatMap((owner) =>
    owner.examples.fine.flatMap((example) => {
      const { posts, written } = readExample(example, owner.card.id);
      const finders = new Set(posts.flatMap((post) => check(post).findings.map(({ rule }) => rule)));
      finders.delete(owner.card.id);
      return [...finders]
        .map((id) => byId.get(id)!)
        .filter((rule) => !rule.examples.breach.some((breach) => sameText(breach, written)))
        .map((rule) => remarkOn(rule, owner, written));
    }),
  );
}

const sameText = (breach: Example, written: string): boolean =>
  (typeof breach === "string" ? breach : "text" in breach ? breach.text : "")
    .replaceAll("[[", "")
    .replaceAll("]]", "") === written;

const remarkOn = (rule: Rule, owner: Rule, written: string): Remark => ({
  at: rule.at,
  says: `${rule.card.id} finds something in “${written}”, which ${owner.card.id} calls fine; make it let that stand, or put it among its own breach examples`,
});
