import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { IoError, processIo, readText } from "../../src/io.ts";

const io = processIo();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postlint-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

test("a new report is there once it is committed, and not before", () => {
  const file = io.createFile(at("out/deep/report.txt"));
  file.write("first ");
  file.write(new TextEncoder().encode("second"));
  expect(readdirSync(at("out/deep"))).not.toContain("report.txt");
  file.commit();
  file.discard();
  expect(readdirSync(at("out/deep"))).toEqual(["report.txt"]);
  expect(readFileSync(at("out/deep/report.txt"), "utf8")).toBe("first second");
});

test("a report that is discarded leaves the last one, and nothing beside it", () => {
  writeFileSync(at("report.txt"), "the last one");
  const file = io.createFile(at("report.txt"));
  file.write("x".repeat(200_000));
  file.discard();
  expect(readdirSync(folder)).toEqual(["report.txt"]);
  expect(readFileSync(at("report.txt"), "utf8")).toBe("the last one");
});

test("a report keeps the mode of the one it replaces, and the link that leads to it", () => {
  writeFileSync(at("real.txt"), "old");
  chmodSync(at("real.txt"), 0o600);
  symlinkSync(at("real.txt"), at("link.txt"));
  const file = io.createFile(at("link.txt"));
  file.write("new");
  file.commit();
  expect(readFileSync(at("real.txt"), "utf8")).toBe("new");
  expect(statSync(at("real.txt")).mode & 0o777).toBe(0o600);
});

test("a device is written to and not replaced", () => {
  const file = io.createFile("/dev/null");
  file.write("gone");
  file.commit();
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test.each([
  ["a folder", ".", "cannot be written (it is a folder)"],
  ["below a file", "note.txt/report.txt", "cannot be written (a part of its path is a file, not a folder)"],
])("a report over %s is refused", (_what, name, message) => {
  writeFileSync(at("note.txt"), "");
  expect(() => io.createFile(at(name))).toThrow(IoError);
  expect(() => io.createFile(at(name))).toThrow(message);
});

test.each([
  ["a file", "note.txt", "file"],
  ["a folder", "inside", "folder"],
  ["a link to a file", "link.txt", "file"],
  ["a link that leads nowhere", "dead.txt", null],
  ["nothing", "nothing.txt", null],
  ["something below a file", "note.txt/more", null],
])("%s is seen as %s: %s", async (_what, name, kind) => {
  writeFileSync(at("note.txt"), "");
  mkdirSync(at("inside"));
  symlinkSync(at("note.txt"), at("link.txt"));
  symlinkSync(at("gone.txt"), at("dead.txt"));
  expect(await io.kindOf(at(name))).toBe(kind);
});

test("a folder is listed with what its entries are, and a link to a folder can't lead round in a circle", async () => {
  writeFileSync(at("note.txt"), "");
  mkdirSync(at("inside"));
  symlinkSync(folder, at("circle"));
  symlinkSync(at("note.txt"), at("link.txt"));
  const entries = await io.list(folder);
  expect([...entries].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: "circle", kind: "other" },
    { name: "inside", kind: "folder" },
    { name: "link.txt", kind: "file" },
    { name: "note.txt", kind: "file" },
  ]);
  await expect(io.list(at("gone"))).rejects.toThrow("cannot be read (it does not exist)");
});

test("a pattern matches files only, and none in a dot folder", async () => {
  for (const name of ["a.md", "deep/b.md", "deep/c.txt", ".cache/e.md", "folder.md/f.txt"]) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), "");
  }
  const found = await io.glob(`${folder}/**/*.md`);
  expect(found.map((path) => relative(folder, resolve(path))).sort()).toEqual(["a.md", "deep/b.md"]);
});

test("text is read whole, without its byte order mark; what is not UTF-8 is refused", async () => {
  writeFileSync(at("bom.yaml"), "\uFEFFname: café 👩‍⚕️\n");
  writeFileSync(at("latin.yaml"), Buffer.from("name: caf\xe9\n", "latin1"));
  expect(await readText(io, at("bom.yaml"))).toBe("name: café 👩‍⚕️\n");
  await expect(readText(io, at("latin.yaml"))).rejects.toThrow("cannot be read (it is not UTF-8 text)");
  await expect(readText(io, folder)).rejects.toThrow("cannot be read (it is a folder)");
});
