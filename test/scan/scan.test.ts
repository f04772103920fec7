import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { growingLexicon } from "../../src/detectors/growing-lexicon.ts";
import type { WordList } from "../../src/detectors/lexicon.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { clueOfPattern } from "../../src/rules/patterns.ts";
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

describe("the clue of a pattern", () => {
  test.each([
    ["\\bred wall\\b", ["red"]],
    ["\\bred(?:dish)?\\b", ["red", "reddish"]],
    ["\\b(?:red|green)\\b", ["red", "green"]],
    ["red", null],
    ["\\bin (?:strict )?confidence\\b", ["confidence", "strict"]],
    ["\\b(?:in|under) (?:strict|the) seal\\b", ["strict", "seal", "under", "under"]],
    ["\\b(?:red|green)s\\b", ["reds", "greens"]],
    ["(?:red|green) wall\\b", ["wall"]],
    ["\\b[Rr]ed\\b", ["red"]],
    ["\\bred(?: [a-z]+)?", null],
    ["\\bred(?: [a-z]+)?\\b", ["red"]],
    ["\\bred[a-z]?", null],
    ["(?:^|[.!] +)(?:red|green),? [a-z]", ["red", "green"]],
    ["(?:^|x )red\\b", ["red"]],
    ["(?:^|x)red\\b", null],
    ["\\bred(?: wall|s)\\b", ["red", "reds"]],
    ["\\bred(?: |$)", ["red"]],
    ["\\bma'?am\\b", ["maam", "ma'am"]],
    ["\\b(?:a|b|c|d|e)(?:f|g|h|i|j) wall\\b", ["wall"]],
    ["\\b(?:red|green){2}\\b", null],
    ["-(?:red|green)-", ["red", "green"]],
    ["\\bdon\\b", ["don"]],
    ["\\s+red\\s+", ["red"]],
    ["\\d{3}", "digit"],
    [".{3}", null],
  ] as const)("%s is %j", (pattern, expected) => {
    const termsOf = new Map<WordList, readonly string[]>();
    const lexicon = growingLexicon();
    const clue = clueOfPattern(pattern, false, (terms) => {
      const list = lexicon.list(terms.join("|"), () => terms);
      termsOf.set(list, terms);
      return list;
    });
    const words = clue.hints.flatMap(({ list }) => termsOf.get(list)!).map((term) => term.slice(1));
    expect(clue.always ? null : clue.signs.length > 0 ? clue.signs[0] : words).toEqual(expected);
  });

  test.each([
    ["@(?:the|and)\\b", ["at-sign"], [["the", "and"]]],
    ["@.{3}red\\b", ["at-sign"], []],
    ["@(?:the|and) (?:of|in)\\b", ["at-sign"], [["the", "and"]]],
    ["@the\\b|#and\\b", ["at-sign", "hash"], [["the", "and"]]],
    ["@the\\b|#.", ["at-sign", "hash"], []],
  ] as const)("%s is one of %j, with words beside it", (pattern, signs, beside) => {
    const termsOf = new Map<WordList, readonly string[]>();
    const lexicon = growingLexicon();
    const clue = clueOfPattern(pattern, false, (terms) => {
      const list = lexicon.list(terms.join("|"), () => terms);
      termsOf.set(list, terms);
      return list;
    });
    expect({
      signs: clue.signs,
      beside: clue.besideSigns.map((lists) => lists.flatMap((list) => termsOf.get(list)!.map((term) => term.slice(1)))),
    }).toEqual({ signs, beside });
  });
});
