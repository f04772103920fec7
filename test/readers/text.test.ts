import { describe, expect, test } from "vitest";
import { read, runsOf, texts } from "./read.ts";

describe("plain text", () => {
  test.each([
    ["one post a file", "Hello\nthere\n", [["draft.txt", 1, "Hello\nthere"]]],
    [
      "several between lines of dashes",
      "One\n---\nTwo\n-----  \nThree",
      [
        ["post-1", 1, "One"],
        ["post-2", 3, "Two"],
        ["post-3", 5, "Three"],
      ],
    ],
    ["blank parts are skipped", "---\n\n---\nOne\n---\n \n---\n", [["draft.txt", 4, "One"]]],
    ["blank lines around a post go, those within stay", "\n\n One\n\ntwo \n\n", [["draft.txt", 3, " One\n\ntwo "]]],
    [
      "two dashes and a dash within a line are copy",
      "One\n--\ntwo --- three",
      [["draft.txt", 1, "One\n--\ntwo --- three"]],
    ],
    [
      "Windows breaks",
      "One\r\ntwo\r\n---\r\nThree\r\n",
      [
        ["post-1", 1, "One\ntwo"],
        ["post-2", 4, "Three"],
      ],
    ],
  ])("%s", async (_, source, expected) => {
    const { posts, problems, notes } = await read("copy/draft.txt", source);
    expect(posts.map(({ id, source: { line }, copy }) => [id, line, copy[0].text])).toEqual(expected);
    expect(posts.some(({ named }) => named)).toBe(false);
    expect([...problems, ...notes]).toEqual([]);
    for (const post of posts) for (const { kept, there } of runsOf(post, source)) expect(kept).toBe(there);
  });

  test.each(["", "\n \n", "---\n---\n", "\uFEFF"])("%j has no post, which is a note", async (source) => {
    const { posts, notes } = await read("a.txt", source);
    expect(posts).toEqual([]);
    expect(notes).toEqual(["a.txt:-: This file has no post"]);
  });

  test("text that looks like another format is still text", async () => {
    expect(texts(await read("a.txt", '{"text": "Hi"}'))).toEqual(['{"text": "Hi"}']);
  });
});

test.each([
  ["From: Kim <kim@example.org>\nTo: Comms\nSubject: FW: a post\n\nCome along", true],
  ["-----\nVon: Kim\nGesendet: Montag\nAn: Team\nBetreff: ein Post\n\nCome along", true],
  ["From: our family to yours\n\nCome along", false],
  ["Subject: nursing\n\nCome along", false],
])("a text that begins %j is noted as an e-mail: %s", async (draft, isNoted) => {
  const { posts, notes } = await read("a.txt", draft);
  expect(posts).toHaveLength(1);
  expect(notes).toEqual(isNoted ? [expect.stringContaining("This reads like an e-mail with its headers")] : []);
});
