import { expect, test } from "vitest";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { prepare } from "../../src/prepare/document.ts";
import { nameEnd } from "../../src/prepare/names.ts";
import { postOf } from "../judge-text.ts";

const noGrammar = () => {
  throw new Error("no grammar is needed");
};

/** The name that begins at a word, as it is written; "" where none does. */
function nameAt(text: string, first: string): string {
  const copy = prepare(postOf(text), noGrammar, ORDINARY).copies[0]!;
  const at = copy.words.findIndex(({ start }) => text.startsWith(first, start));
  const end = nameEnd(copy, at, copy.words.length);
  return end === at ? "" : text.slice(copy.words[at]!.start, copy.words[end - 1]!.end);
}

test.each([
  ["a title and a name", "I saw Dr Patel there", "Dr", "Dr Patel"],
  ["a title with a full stop", "I saw Dr. Patel there", "Dr", "Dr. Patel"],
  ["a title and two names", "I saw Mrs Ann Archer there", "Mrs", "Mrs Ann Archer"],
  ["a title without a name", "I saw the doctor there", "doctor", ""],
  ["two names at the head of a sentence", "Ann Archer left", "Ann", "Ann Archer"],
  ["three names, and no fourth word", "It was Ann Mary Jane Archer Smith", "Ann", "Ann Mary Jane Archer"],
  ["one name inside a sentence", "We met Quill there", "Quill", "Quill"],
  ["one capital at the head of a sentence", "Quill left", "Quill", ""],
  ["one capital behind a full stop", "It rained. Quill left", "Quill", ""],
  ["one capital behind a quotation mark", 'She said "Quill left"', "Quill", ""],
  ["one capital behind an emoji", "Such a day 🎉 Quill left", "Quill", ""],
  ["one capital on a line of its own", "Such a day\nQuill left", "Quill", ""],
  ["a known first name at the head of a sentence", "Priya left", "Priya", "Priya"],
  ["a known first name behind a full stop far into a text", `${"word ".repeat(60)}end. Priya left`, "Priya", "Priya"],
  ["one capital far into a text without a stop", `${"word ".repeat(60)} Quill left`, "Quill", "Quill"],
  ["a day", "We met on Monday there", "Monday", ""],
  ["a place known to everyone", "We met in London there", "London", ""],
  ["a small letter", "we met quill there", "quill", ""],
  ["capitals all through", "we met QUILL there", "QUILL", ""],
  ["one letter", "we met Q there", "Q", ""],
  ["names with a comma between them", "We met Quill, Archer and more", "Quill", "Quill"],
  ["a name in front of a day", "We met Quill Monday there", "Quill", "Quill"],
])("%s", (_, text, first, name) => {
  expect(nameAt(text, first)).toBe(name);
});
