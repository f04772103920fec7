import { expect, test } from "vitest";
import { unsaid } from "../../src/judge/second-opinion.ts";
import type { Finding } from "../../src/model/finding.ts";
import { findingOf } from "../reporters/run.ts";

const at = (start: number, end: number) => ({ start, end });
const opinion = findingOf(at(10, 20), { rule: "second-opinion/p2", clause: "P2" });
const elsewhere = (field: string): Finding => ({
  ...findingOf(at(10, 20), { clause: "P3" }),
  passage: { field, span: at(10, 20) },
});

test.each<[string, readonly Finding[], boolean]>([
  ["no rule found anything", [], true],
  ["a rule found something in the same passage", [findingOf(at(12, 14), { clause: "P3", level: "suggestion" })], false],
  ["a rule found something that only touches it", [findingOf(at(20, 24), { clause: "P3" })], true],
  ["a rule found something at that place of another field", [elsewhere("title")], true],
  ["a rule found something that has no place", [findingOf(null, { clause: "P3" })], true],
  ["a rule warns of the same clause elsewhere", [findingOf(at(40, 44), { clause: "P2", level: "warning" })], false],
  [
    "a rule suggests something of the same clause elsewhere",
    [findingOf(at(40, 44), { clause: "P2", level: "suggestion" })],
    true,
  ],
  [
    "good practice found something in the same passage",
    [findingOf(at(12, 14), { clause: null, level: "suggestion" })],
    true,
  ],
  [
    "only the second of two findings says as much",
    [findingOf(at(40, 44), { clause: "P3" }), findingOf(at(10, 20), { clause: "P3" })],
    false,
  ],
])("an opinion where %s is told: %s", (_, findings, told) => {
  expect(unsaid([opinion], findings)).toEqual(told ? [opinion] : []);
});

test("an opinion without a place stands beside a finding without one", () => {
  const placeless = findingOf(null, { rule: "second-opinion/p2", clause: "P2" });
  expect(unsaid([placeless], [findingOf(null, { clause: "P3" })])).toEqual([placeless]);
});
