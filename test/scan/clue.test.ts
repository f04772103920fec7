import { readdirSync, readFileSync } from "node:fs";
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { describe, expect, test } from "vitest";
import { showsWords } from "../../src/detectors/detector.ts";
import { growingLexicon } from "../../src/detectors/growing-lexicon.ts";
import { pattern } from "../../src/detectors/pattern.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { allSentences, prepare } from "../../src/prepare/document.ts";
import { isRuleFile } from "../../src/rules/files.ts";
import { loadRuleSet } from "../../src/rules/load.ts";
import { clueOfPattern } from "../../src/rules/patterns.ts";
import { postOf } from "../judge-text.ts";

/** A pattern that looks wherever it is told to, and its clue. */
function looking(source: string, caseSensitive = false) {
  const lexicon = growingLexicon();
  const clue = clueOfPattern(source, caseSensitive, (terms) => lexicon.list(terms.join("|"), () => terms));
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
