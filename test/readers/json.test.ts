import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstMistake } from "../../src/readers/json-syntax.ts";
import { read, texts } from "./read.ts";

describe("JSON", () => {
  test.each([
    ["one post", '{"id": "a",\n "text": "Hi"}', [["a", true, 1, "Hi"]]],
    [
      "an array",
      '[\n {"text": "One"},\n {"id": 7, "text": "Two"}]',
      [
        ["post-1", false, 2, "One"],
        ["7", true, 3, "Two"],
      ],
    ],
    [
      "posts under their key",
      '{"note": [[{}]],\n"posts": [\n{"text": "One"}, {"text": "Two"}]}',
      [
        ["post-1", false, 3, "One"],
        ["post-2", false, 3, "Two"],
      ],
    ],
    [
      "texts",
      '["One",\r\n"Two"]',
      [
        ["post-1", false, 1, "One"],
        ["post-2", false, 2, "Two"],
      ],
    ],
    ["a byte order mark", '\uFEFF{"text": "Hi"}', [["post-1", false, 1, "Hi"]]],
    ["a key that comes twice", '{"posts": [1, 2], "p\\u006fsts": [\n{"text": "One"}]}', [["post-1", false, 2, "One"]]],
  ])("%s", async (_, source, expected) => {
    const { posts, problems, notes } = await read("a.json", source);
    expect(posts.map(({ id, named, source: { line }, copy }) => [id, named, line, copy[0].text])).toEqual(expected);
    expect([...problems, ...notes]).toEqual([]);
  });

  test("copy is on the line of its value, without a column", async () => {
    const source = '[{"id": "a",\n  "meta": {"text": "no"},\n  "text":\n    "One\\ntwo",\n  "title": "T"\n}]';
    const { posts } = await read("a.json", source);
    expect(posts[0]!.copy.map(({ stretches }) => stretches)).toEqual([
      [{ start: 0, line: 4, column: null, breaks: false }],
      [{ start: 0, line: 5, column: null, breaks: false }],
    ]);
  });

  test("an item that is no post is a problem, and the others are still read", async () => {
    const result = await read("a.json", '[5,\n{"text": "Hi"},\n["x"], null]');
    expect(texts(result)).toEqual(["Hi"]);
    expect(result.problems).toEqual([
      expect.stringMatching(/^a\.json:1: A post should be .*, not a number$/u),
      expect.stringMatching(/^a\.json:3: A post should be .*, not a list$/u),
      expect.stringMatching(/^a\.json:3: A post should be .*, not empty$/u),
    ]);
  });

  test.each(["", " \n", "[]", '{"posts": []}'])("%j has no post", async (source) => {
    const { notes, problems } = await read("a.json", source);
    expect(notes).toEqual(["a.json:-: This file has no post"]);
    expect(problems).toEqual([]);
  });

  test.each([
    [
      "a comma after the last key",
      '{\n "a": 1,\n}',
      "line 3, column 1: expected a key in double quotes (no comma after the last one)",
    ],
    ["a comma after the last item", "[1,]", "line 1, column 4: expected a value"],
    ["a missing comma", '[{"a": 1}\n {"a": 2}]', "line 2, column 2: expected a comma or ]"],
    ["a missing colon", '{"a" 1}', "line 1, column 6: expected a colon"],
    ["single quotes", "{'a': 1}", "line 1, column 2: expected a key in double quotes"],
    ["a line break in a text", '["a\nb"]', "line 1, column 4: expected a value"],
    ["a wrong escape", '["a\\x"]', "line 1, column 4"],
    ["an end too early", '[{"a": [1', "line 1, column 10: expected a comma or ]"],
    ["more after the end", "[] x", "line 1, column 4: expected nothing more"],
    ["a number that is none", "[01]", "line 1, column 2: expected a value"],
    ["nothing but a word", "hello", "line 1, column 1: expected a value"],
  ])("%s is a problem with its line and column", async (_, source, message) => {
    const { problems } = await read("a.json", source);
    expect(problems).toEqual([expect.stringContaining(`This is not valid JSON: ${message}`)]);
  });

  test("a problem never prints what the broken file holds", async () => {
    const { problems } = await read("a.json", '{"text": "NHS number 943 476 5919" oops}');
    expect(problems.join()).not.toMatch(/943|oops/u);
  });

  test("nesting without end is read", async () => {
    const deep = `[${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}]`;
    expect((await read("a.json", deep)).problems).toEqual([expect.stringContaining('has no "text"')]);
    expect((await read("a.json", deep.slice(0, -1))).problems).toEqual([expect.stringContaining("not valid JSON")]);
  });
});

test("firstMistake and JSON.parse agree on what is JSON", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"a"',
    '"\\u00e9"',
    '"\\q"',
    '"',
    "1",
    "-0.5e+3",
    "01",
    "true",
    "nul",
    " ",
    "\n",
    "\u00a0",
  );
  const nearlyJson = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    fc
      .tuple(fc.json(), fc.nat(), piece)
      .map(([json, at, sign]) => json.slice(0, at % (json.length + 1)) + sign + json.slice(at % (json.length + 1))),
    fc.json(),
  );
  fc.assert(
    fc.property(nearlyJson, (text) => {
      let isValid = true;
      try {
        JSON.parse(text);
      } catch {
        isValid = false;
      }
      expect(firstMistake(text) === null).toBe(isValid);
    }),
    { numRuns: 2000 },
  );
});
