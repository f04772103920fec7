import { expect, test } from "vitest";
import { headings, read } from "./read.ts";

test.each([1, 7, 1000])(
  "a broken line is a problem and the others are still read (chunks of %i bytes)",
  async (size) => {
    const source =
      '{"id":"a","text":"One 🎅"}\r\n\r\n{"id":"b" "text":"Two"}\r\n["Three"]\r\n"Four"\r\n{"text":"Five\\nsix"}';
    const { posts, problems, notes } = await read("a.jsonl", source, {}, size);
    expect(posts.map(({ id, named, source: { line }, copy }) => [id, named, line, copy[0].text])).toEqual([
      ["a", true, 1, "One 🎅"],
      ["line-6", false, 6, "Five\nsix"],
    ]);
    expect(problems).toEqual([
      "a.jsonl:3: This line is not valid JSON: column 11: expected a comma or }",
      'a.jsonl:4: A line should hold one post, {"id": …, "text": …}, not a list',
      'a.jsonl:5: A line should hold one post, {"id": …, "text": …}, not text',
    ]);
    expect(notes).toEqual([]);
  },
);

test("the way back is the line, since JSON hides the column", async () => {
  const { posts } = await read("a.jsonl", '\n{"text":"One\\ntwo"}');
  expect(posts[0]!.copy[0].stretches).toEqual([{ start: 0, line: 2, column: null, breaks: false }]);
});

test.each(["", "\n\n"])("%j has no post, which is a note", async (source) => {
  const { posts, notes } = await read("a.jsonl", source);
  expect(posts).toEqual([]);
  expect(notes).toEqual(["a.jsonl:-: This file has no post"]);
});

test("posts come while the rest is still to be read", async () => {
  const { readerFor } = await import("../../src/readers/index.ts");
  let asked = 0;
  async function* endless() {
    for (;;) {
      asked++;
      yield new TextEncoder().encode('{"text":"Hi"}\n');
    }
  }
  const posts = [];
  for await (const reading of readerFor("a.jsonl")!(
    { name: "a.jsonl", bytes: endless() },
    { defaults: {}, map: {}, headings },
  )) {
    posts.push(reading);
    if (posts.length === 3) break;
  }
  expect(asked).toBe(3);
});
