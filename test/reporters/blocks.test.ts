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
    [says("Why.", "Take it out. Ask.", "a"), says("Why.", "Leave it out. Ask.")],
    [
      ["Why.", "Take it out. Ask."],
      [null, "Leave it out."],
    ],
  ],
  ["a rule with the same words is silent", [says("Why.", "Do.", "a"), says("Why.", "Do.")], [["Why.", "Do."]]],
  [
    "a message is never cut, so neither is what it quotes",
    [says("“Dr. Smith is useless. Go” insults.", "Do.", "a"), says("“Dr. Smith is useless. Go” is unfit.", "Do.")],
    [
      ["“Dr. Smith is useless. Go” insults.", "Do."],
      ["“Dr. Smith is useless. Go” is unfit.", null],
    ],
  ],
  [
    "a rule that says something twice does",
    [says("“No. No. No” is rude. No.", "Do.")],
    [["“No. No. No” is rude. No.", "Do."]],
  ],
  ...[
    ["in quotation marks", "Write “take it out. Go” now.", "Write “take it out. Ask” now."],
    ["in straight ones", 'Write "take it out. Go" now.', 'Write "take it out. Ask" now.'],
    ["in single ones", "Write 'take it out. Go' now.", "Write ‘take it out. Ask’ now."],
    ["in brackets", "Wait (take it out. Go).", "Wait (take it out. Ask)."],
    ["behind e.g.", "Tell them, e.g. now.", "Tell them, e.g. Monday."],
    ["behind a title", "Tell Dr. Smith.", "Tell Dr. Jones."],
    ["behind an initial", "Tell J. Smith.", "Tell J. Jones."],
    ["behind a short word", "Tell ward no. A4.", "Tell ward no. B6."],
    ["before a small letter", "Ask who else? asks one.", "Ask who else? asks another."],
  ].map(([where, one, other]): [string, readonly Finding[], readonly (readonly (string | null)[])[]] => [
    `advice is not cut ${where}`,
    [says("Why.", one!, "a"), says("Else.", other!)],
    [
      ["Why.", one!],
      ["Else.", other!],
    ],
  ]),
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
