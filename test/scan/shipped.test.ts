import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { wordsIn } from "../../src/detectors/lexicon-arrays.ts";
import { compromise } from "../../src/grammar.ts";
import { allSentences } from "../../src/prepare/document.ts";
import { isRuleFile } from "../../src/rules/files.ts";
import { loadRuleSet } from "../../src/rules/load.ts";
import { postOf } from "../judge-text.ts";

const folder = new URL("../../rules/hee-social-media/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter(isRuleFile)
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
const loaded = loadRuleSet(files);
if (!loaded.ok) throw new Error("the shipped rules do not load");
const { ruleset } = loaded;
const scanned = createChecker(ruleset, { grammar: compromise, reference: false });
const reference = createChecker(ruleset, { grammar: compromise, reference: true });

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

  test("in every rule's own examples", () => {
    for (const text of exampleTexts) {
      const post = postOf(text);
      expect(scanned(post).findings, text).toEqual(reference(post).findings);
    }
  });

  test("and where the words of a post do not allow a finder to see anything, it sees nothing", () => {
    const missed: string[] = [];
    let asked = 0;
    const watched = loadRuleSet(files, null, (_kind, finder) => {
      const { mayFind } = finder;
      if (mayFind === undefined) return finder;
      return {
        ...finder,
        mayFind: (document) => {
          const may = mayFind(document);
          if (may) return true;
          asked += 1;
          if (finder.find(document, allSentences(document)).length > 0) missed.push(finder.says);
          return false;
        },
      };
    });
    if (!watched.ok) throw new Error("the shipped rules do not load");
    const check = createChecker(watched.ruleset, { grammar: compromise, reference: false });
    for (const [at, text] of exampleTexts.entries()) if (at % 10 === 0) check(postOf(text));
    expect(asked).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  });
});

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
