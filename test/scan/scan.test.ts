import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { postOf, rulesOf } from "../judge-text.ts";

describe("a literal never hides another", () => {
  const rules = rulesOf(
    ["red", "red wall", "red wall paper", "wall paper"]
      .map(
        (term, index) => `- id: test/rule-${index}
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: { terms: [${term}] }
  examples: { breach: [a, b], fine: [c, d] }
`,
      )
      .join(""),
  );
  test("a short one in front of a longer one, and one across two", () => {
    const found = createChecker(rules, { grammar: compromise, reference: false, circumstances: ORDINARY })(
      postOf("A red wall paper"),
    ).findings;
    expect(found.map(({ rule }) => rule).sort()).toEqual(["test/rule-0", "test/rule-1", "test/rule-2", "test/rule-3"]);
  });

  test("adding a rule changes no other rule's findings", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("red", "wall", "paper", "thin", "-", "."), { maxLength: 12 }), (words) => {
        const text = words.join(" ") || "x";
        const all = createChecker(rules, { grammar: compromise, reference: false, circumstances: ORDINARY })(
          postOf(text),
        ).findings;
        for (const rule of rules.rules) {
          const alone = createChecker(
            { ...rules, rules: [rule] },
            { grammar: compromise, reference: false, circumstances: ORDINARY },
          )(postOf(text)).findings;
          expect(all.filter((finding) => finding.rule === rule.card.id)).toEqual(alone);
        }
      }),
      { numRuns: 100 },
    );
  });
});
