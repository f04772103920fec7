import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { NO_WORD_LISTS, type WordLists } from "../../src/learned/word-lists.ts";
import type { Sentence } from "../../src/prepare/document.ts";
import { lessonsIn } from "../../src/workshop/lessons.ts";

const folder = mkdtempSync(join(tmpdir(), "lessons-"));
afterAll(() => rmSync(folder, { recursive: true }));

const LISTS = [["shift"], ["whisper", "hush"], ["lout", "sikh"]];
const standingIn = ({ text }: Sentence) =>
  LISTS.flatMap((words, list) => (words.some((word) => text.toLowerCase().includes(word)) ? [list] : []));
const SETS = { setAt: [0, 1, 2, 3], setLists: [0, 1, 2] };
const lists: WordLists = {
  ...NO_WORD_LISTS,
  standingIn,
  setsIn: standingIn,
  sets: () => SETS,
  keyOf: (list) => 100 + list,
};

const TEXTS = ["Hush, what a shift.", "What a lout, this shift.", ...Array<string>(28).fill("What a shift we had.")];
const posts = TEXTS.map((text, at) => ({ id: `p-${at}`, text, primary: null, clauses: [], trigger: null }));
const file = join(folder, "one.jsonl");
writeFileSync(file, posts.map((post) => `${JSON.stringify(post)}\n`).join(""));

test("a list that stands in most posts, or holds a word for a group of people, is not learned from", async () => {
  const lessons = await lessonsIn([file], [], lists);
  const learned = lessons.map(({ document, listsIn }) => document.copies.flatMap((c) => c.sentences).flatMap(listsIn!));
  expect(learned).toEqual([[101], ...Array<number[]>(29).fill([])]);
});
