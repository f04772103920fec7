import { Filter } from "bad-words";
import { describe, expect, test } from "vitest";
import { rulesIn, SHIPPED_RULES } from "../src/workshop/labelled.ts";
import { findingsIn } from "./judge-text.ts";

const { list } = new Filter() as unknown as { readonly list: readonly string[] };
const shipped = rulesIn(SHIPPED_RULES);
const language = { ...shipped, rules: shipped.rules.filter(({ card }) => card.id.startsWith("offensive/")) };
const isFound = (word: string) => findingsIn(language, `What a ${word.replaceAll("*", "")} he is`).length > 0;

/** On the list of the bad-words package, and every day's words in a hospital. */
const CLINICAL = list.filter((word) =>
  /^(?:anal|anus|breasts?|clitoris|enema|feces|foreskin|labia|masturbat\w*|orgasm|orifice|penis|rectum|scrotum|semen|sex|sexual|testicles?|testicular|vagina|vulva)$/.test(
    word,
  ),
);

describe("the list of the bad-words package", () => {
  test("what swears or slurs in it is found; the rest is clinical, foreign, mild or a name", () => {
    const found = list.filter(isFound);
    expect(found.length).toBeGreaterThanOrEqual(400);
  });

  test.each(CLINICAL.map((word) => [word]))("%s is a word of the clinic", (word) => {
    expect(findingsIn(language, `The clinic explains how the ${word} is examined`)).toEqual([]);
  });

  test.each(["Scunthorpe", "Penistone", "Dick Turpin Way", "arsenic", "assessment", "(until"])(
    "%s holds none of it",
    (place) => {
      expect(findingsIn(language, `We met in ${place} on Monday`)).toEqual([]);
    },
  );
});
