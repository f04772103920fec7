import { afterEach, expect, test } from "vitest";
import { filePatchesIn, WHOLE_FILE } from "../../src/changes/patch.ts";
import { type ScratchRepository, scratchRepository } from "../scratch-repository.ts";

let repository: ScratchRepository;
afterEach(() => repository.remove());

/** The patch of a file that git has `before` of, and that is `after` now. */
function patchOf(before: string, after: string, name = "a.md") {
  repository = scratchRepository({ [name]: before });
  repository.write(name, after);
  const patch = repository.git("diff", "HEAD", "--text", `--unified=${WHOLE_FILE}`);
  return filePatchesIn(Buffer.from(patch)).get(name);
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

test.each<[string, string, string, readonly [number, number][]]>([
  ["a line that is added", "One.\nTwo.\n", "One.\nNew.\nTwo.\n", [[2, 2]]],
  ["lines that are added apart", "One.\nTwo.\n", "New.\nOne.\nTwo.\nNew.\nNewer.\n", [[1, 1], [4, 5]]], // biome-ignore format: a row
  ["a line that is rewritten", "One.\nTwo.\n", "One.\nZwei.\n", [[2, 2]]],
  ["a line that is taken out", "One.\nTwo.\n", "One.\n", []],
  ["a last line without a break", "One.\nTwo.", "One.\nTwo.\nThree.", [[2, 3]]],
  ["a break that only the last line gets", "One.", "One.\n", [[1, 1]]],
  ["lines that are empty", "One.\n\n\nTwo.\n", "One.\n\n\nTwo.\n\nThree.\n", [[5, 6]]],
  ["lines that read like git's own", "++ b/b.md\n-- a/b.md\n@@ -1 +1 @@\n", "@@ -9 +9 @@\ndiff --git a/x b/x\n++ b/b.md\n-- a/b.md\n@@ -1 +1 @@\n", [[1, 2]]], // biome-ignore format: a row
  ["lines that end as on Windows", "One.\r\nTwo.\r\n", "One.\r\nTwo.\r\nThrée ☕.\r\n", [[3, 3]]],
  ["bytes that are no text", "One.\u0000\n", "One.\u0000\nTwo.\u0000\n", [[2, 2]]],
])("%s: a patch tells the lines and holds the whole file, before and after", (_, before, after, lines) => {
  const patch = patchOf(before, after);
  expect(patch?.added.map(({ from, to }) => [from, to])).toEqual(lines);
  expect(text(patch?.whole?.before)).toBe(before);
  expect(text(patch?.whole?.after)).toBe(after);
});

test("a patch with less of the file around does not pass for the whole of it", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `Line ${index}.\n`);
  repository = scratchRepository({ "a.md": lines.join("") });
  repository.write("a.md", ["New.\n", ...lines, "New.\n"].join(""));
  const patch = filePatchesIn(Buffer.from(repository.git("diff", "HEAD", "--unified=0"))).get("a.md");
  expect(patch).toEqual({ added: [{ from: 1, to: 1 }, { from: 42, to: 42 }], whole: null }); // biome-ignore format: a row
});
