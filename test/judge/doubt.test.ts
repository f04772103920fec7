import { describe, expect, test } from "vitest";
import { doubted, undoubted } from "../../src/judge/doubt.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Level } from "../../src/model/rule.ts";
import type { Sentence } from "../../src/prepare/document.ts";
import { documentOf } from "../../src/workshop/fairness.ts";

const DOCUMENT = documentOf("The lift has resigned. It gave no notice. The stairs went with it.");

function finding(rule: string, start: number, level: Level = "warning"): Finding {
  const passage = { field: "text", span: { start, end: start + 3 } };
  return { rule, level, clause: "P2", message: "Why.", passage } as unknown as Finding;
}

const HINT = finding("disrepute/wry", 4);
const LATER = finding("disrepute/later", 30);
const SURE = finding("confidential/known", 30);
const GRAVE = finding("disrepute/grave", 30, "error");
const STYLE = finding("practice/too-long", 30, "suggestion");
const ABSENT: Finding = { ...HINT, passage: { field: "text", span: null } };
const mayDoubt = ({ rule }: Finding) => rule.startsWith("disrepute/");
const unlike = { isUnlike: () => true };
const levelsOf = (findings: readonly Finding[]) => findings.map(({ level }) => level);

describe("a warning that is not certain, in a post altogether unlike a breach becomes a suggestion", () => {
  test.each<[string, readonly Finding[], readonly Level[]]>([
    ["alone", [HINT], ["suggestion"]],
    ["with another", [HINT, LATER], ["suggestion", "suggestion"]],
    ["beside good practice", [HINT, STYLE], ["suggestion", "suggestion"]],
    ["but not beside what may not be doubted", [HINT, SURE], ["warning", "warning"]],
    ["nor beside an error", [HINT, GRAVE], ["warning", "error"]],
    ["nor does an error", [GRAVE], ["error"]],
    ["nor what may not be doubted", [SURE], ["warning"]],
    ["nor what stands in no words", [ABSENT], ["warning"]],
    ["nor nothing", [], []],
  ])("%s", (_, found, levels) => {
    expect(levelsOf(doubted(DOCUMENT, found, mayDoubt, unlike))).toEqual(levels);
  });
});

test("it says so", () => {
  expect(doubted(DOCUMENT, [HINT], mayDoubt, unlike)).toEqual([
    {
      ...HINT,
      level: "suggestion",
      message: "Why. The second opinion finds this unlike posts that breach, so it is a suggestion only.",
      doubted: { level: "warning", message: "Why." },
    },
  ]);
});

test("what was doubted can be as its rule found it", () => {
  const [finding] = doubted(DOCUMENT, [HINT], mayDoubt, unlike);
  expect(undoubted(finding!)).toEqual(HINT);
  expect(undoubted(HINT)).toEqual(HINT);
});

test("a hint in any other post stays as it is", () => {
  expect(doubted(DOCUMENT, [HINT], mayDoubt, { isUnlike: () => false })).toEqual([HINT]);
});

test("the model reads the sentences that were found by themselves", () => {
  const asked: string[] = [];
  const isUnlike = (_document: unknown, sentences: readonly Sentence[]) => {
    asked.push(...sentences.map(({ text }) => text));
    return true;
  };
  doubted(DOCUMENT, [HINT, LATER], mayDoubt, { isUnlike });
  expect(asked).toEqual(["The lift has resigned.", "It gave no notice."]);
});
