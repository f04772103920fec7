import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FOLDER_ENDINGS, NAMED_ENDINGS, readerFor, readers } from "../../src/readers/index.ts";
import { read, runsOf } from "./read.ts";

describe("which reader", () => {
  test.each([
    ["a.txt", readers[".txt"]],
    ["copy/July.CSV", readers[".csv"]],
    ["a.tsv", readers[".csv"]],
    ["a.b.jsonl", readers[".jsonl"]],
  ])("%s", (name, reader) => {
    expect(readerFor(name)).toBe(reader);
  });

  test.each(["a.png", "a", "a.txt/b", ".constructor", "a.__proto__", ""])("none for %j", (name) => {
    expect(readerFor(name)).toBeNull();
  });

  test("every ending is read in folders or only when named", () => {
    expect([...FOLDER_ENDINGS, ...NAMED_ENDINGS].sort()).toEqual(Object.keys(readers).sort());
  });
});

/** Bytes that come close to each format, so that its corners are met and not only its first refusal. */
const signs = [
  "---\n",
  "# ",
  "## Post 1\n",
  "## Post 2\n",
  "```\n",
  "```js\n",
  "<!--",
  "-->",
  "\n",
  "\r\n",
  "\r",
  "a",
  "é🎅",
  ": ",
  "- ",
  "&a ",
  "*a ",
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ";",
  "\t",
  '"text"',
  '"meta"',
  '"posts"',
  "channel",
  "copy,date\n",
  '{"text":"Hi"}\n',
  '{"text":"Hi","meta":{"channel":5}}\n',
  '{"__proto__":1}',
  "split: h2\n",
  "5 May 2026",
  "null",
  "1e999",
  "\\",
  "\u0000",
  "\uFEFF",
];
const nearly = fc
  .array(fc.constantFrom(...signs), { maxLength: 25 })
  .map((parts) => new TextEncoder().encode(parts.join("")));
const anything = fc.oneof(nearly, nearly, fc.uint8Array({ maxLength: 60 }));
const names = [...Object.keys(readers).map((ending) => `a${ending}`), "-"];

test.each(names)("no bytes make the reader of %s throw, and each reading is whole", async (name) => {
  await fc.assert(
    fc.asyncProperty(anything, fc.integer({ min: 1, max: 30 }), async (bytes, size) => {
      const { readings } = await read(name, bytes, {}, size);
      for (const reading of readings) {
        if (reading.kind !== "post") continue;
        const { id, copy, source } = reading.post;
        expect(id).not.toBe("");
        expect(source.line).toBeGreaterThan(0);
        expect(copy[0].field).toBe("text");
        expect(copy.some(({ text }) => text.trim() !== "")).toBe(true);
        for (const { text, stretches } of copy) {
          expect(stretches[0]?.start).toBe(0);
          for (const { start } of stretches) expect(start).toBeLessThanOrEqual(text.length);
        }
      }
      expect(readings).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each(["a.txt", "a.md"])("every kept run of %s stands in the source where the way back says", async (name) => {
  await fc.assert(
    fc.asyncProperty(nearly, fc.integer({ min: 1, max: 30 }), async (bytes, size) => {
      const source = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      for (const post of (await read(name, bytes, {}, size)).posts) {
        for (const { kept, there } of runsOf(post, source)) expect(kept).toBe(there);
      }
    }),
    { numRuns: 500 },
  );
});

test("nothing is lost from plain text but separators and blank lines", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("a", "b c", "", " ", "---", "- -", "\t")), async (lines) => {
      const { posts } = await read("a.txt", lines.join("\n"));
      const kept = posts.flatMap(({ copy }) => copy[0].text.split("\n")).filter((line) => line.trim() !== "");
      expect(kept).toEqual(lines.filter((line) => line.trim() !== "" && line !== "---"));
    }),
  );
});
