import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { compromise } from "../../src/grammar.ts";
import { modelIn } from "../../src/learned/model.ts";
import { resemblanceOf } from "../../src/learned/resemblance.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { readPrebuilt } from "../../src/prebuilt/decode.ts";
import { encodePrebuilt } from "../../src/prebuilt/encode.ts";
import type { ReadBytes } from "../../src/prebuilt/format.ts";
import { prepare } from "../../src/prepare/document.ts";
import { loadRuleSet, readRuleSet } from "../../src/rules/load.ts";
import { HEAD, postOf, VOCABULARIES } from "../judge-text.ts";
import { SMALL_MODEL } from "../learned/small-model.ts";

const PACK = [
  "{ terms: [red], disguised: true }",
  "{ vocabulary: shade }",
  "{ phrase: 'paint ..2 [colour]' }",
  "{ pattern: '\\bgr[ae]y\\b' }",
  "{ meta: { field: account, is: corporate } }",
  "{ all: [{ terms: [rare] }, { near: { pattern: '\\bgr[ae]y\\b', within: post } }] }",
  "{ all: [{ terms: [wall] }, { absence: { terms: [licence] } }] }",
]
  .map(
    (find, index) => `- id: test/rule-${index}
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: ${find}
  unless: [negated]
  examples: { breach: [a, b], fine: [c, d] }
`,
  )
  .join("");

const files = [
  { path: "set/ruleset.yaml", text: HEAD },
  { path: "set/vocabularies/words.yaml", text: VOCABULARIES },
  { path: "set/pack.yaml", text: PACK },
];
const read = readRuleSet(files);
if (!read.ok) throw new Error("the rules of this test do not load");
const loaded = loadRuleSet(files);
if (!loaded.ok) throw new Error("the rules of this test do not load");
const fromYaml = loaded.ruleset;
const bytes = encodePrebuilt(files, read.data);
const bytesOf =
  (file: Uint8Array): ReadBytes =>
  (start, end) =>
    file.subarray(start, end);

describe("a rule set made ready", () => {
  const ready = readPrebuilt(bytesOf(bytes))!.ruleset();

  test("says the same of itself", () => {
    expect(ready.name).toEqual(fromYaml.name);
    expect(ready.policy).toEqual(fromYaml.policy);
    expect(ready.metadataFields).toEqual(["account"]);
    expect(ready.rules.map(({ card }) => card)).toEqual(fromYaml.rules.map(({ card }) => card));
    expect([...ready.vocabularies]).toEqual([...fromYaml.vocabularies]);
  });

  test.each([
    "Paint it sky blue, not red",
    "A r3d wall in crimson",
    "grey walls, and a licence",
    "Nothing of the kind",
    "A rare thing.\nIn grey",
    "#RedWall paint the green one",
  ])("finds the same in %j", (text) => {
    const post = postOf({ text, account: "corporate" });
    const settings = { grammar: compromise, reference: false, circumstances: ORDINARY };
    expect(createChecker(ready, settings)(post)).toEqual(createChecker(fromYaml, settings)(post));
  });

  test("each of its rules finds the same alone", () => {
    const post = postOf({ text: "A rare grey thing painted sky blue on a r3d wall", account: "corporate" });
    const settings = { grammar: compromise, reference: false, circumstances: ORDINARY };
    ready.rules.forEach((rule, index) => {
      const fromFile = createChecker({ ...ready, rules: [rule] }, settings)(post);
      expect(fromFile).toEqual(createChecker({ ...fromYaml, rules: [fromYaml.rules[index]!] }, settings)(post));
    });
  });

  test("works wherever its bytes stand in memory", () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const moved = readPrebuilt(bytesOf(shifted.subarray(1)))!.ruleset();
    const post = postOf("Paint it red");
    const settings = { grammar: compromise, reference: false, circumstances: ORDINARY };
    expect(createChecker(moved, settings)(post)).toEqual(createChecker(fromYaml, settings)(post));
  });
});

test("brings its learned model along, from a buffer that holds other things too", () => {
  const withModel = [...files, { path: "set/small.model.json", text: SMALL_MODEL }];
  const bytes = Buffer.concat([Buffer.alloc(3), encodePrebuilt(withModel, read.data)]).subarray(3);
  const learned = readPrebuilt(bytesOf(bytes))!.ruleset().resemblance()!;
  const { scoreOf } = resemblanceOf(modelIn(SMALL_MODEL));
  for (const text of ["Paint it red", "The rota is a shambles and so is she", ""]) {
    const document = prepare(postOf(text || "."), compromise, ORDINARY);
    expect(learned.scoreOf(document)).toBe(scoreOf(document));
  }
});

test("says what it was made of", () => {
  const ready = readPrebuilt(bytesOf(bytes))!;
  expect(ready.digest).toBe(fromYaml.name.digest);
  expect(ready.files).toEqual([
    ["pack.yaml", PACK.length],
    ["ruleset.yaml", HEAD.length],
    ["vocabularies/words.yaml", VOCABULARIES.length],
  ]);
});

test.each([
  ["another file", new TextEncoder().encode("not a rule set at all")],
  ["an empty file", new Uint8Array()],
])("%s is not taken for one", (_, file) => {
  expect(readPrebuilt(bytesOf(file))).toBeNull();
});
