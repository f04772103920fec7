import { describe, expect, test } from "vitest";
import { mistakeInPattern } from "../../src/rules/patterns.ts";

describe("a pattern that may never come back is refused when its rule is loaded", () => {
  test.each([
    ["a repeat inside a repeat", "(a+)+$", "inside another: (a+)+"],
    ["a repeat of what may be empty", "(a*)*b", "inside another: (a*)*"],
    ["a repeat inside a repeat of at least two", "(?:[a-z]+){2,}!", "inside another"],
    ["a repeat far inside a repeat", "(?:x(?:y(?:z+)))*!", "inside another"],
    ["a repeat inside a look ahead", "x(?=(a+)+b)", "inside another: (a+)+"],
    ["an address as books have it", "^([a-zA-Z0-9])(([-.]|[_]+)?([a-zA-Z0-9]+))*@", "inside another"],
    ["one thing twice", "(?:a|a)*b", "two ways inside a repeat without a bound: (?:a|a)*"],
    ["a letter that is also a word character", "(?:\\w|\\d)+!", "two ways"],
    ["a beginning of another", "(?:ab|a|b)+c", "two ways"],
    ["a bounded repeat that may be cut anywhere", "(?:\\w{1,20})+!", "two ways"],
    ["words with a space that may be missing", "(?:\\w{1,20}\\s?)+!", "two ways"],
    ["anything, again and again", "(?:.?){5,}x", "two ways"],
  ])("exponential: %s", (_, pattern, mistake) => {
    expect(mistakeInPattern(pattern)).toContain(mistake);
  });

  test.each([
    ["the same repeat twice", "\\d+\\d+x", "side by side: \\d+\\d+"],
    ["anything beside something", ".*\\w+!", "side by side: .*\\w+"],
    ["with what may be missing between them", "\\s+x?\\s+y", "side by side"],
    ["with a boundary between them", "\\w+\\b\\w*!", "side by side"],
    ["letters beside letters in other words", "[a-z]*[e-i]+x", "side by side"],
  ])("polynomial: %s", (_, pattern, mistake) => {
    expect(mistakeInPattern(pattern)).toContain(mistake);
  });

  test.each([
    ["words with spaces between them", "(?:\\w{1,20}\\s)+end"],
    ["a repeat with a bound inside one with a bound", "(?:[a-z]+ ){0,4}end"],
    ["repeats that share no character", "\\d+[a-z]+"],
    ["repeats with something between them", "\\d+-\\d+"],
    ["alternatives that begin apart", "(?:a|b|cd)+e"],
    ["a mark before each round", "(?:, ?\\w{2,20})+"],
    ["a repeat of one character", "x+y"],
    ["a bounded choice", "(?:a|ab){0,8}c"],
  ])("in order: %s", (_, pattern) => {
    expect(mistakeInPattern(pattern)).toBeNull();
  });
});
