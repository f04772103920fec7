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
import { delimiter, dirname, join, relative, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readText } from "../../src/io/io.ts";
import { IoError } from "../../src/io/io-error.ts";
import { processIo } from "../../src/io/process-io.ts";

const io = processIo();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postlint-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

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

test.each([
  ["022", 0o644],
  ["077", 0o600],
  ["002", 0o664],
])("a new report has what the umask %s leaves", (mask, mode) => {
  const before = process.umask(Number.parseInt(mask, 8));
  try {
    io.createFile(at("report.txt")).commit();
  } finally {
    process.umask(before);
  }
  expect(statSync(at("report.txt")).mode & 0o777).toBe(mode);
});

describe("a link in a folder that came from a stranger", () => {
  let stranger: string;
  let elsewhere: string;
  const within = () => processIo(folder);

  beforeEach(() => {
    stranger = at("drafts");
    elsewhere = at("elsewhere");
    for (const one of [stranger, join(stranger, "inside"), elsewhere]) mkdirSync(one);
    writeFileSync(join(elsewhere, "keys"), "precious");
    vi.spyOn(process, "cwd").mockReturnValue(stranger);
  });
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ["over a file elsewhere", () => symlinkSync("../elsewhere/keys", join(stranger, "report.json")), "report.json"],
    [
      "to a file that is not there yet",
      () => symlinkSync("../elsewhere/new", join(stranger, "report.json")),
      "report.json",
    ],
    ["by way of another link", linkTwice, "report.json"],
    ["into a folder elsewhere", () => symlinkSync("../elsewhere", join(stranger, "out")), "out/keys"],
    [
      "from a path that is absolute",
      () => symlinkSync("../elsewhere/keys", join(stranger, "report.json")),
      () => join(stranger, "report.json"),
    ],
  ])("leads no report %s", (_, link, path) => {
    link();
    const asked = typeof path === "string" ? path : path();
    expect(() => within().createFile(asked)).toThrow(
      /^cannot be written \(a link leads from there to .*elsewhere\/\w+; if/,
    );
    expect(readdirSync(elsewhere)).toEqual(["keys"]);
    expect(readFileSync(join(elsewhere, "keys"), "utf8")).toBe("precious");
  });

  function linkTwice(): void {
    symlinkSync("../../elsewhere/keys", join(stranger, "inside", "again"));
    symlinkSync("inside/again", join(stranger, "report.json"));
  }

  test("may lead to a place in the same folder", () => {
    symlinkSync("inside/real.json", join(stranger, "report.json"));
    writeFileSync(join(stranger, "inside", "real.json"), "old");
    const file = within().createFile("report.json");
    file.write("new");
    file.commit();
    expect(readFileSync(join(stranger, "inside", "real.json"), "utf8")).toBe("new");
  });

  test("does no harm above the place that was asked for", () => {
    symlinkSync(elsewhere, join(stranger, "out"));
    const file = within().createFile(join(stranger, "out", "report.json"));
    file.write("new");
    file.commit();
    expect(readFileSync(join(elsewhere, "report.json"), "utf8")).toBe("new");
  });

  test("is not followed where it bears the name of a report in the making", () => {
    symlinkSync("../elsewhere/keys", join(stranger, `.report.json.${process.pid}.tmp`));
    const file = within().createFile("report.json");
    file.write("new");
    file.commit();
    expect(readFileSync(join(elsewhere, "keys"), "utf8")).toBe("precious");
    expect(readdirSync(stranger).sort()).toEqual(["inside", "report.json"]);
  });

  test("is none of a path that leads out by its own words", () => {
    const file = within().createFile("../elsewhere/report.json");
    file.write("new");
    file.commit();
    expect(readFileSync(join(elsewhere, "report.json"), "utf8")).toBe("new");
  });
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
    { name: "circle", kind: "linked folder" },
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

test.skipIf(process.platform === "win32")(
  "git is asked to answer in English, whatever a person's language",
  async () => {
    writeFileSync(at("git"), '#!/bin/sh\nprintf "%s" "$LC_ALL" >&2\n', { mode: 0o755 });
    vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
    vi.stubEnv("LC_ALL", "de_DE.UTF-8");
    const { err } = await io.git(["status"]);
    expect(err).toBe("C");
  },
);
