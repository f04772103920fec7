import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import type { Finder } from "../../src/detectors/detector.ts";
import { allowsFact, factTableOf } from "../../src/detectors/fact-table.ts";
import { wordsIn } from "../../src/detectors/lexicon-arrays.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { allSentences, type Document, prepare } from "../../src/prepare/document.ts";
import type { FinderOptions } from "../../src/rules/compile.ts";
import { isRuleFile } from "../../src/rules/files.ts";
import { loadRuleSet } from "../../src/rules/load.ts";
import type { RuleSet } from "../../src/rules/ruleset.ts";
import { isAllowed } from "../../src/scan/demands.ts";
import { tableOf } from "../../src/scan/table.ts";
import { postOf } from "../judge-text.ts";

const folder = new URL("../../rules/hee-social-media/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter(isRuleFile)
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
const loadedWith = (options: FinderOptions): RuleSet => {
  const loaded = loadRuleSet(files, null, options);
  if (!loaded.ok) throw new Error("the shipped rules do not load");
  return loaded.ruleset;
};
const ruleset = loadedWith({});
/** Neither its rules nor what they are made of leave anything out. */
const straight = loadedWith({ shortcuts: false });
const scanned = createChecker(ruleset, { grammar: compromise, reference: false, circumstances: ORDINARY });
const reference = createChecker(straight, { grammar: compromise, reference: true, circumstances: ORDINARY });

/** Words that rules look for, so that made-up posts come close to breaching. */
const literals = [
  ...wordsIn(ruleset.lexicon.arrays()),
  ...[...ruleset.vocabularies.values()].flatMap((vocabulary) => vocabulary.words.filter((term) => term.includes(" "))),
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.nat(literals.length - 1).map((at) => literals[at]!) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "She's",
      "don't",
      "NHS number 999 000 0018",
      "sh1t",
      "f u c k",
      "#VoteLabour",
      "@nhs",
      "https://nww.example.org",
      "“",
      "”",
      "😂",
      "\n",
      "but",
      "not",
      "?",
      "!",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
);
const separator = fc.constantFrom(" ", " ", " ", ", ", ". ", "-", "\n", "");

/** Of every rule. */
const exampleTexts = ruleset.rules.flatMap(({ examples }) =>
  [...examples.breach, ...examples.fine].flatMap((example) => {
    const marked = typeof example === "string" ? example : "text" in example ? example.text : "";
    const text = marked.replaceAll(/\[\[|\]\]/g, "");
    return text.trim() === "" ? [] : [text];
  }),
);

describe("the scan finds what the reference finds", () => {
  test("in posts made of the rules' own words", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, separator), { minLength: 1, maxLength: 24 }), (pieces) => {
        const text = pieces.flat().join("");
        if (text.trim() === "") return;
        const post = postOf({ text, account: "corporate", author: "employee" });
        expect(scanned(post).findings).toEqual(reference(post).findings);
      }),
      { numRuns: 150 },
    );
  });

  test("in examples of rules", () => {
    for (const [at, text] of exampleTexts.entries()) {
      if (at % 4 > 0) continue;
      const post = postOf(text);
      expect(scanned(post).findings, text).toEqual(reference(post).findings);
    }
  });

  test("and where a post does not show what a finder wants, it sees nothing", () => {
    const finders: Finder[] = [];
    const watched = loadedWith({
      shortcuts: false,
      watch: (_kind, finder) => {
        finders.push(finder);
        return finder;
      },
    });
    // They are made when they are first asked for.
    for (const { branches, exceptions } of watched.rules) void [branches.map((make) => make()), exceptions];
    const tested = finders.flatMap((finder) => {
      const wants = finder.wants?.() ?? null;
      return wants === null ? [] : [{ finder, table: factTableOf([wants]) }];
    });
    expect(tested.length).toBeGreaterThan(1000);
    seesNothingElsewhere(50, tested, ({ table }, document) => {
      const { signs, bits } = watched.lexicon.postReading(document);
      return allowsFact(table, 0, signs, bits);
    });
  });

  test("and where a post does not allow what a look demands, it sees nothing", () => {
    const table = tableOf(ruleset);
    const looks = Array.from(table.lookRules, (rule, look) => ({
      look,
      finder: straight.rules[rule]!.branches[table.lookBranches[look]!]!(),
    }));
    seesNothingElsewhere(20, looks, ({ look }, document) =>
      isAllowed(table, look, ruleset.lexicon.postReading(document)),
    );
  });
});

/** Each finder sees nothing in those of the examples, every so many of them, that it is told to leave out; some it is not. */
function seesNothingElsewhere<Tested extends { readonly finder: Finder }>(
  step: number,
  tested: readonly Tested[],
  allows: (one: Tested, document: Document) => boolean,
): void {
  const missed: string[] = [];
  let allowed = 0;
  for (const [at, text] of exampleTexts.entries()) {
    if (at % step > 0) continue;
    const document = prepare(postOf(text), compromise, ORDINARY);
    const sentences = allSentences(document);
    for (const one of tested) {
      if (allows(one, document)) allowed += 1;
      else if (one.finder.find(document, sentences).length > 0) missed.push(`${one.finder.says} in ${text}`);
    }
  }
  expect(missed).toEqual([]);
  expect(allowed).toBeGreaterThan(1000);
}

describe("findings", () => {
  test("lie inside the text, in reading order, and are the same each time", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, separator), { minLength: 1, maxLength: 16 }), (pieces) => {
        const text = pieces.flat().join("");
        if (text.trim() === "") return;
        const { findings } = scanned(postOf(text));
        let before = 0;
        for (const { passage, evidence } of findings) {
          for (const { span } of [passage, ...evidence]) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          expect(passage.span?.start ?? 0).toBeGreaterThanOrEqual(before);
          before = passage.span?.start ?? before;
        }
        expect(scanned(postOf(text)).findings).toEqual(findings);
      }),
      { numRuns: 100 },
    );
  });
});
