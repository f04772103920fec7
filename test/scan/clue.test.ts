import { readdirSync, readFileSync } from "node:fs";
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { describe, expect, test } from "vitest";
import { showsWords } from "../../src/detectors/detector.ts";
import { growingLexicon } from "../../src/detectors/growing-lexicon.ts";
import type { WordList } from "../../src/detectors/lexicon.ts";
import { pattern } from "../../src/detectors/pattern.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { allSentences, prepare } from "../../src/prepare/document.ts";
import { isRuleFile } from "../../src/rules/files.ts";
import { loadRuleSet } from "../../src/rules/load.ts";
import { clueOfPattern } from "../../src/rules/patterns.ts";
import { postOf } from "../judge-text.ts";

/** A clue, and the words of its lists. */
function clueWithWords(source: string, caseSensitive = false) {
  const termsOf = new Map<WordList, readonly string[]>();
  const lexicon = growingLexicon();
  const clue = clueOfPattern(source, caseSensitive, (terms) => {
    const list = lexicon.list(terms.join("|"), () => terms);
    termsOf.set(list, terms);
    return list;
  });
  return { clue, wordsOf: (list: WordList) => termsOf.get(list)!.map((term) => term.slice(1)) };
}

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
    const { clue, wordsOf } = clueWithWords(pattern);
    const words = clue.hints.flatMap(({ list }) => wordsOf(list));
    expect(clue.always ? null : clue.signs.length > 0 ? clue.signs[0] : words).toEqual(expected);
  });

  test.each([
    ["@(?:the|and)\\b", ["at-sign"], [["the", "and"]]],
    ["@.{3}red\\b", ["at-sign"], []],
    ["@(?:the|and) (?:of|in)\\b", ["at-sign"], [["the", "and"]]],
    ["@the\\b|#and\\b", ["at-sign", "hash"], [["the", "and"]]],
    ["@the\\b|#.", ["at-sign", "hash"], []],
  ] as const)("%s is one of %j, with words beside it", (pattern, signs, beside) => {
    const { clue, wordsOf } = clueWithWords(pattern);
    expect({
      signs: clue.signs,
      beside: clue.besideSigns.map((lists) => lists.flatMap(wordsOf)),
    }).toEqual({ signs, beside });
  });
});

/** A pattern that looks wherever it is told to, and its clue. */
function looking(source: string, caseSensitive = false) {
  const { clue } = clueWithWords(source, caseSensitive);
  const finder = pattern.compile({ pattern: source, case_sensitive: caseSensitive }, {
    shortcuts: false,
    clueOfPattern: () => clue,
  } as unknown as Parameters<typeof pattern.compile>[1]);
  /** How often it sees something, and how often it does where its clue does not show. */
  return (text: string) => {
    const document = prepare(postOf(text), compromise, ORDINARY);
    const seeing = allSentences(document).filter((sentence) => finder.find(document, [sentence]).length > 0);
    return { seen: seeing.length, missed: seeing.filter((sentence) => !showsWords(clue, sentence)).length };
  };
}

describe("the clue of a pattern shows wherever the pattern matches", () => {
  test.each([
    ["\\bthey ?'re\\b", "And they 're here"],
    ["\\b(?:nhs|trust)'s\\b", "Read the #NHS's plan"],
    ["\\bstaff(?:'s|s') rota\\b", "All #staff's rota"],
    ["\\b(?:nhs|trust)'s\\b", "It is @nhs's plan"],
    ["\\b(?:could|should)n't(?:'ve)?\\b", "You shouldn't've"],
    ["\\b(?:could|should)(?:n't| not)?(?:'ve| have)\\b", "I shouldn't've"],
    ["\\bi(?:'d|'ll)?(?:'ve| have)?\\b", "Well, I'd've"],
    ["\\bred\\b", "All red'n'roll"],
    ["\\bclock\\b", "At nine o'clock"],
    ["\\ball\\b", "Hello y'all"],
    ["\\bhe\\b", "Then he'd've"],
    ["\\bs\\b", "Its do's"],
    ["\\bdon\\b", "They don't"],
    ["\\bdaren\\b", "They daren't"],
    ["\\bcan\\b", "They can't"],
    ["\\bredwall(?:_|-| )?day\\b", "Come to #RedWall_Day"],
    ["\\bredwall(?:\\b|_)", "Come to #RedWall_x"],
    ["\\bsafe[_ ]staffing\\b", "Our #SAFe_staffing"],
    ["\\bconfidential\\b", "⚠️Confidential: do not share"],
    ["\\bnhs\\b", "Our ❤️NHS"],
    ["\\bred(?:dish)? ?wall\\b", "The redwall and the reddish wall"],
    ["(?:^|[.!] +)(?:red|green),? [a-z]", "Green, as a wall"],
    ["[Rr]ed", "Bored"],
    ["\\bdon't", "They don't2"],
    ["\\b(?:red|)wall\\b", "A wall"],
  ])("%s in %j", (source, text) => {
    const { seen, missed } = looking(source)(text);
    expect({ seen: seen > 0, missed }).toEqual({ seen: true, missed: 0 });
  });

  test("and so does that of every shipped pattern, in texts made of what it matches", () => {
    const missed: string[] = [];
    let seen = 0;
    for (const [source, caseSensitive] of shippedPatterns()) {
      const look = looking(source, caseSensitive);
      const tree = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
      for (let turn = 0; turn < 8; turn++) {
        const made = textFor(tree, turn);
        if (made.length > 300) continue;
        for (const text of [made, made.replace(/\b\w/, "#$&"), made.replaceAll(" ", "_"), `⚠️${made}`]) {
          const looked = look(text);
          seen += looked.seen;
          if (looked.missed > 0) missed.push(`${source} in ${text}`);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(seen).toBeGreaterThan(1000);
  });
});

function shippedPatterns(): readonly (readonly [source: string, caseSensitive: boolean])[] {
  const folder = new URL("../../rules/hee-social-media/", import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isRuleFile);
  const loaded = loadRuleSet(
    paths.map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") })),
    null,
  );
  if (!loaded.ok) throw new Error("the shipped rules do not load");
  return loaded.ruleset.rules.flatMap((rule) => patternsIn([rule.spec, rule.exceptionSpecs]));
}

function patternsIn(spec: unknown): (readonly [string, boolean])[] {
  if (typeof spec !== "object" || spec === null) return [];
  const { pattern: source, case_sensitive: caseSensitive } = spec as Record<string, unknown>;
  const own = typeof source === "string" ? [[source, caseSensitive === true] as const] : [];
  return [...own, ...Object.values(spec).flatMap(patternsIn)];
}

/** What the pattern matches, as far as its parts tell; each turn takes another way where there are several. */
function textFor(node: AST.Pattern | AST.Element | AST.Alternative, turn: number): string {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return textFor(node.alternatives[(turn * 7 + node.start) % node.alternatives.length]!, turn);
    case "Alternative":
      return node.elements.map((element) => textFor(element, turn)).join("");
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterClass": {
      if (node.negate) return [" x,-7"].join("").match(new RegExp(node.raw, "u"))?.[0] ?? "x";
      const member = node.elements[turn % node.elements.length]!;
      return member.type === "CharacterClassRange"
        ? String.fromCodePoint(member.min.value)
        : textFor(member as AST.Element, turn);
    }
    case "CharacterSet":
      return " x4,é".match(new RegExp(node.raw, "u"))?.[0] ?? "x";
    case "Quantifier":
      return textFor(node.element, turn).repeat(Math.min(node.max, node.min + (turn % 2)));
    default:
      return "";
  }
}
