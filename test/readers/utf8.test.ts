import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesOf, splitLines, textOf } from "../../src/readers/utf8.ts";
import { chunksOf, read, texts } from "./read.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function linesIn(bytes: Uint8Array, size: number): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const batch of linesOf(chunksOf(bytes, size))) {
    if (batch.kind === "broken") throw new Error(batch.reason);
    lines.push(...batch.texts.map((text, index): [number, string] => [batch.first + index, text]));
  }
  return lines;
}

describe("lines", () => {
  test.each([
    ["line feeds", "a\nb\n", ["a", "b"]],
    ["Windows breaks", "a\r\nb\r\n", ["a", "b"]],
    ["old Mac breaks", "a\rb\r", ["a", "b"]],
    ["all of them at once", "a\r\n\rb\n\nc", ["a", "", "b", "", "c"]],
    ["no break at the end", "a\nb", ["a", "b"]],
    ["a byte order mark", "\uFEFFa\nb", ["a", "b"]],
    ["nothing", "", []],
  ])("%s", async (_, text, expected) => {
    for (const size of [1, 2, 3, 1000]) {
      const lines = await linesIn(bytesOf(text), size);
      expect(lines).toEqual(expected.map((line, index) => [index + 1, line]));
    }
  });

  test("are the same however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "é", "🎅", "\r", "\n", "\r\n", "\uFEFF"), { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = parts.join("");
          const lines = (await linesIn(bytesOf(text), size)).map(([, line]) => line);
          const expected = splitLines(text.replace(/^\uFEFF/u, ""));
          if (expected.at(-1) === "") expected.pop();
          expect(lines).toEqual(expected);
          expect(await textOf(chunksOf(bytesOf(text), size))).toBe(text.replace(/^\uFEFF/u, ""));
        },
      ),
    );
  });
});

describe("bytes that are no UTF-8 text", () => {
  const windows1252 = Uint8Array.from([...bytesOf("First\n---\nSecond\n---\nDon"), 0x92, ...bytesOf("t\n")]);

  test.each([1, 4, 1000])("name the line, and the posts before it are read (chunks of %i)", async (size) => {
    const result = await read("a.txt", windows1252, {}, size);
    expect(texts(result)).toEqual(["First", "Second"]);
    expect(result.problems).toEqual([
      expect.stringMatching(/^a\.txt:5: Line 5 is not UTF-8 text, .* Save the file as UTF-8/u),
    ]);
  });

  test.each([
    ["a character that the end cuts in two", [0x61, 0x0a, 0xc3], /^a\.txt:2: Line 2 is not UTF-8/u],
    ["an overlong form", [0xc0, 0x80], /Line 1 is not UTF-8/u],
    ["a surrogate", [0xed, 0xa0, 0x80], /Line 1 is not UTF-8/u],
    ["UTF-16 that ends in half a letter", [0xff, 0xfe, 0x61, 0x00, 0x62], /begins like UTF-16, but line 1 is none/u],
    ["UTF-16 with half of a pair", [0xfe, 0xff, 0xd8, 0x00, 0x00, 0x61], /begins like UTF-16/u],
    ["a NUL in UTF-16", [0xff, 0xfe, 0x00, 0x00], /binary file, not text/u],
    ["a NUL in the middle", [0x61, 0x00, 0x62], /binary file, not text/u],
  ])("%s", async (_, bytes, message) => {
    for (const size of [1, 1000]) {
      const result = await read("a.txt", Uint8Array.from(bytes), {}, size);
      expect(result.problems).toEqual([expect.stringMatching(message)]);
      expect(result.posts).toEqual([]);
    }
  });

  test("an image is called binary", async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]);
    expect((await read("a.txt", png)).problems).toEqual([expect.stringMatching(/binary file, not text/u)]);
  });

  test.each([
    ["a.md", "# One\n\n"],
    ["a.json", "[\n\n"],
    ["a.jsonl", '{"text":"One"}\n\n'],
    ["a.csv", "copy\nCafé\n"],
    ["-", "One\n\n"],
  ])("are one problem to the reader of %s", async (name, before) => {
    const { problems } = await read(name, Uint8Array.from([...bytesOf(before), 0x22, 0x92, ...bytesOf("t\n")]));
    expect(problems).toEqual([expect.stringMatching(/:3: Line 3 is not UTF-8/u)]);
  });

  test.each(["utf16le", "utf16be"])("UTF-16 with a mark is read (%s)", async (order) => {
    const bytes = Buffer.from("\uFEFFJürgen 🎅\n---\nTwo", "utf16le");
    if (order === "utf16be") bytes.swap16();
    for (const size of [1, 5, 1000]) expect(texts(await read("a.txt", bytes, {}, size))).toEqual(["Jürgen 🎅", "Two"]);
  });

  test.each([1, 7, 1000])("a table in Windows-1252 is read, and that is said (chunks of %i)", async (size) => {
    const bytes = Uint8Array.from([
      ...bytesOf("copy;date\nOne;\nCaf"),
      0xe9,
      ...bytesOf(" "),
      0x93,
      0x80,
      ...bytesOf(";\n"),
    ]);
    const result = await read("a.csv", bytes, {}, size);
    expect(result.problems).toEqual([]);
    expect(texts(result)).toEqual(["One", "Café “€"]);
    expect(result.notes[0]).toMatch(/^a\.csv:3: This file is no UTF-8, so it was read as Windows-1252/u);
  });

  test("bytes that Windows-1252 has no letter for are not guessed at", async () => {
    const { problems } = await read("a.csv", Uint8Array.from([...bytesOf("copy\nCaf"), 0xe9, 0x81, 0x0a]));
    expect(problems).toEqual([expect.stringMatching(/^a\.csv:2: Line 2 is not UTF-8/u)]);
  });

  test("a U+FFFD that the author typed is text", async () => {
    expect(texts(await read("a.txt", "odd \uFFFD sign"))).toEqual(["odd \uFFFD sign"]);
  });
});
