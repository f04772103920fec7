import { expect, test } from "vitest";
import { read } from "./read.ts";

test.each([
  ["words", "Hello\nthere", ["Hello\nthere"]],
  ["words in parts", "One\n---\nTwo", ["One", "Two"]],
  ["JSON Lines", '{"text":"One"}\n{"text":"Two"}\n', ["One", "Two"]],
  ["JSON Lines below blank lines", '\n\n{"text":"One"}\n{"text":"Two"}\n', ["One", "Two"]],
  ["JSON Lines with a byte order mark", '\uFEFF{"text":"One"}\n{"text":"Two"}', ["One", "Two"]],
  ["JSON on one line", '{"posts":[{"text":"One"},{"text":"Two"}]}', ["One", "Two"]],
  ["JSON on many lines", '[\n  {"text":"One"},\n  {"text":"Two"}\n]', ["One", "Two"]],
  ["one post", '{\n"text":"One"}', ["One"]],
  ["copy that begins with a placeholder", "{{name}} is here", ["{{name}} is here"]],
  ["copy that begins with a bracket", "[NAME] is here\nand happy", ["[NAME] is here\nand happy"]],
  ["JSON Lines whose first is broken", '{"text" "One"}\n{"text":"Two"}', ["Two"]],
])("%s", async (_, source, expected) => {
  for (const size of [1, 1000]) {
    const { posts } = await read("-", source, {}, size);
    expect(posts.map(({ copy }) => copy[0].text)).toEqual(expected);
  }
});

test.each([
  ["JSON", '{"posts":[{"text":"One Ċ"},\n{"text":"Two"}]}', ["One Ċ", "Two"]],
  ["JSON Lines", '\n{"text":"One Ċ"}\n{"text":"Two"}\n', ["One Ċ", "Two"]],
  ["words", "Hello\nthere", ["Hello\nthere"]],
])("%s in UTF-16", async (_, source, expected) => {
  const littleEndian = Buffer.from(`\uFEFF${source}`, "utf16le");
  for (const bytes of [littleEndian, Buffer.from(littleEndian).swap16()]) {
    for (const size of [1, 1000]) {
      const { posts } = await read("-", bytes, {}, size);
      expect(posts.map(({ copy }) => copy[0].text)).toEqual(expected);
    }
  }
});

test("broken JSON is a problem and not copy", async () => {
  const { posts, problems } = await read("-", '[\n  {"text": "One",}\n]');
  expect(posts).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/^-:2: This is not valid JSON/u)]);
});

test("nothing is a note", async () => {
  expect((await read("-", "")).notes).toEqual(["-:-: This file has no post"]);
});

test.each([
  ["a workbook", Buffer.from("PK\u0003\u0004\0\0")],
  ["a workbook whose first bytes hold a line break", Buffer.from("PK\u0003\u0004\n\0\n")],
])("%s is a problem that says what to do", async (_, bytes) => {
  const { posts, problems } = await read("-", bytes);
  expect(posts).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/^-:-: This is a workbook, .* name the file\.$/u)]);
});

test.each([
  ["Date,Copy\n01/05/2026,Hi", 1],
  ["Date\tChannel\tCopy\n", 1],
  ["Hello, all\nWe are open", 0],
  ["New date, same place: come along, everyone", 0],
])("%j is text, and a note says where it looks like a table", async (source, count) => {
  const { posts, notes } = await read("-", source);
  expect(posts).toHaveLength(1);
  expect(notes.filter((note) => note.includes("headings of a table"))).toHaveLength(count);
});
