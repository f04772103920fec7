import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import { describe, expect, test, vi } from "vitest";
import { BrokenArchiveError, openArchive } from "../../src/containers/archive.ts";

const PLENTY = 1_000_000;
const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));
const bytesOf = (words: string) => new TextEncoder().encode(words);

async function zipped(parts: Readonly<Record<string, string>>, options = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(parts)) await writer.add(name, new TextReader(content));
  return writer.close();
}

describe("an archive", () => {
  test("gives its parts by name, and null for one that it has not", async () => {
    const archive = await openArchive(await zipped({ "a.xml": "<a/>", "b/c.xml": "<c/>" }), PLENTY);
    expect(archive.names).toEqual(["a.xml", "b/c.xml"]);
    expect(text(await archive.read("b/c.xml"))).toBe("<c/>");
    expect(await archive.read("d.xml")).toBeNull();
  });

  test("is copied with a part changed and a part added, the same on any day", async () => {
    const archive = await openArchive(await zipped({ "a.xml": "<a/>", "b.xml": "<b/>".repeat(500) }), PLENTY);
    const changes = new Map([
      ["b.xml", bytesOf("<changed/>")],
      ["new.xml", bytesOf("<new/>")],
    ]);
    const bytes = await archive.rewrite(changes);
    const copy = await openArchive(bytes, PLENTY);
    expect(copy.names).toEqual(["a.xml", "b.xml", "new.xml"]);
    expect(text(await copy.read("a.xml"))).toBe("<a/>");
    expect(text(await copy.read("b.xml"))).toBe("<changed/>");
    expect(text(await copy.read("new.xml"))).toBe("<new/>");
    vi.setSystemTime("2030-01-01");
    expect(await archive.rewrite(changes)).toEqual(bytes);
    vi.useRealTimers();
  });

  test.each([
    ["that is no zip file", async () => bytesOf("\u0089PNG and so on".repeat(50)), "no zip file that can be read"],
    ["that is empty", async () => new Uint8Array(0), "no zip file that can be read"],
    ["that is cut short", async () => (await zipped({ "a.xml": "<a/>".repeat(999) })).slice(0, 60), "no zip file"],
    ["that is locked", async () => zipped({ "a.xml": "<a/>" }, { password: "secret" }), "locked with a password"],
    ["that unpacks to too much", async () => zipped({ "a.xml": "0".repeat(3 * PLENTY) }), "more than 1 MB"],
  ])("%s is refused", async (_, make, message) => {
    const bytes = await make();
    const open = async () => (await openArchive(bytes, PLENTY)).read("a.xml");
    await expect(open()).rejects.toThrow(BrokenArchiveError);
    await expect(open()).rejects.toThrow(message);
  });
});
