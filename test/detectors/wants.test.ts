import { expect, test } from "vitest";
import { allowsFact, factTableOf } from "../../src/detectors/fact-table.ts";
import { growingLexicon } from "../../src/detectors/growing-lexicon.ts";
import { type Wants, wantsOfAll, wantsOfAny } from "../../src/detectors/wants.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { prepare } from "../../src/prepare/document.ts";
import { postOf } from "../judge-text.ts";

const lexicon = growingLexicon();
const listOf = (word: string) => lexicon.list(word, () => [word]);
const [red, green, wall] = [listOf("red"), listOf("green"), listOf("wall")];

const redWall: Wants = [{ signs: [], needs: [[red], [wall]] }];
const greenOrNumber: Wants = [
  { signs: [], needs: [[green]] },
  { signs: ["digit"], needs: [] },
];
const tenDigits: Wants = [{ signs: ["ten-digits"], needs: [] }];
const wallWithNumber: Wants = [{ signs: ["digit"], needs: [[wall]] }];

function allows(wants: Wants | null, text: Parameters<typeof postOf>[0]): boolean {
  const { signs, bits } = lexicon.postReading(prepare(postOf(text), compromise, ORDINARY));
  return allowsFact(factTableOf([wants]), 0, signs, bits);
}

test.each<readonly [string, Wants | null, Parameters<typeof postOf>[0], boolean]>([
  ["every word that is needed, wherever", redWall, "A wall. It is red", true],
  ["not every word", redWall, "A wall. It is green", false],
  ["one of several ways", greenOrNumber, "All green", true],
  ["a sign instead of words", greenOrNumber, "Number 5", true],
  ["neither", greenOrNumber, "A wall", false],
  ["a sign and the word beside it", wallWithNumber, "A wall. 5", true],
  ["a sign without the word beside it", wallWithNumber, "Green, 5", false],
  ["a word without the sign beside it", wallWithNumber, "A wall", false],
  ["as many digits as are wanted, wherever", tenDigits, "Ring 020. 7946 and 012", true],
  ["fewer digits", tenDigits, "Ring 020. 7946 and 01", false],
  ["fewer digits in each of its fields", tenDigits, { text: "Ring 020 7946", title: "01234" }, false],
  ["nothing that is wanted of anything", null, "A wall", true],
  ["a way that needs no word", [{ signs: [], needs: [] }], "A wall", true],
  ["a sign that is no character's", [{ signs: ["meta"], needs: [] }], "A wall", true],
  ["any of two", wantsOfAny([redWall, greenOrNumber]), "Green", true],
  ["none of two", wantsOfAny([redWall, greenOrNumber]), "Red", false],
  ["any of two, of which one says nothing", wantsOfAny([redWall, null]), "Blue", true],
  ["all of two, of which one says nothing", wantsOfAll([redWall, null]), "Red", false],
  ["all of two that only signs tell apart", wantsOfAll([greenOrNumber, null]), "Blue", true],
])("%s", (_what, wants, text, expected) => {
  expect(allows(wants, text)).toBe(expected);
});
