import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketsOf, indexOfKey } from "../../src/learned/buckets.ts";

const keysOf = (numbers: readonly number[]): Int32Array => Int32Array.from(new Set(numbers)).sort();

describe("a key is found where it stands", () => {
  test.each([
    ["no keys", []],
    ["the least and the greatest", [-(2 ** 31), 2 ** 31 - 1]],
    ["around zero", [-2, -1, 1, 2]],
    ["many with the same upper bits", Array.from({ length: 300 }, (_, at) => 7 * at)],
  ])("%s", (_, numbers) => {
    const keys = keysOf(numbers);
    const buckets = bucketsOf(keys);
    expect(Array.from(keys, (key) => indexOfKey(key, keys, buckets))).toEqual(Array.from(keys.keys()));
    expect(indexOfKey(12345, keys, buckets)).toBe(-1);
  });

  test("whatever the keys are", () => {
    const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.array(number), number, (numbers, other) => {
        const keys = keysOf(numbers);
        const buckets = bucketsOf(keys);
        expect(indexOfKey(other, keys, buckets)).toBe(keys.indexOf(other));
        for (const [at, key] of keys.entries()) expect(indexOfKey(key, keys, buckets)).toBe(at);
      }),
    );
  });
});
