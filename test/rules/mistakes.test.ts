import { expect, test } from "vitest";
import { loadRuleSet } from "../../src/rules/load.ts";
import { describeProblem } from "../../src/rules/problem.ts";
import { HEAD, VOCABULARIES } from "../judge-text.ts";

const RULE = `- id: test/rule
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: { terms: [red] }
  examples:
    breach: [a, b]
    fine: [c, d]
`;
const ONE = VOCABULARIES.split("\n")[0]!;

/** What people get wrong: a name for it, the file, what is right there and what they wrote. */
const MISTAKES: readonly (readonly [what: string, file: "pack" | "ruleset" | "words", right: string, wrong: string])[] =
  [
    ["a misspelt key", "pack", "advice:", "advise:"],
    ["several unknown keys in one rule", "pack", "level: warning", "levl: warning\n  severity: 3\n  owner: Ada"],
    ["a key given twice", "pack", "level: warning", "level: warning\n  level: error"],
    ["a tab", "pack", "  level", "\tlevel"],
    ["a quotation mark that is not closed", "pack", "message: Found.", 'message: "Found.'],
    ["a name with a star that stands for nothing", "pack", "message: Found.", "message: *found"],
    ["a line that is indented as if it belonged to the one above", "pack", "  advice: Mend", "     advice: Mend"],
    ["a name without its colon", "pack", "  advice: Mend it.", "  advice"],
    ["plain text that begins with a sign", "pack", "message: Found.", "message: @found"],
    ["a place taken from a set that extends none", "pack", "level: warning", "level: warning\n  replaces: true"],
    ["a colon in plain text", "pack", "message: Found.", "message: Found: this"],
    ["a curly bracket at the start of plain text", "pack", "message: Found.", "message: {match} is bad"],
    ["a list that is not closed", "pack", "clauses: [C1]", "clauses: [C1"],
    ["an indentation that slips", "pack", "  level: warning", " level: warning"],
    [
      "an indentation that slips behind a list",
      "pack",
      "  find: { terms: [red] }",
      "  unless:\n    - negated\n find: { terms: [red] }",
    ],
    ["a line that begins further left than its rule", "pack", "  level: warning", "level: warning"],
    ["text that goes on behind a quotation", "pack", "message: Found.", 'message: "Found" it is.'],
    ["text that goes on behind a bracket", "pack", "message: Found.", "message: [Found] it is."],
    ["a backslash between double quotation marks", "pack", "{ terms: [red] }", '{ pattern: "\\d+" }'],
    ["a line of hyphens", "pack", "  level: warning", "---\n  level: warning"],
    ["a term with a colon in it", "pack", "{ terms: [red] }", "\n    terms:\n      - red: blue"],
    ["an exception that is not in a list", "pack", "  level: warning", "  level: warning\n  unless: { terms: [blue] }"],
    ["a rule that is no list entry", "pack", "- id: test/rule", "  id: test/rule"],
    ["no id", "pack", "- id: test/rule\n  clauses", "- clauses"],
    ["an id without a subject", "pack", "test/rule", "rule"],
    ["an id with capitals and spaces", "pack", "test/rule", "Test/My rule"],
    ["an id that is postlint's own", "pack", "test/rule", "postlint/rule"],
    ["no clause", "pack", "clauses: [C1]", "clauses: []"],
    ["a clause that is not in a list", "pack", "clauses: [C1]", "clauses: C1"],
    ["a clause that the policy has not", "pack", "[C1]", "[C2]"],
    ["too many clauses", "pack", "[C1]", "[C1, C1, C1, C1]"],
    ["good practice with a clause", "pack", "test/rule", "practice/rule"],
    ["a level that is none", "pack", "level: warning", "level: serious"],
    ["a level in capitals", "pack", "level: warning", "level: Warning"],
    ["a misspelt confidence", "pack", "likely", "likley"],
    ["an empty message", "pack", "message: Found.", "message:"],
    ["no advice", "pack", "  advice: Mend it.\n", ""],
    ["a contact that no one is", "pack", "Mend it.", "Ask {contact.press}."],
    ["no find", "pack", "  find: { terms: [red] }\n", ""],
    ["a misspelt detector", "pack", "{ terms: [red] }", "{ term: [red] }"],
    ["a detector of another tool", "pack", "{ terms: [red] }", "{ regex: red }"],
    ["two detectors in one find", "pack", "{ terms: [red] }", "{ terms: [red], pattern: red }"],
    ["a word where a find should be", "pack", "{ terms: [red] }", "red"],
    ["a list where a find should be", "pack", "{ terms: [red] }", "[red, blue]"],
    ["terms that are no list", "pack", "terms: [red]", "terms: red"],
    ["no term at all", "pack", "terms: [red]", "terms: []"],
    ["a term that YAML takes for a number", "pack", "terms: [red]", "terms: [999]"],
    ["a term that YAML takes for true", "pack", "terms: [red]", "terms: [true]"],
    ["a term of signs", "pack", "terms: [red]", "terms: ['!!']"],
    ["an option of another detector", "pack", "terms: [red]", "terms: [red], case_sensitive: true"],
    ["a misspelt vocabulary", "pack", "terms: [red]", "vocabulary: colours"],
    ["a vocabulary that is not there", "pack", "terms: [red]", "vocabulary: animals"],
    ["a vocabulary in a phrase that is not there", "pack", "terms: [red]", "phrase: 'a [colours] wall'"],
    ["a phrase with an open bracket", "pack", "terms: [red]", "phrase: '(red wall'"],
    ["a phrase with a bar outside brackets", "pack", "terms: [red]", "phrase: 'red | blue'"],
    ["a phrase with an unknown kind of word", "pack", "terms: [red]", "phrase: '{person} paints'"],
    ["a phrase in which all may be missing", "pack", "terms: [red]", "phrase: 'red?'"],
    ["a pattern that is none", "pack", "terms: [red]", "pattern: '(red'"],
    ["a pattern that may never come back", "pack", "terms: [red]", "pattern: '(r+)+d'"],
    ["a distance in metres", "pack", "terms: [red]", "all: [{ terms: [red] }, { terms: [wall] }], within: 5 metres"],
    ["one part where two are needed", "pack", "terms: [red]", "all: [{ terms: [red] }]"],
    ["near where nothing says near what", "pack", "terms: [red]", "any: [{ near: { terms: [wall] } }]"],
    ["a misspelt identifier", "pack", "terms: [red]", "identifier: nhs-numbr"],
    ["half the name of an identifier", "pack", "terms: [red]", "identifier: phone"],
    ["a metadata test without a question", "pack", "terms: [red]", "meta: { field: account }"],
    ["a metadata field that is none", "pack", "terms: [red]", "meta: { field: acount, is: corporate }"],
    [
      "points that are words",
      "pack",
      "terms: [red]",
      "combination: { at_least: 2, facts: [{ name: a, points: two, find: negated }, { name: b, points: 1, find: negated }] }",
    ],
    ["a misspelt context", "pack", "  examples:", "  unless: [negatd]\n  examples:"],
    ["an exception that is no list", "pack", "  examples:", "  unless: negated\n  examples:"],
    ["one example of a breach", "pack", "breach: [a, b]", "breach: [a]"],
    ["no near misses", "pack", "    fine: [c, d]\n", ""],
    ["an example with a misspelt key", "pack", "breach: [a, b]", "breach: [a, { text: b, mta: {} }]"],
    ["a rule given twice", "pack", RULE, RULE + RULE],
    ["no name", "ruleset", "name: made-up\n", ""],
    ["a name with spaces", "ruleset", "made-up", "Made up"],
    ["no policy", "ruleset", HEAD.slice(HEAD.indexOf("policy:")), ""],
    ["a misspelt key of the policy", "ruleset", "publisher", "publsher"],
    ["a date of another form", "ruleset", "  publisher: Nobody", "  publisher: Nobody\n  published: 1 March 2025"],
    ["a clause without a citation", "ruleset", ", citation: Section 1", ""],
    ["a clause given twice", "ruleset", "clauses: [", "clauses: [{ id: C1, title: A, summary: B, citation: C }, "],
    ["a clause id that is a word", "ruleset", "id: C1", "id: first"],
    ["changes of rules with nothing extended", "ruleset", "policy:", "rules: { a/b: off }\npolicy:"],
    ["a base that is not at hand", "ruleset", "policy:", "extends: other\npolicy:"],
    ["a vocabulary without a description", "words", "describe: Colours., ", ""],
    ["words that are no list", "words", "words: [red, green, sky blue]", "words: red"],
    ["a vocabulary that includes itself", "words", "words: [crimson], includes: [colour]", "includes: [shade]"],
    ["a vocabulary that includes a stranger", "words", "includes: [colour]", "includes: [colours]"],
    ["a vocabulary given twice", "words", VOCABULARIES, `${VOCABULARIES}${ONE}2`.replace("2", "")],
    ["a vocabulary name with a space", "words", "shade:", "dark shade:"],
  ];

function sentences([, file, right, wrong]: (typeof MISTAKES)[number]): readonly string[] {
  const files = { pack: RULE, ruleset: HEAD, words: VOCABULARIES };
  expect(files[file]).toContain(right);
  const written = { ...files, [file]: files[file].replace(right, () => wrong) };
  const loaded = loadRuleSet([
    { path: "ruleset.yaml", text: written.ruleset },
    { path: "vocabularies/words.yaml", text: written.words },
    { path: "pack.yaml", text: written.pack },
  ]);
  return loaded.ok ? [] : loaded.problems.map(describeProblem);
}

test.each(MISTAKES)("%s is told with its place", (...mistake) => {
  const told = sentences(mistake);
  expect(told).not.toEqual([]);
  for (const sentence of told) expect(sentence).toMatch(/^[\w/]+\.yaml:\d+:\d+: \S/u);
});

test("the sentences as people read them", async () => {
  const golden = MISTAKES.map((mistake) => [mistake[0], ...sentences(mistake).map((told) => `  ${told}`)].join("\n"));
  await expect(`${golden.join("\n\n")}\n`).toMatchFileSnapshot("../golden/rule-mistakes.txt");
});
