import { describe, expect, test } from "vitest";
import { auditRules } from "../../src/audit/index.ts";
import { rulesOf, VOCABULARIES } from "../judge-text.ts";

const rule = (changes: Readonly<Record<string, string>> = {}, name = "red") => {
  const values = {
    id: `paint/${name}`,
    clauses: "[C1]",
    level: "warning",
    confidence: "likely",
    message: "'\"{match}\" is a colour that we do not paint with.'",
    advice: "Choose another colour.",
    find: "{ vocabulary: shade }",
    examples: "{ breach: ['A [[red]] wall', 'A [[crimson]] door'], fine: ['A wall', 'A door'] }",
    ...changes,
  };
  return Object.entries(values)
    .map(([key, value], index) => `${index === 0 ? "- " : "  "}${key}: ${value}\n`)
    .join("");
};

const remarksOn = async (pack: string, vocabularies = VOCABULARIES, data = "") => {
  const { remarks } = await auditRules(rulesOf(pack, vocabularies, data), { asOf: "2026-11-22", patterns: true });
  return remarks.map(({ at, says }) => `${at.file}:${at.line}: ${says}`);
};

test("a rule that finds the word to-do in drafts is not taken for one that is unfinished", async () => {
  const examples = "{ breach: ['Alt text: [[todo]]', 'A [[crimson]] door'], fine: ['A wall', 'A door'] }";
  expect(await remarksOn(rule({ find: "{ any: [{ vocabulary: shade }, { terms: [todo] }] }", examples }))).toEqual([]);
});

test("a rule set in order has no remarks", async () => {
  expect(await remarksOn(rule())).toEqual([]);
});

describe("what a strict look sees in a rule", () => {
  test.each([
    [
      "a message without a reason",
      rule({ message: "'Found {match}.'" }),
      "set/pack.yaml:1: the message of paint/red gives no reason; say in a sentence why these words may breach the clause",
    ],
    [
      "advice that helps no one",
      rule({ advice: "Don't." }),
      "set/pack.yaml:1: the advice of paint/red says too little; say what to write instead, or whom to ask",
    ],
    [
      "a place left to fill in",
      rule({ message: "'TODO: say why {match} may breach the clause.'" }),
      "set/pack.yaml:1: paint/red still says TODO in its message; put your own words there",
    ],
    [
      "examples of which it finds none",
      rule({ examples: "{ breach: [a, b], fine: [c, d] }" }),
      'set/pack.yaml:1: paint/red finds none of its own 2 breach examples; postlint explain paint/red --text "…" shows why',
    ],
    [
      "a term that nothing can show",
      rule({ find: "{ terms: [red, crimson, 'red, or blue'] }" }),
      "set/pack.yaml:1: paint/red looks for “red, or blue”, which is never found: a sign parts its words, or it has none; leave the sign out, or write a phrase or a pattern",
    ],
    [
      "an example of a neighbour",
      rule() +
        rule(
          {
            find: "{ terms: [door] }",
            examples: "{ breach: ['A [[door]]', 'Two [[doors]]'], fine: ['A crimson sky', 'Adoring'] }",
          },
          "door",
        ),
      "set/pack.yaml:1: paint/red finds something in “A crimson sky”, which paint/door calls fine; make it let that stand, or put it among its own breach examples",
    ],
    ...[
      "{ any: [{ vocabulary: shade }, { pattern: '^(?:a|aa){1,60}b$' }] }",
      "{ any: [{ vocabulary: shade }, { meta: { field: owner, matches: '^(?:a|aa){1,60}b$' } }] }",
      "{ any: [{ vocabulary: shade }, { meta: { field: media.alt, missing: true, where: { file: '^(?:a|aa){1,60}b$' } } }] }",
    ].map((find) => [
      `an expression that two readings of one text make endless: ${find}`,
      rule({ find }),
      "set/pack.yaml:1: the pattern ^(?:a|aa){1,60}b$ of paint/red takes exponential time on some texts; let no text be read in two ways inside its repeat",
    ]),
  ])("%s", async (_, pack, remark) => {
    expect(await remarksOn(pack)).toContain(remark);
  });

  test("an example of a neighbour that it rightly finds, once it is among its own", async () => {
    const own = rule({
      examples: "{ breach: ['A [[red]] wall', 'A [[crimson]] sky'], fine: ['A wall', 'A door of oak'] }",
    });
    const neighbour = rule(
      {
        find: "{ terms: [gate] }",
        examples: "{ breach: ['A [[gate]]', 'Two [[gates]]'], fine: ['A crimson sky', 'Agate'] }",
      },
      "gate",
    );
    expect(await remarksOn(own + neighbour)).toEqual([]);
  });
});

describe("a set that extends another is told only what its owner can mend", () => {
  const red = rule({ examples: "{ breach: ['A [[red]] sky', 'A [[crimson]] sky'], fine: ['A blue gate', 'A sky'] }" });
  const gate = rule(
    {
      find: "{ terms: [gate] }",
      examples: "{ breach: ['A [[gate]]', 'Two [[gates]]'], fine: ['A crimson wall', 'Agate'] }",
    },
    "gate",
  );
  const ruleset = rulesOf(red + gate);
  const startOfGate = ruleset.rules[1]!.at.line;

  test.each([
    [
      "where its own rule calls fine what a rule of the other finds",
      (line: number) => line < startOfGate,
      [
        "paint/red calls “A blue gate” fine, and paint/gate of the set that this one extends finds something in it; choose another example, or switch that rule off",
        "paint/red finds something in “A crimson wall”, which paint/gate calls fine; make it let that stand, or put it among its own breach examples",
      ],
    ],
    ["and nothing where all rules are the other's", () => false, []],
  ])("%s", async (_, isOwnLine, says) => {
    const isOwn = ({ file, line }: { file: string; line: number }) => file === "set/pack.yaml" && isOwnLine(line);
    const { remarks } = await auditRules(ruleset, { asOf: "2026-11-22", patterns: false, isOwn });
    expect(remarks.map((remark) => remark.says).toSorted()).toEqual(says);
  });
});

describe("what a strict look sees in vocabularies", () => {
  test.each([
    [
      "one past its day",
      VOCABULARIES.replace("words: [crimson]", "words: [crimson], source: the catalogue, valid_to: 2026-01-31"),
      "set/vocabularies/words.yaml:2: the vocabulary shade held until 2026-01-31; look it up again (the catalogue) and give it a new valid_to",
    ],
    [
      "one that no rule uses",
      `${VOCABULARIES}animal: { describe: Animals., words: [cat] }\n`,
      "set/vocabularies/words.yaml:3: no rule uses the vocabulary animal; use it or take it out",
    ],
    [
      "a word that nothing can show",
      VOCABULARIES.replace("sky blue", "sky. blue"),
      "set/vocabularies/words.yaml:1: the vocabulary colour has “sky. blue”, which is never found: a sign parts its words, or it has none; leave the sign out, or write a phrase or a pattern",
    ],
    [
      "one without words",
      "shade: { describe: Colours., words: [] }\n",
      "set/pack.yaml:1: paint/red looks for words of shade, and that vocabulary has none; give it words or take it out",
    ],
  ])("%s", async (_, vocabularies, remark) => {
    expect(await remarksOn(rule(), vocabularies)).toContain(remark);
  });
});

test.each([
  [
    "has had its day",
    "limits",
    "2026-01-31",
    "the data set limits held until 2026-01-31; look it up again and give it a new valid_to",
  ],
  ["no rule asks", "others", "2027-12-31", "no rule asks the data set others; use it or take it out"],
])("dated data that %s is told", async (_, name, validTo, says) => {
  const data = `${name}: { describe: Limits., valid_to: ${validTo}, limits: [{ channel: x, count: units, most: 9 }] }\n`;
  const asking = name === "limits" ? rule({ find: `{ any: [{ terms: [red] }, { limit: ${name} }] }` }) : rule();
  expect(await remarksOn(asking, VOCABULARIES, data)).toContain(`set/data/facts.yaml:1: ${says}`);
});

test("a note names the rules that mark some of their breaches, and no other", async () => {
  const examples = (breach: string) => `{ breach: [${breach}], fine: ['A wall', 'A door'] }`;
  const some = (name: string) => rule({ examples: examples("'A [[red]] wall', 'A crimson door'") }, name);
  const none = rule({ examples: examples("'A red wall', 'A crimson door'") }, "none");
  const notesOn = async (pack: string) =>
    (await auditRules(rulesOf(pack, VOCABULARIES, ""), { asOf: "2026-11-22", patterns: false })).notes;
  const what = "without [[ ]] beside others with them: of those it is tried that something is found, and not where.";
  expect(await notesOn(rule() + none)).toEqual([]);
  expect(await notesOn(some("some") + none)).toEqual([`paint/some has a breach example ${what}`]);
  expect(await notesOn(some("a") + some("b"))).toEqual([`2 rules (paint/a, paint/b) have breach examples ${what}`]);
});
