import { expect, test } from "vitest";
import { changesBetween } from "../../src/audit/compare.ts";
import { findingsIn, ruleFinding } from "../judge-text.ts";

const red = findingsIn(ruleFinding("{ terms: [red] }"), "red, and red again");

test("findings compared with themselves show no change, not even where two say the same of one passage", () => {
  expect(red).toHaveLength(2);
  const doubled = [...red, red[0]!];
  expect(changesBetween(doubled, doubled)).toEqual([]);
});

test("each that is gained, lost or has another level is told once", () => {
  const [first, second] = [red[0]!, red[1]!];
  const milder = { ...first, level: "suggestion" as const };
  expect(changesBetween([first, second], [milder])).toEqual([
    { kind: "changed", finding: milder, before: first },
    { kind: "lost", finding: second, before: null },
  ]);
  expect(changesBetween([first], [first, first])).toEqual([{ kind: "gained", finding: first, before: null }]);
});
