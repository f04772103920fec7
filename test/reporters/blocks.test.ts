import { expect, test } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { blocksOf, rulesOf, sayingsOf } from "../../src/reporters/parts/blocks.ts";
import { findingOf } from "./run.ts";

const at = (start: number, end: number, rule: string, more: Parameters<typeof findingOf>[1] = {}): Finding =>
  findingOf({ start, end }, { rule, ...more });
const apart = at(0, 40, "wide", {
  evidence: [
    { field: "text", span: { start: 0, end: 5 }, shows: "a name" },
    { field: "text", span: { start: 30, end: 40 }, shows: "a place" },
  ],
});

test.each<[string, readonly Finding[], readonly (readonly string[])[]]>([
  ["overlapping passages of one clause are one block", [at(0, 9, "a"), at(5, 12, "b")], [["a", "b"]]],
  ["the gravest leads", [at(0, 9, "a", { level: "warning" }), at(5, 12, "b")], [["b", "a"]]],
  ["of equals the surest leads", [at(0, 9, "a"), at(5, 12, "b", { confidence: "certain" })], [["b", "a"]]],
  ["passages apart are two blocks", [at(0, 9, "a"), at(9, 12, "b")], [["a"], ["b"]]],
  ["other clauses are other blocks", [at(0, 9, "a"), at(0, 9, "b", { clause: "P3" })], [["a"], ["b"]]],
  ["other fields are other blocks", [at(0, 9, "a"), inTitle("b")], [["a"], ["b"]]],
  ["good practice stands alone", [at(0, 9, "a", { clause: null }), at(0, 9, "b", { clause: null })], [["a"], ["b"]]],
  ["absent things stand alone", [findingOf(null, { rule: "a" }), findingOf(null, { rule: "b" })], [["a"], ["b"]]],
  ["a chain is one block", [at(0, 5, "a"), at(8, 12, "b"), at(4, 9, "c")], [["a", "b", "c"]]],
  ["a passage between two facts is no overlap", [apart, at(10, 20, "b")], [["wide"], ["b"]]],
  ["a passage within a fact is one", [apart, at(32, 35, "b")], [["wide", "b"]]],
])("%s", (_, findings, rules) => {
  const names = blocksOf(findings).map(({ lead, others }) => [lead, ...others].map(({ rule }) => rule));
  expect(names).toEqual(rules);
});

const says = (message: string, advice: string, rule = "b") => at(0, 9, rule, { message, advice });

test.each<[string, readonly Finding[], readonly (readonly (string | null)[])[]]>([
  ["one finding says all that it has", [says("Why.", "Do.")], [["Why.", "Do."]]],
  [
    "another rule says its own",
    [says("Why.", "Do.", "a"), says("Other.", "Else.")],
    [
      ["Why.", "Do."],
      ["Other.", "Else."],
    ],
  ],
  [
    "nothing is said twice",
    [says("Why.", "Do. Ask.", "a"), says("Why.", "Else. Ask.")],
    [
      ["Why.", "Do. Ask."],
      [null, "Else."],
    ],
  ],
  ["a rule with the same words is silent", [says("Why.", "Do.", "a"), says("Why.", "Do.")], [["Why.", "Do."]]],
  ["a rule speaks once", [says("“one” is.", "Do."), says("“two” is.", "Do.")], [["“one” is.", "Do."]]],
])("in a block %s", (_, findings, said) => {
  const [block] = blocksOf(findings);
  expect(sayingsOf(block!).map(({ message, advice }) => [message, advice])).toEqual(said);
});

test.each<[string, readonly Finding[], readonly (readonly string[])[]]>([
  ["one finding, by how sure it is", [at(0, 9, "a")], [["a", "likely"]]],
  ["two findings of a rule, once", [at(0, 9, "a"), at(5, 12, "a")], [["a", "likely, twice"]]],
  ["more of them", [at(0, 9, "a"), at(5, 12, "a"), at(6, 8, "a")], [["a", "likely, 3 times"]]],
  [
    "less grave ones, by their level",
    [
      at(0, 9, "a", { level: "warning" }),
      at(5, 12, "b", { confidence: "certain" }),
      at(6, 8, "a", { level: "warning" }),
    ],
    [
      ["b", "certain"],
      ["a", "warning, likely, twice"],
    ],
  ],
  [
    "a rule whose findings differ, as it is",
    [at(0, 9, "a"), at(5, 12, "a", { level: "suggestion" })],
    [
      ["a", "likely"],
      ["a", "suggestion, likely"],
    ],
  ],
])("a block names %s", (_, findings, names) => {
  const [block] = blocksOf(findings);
  expect(rulesOf(block!).map(({ rule, told }) => [rule, told])).toEqual(names);
});

function inTitle(rule: string): Finding {
  return findingOf(null, { rule, passage: { field: "title", span: { start: 0, end: 9 } } });
}
