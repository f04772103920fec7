import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Io } from "../../src/io/io.ts";
import { IoError } from "../../src/io/io-error.ts";
import { processIo } from "../../src/io/process-io.ts";
import { memoryIo } from "../memory-io.ts";

const folder = mkdtempSync(join(tmpdir(), "postlint-"));
mkdirSync(join(folder, "in"));
writeFileSync(join(folder, "note.txt"), "Hello");
writeFileSync(join(folder, "in/deep.txt"), "");
afterAll(() => rmSync(folder, { recursive: true }));

const files = { [join(folder, "note.txt")]: "Hello", [join(folder, "in/deep.txt")]: "" };

/** What comes of an action, or the code for which it is refused. */
async function outcome(action: (at: (name: string) => string) => unknown): Promise<unknown> {
  try {
    return await action((name) => join(folder, name));
  } catch (error) {
    expect(error).toBeInstanceOf(IoError);
    return ((error as IoError).cause as { code: string }).code;
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function readText(io: Io, path: string): Promise<string> {
  let text = "";
  for await (const bytes of io.readFile(path)) text += textOf(bytes);
  return text;
}

describe.each<[string, Io]>([
  ["the real outside", processIo()],
  ["the one that tests make up", memoryIo({ files })],
])("%s", (_, io) => {
  test.each([
    ["note.txt", "file", "Hello"],
    ["in", "folder", "EISDIR"],
    ["gone.txt", null, "ENOENT"],
  ])("%s is %s, and read it is %s", async (name, kind, text) => {
    expect(await outcome((at) => io.kindOf(at(name)))).toBe(kind);
    expect(await outcome(async (at) => (await io.identityOf(at(name))) === null)).toBe(kind === null);
    expect(await outcome((at) => readText(io, at(name)))).toBe(text);
    expect(await outcome(async (at) => textOf(await io.readWhole(at(name))))).toBe(text);
    expect(await outcome((at) => textOf(io.openBytes(at(name))(0, 10)))).toBe(text);
    expect(await outcome(async (at) => (await io.stampOf(at(name)))?.size ?? null)).toBe(kind === "file" ? 5 : null);
  });

  test.each([
    [".", ["in", "note.txt"]],
    ["note.txt", "ENOTDIR"],
    ["gone", "ENOENT"],
  ])("a list of %s is %j", async (name, names) => {
    const list = async (at: (name: string) => string) => (await io.list(at(name))).map(({ name }) => name).sort();
    expect(await outcome(list)).toEqual(names);
  });

  test("a pattern matches what is there, and one too long for any is refused", async () => {
    const matching = async (pattern: string) =>
      (await io.glob(pattern)).map((path) => relative(folder, resolve(io.cwd, path))).sort();
    expect(await matching(`${folder}/**/*.txt`)).toEqual(["in/deep.txt", "note.txt"]);
    expect(await matching(`${folder}/gone/*.txt`)).toEqual([]);
    await expect(io.glob("a".repeat(70_000))).rejects.toThrow(IoError);
  });

  test.each([
    ["in", "EISDIR"],
    ["note.txt/report.txt", "ENOTDIR"],
  ])("no report is written over %s (%s)", async (name, code) => {
    expect(await outcome((at) => io.createFile(at(name)))).toBe(code);
  });
});
