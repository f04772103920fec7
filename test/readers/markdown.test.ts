import { describe, expect, test } from "vitest";
import { read, runsOf, texts } from "./read.ts";

const readMarkdown = async (source: string) => {
  const result = await read("copy/launch.md", source);
  for (const post of result.posts) for (const { kept, there } of runsOf(post, source)) expect(kept).toBe(there);
  return result;
};

describe("what is copy", () => {
  test.each([
    ["a heading without its signs", "# Big news ##\n\nWe did it", "Big news\n\nWe did it"],
    ["a hashtag", "#BigNews today", "#BigNews today"],
    ["a heading that ends in a sign of its own", "## Learn C#", "Learn C#"],
    [
      "lists, quotes, emphasis and links as they are",
      "- **one** [two](https://x.test)\n> three",
      "- **one** [two](https://x.test)\n> three",
    ],
    ["a fence without a label", "a\n```\nb\n```\nc", "a\nb\nc"],
    ["a text fence", "~~~ Text\nb\n~~~", "b"],
    ["a fence within a longer fence", "````\n```js\nb\n```\n````", "```js\nb\n```"],
    ["not a program's fence", "a\n```js\nconst secret = 1;\n```\nc", "a\nc"],
    ["not a comment", "a <!-- hidden -->b<!-- too --> c", "a b c"],
    ["not a comment over several lines", "a <!-- hidden\nhidden\nhidden --> b\nc", "a \n b\nc"],
    ["not a line that only holds a comment", "a\n<!-- hidden -->\nb", "a\nb"],
    ["a comment that never ends", "a <!-- b\nc", "a <!-- b\nc"],
    ["a rule", "a\n\n---\n\nb", "a\n\n---\n\nb"],
    ["words between two rules at the top", "---\nHello there\n---\nb", "---\nHello there\n---\nb"],
    ["a rule at the top that no other follows", "---\nchannel: x\n", "---\nchannel: x"],
  ])("%s", async (_, source, expected) => {
    const result = await readMarkdown(source);
    expect(texts(result)).toEqual([expected]);
    expect([...result.problems, ...result.notes]).toEqual([]);
  });

  test("a fence that is never closed hides nothing, and is a note", async () => {
    const result = await readMarkdown("a\n```js\nb\n");
    expect(texts(result)).toEqual(["a\n```js\nb"]);
    expect(result.notes).toEqual([expect.stringMatching(/^copy\/launch\.md:2: This code block is never closed/u)]);
  });

  test.each(["", "<!-- only this -->", "---\nchannel: x\n---\n\n", "```js\ncode\n```\n"])(
    "%j has no post",
    async (source) => {
      const { posts, notes } = await readMarkdown(source);
      expect(posts).toEqual([]);
      expect(notes).toEqual(["copy/launch.md:-: This file has no post"]);
    },
  );

  test("columns do not slip after an emoji or a comment", async () => {
    const { posts } = await readMarkdown("## 🎅🏽 Ho\n<!-- 🎅 -->ho <!-- x --> ho");
    expect(posts[0]!.copy[0].stretches).toEqual([
      { start: 0, line: 1, column: 4, breaks: true },
      { start: 8, line: 2, column: 12, breaks: true },
      { start: 11, line: 2, column: 25, breaks: true },
    ]);
  });
});

describe("front matter", () => {
  test("is metadata, and its id and title are the post's", async () => {
    const { posts, problems } = await readMarkdown(
      "---\nid: launch-1\ntitle: Big news\nchannel: LinkedIn (corporate)\nmeta:\n  account: corporate\npublish_at: 2026-05-05\n---\nHello",
    );
    expect(problems).toEqual([]);
    expect(posts[0]).toMatchObject({
      id: "launch-1",
      named: true,
      source: { line: 9 },
      meta: {
        channel: "linkedin",
        account: "corporate",
        publish_at: { written: "2026-05-05" },
      },
      copy: [
        { field: "text", text: "Hello", stretches: [{ line: 9, column: 1 }] },
        {
          field: "title",
          text: "Big news",
          stretches: [{ start: 0, line: 3, column: null, breaks: false }],
        },
      ],
    });
  });

  test.each([
    [
      "a broken one",
      "---\nchannel: x\ntitle: Big: news\n---\nHello",
      /launch\.md:3: The front matter .* column \d+: /u,
    ],
    ["a list", "---\n- a\n- b\n---\nHello", /launch\.md:1: .* should hold keys such as "channel: x", not be a list/u],
    [
      "a bomb of aliases",
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh".replace(/./gu, (key, at: number) => `${key}: &${key} [${`*${"abcdefgh"[at]},`.repeat(9)}]\n`)}---\nHello`,
      /launch\.md:1: .*repeats itself too often/u,
    ],
    ["a bottomless list", `---\na: ${"[".repeat(20_000)}\n---\nHello`, /launch\.md:1: .* nested too deeply/u],
  ])("%s is a problem, and the copy is still read", async (_, source, message) => {
    const result = await readMarkdown(source);
    expect(result.problems).toEqual([expect.stringMatching(message)]);
    expect(texts(result)).toEqual(["Hello"]);
  });
});

describe("several posts in a file", () => {
  const sections = async (source: string) =>
    (await readMarkdown(source)).posts.map(({ id, named, source: { line }, copy }) => [id, named, line, copy[0].text]);

  test.each([
    [
      "Post",
      "## Post 1\nA\n## Post 2: launch\nB\n### Sub\nC",
      [
        ["post-1", false, 1, "A"],
        ["post-2-launch", false, 3, "B\nSub\nC"],
      ],
    ],
    [
      "weekdays",
      "# Monday\nA\n\n# Tues 5 May\nB",
      [
        ["monday", false, 1, "A"],
        ["tues-5-may", false, 4, "B"],
      ],
    ],
    [
      "numbers",
      "### 1.\nA\n### 2.\nB",
      [
        ["1", false, 1, "A"],
        ["2", false, 3, "B"],
      ],
    ],
    [
      "a heading of the same level without a label",
      "## Tweet 1\nA\n## Notes\nN\n## Tweet 2\nB",
      [
        ["tweet-1", false, 1, "A"],
        ["notes", false, 3, "N"],
        ["tweet-2", false, 5, "B"],
      ],
    ],
    [
      "the same label twice",
      "## Post\nA\n## Post\nB",
      [
        ["post", false, 1, "A"],
        ["post-2", false, 3, "B"],
      ],
    ],
    [
      "front matter that says so",
      "---\nsplit: h2\n---\n## Launch\nA\n## Thanks\nB",
      [
        ["launch", false, 4, "A"],
        ["thanks", false, 6, "B"],
      ],
    ],
  ])("%s", async (_, source, expected) => {
    expect(await sections(source)).toEqual(expected);
  });

  test.each([
    ["one label alone", "## Post 1\nA\n## Thanks\nB", "Post 1\nA\nThanks\nB"],
    ["labels of different levels", "# Post 1\nA\n## Post 2\nB", "Post 1\nA\nPost 2\nB"],
    [
      "words that only begin like a label",
      "## Postgraduate deans\nA\n## Daylight\nB",
      "Postgraduate deans\nA\nDaylight\nB",
    ],
    ["front matter that says none", "---\nsplit: none\n---\n## 1. Apply\nA\n## 2. Wait\nB", "1. Apply\nA\n2. Wait\nB"],
    ["headings with nothing under them", "## 1. Apply\n## 2. Wait", "1. Apply\n2. Wait"],
    ["labels within a fence", "```\n## Post 1\n## Post 2\n```", "## Post 1\n## Post 2"],
  ])("not with %s", async (_, source, expected) => {
    expect(texts(await readMarkdown(source))).toEqual([expected]);
  });

  test("front matter applies to each, its title and id to none", async () => {
    const { posts, notes } = await readMarkdown(
      "---\nid: june\ntitle: June\nchannel: x\n---\n## Post 1\nA\n## Post 2\nB",
    );
    expect(posts.map(({ id, meta, copy }) => [id, meta, copy.length])).toEqual([
      ["post-1", { channel: "x" }, 1],
      ["post-2", { channel: "x" }, 1],
    ]);
    expect(notes).toEqual([]);
  });

  test("what is under no heading of a post, or has no copy yet, is a note", async () => {
    const result = await readMarkdown("# June\nOwner: Jo\n## Post 1\nA\n## Post 2\n\n# July\n## Post 3\nC");
    expect(texts(result)).toEqual(["A", "C"]);
    expect(result.notes).toEqual([
      "copy/launch.md:2: What stands here is under no heading of a post and was not checked",
      "copy/launch.md:5: This post has no copy yet",
    ]);
  });

  test("a split that is no level of heading is a problem", async () => {
    const { problems } = await readMarkdown("---\nsplit: [h2]\n---\nA");
    expect(problems).toEqual(["copy/launch.md:1: split should be a level of heading such as h2, or none"]);
  });
});
