import { describe, expect, test } from "vitest";
import { createChecker } from "../src/check.ts";
import { compromise } from "../src/grammar.ts";
import { decodePrebuilt, encodePrebuilt } from "../src/prebuilt.ts";
import { readRuleSet } from "../src/rules/load.ts";
import { clueOfPattern } from "../src/rules/patterns.ts";
import { ruleSetFrom } from "../src/rules/rule-data.ts";
import { tableOf } from "../src/scan/table.ts";
import { HEAD, postOf, VOCABULARIES } from "./judge-text.ts";

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

const read = readRuleSet([
  { path: "set/ruleset.yaml", text: HEAD },
  { path: "set/vocabularies/words.yaml", text: VOCABULARIES },
  { path: "set/pack.yaml", text: PACK },
]);
if (!read.ok) throw new Error("the rules of this test do not load");
const { vocabularies, rules, ...head } = read.data;
const fromYaml = ruleSetFrom({
  head,
  vocabularies: () => vocabularies,
  rules: rules.map((rule) => () => rule),
  clueOfPattern,
});
const bytes = encodePrebuilt(read.data, tableOf(fromYaml), clueOfPattern);

describe("a rule set made ready", () => {
  const ready = decodePrebuilt(bytes, head.name.digest)!;

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
    const settings = { grammar: compromise, reference: false };
    expect(createChecker(ready, settings)(post)).toEqual(createChecker(fromYaml, settings)(post));
  });

  test("works wherever its bytes stand in memory", () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const moved = decodePrebuilt(shifted.subarray(1), head.name.digest)!;
    const post = postOf("Paint it red");
    const settings = { grammar: compromise, reference: false };
    expect(createChecker(moved, settings)(post)).toEqual(createChecker(fromYaml, settings)(post));
  });
});

test.each([
  ["YAML that was edited since", bytes, "sha256:other"],
  ["another file", new TextEncoder().encode("not a rule set at all"), head.name.digest],
  ["an empty file", new Uint8Array(), head.name.digest],
])("%s is not taken for it", (_, file, digest) => {
  expect(decodePrebuilt(file, digest)).toBeNull();
});
