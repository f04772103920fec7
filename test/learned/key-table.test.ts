import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KeyTable } from "../../src/learned/key-table.ts";

const keysOf = (numbers: readonly number[]): Int32Array =>
  Int32Array.from(new Set(numbers.filter((number) => number !== 0))).sort();

/** What the table finds of these, ascending. */
function found(keys: Int32Array, asked: readonly number[]): readonly number[] {
  const indexes = new Int32Array(asked.length);
  const count = new KeyTable(keys).find(Int32Array.from(asked), asked.length, indexes);
  return Array.from(indexes.subarray(0, count)).sort((a, b) => a - b);
}

describe("keys are found, and nothing else", () => {
  test.each([
    ["no keys", [], [1, 2, 3]],
    ["the least and the greatest", [-(2 ** 31), 2 ** 31 - 1], [2 ** 31 - 1, 4, -(2 ** 31)]],
    ["many in one slot", Array.from({ length: 40 }, (_, at) => (at + 1) << 12), [1 << 12, 3 << 12, 41 << 12, 1]],
    ["the same one twice", [5, 9], [9, 9, 7]],
  ])("%s", (_, numbers, asked) => {
    const keys = keysOf(numbers);
    const table = new KeyTable(keys);
    expect(Array.from(keys, (key) => table.indexOf(key))).toEqual(Array.from(keys.keys()));
    const expected = asked.flatMap((key) => (keys.includes(key) ? [keys.indexOf(key)] : []));
    expect(found(keys, asked)).toEqual(expected.sort((a, b) => a - b));
  });

  test("whatever the keys are", () => {
    const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.array(number), fc.array(number), (numbers, others) => {
        const keys = keysOf(numbers);
        const asked = [...others.filter((other) => other !== 0), ...keys];
        const expected = asked.map((key) => keys.indexOf(key)).filter((index) => index >= 0);
        expect(found(keys, asked)).toEqual(expected.sort((a, b) => a - b));
      }),
    );
  });
});
