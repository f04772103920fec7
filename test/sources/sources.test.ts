import { expect, test } from "vitest";
import { IoError } from "../../src/io/io-error.ts";
import { findSources, type Looking } from "../../src/sources/sources.ts";
import { memoryIo, type Scene } from "../memory-io.ts";

const LOOKING: Looking = { ignore: [], allowEmpty: false, outputs: [] };

async function found(paths: readonly string[], scene: Scene, looking: Partial<Looking> = {}) {
  const { sources, problems, notes } = await findSources(memoryIo(scene), paths, { ...LOOKING, ...looking });
  const said = (entries: typeof problems) => entries.map(({ source, message }) => `${source?.file}: ${message}`);
  return { names: sources.map(({ name }) => name), problems: said(problems), notes: said(notes) };
}

const filesOf = (...paths: readonly string[]) => ({ files: Object.fromEntries(paths.map((path) => [path, ""])) });

test.each([
  ["a file", ["b.txt"], ["b.txt"]],
  ["files in any order are sorted", ["c.csv", "b.txt"], ["b.txt", "c.csv"]],
  ["a file named twice is read once", ["b.txt", "./b.txt", "/desk/b.txt", "drafts/../b.txt"], ["b.txt"]],
  [
    "a folder, with the folders in it",
    ["drafts"],
    ["drafts/a.md", "drafts/deep/d.jsonl", "drafts/e.tsv", "drafts/f.TXT"],
  ],
  ["a folder named with a slash", ["drafts/deep/"], ["drafts/deep/d.jsonl"]],
  ["a folder above", ["../other"], ["../other/o.txt"]],
  ["an absolute folder is shown relative", ["/other"], ["../other/o.txt"]],
  ["a folder and a file in it", ["drafts/deep", "drafts/deep/d.jsonl"], ["drafts/deep/d.jsonl"]],
  ["a folder named like a file", ["odd.txt"], ["odd.txt/inside.md"]],
  ["JSON that is named", ["drafts/g.json"], ["drafts/g.json"]],
  ["JSON that a pattern matches", ["drafts/*.json"], ["drafts/g.json"]],
  ["a pattern through folders", ["drafts/**/*.{md,jsonl}"], ["drafts/a.md", "drafts/deep/d.jsonl"]],
  ["a pattern does not match folders", ["*.txt"], ["b.txt", "draft [1].txt"]],
  ["a pattern that begins above", ["../other/*"], ["../other/o.txt"]],
  ["a file whose name looks like a pattern", ["draft [1].txt"], ["draft [1].txt"]],
  ["standard input among files", ["b.txt", "-"], ["-", "b.txt"]],
])("%s: %j finds %j", async (_what, paths, names) => {
  const scene = filesOf(
    "b.txt",
    "c.csv",
    "draft [1].txt",
    "odd.txt/inside.md",
    "drafts/a.md",
    "drafts/e.tsv",
    "drafts/f.TXT",
    "drafts/g.json",
    "drafts/h.png",
    "drafts/.hidden.txt",
    "drafts/.cache/i.txt",
    "drafts/node_modules/j.md",
    "drafts/deep/d.jsonl",
    "/other/o.txt",
  );
  expect(await found(paths, scene)).toMatchObject({ names, problems: [] });
});

test.each([
  ["a slip of the finger", "dratf.txt", "dratf.txt: there is no such file or folder. Did you mean draft.txt?"],
  [
    "a slip in a folder",
    "copy/jully.csv",
    "copy/jully.csv: there is no such file or folder. Did you mean copy/july.csv?",
  ],
  [
    "a slip in the folder's name",
    "cpoy/july.csv",
    "cpoy/july.csv: there is no such file or folder. Did you mean copy?",
  ],
  [
    "a folder with a letter too many",
    "copyy/july.csv",
    "copyy/july.csv: there is no such file or folder. Did you mean copy?",
  ],
  ["an ending left out", "draft", "draft: there is no such file or folder. Did you mean draft.txt?"],
  [
    "an option whose hyphens became a dash",
    "–-channel",
    "–-channel: there is no such file or folder. It begins with a long dash; an option begins with two hyphens, as in --channel.",
  ],
  ["nothing like it", "xylophone.md", "xylophone.md: there is no such file or folder."],
  [
    "a file taken for a folder",
    "draft.txt/more.txt",
    "draft.txt/more.txt: there is no such file or folder. Did you mean draft.txt?",
  ],
  ["a pattern without a match", "copy/*.md", "copy/*.md: this pattern matches no file"],
])("%s is a problem that says what would be right: %s", async (_what, path, problem) => {
  expect(await found([path], filesOf("draft.txt", "copy/july.csv"))).toMatchObject({ names: [], problems: [problem] });
});

test("an empty path is a problem, not this folder", async () => {
  const { names, problems } = await found(["", "draft.txt"], filesOf("draft.txt"));
  expect({ names, problems }).toEqual({ names: ["draft.txt"], problems: [expect.stringContaining("a path is empty")] });
});

test("a folder names the drafts in it whose format is not read", async () => {
  const files = filesOf("drafts/a.txt", "drafts/July.XLS", "drafts/b.pdf", "drafts/c.png");
  expect((await found(["drafts"], files)).notes).toEqual([
    "drafts: not read, as their format is not known here: drafts/July.XLS, drafts/b.pdf. Named on the command line, each says what to save it as",
  ]);
});

test("a folder does not miss a file that is named beside it", async () => {
  const { names, notes } = await found([".", "./b.json"], filesOf("a.txt", "b.json", "c.json"));
  expect(names).toEqual(["a.txt", "b.json"]);
  expect(notes).toEqual([".: 1 not read, as .json files have to be named: c.json"]);
});

test("a folder says which files in it have to be named, and when it has none to read", async () => {
  expect((await found(["drafts"], filesOf("drafts/a.txt", "drafts/b.json", "drafts/c.json"))).notes).toEqual([
    "drafts: 2 not read, as .json files have to be named: drafts/b.json, drafts/c.json",
  ]);
  const many = filesOf("drafts/a.txt", ..."bcdefgh".split("").map((name) => `drafts/${name}.yaml`));
  expect((await found(["drafts"], many)).notes).toEqual([
    "drafts: 7 not read, as .yaml files have to be named: drafts/b.yaml, drafts/c.yaml, drafts/d.yaml, drafts/e.yaml, drafts/f.yaml and 2 more",
  ]);
  expect((await found(["pictures"], filesOf("pictures/a.png"))).notes).toEqual([
    expect.stringMatching(/^pictures: no file here ends in .*\.txt/u),
  ]);
});

test.each([["drafts"], ["drafts/*"]])(
  "what Office puts beside an open file is passed over in %s, and with a note when it is named",
  async (path) => {
    const scene = filesOf("drafts/a.docx", "drafts/~$a.docx", "drafts/~$july.xls", "drafts/~b.txt");
    expect(await found([path], scene)).toEqual({
      names: ["drafts/a.docx", "drafts/~b.txt"],
      ...{ problems: [], notes: [] },
    });
    const named = await found(["drafts/a.docx", "drafts/~$a.docx"], scene);
    expect(named).toMatchObject({ names: ["drafts/a.docx"], problems: [] });
    expect(named.notes).toEqual([expect.stringMatching(/^drafts\/~\$a\.docx: Office keeps this file/u)]);
  },
);

test("a folder that can't be read is a problem, and the others are still read", async () => {
  const io = memoryIo(filesOf("a/one.txt", "b/two.txt"));
  const list: typeof io.list = async (folder) => {
    if (folder.endsWith("/a")) throw new IoError(folder, "read", { code: "EACCES" });
    return io.list(folder);
  };
  const { sources, problems } = await findSources({ ...io, list }, ["a", "b"], LOOKING);
  expect(sources.map(({ name }) => name)).toEqual(["b/two.txt"]);
  expect(problems).toMatchObject([{ source: { file: "a" }, message: "cannot be read (permission denied)" }]);
});

test.each([
  ["a name", "b.txt\n", ["a.txt", "deep/b.md", "deep/c.txt"]],
  ["a folder", "deep/\n", ["a.txt", "b.txt"]],
  ["everything but one", "*.txt\n!a.txt\n", ["a.txt", "deep/b.md"]],
  ["a place", "/deep/*.txt\n", ["a.txt", "b.txt", "deep/b.md"]],
])(".gitignore leaves out %s, in folders and patterns", async (_what, gitignore, names) => {
  const scene = {
    files: { ...filesOf(".git/HEAD", "a.txt", "b.txt", "deep/b.md", "deep/c.txt").files, ".gitignore": gitignore },
  };
  expect((await found(["."], scene)).names).toEqual(names);
  expect((await found(["**/*.{txt,md}"], scene)).names).toEqual(names);
});

test("a file that is named is read whatever leaves it out", async () => {
  const scene = { files: { ".git/HEAD": "", ".gitignore": "*.txt\n", "a.txt": "" } };
  expect((await found(["a.txt"], scene, { ignore: [{ patterns: ["a.txt"], folder: "/desk" }] })).names).toEqual([
    "a.txt",
  ]);
});

test("a .gitignore in a folder has the last word in it", async () => {
  const files = {
    ".git/HEAD": "",
    ".gitignore": "*.txt\n",
    "in/.gitignore": "!keep.txt\n",
    "in/keep.txt": "",
    "in/b.txt": "",
    "keep.txt": "",
  };
  expect((await found(["."], { files })).names).toEqual(["in/keep.txt"]);
});

test("the .gitignore of the repository counts in a folder deep in it", async () => {
  const files = {
    "/desk/.git/HEAD": "",
    "/desk/.gitignore": "old*\n",
    "/desk/copy/old.txt": "",
    "/desk/copy/new.txt": "",
  };
  expect((await found(["."], { files, cwd: "/desk/copy" })).names).toEqual(["new.txt"]);
});

test("of a .gitignore that is not UTF-8, the patterns that are count", async () => {
  const latin1 = Buffer.from("entwürfe/\nb.txt\n", "latin1");
  const files = { ".gitignore": latin1, "a.txt": "", "b.txt": "", "entwürfe/c.txt": "" };
  expect(await found(["."], { files })).toEqual({ names: ["a.txt", "entwürfe/c.txt"], problems: [], notes: [] });
});

test("a .gitignore that can't be read is named, and nothing is said of what is in its folder", async () => {
  const files = { "a.txt": "", "in/.gitignore": { refuses: "EACCES" }, "in/b.txt": "" };
  const problems = ["in/.gitignore: cannot be read (permission denied)"];
  expect(await found(["."], { files })).toEqual({ names: ["a.txt"], problems, notes: [] });
  expect(await found(["in"], { files })).toEqual({ names: [], problems, notes: [] });
  const inRepository = { ".git/HEAD": "", ...files };
  expect(await found(["in"], { files: inRepository })).toEqual({ names: [], problems, notes: [] });
  expect(await found(["in/*.txt"], { files })).toEqual({ names: [], problems, notes: [] });
});

test("a .gitignore above the repository, or above any folder outside one, does not count", async () => {
  const files = { "/.gitignore": "*\n", "/desk/a.txt": "" };
  expect((await found(["."], { files })).names).toEqual(["a.txt"]);
  expect((await found(["."], { files: { ...files, "/desk/.git/HEAD": "" } })).names).toEqual(["a.txt"]);
});

test("a folder that is named is looked into even if .gitignore leaves it out", async () => {
  const files = {
    ".git/HEAD": "",
    ".gitignore": "drafts/\n",
    "drafts/a.txt": "",
    "drafts/.gitignore": "b.txt\n",
    "drafts/b.txt": "",
  };
  expect((await found(["drafts"], { files })).names).toEqual(["drafts/a.txt"]);
  expect((await found(["."], { files })).names).toEqual([]);
});

test("ignore: leaves out what it names, from the folder of its configuration", async () => {
  const scene = { ...filesOf("/desk/copy/old/a.txt", "/desk/copy/new/b.txt", "/desk/old/c.txt"), cwd: "/desk/copy" };
  const ignore = [{ patterns: ["copy/old"], folder: "/desk" }];
  expect((await found(["."], scene, { ignore })).names).toEqual(["new/b.txt"]);
  expect((await found(["../old"], scene, { ignore })).names).toEqual(["../old/c.txt"]);
});

test("a pattern whose files are all left out is a problem, and a folder says how many are", async () => {
  const scene = filesOf("old/a.txt", "old/b.txt");
  const ignore = [{ patterns: ["*.txt"], folder: "/desk" }];
  expect((await found(["old/*"], scene, { ignore })).problems).toEqual([
    "old/*: this pattern matches only files that .gitignore or ignore: leaves out (2)",
  ]);
  expect((await found(["old"], scene, { ignore })).notes).toContain("old: 2 left out by .gitignore or ignore:");
});

test("the report of the last run is no draft of this one", async () => {
  const scene = filesOf("drafts/a.txt", "drafts/report.jsonl", "drafts/reviewed/b.txt");
  const looking = { outputs: ["drafts/report.jsonl", "drafts/reviewed/"] };
  expect((await found(["drafts"], scene, looking)).names).toEqual(["drafts/a.txt"]);
  expect((await found(["drafts/*"], scene, looking)).names).toEqual(["drafts/a.txt"]);
});

const OWN = "the output of this run goes into this file, so it was not read";

test.each([
  ["in a folder", ["."], [], [`found.jsonl: ${OWN}`]],
  ["under a pattern", ["*.jsonl"], [], [`found.jsonl: ${OWN}`]],
  ["that is named", ["drafts.jsonl", "found.jsonl"], [`found.jsonl: ${OWN}`], []],
])("the file %s that standard output goes into is no source", async (_, paths, problems, notes) => {
  const scene = { ...filesOf("drafts.jsonl", "found.jsonl"), into: "found.jsonl" };
  expect(await found(paths, scene)).toEqual({ names: ["drafts.jsonl"], problems, notes });
});
