import { describe, expect, test } from "vitest";
import type { Post } from "../../src/model/post.ts";
import { read } from "./read.ts";

const readOne = (post: unknown, defaults?: Readonly<Record<string, unknown>>) =>
  read("posts.jsonl", JSON.stringify(post), defaults);

async function metaOf(post: unknown, defaults?: Readonly<Record<string, unknown>>): Promise<Post["meta"]> {
  const { posts, problems } = await readOne(post, defaults);
  expect(problems).toEqual([]);
  return posts[0]!.meta;
}

describe("metadata", () => {
  test("stands under meta or beside the text, and meta wins", async () => {
    expect(
      await metaOf({
        text: "Hi",
        channel: "FB",
        status: "draft",
        meta: { channel: "Twitter" },
      }),
    ).toEqual({
      channel: "x",
      status: "draft",
    });
  });

  test.each([
    ["agency worker", "agency-worker"],
    ["Third party", "third-party"],
    ["Student", "student"],
    ["member of staff", "employee"],
  ])("author %s is %s", async (written, author) => {
    expect(await metaOf({ text: "Hi", author: written })).toEqual({ author });
  });

  test.each([
    ["a reference", "DPC/17/090", { reference: "DPC/17/090" }],
    ["null: known to be missing", null, { reference: null }],
    ["nothing: known to be missing", "", { reference: null }],
    ["none: known to be missing", "None", { reference: null }],
    [
      "a record",
      { reference: "A1", given_at: "2026-05-05T00:00Z", plan: "plan.pdf" },
      {
        reference: "A1",
        given_at: { at: Date.UTC(2026, 4, 5), written: "2026-05-05T00:00Z" },
        plan: "plan.pdf",
      },
    ],
  ])("permission as %s", async (_, permission, expected) => {
    expect(await metaOf({ text: "Hi", permission })).toEqual({
      permission: expected,
    });
  });

  test("a permission that is not there is not known", async () => {
    expect(await metaOf({ text: "Hi" })).toEqual({});
  });

  test.each([
    ["a blank text", { channel: " ", owner: "" }],
    ["null", { channel: null, publish_at: null, media: null }],
    ["a date that says n/a", { embargo_until: "n/a" }],
  ])("%s says nothing", async (_, meta) => {
    expect(await metaOf({ text: "Hi", meta })).toEqual({});
  });

  test("the defaults fill what a post does not say", async () => {
    const defaults = {
      channel: "Twitter",
      account: "Programme",
      embargo_until: "5 May 2026",
    };
    expect(await metaOf({ text: "Hi", account: "personal" }, defaults)).toEqual({
      channel: "x",
      account: "personal",
      embargo_until: {
        at: Date.UTC(2026, 4, 4, 23, 1),
        written: "5 May 2026",
      },
    });
  });

  test("a default that does not fit is a problem without a source", async () => {
    const { problems, posts } = await readOne({ text: "Hi" }, { account: "corprate" });
    expect(problems).toEqual([
      'account should be corporate, programme or personal, not "corprate" (did you mean corporate?)',
    ]);
    expect(posts).toHaveLength(1);
  });

  test.each([
    [{ channel: 5 }, "meta.channel should be text, not a number"],
    [{ owner: ["Jo"] }, "meta.owner should be text, not a list"],
    [{ status: true }, "meta.status should be text, not true"],
    [{ publish_at: 20260505 }, "meta.publish_at should be a date such as 2026-05-05 09:00, not a number"],
    [{ media: "a.jpg" }, "meta.media should be a list of images and films, each with its file and alt, not text"],
    [{ media: [{ alt: 3 }] }, "meta.media[0].alt should be text, not a number"],
    [{ permission: 12 }, "meta.permission should be the reference of the permission, not a number"],
    [{ permission: { given_at: "soonish" } }, 'meta.permission.given_at: "soonish" is not a date'],
    [{ author: "employe" }, "(did you mean employee?)"],
    [{ author: "agency" }, "a person from an agency is an agency-worker"],
    [{ account: "third-party" }, "(who wrote a post goes under author)"],
    ["x", "meta should hold keys such as channel and publish_at, not be text"],
  ])("%j is a problem with its place, and the post is still read", async (meta, message) => {
    const { problems, posts } = await readOne({ id: "a", text: "Hi", meta });
    expect(problems).toEqual([expect.stringContaining(message)]);
    expect(problems[0]).toMatch(/^posts\.jsonl:1: /u);
    expect(posts.map(({ id }) => id)).toEqual(["a"]);
  });

  test("a date that no calendar has is kept as written, with its weekday", async () => {
    const meta = { publish_at: "Thu 31/06/2026", permission: { reference: "DPC/1", given_at: "2026-02-30" } };
    const { notes, problems, posts } = await readOne({ id: "a", text: "Hi", meta });
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      expect.stringContaining('meta.publish_at: "Thu 31/06/2026" does not exist: June 2026 has 30 days'),
      expect.stringContaining('meta.permission.given_at: "2026-02-30" does not exist'),
    ]);
    expect(posts[0]!.meta).toEqual({
      permission: { reference: "DPC/1" },
      impossible: { publish_at: "Thu 31/06/2026", "permission.given_at": "2026-02-30" },
      weekday: "Thursday",
    });
  });

  test.each([
    [
      { channel: "twiter" },
      'channel is "twiter", a channel that is not known here: its own limits were not checked; did you mean twitter?',
      { channel: "twiter" },
    ],
    [
      { channel: "X, Facebook, Mastodon" },
      'channel is "X, Facebook, Mastodon": "Mastodon" is no channel that is known here, so its own limits were not checked',
      { channel: "X, Facebook, Mastodon", channels: ["x", "facebook"] },
    ],
    [
      { channel: "X, FB, Mumble + twiter" },
      '"Mumble" and "twiter" are no channels that are known here, so their own limits were not checked',
      { channel: "X, FB, Mumble + twiter", channels: ["x", "facebook"] },
    ],
    [{ channel: "Mastodon" }, 'channel is "Mastodon", a channel that is not known here', { channel: "Mastodon" }],
    [{ publish_at: "TBC" }, 'publish_at says "TBC": what depends on it was not checked', {}],
  ])("%j is a note", async (keys, message, meta) => {
    const { problems, notes, posts } = await readOne({ text: "Hi", ...keys });
    expect(notes).toEqual([expect.stringContaining(message)]);
    expect(problems).toEqual([]);
    expect(posts[0]!.meta).toEqual(meta);
  });

  test.each([
    [{}, { channel: "X and FB", channels: ["x", "facebook"] }],
    [{ channel: "x" }, { channel: "x" }],
    [{ channel: "LI + Insta" }, { channel: "LI + Insta", channels: ["linkedin", "instagram"] }],
    [{ channel: "Mastodon" }, { channel: "Mastodon" }],
    [{ channel: "" }, { channel: "X and FB", channels: ["x", "facebook"] }],
  ])("where X and FB are taken for granted, %j names these channels", async (keys, meta) => {
    const { posts, problems } = await read("a.jsonl", JSON.stringify({ text: "Hi", ...keys }), { channel: "X and FB" });
    expect(problems).toEqual([]);
    expect(posts[0]!.meta).toEqual(meta);
  });

  test("keys that every object has are no metadata", async () => {
    const line =
      '{"text":"Hi","__proto__":{"channel":"x"},"constructor":{"a":1},"meta":{"__proto__":{"account":"personal"},"toString":5}}';
    const { posts, problems } = await read("a.jsonl", line);
    expect(problems).toEqual([]);
    expect(posts[0]!.meta).toEqual({});
    expect(({} as Record<string, unknown>).channel).toBeUndefined();
  });

  test("unknown keys are ignored, those of a labelled post among them", async () => {
    const labelled = {
      id: "ta-1",
      text: "Hi",
      primary: "P1",
      clauses: ["P1"],
      trigger: "Hi",
      why: "…",
      tags: ["plain"],
    };
    expect(await metaOf(labelled)).toEqual({});
  });
});

describe("copy", () => {
  test("is the text, then title, first comment and alt texts that are not empty", async () => {
    const { posts } = await readOne({
      text: "Body",
      first_comment: "More",
      meta: {
        title: "Head",
        media: [
          { file: "a.jpg", alt: "" },
          { file: "b.jpg", alt: "A dog" },
        ],
      },
    });
    expect(posts[0]!.copy.map(({ field, text }) => [field, text])).toEqual([
      ["text", "Body"],
      ["title", "Head"],
      ["first_comment", "More"],
      ["media[1].alt", "A dog"],
    ]);
    expect(posts[0]!.meta.media).toEqual([{ file: "a.jpg" }, { file: "b.jpg", alt: "A dog" }]);
  });

  test("may be a title alone", async () => {
    const { posts } = await readOne({ text: "", title: "Head" });
    expect(posts[0]!.copy.map(({ text }) => text)).toEqual(["", "Head"]);
  });

  test.each([
    ["no text", {}, 'This post has no "text", the key that holds its copy'],
    ["a number", { text: 5 }, "text should be text, not a number"],
    ["a list", { text: ["a"] }, "text should be text, not a list"],
  ])("%s is a problem", async (_, post, message) => {
    const { posts, problems } = await readOne(post);
    expect(problems).toEqual([`posts.jsonl:1: ${message}`]);
    expect(posts).toEqual([]);
  });

  test.each([{ text: "" }, { text: " \n" }, { text: null }])("%j is a note", async (post) => {
    const { posts, notes, problems } = await readOne(post);
    expect(notes).toEqual(["posts.jsonl:1: This post has no copy yet"]);
    expect([...posts, ...problems]).toEqual([]);
  });
});

describe("ids", () => {
  test.each([
    ["a text", "a1", { id: "a1", named: true }],
    ["a number", 12, { id: "12", named: true }],
    ["nothing", undefined, { id: "line-1", named: false }],
    ["a blank", " ", { id: "line-1", named: false }],
  ])("%s", async (_, id, expected) => {
    const { posts } = await readOne({ id, text: "Hi" });
    expect(posts).toEqual([expect.objectContaining(expected)]);
  });

  test("a list is a problem, and the post is still read", async () => {
    const { posts, problems } = await readOne({ id: ["a"], text: "Hi" });
    expect(problems).toEqual(["posts.jsonl:1: id should be text or a number, not a list"]);
    expect(posts).toHaveLength(1);
  });

  test("a duplicate id is one note, however often it comes", async () => {
    const line = '{"id":"a","text":"Hi"}\n';
    const { posts, notes } = await read("a.jsonl", line.repeat(3));
    expect(notes).toEqual(['a.jsonl:2: The id "a" is used by more than one post']);
    expect(posts).toHaveLength(3);
  });
});

describe("copy is said to stand where its words do", () => {
  const linesOfCopy = async (name: string, source: string) => {
    const { posts } = await read(name, source);
    return Object.fromEntries(
      posts.flatMap(({ copy }) => copy.map(({ field, text, stretches }) => [field, [stretches[0]?.line, text]])),
    );
  };

  test.each([
    [
      "a.json",
      '{"text": "Hi",\n"title": "Outer",\n"media": [],\n"meta": {"account": "x",\n"media": [{},\n{"alt": "A"}],\n"title": "Inner"}}',
      { text: [1, "Hi"], title: [7, "Inner"], "media[1].alt": [6, "A"] },
    ],
    [
      "b.json",
      '[{"text": "No",\n"title": "Outer",\n"text": "Hi",\n"media": [{"alt": "A"},\n{"alt": "B"}]}]',
      { text: [3, "Hi"], title: [2, "Outer"], "media[0].alt": [4, "A"], "media[1].alt": [5, "B"] },
    ],
    [
      "a.yaml",
      "title: Outer\ntext: >\n  Hi\nmeta:\n  account: personal\n  media: [{},\n    {alt: A}]\n  title: |\n    Inner",
      { text: [3, "Hi\n"], title: [9, "Inner\n"], "media[1].alt": [7, "A"] },
    ],
    [
      "a.md",
      "---\ntitle: Outer\nmeta:\n  account: personal\n  title: Inner\n  media:\n    - alt: A\n---\nHi",
      { text: [9, "Hi"], title: [5, "Inner"], "media[0].alt": [7, "A"] },
    ],
  ])("in %s", async (name, source, expected) => {
    expect(await linesOfCopy(name, source)).toEqual(expected);
  });
});
