import { describe, expect, test } from "vitest";
import { RecentIds } from "../../src/readers/recent-ids.ts";

/** The places of those that were told of. */
function secondUses(ids: readonly string[], span?: number): readonly number[] {
  const recent = new RecentIds(span);
  return ids.flatMap((id, at) => (recent.isSecondUse(id) ? [at] : []));
}

describe("ids of a file", () => {
  test.each<[string, readonly string[], readonly number[]]>([
    ["each once", ["a", "b", "c"], []],
    ["one twice", ["a", "b", "a"], [2]],
    ["one three times, told of once", ["a", "a", "a"], [1]],
    ["two, each told of", ["a", "b", "b", "a"], [2, 3]],
    ["names of what every object has", ["constructor", "__proto__", "constructor"], [2]],
  ])("%s", (_, ids, expected) => {
    expect(secondUses(ids)).toEqual(expected);
  });

  test("are remembered for as many posts as asked, and forgotten after twice as many", () => {
    const span = 10;
    const others = (count: number) => Array.from({ length: count }, (_, number) => `other-${number}`);
    expect(secondUses(["a", ...others(span - 1), "a"], span)).toEqual([span]);
    expect(secondUses(["a", ...others(2 * span), "a"], span)).toEqual([]);
  });

  test("that come again are remembered from there, and not told of again", () => {
    const others = (from: number) => Array.from({ length: 8 }, (_, number) => `other-${from + number}`);
    expect(secondUses(["a", ...others(0), "a", ...others(8), "a", ...others(16), "a"], 10)).toEqual([9]);
  });
});
