import { describe, expect, test } from "vitest";
import { read, texts } from "./read.ts";

const readPosts = (posts: unknown, map: Readonly<Record<string, readonly string[]>> = {}) =>
  read("a.json", JSON.stringify(posts), {}, 65_536, map);

describe("keys under another name", () => {
  test("are read as those that calendars know by it", async () => {
    const { posts, notes, problems } = await readPosts({
      body: "Fine day.",
      channels: ["twitter", "LinkedIn"],
      scheduledFor: "2026-05-04T09:00:00Z",
      media: [{ url: "a.png", altText: "A sign" }],
      "Approved-By": "Ann",
    });
    expect([...notes, ...problems]).toEqual([]);
    expect(posts[0]!.copy.map(({ field, text }) => [field, text])).toEqual([
      ["text", "Fine day."],
      ["media[0].alt", "A sign"],
    ]);
    expect(posts[0]!.meta).toEqual({
      channel: "twitter, LinkedIn",
      channels: ["x", "linkedin"],
      publish_at: { at: Date.UTC(2026, 4, 4, 9), written: "2026-05-04T09:00:00Z" },
      approved_by: "Ann",
      media: [{ file: "a.png", alt: "A sign" }],
    });
  });

  test.each([
    ["alt_text", { image: "a.png", alt_text: "A sign" }],
    ["a list of pictures", { images: [{ src: "a.png", image_description: "A sign", file: "a.png" }] }],
    ["one picture", { photo: { url: "a.png", "Alt text": "A sign" } }],
    ["meta", { meta: { media: [{ file: "a.png", altText: "A sign" }] } }],
    ["alt beside a file", { media: [{ file: "a.png" }], alt: "A sign" }],
  ])("media: %s", async (_, keys) => {
    const { posts, problems } = await readPosts({ text: "Hi", ...keys });
    expect(problems).toEqual([]);
    expect(posts[0]!.meta.media).toMatchObject([{ file: "a.png", alt: "A sign" }]);
    expect(posts[0]!.copy.map(({ text }) => text)).toEqual(["Hi", "A sign"]);
  });

  test.each([
    ["null", { copy: null, post: "Our matron says so" }],
    ["blank", { copy: " ", caption: "Our matron says so" }],
  ])("a key that is %s keeps no words of another from being copy", async (_, post) => {
    const { posts } = await readPosts(post);
    expect(posts.map(({ copy }) => copy[0].text)).toEqual(["Our matron says so"]);
  });

  test("a date and a time make one moment", async () => {
    const { posts } = await readPosts({ text: "Hi", date: "2026-05-04", time: "09:30" });
    expect(posts[0]!.meta.publish_at?.written).toBe("2026-05-04 09:30");
  });

  test("copy and alt text are on the line where they stand", async () => {
    const json = await read("a.json", '[{\n"caption": "Hi",\n"photos": [\n{"altText":\n"A sign"}]}]');
    const yaml = await read("a.yaml", "- caption: Hi\n  photos:\n    - altText: A sign\n");
    const linesOf = ({ posts }: typeof json) => posts[0]!.copy.map(({ stretches }) => stretches[0]!.line);
    expect([linesOf(json), linesOf(yaml)]).toEqual([
      [2, 5],
      [1, 3],
    ]);
  });

  test("a key of ours wins, and what a check goes by is told of where it can't be read", async () => {
    const { posts, notes, problems } = await readPosts([
      { text: "Hi", caption: "Our matron says so", channel: "x", platform: "LinkedIn" },
      { text: "Ho", scheduled_at: 1778000000, writer: "Ann" },
    ]);
    expect(posts.map(({ meta }) => meta)).toEqual([{ channel: "x" }, {}]);
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      'a.json:-: Keys that are not known here were not read: "caption", "writer" (author?) and "scheduled_at" (publish_at?). To have one read, say what it holds, as in --map author=writer.',
    ]);
  });
});

describe("keys that are not known", () => {
  test("are told of once a file where they hold words, or look like one that is known", async () => {
    const post = { text: "Hi", note: "Ask the ward first", chanell: "X", content: { extra: "Our matron is here" } };
    const { notes } = await read("a.jsonl", `${JSON.stringify(post)}\n${JSON.stringify(post)}\n`);
    expect(notes).toEqual([
      'a.jsonl:-: Keys that are not known here were not read: "note", "chanell" (channel?) and "content.extra". To have one read, say what it holds, as in --map channel=chanell.',
    ]);
  });

  test("are passed over where they hold no copy", async () => {
    const { notes, problems } = await readPosts({
      ...{ id: 1, text: "Hi", likes: 4, url: "https://example.org/a-b", channel_id: "c1", tags: ["video", "film"] },
      ...{
        created_at: "2026-05-04",
        profile: { name: "HEE" },
        sent: true,
        clauses: [],
        why: null,
        primary: "M3.5",
        comment: "Ask Ann",
      },
    });
    expect([...notes, ...problems]).toEqual([]);
  });
});

describe("--map", () => {
  test("takes keys and paths, and wins over keys of ours", async () => {
    const post = { id: "a", content: { text: "Hi", media: [{ note: "A sign" }] }, channel: "x", where_to: "Facebook" };
    const map = { text: ["content.text"], channel: ["where_to"], alt: ["content.media[0].note"] };
    const { posts, notes, problems } = await readPosts([post], map);
    expect([...notes, ...problems]).toEqual([]);
    expect(posts[0]!.copy.map(({ text }) => text)).toEqual(["Hi", "A sign"]);
    expect(posts[0]!.meta.channel).toBe("facebook");
  });

  test("several keys of copy are several posts", async () => {
    const { posts } = await readPosts({ id: "a", x: "Hi", li: "Hello" }, { text: ["x", "li"] });
    expect(posts.map(({ id, copy }) => [id, copy[0].text])).toEqual([
      ["a-x", "Hi"],
      ["a-li", "Hello"],
    ]);
  });

  test("a key that no post has is told of", async () => {
    const { notes } = await readPosts({ text: "Hi" }, { text: ["C"] });
    expect(notes).toEqual([
      expect.stringMatching(/^a\.json:-: No post here has a key "C", so nothing was read from it\./u),
    ]);
  });
});

describe("without copy", () => {
  test.each([
    ["a wrapper", { workspace: "hee", data: { posts: [{ content: { text: "Hi" } }] } }, /a list under "data\.posts"/u],
    ["a list under another name", { updates: [{ text: "Hi" }] }, /a list under "updates".*\{"posts": \[/u],
    [
      "copy further in",
      [{ id: 1, content: { text: "Our matron is here" } }],
      /Words stand under "content\.text".*--map text=content\.text/u,
    ],
    [
      "an object for text",
      { text: { body: "Our matron is here" } },
      /text should be text, not an object\. .*text=text\.body$/u,
    ],
    ["nothing like copy", { id: 1 }, /This post has no "text", the key that holds its copy$/u],
  ])("%s is told of as what it is", async (_, root, message) => {
    const { problems, notes } = await readPosts(root);
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(notes).toEqual([]);
  });
});

test("YAML goes by the same names", async () => {
  expect(texts(await read("a.yaml", "- message: Hi\n  platform: x\n"))).toEqual(["Hi"]);
});
