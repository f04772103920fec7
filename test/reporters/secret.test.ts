import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidden, lettersOf, MASKED, SecretIndex, secretsIn } from "../../src/reporters/parts/secret.ts";

const indexOf = (...passages: readonly string[]) => {
  const index = new SecretIndex();
  for (const secret of passages.flatMap(secretsIn)) index.add(secret);
  return index;
};

describe("of many secrets", () => {
  const index = indexOf("Ann", "Ann-Marie Okafor", "999 000 0018", "Bed 4", "Straße 7");

  test("those that some words hold are found however they are written", () => {
    expect(index.within("draft-9990000018-ANN marie okafor").toSorted()).toEqual([
      "9990000018",
      "ann",
      "annmarieokafor",
    ]);
    expect(index.within("STRASSE 7, bed: 4").toSorted()).toEqual(["bed4", "strasse7"]);
    expect(index.within("launch-day")).toEqual([]);
    expect(new SecretIndex().within("ann")).toEqual([]);
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
          const held = [...new Set(passages.flatMap(secretsIn))].filter((secret) => lettersOf(words).includes(secret));
          expect(
            indexOf(...passages)
              .within(words)
              .toSorted(),
          ).toEqual(held.toSorted());
        },
      ),
    );
  });
});

describe("a secret in other words", () => {
  test.each<[string, string, string, string]>([
    ["spaced otherwise", "999 000 0018", "id 9990000018 and 999-000-0018", "id [masked] and [masked]"],
    ["in capitals that are longer", "Straße 7", "at STRASSE 7 now", "at [masked] now"],
    ["with letters that are shorter", "STRASSE 7", "at Straße 7 now", "at [masked] now"],
    ["with a long s", "Bess Osei", "by Beſs Osei", "by [masked]"],
    ["with another sigma", "ΝΙΚΟΣ ΠΑ", "Νικος Πα", "[masked]"],
    ["decomposed, its last accent with it", "Renée Dubé", "Rene\u0301e Dube\u0301!", "[masked]!"],
    ["without its accents", "Renée Dubé", "renee-dube-1, RENÉE-DUBÉ-1", "[masked]-1, [masked]-1"],
    ["in letters that stand for others", "999 000 0018", "№ ９９９０００００１８", "№ [masked]"],
    ["with an accent of its last letter more", "Ann Dube", "Ann Dube\u0301!", "[masked]!"],
    ["short, as a word", "Ann", "Ann, Hannah, Annie, ann", "[masked], Hannah, Annie, [masked]"],
    ["short, before an accented letter of a longer word", "Ann", "Ann\u0301e", "Ann\u0301e"],
    ["with as much between its letters as people write", "07700 900123", "07700 – 900123", "[masked]"],
    ["with more between its letters than that", "07700 900123", "07700 ..... 900123", "07700 ..... 900123"],
    ["with a sign that holds letters in it", "Jane Smith™ of Leeds", "id jane-smith™-of-leeds", "id [masked]"],
    ["beside a sign that holds letters", "943 476 5919", "№ 943™476 5919", "№ [masked]"],
    ["of letters beyond the first plane", "𝟗𝟗𝟗 𝟎𝟎𝟎 𝟎𝟎𝟏𝟖", "ref 𝟗𝟗𝟗𝟎𝟎𝟎𝟎𝟎𝟏𝟖!", "ref [masked]!"],
  ])("%s", (_, passage, words, expected) => {
    expect(hidden(words, secretsIn(passage))).toBe(expected);
  });

  test("is hidden where it stands as it was written", () => {
    const any = fc.string({ unit: "binary", minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(any, any, (inner, around) => {
        const words = `A${inner}9`;
        if (secretsIn(words).length === 0 || /[^\p{L}\p{N}]{4}/u.test(words)) return;
        expect(hidden(`${around} ${words} `, secretsIn(words))).toContain(MASKED);
      }),
    );
  });

  test("is hidden wherever its letters stand side by side, and nothing else goes", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "1", "ß", "É", "é", "ς"), minLength: 6, maxLength: 9 });
    const between = fc.string({ unit: fc.constantFrom(" ", "-", "."), maxLength: 3 });
    fc.assert(
      fc.property(word, between, (secret, dashes) => {
        const written = [...secret.toUpperCase()].join(dashes);
        expect(hidden(`zz ${written} zz`, secretsIn(secret))).toBe("zz [masked] zz");
      }),
    );
  });
});
