import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyWriting, hidden, lettersOf, SecretIndex } from "../../src/reporters/parts/secret.ts";

const indexOf = (...passages: readonly string[]) => {
  const index = new SecretIndex();
  for (const secret of passages.flatMap(anyWriting)) index.add(secret);
  return index;
};

const lettersWithin = (index: SecretIndex, words: string) => index.within(words).map(({ letters }) => letters);

describe("of many secrets", () => {
  const index = indexOf("Ann", "Ann-Marie Okafor", "999 000 0018", "Bed 4", "Straße 7");

  test("those that some words hold are found however they are written, the longest first", () => {
    expect(lettersWithin(index, "draft-9990000018-ANN marie okafor")).toEqual(["annmarieokafor", "9990000018", "ann"]);
    expect(lettersWithin(index, "STRASSE 7, bed: 4")).toEqual(["strasse7", "bed4"]);
    expect(lettersWithin(index, "launch-day")).toEqual([]);
    expect(lettersWithin(new SecretIndex(), "ann")).toEqual([]);
  });

  test("the words are left without them, but where a short one is part of a longer word", () => {
    const words = "Ann-Marie Okafor, Hannah and Ann";
    expect(hidden(words, index.within(words))).toBe("[masked], Hannah and [masked]");
  });

  test("of two that overlap nothing is left", () => {
    const words = "file 7 Ann Lee Ann 7";
    expect(hidden(words, indexOf("Lee Ann 7", "7 Ann Lee").within(words))).toBe("file [masked]");
  });

  test("exactly those are found whose letters stand among the letters of the words", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "B", "1", " ", "-", "ß"), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom("a", "b", "1", " ", "ß") }),
        (passages, words) => {
          const all = new Set(passages.flatMap(anyWriting).map(({ letters }) => letters));
          const held = [...all].filter((letters) => lettersOf(words).includes(letters));
          expect(lettersWithin(indexOf(...passages), words).sort()).toEqual(held.sort());
        },
      ),
    );
  });
});
