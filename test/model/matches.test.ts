import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesIn, occursIn } from "../../src/model/matches.ts";

describe("the same matches as matchAll", () => {
  test.each([
    ["none", "calm sea", /\d/gu],
    ["several", "a1b22c333", /\d+/gu],
    ["of nothing", "ab", /x*/gu],
    ["of nothing between halves of a character", "a😀b", /(?:)/gu],
    ["of nothing in a text without characters", "", /^/gu],
    ["with groups", "bed 4, bed 5", /bed (?<bed>\d)/g],
  ])("%s", (_, text, pattern) => {
    const plain = (match: RegExpExecArray) => [match.index, ...match, match.groups?.bed];
    expect(matchesIn(text, pattern).map(plain)).toEqual([...text.matchAll(pattern)].map(plain));
    expect(occursIn(text, pattern)).toBe(text.search(pattern) >= 0);
  });

  test("wherever the pattern was left before, and whatever the text", () => {
    const pattern = /[ab]+|(?<=c)/gu;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c", "😀") }), fc.nat(9), (text, left) => {
        pattern.lastIndex = left;
        expect(matchesIn(text, pattern).map(({ index }) => index)).toEqual(
          Array.from(text.matchAll(/[ab]+|(?<=c)/gu), ({ index }) => index),
        );
        pattern.lastIndex = left;
        expect(occursIn(text, pattern)).toBe(/[abc]/u.test(text));
      }),
    );
  });
});
