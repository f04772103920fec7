import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { runIn, type ScratchRepository, scratchRepository } from "../scratch-repository.ts";

let repository: ScratchRepository;
afterEach(() => repository.remove());

const begin = (files: Readonly<Record<string, string>>) => {
  repository = scratchRepository(files);
  return repository;
};

const SINCE = ["--changed-since", "main", "--strict", "-f", "unix"];

/** `file:line` of each finding. */
const places = (out: string): readonly string[] => out.match(/^[^:\n]+:\d+(?=:)/gmu) ?? [];

/** Nine posts of one file, each with a finding of its own. */
const NINE_OLD = Array.from({ length: 9 }, (_, index) => `## Post ${index + 1}\n\nA dodgy day, number ${index + 1}.\n`);

test("a change that adds one bad post to a file with nine old ones fails with exactly that one", async () => {
  const { write, run } = begin({ "copy/july.md": NINE_OLD.join("\n") });
  write(
    "copy/july.md",
    [...NINE_OLD.slice(0, 4), "## Post 10\n\nA new and dodgy day.\n", ...NINE_OLD.slice(4)].join("\n"),
  );
  const { code, out, err } = await run([...SINCE, "copy"]);
  expect({ code, places: places(out) }).toEqual({ code: 1, places: ["copy/july.md:19"] });
  expect(err).toContain("9 findings were there before the change and are not shown.");

  write("copy/july.md", [...NINE_OLD, "## Post 10\n\nA new and fine day.\n"].join("\n"));
  const mended = await run([...SINCE, "copy"]);
  expect({ code: mended.code, places: places(mended.out) }).toEqual({ code: 0, places: [] });
});

test("a change without copy ends with 0 and says so", async () => {
  const { write, commit, git, run } = begin({ "copy/a.md": "A dodgy day.\n", "code.js": "1\n" });
  git("switch", "--quiet", "--create", "change");
  write("code.js", "2\n");
  commit();
  for (const paths of [["copy"], ["copy/*.md"], ["copy/a.md"], []]) {
    expect(await run([...paths, ...SINCE])).toEqual({
      code: 0,
      out: "",
      err: "No post has changed since main, so nothing was checked.\n",
    });
  }
});

test("a mistyped path and a pattern that matches no file still end with 2", async () => {
  const { run } = begin({ "copy/a.md": "One.\n" });
  expect(await run(["cpoy", ...SINCE])).toMatchObject({
    code: 2,
    err: expect.stringContaining("there is no such file or folder"),
  });
  expect(await run(["copy/*.txt", ...SINCE])).toMatchObject({
    code: 2,
    err: expect.stringContaining("this pattern matches no file"),
  });
});

describe("in one post of Markdown", () => {
  const OLD = "A dodgy day.\n\nNothing new.\n\nAnother dodgy day.\n";
  test.each<[string, string, readonly string[]]>([
    ["a line that is added counts, and the others don't", `${OLD}\nA dodgy night.\n`, ["a.md:7"]],
    ["a line that is rewritten counts", OLD.replace("Another", "Yet another"), ["a.md:5"]],
    ["a line beside a finding does not bring it back", OLD.replace("Nothing new.", "Something new."), []],
    ["a line that is taken out brings nothing", OLD.replace("Nothing new.\n\n", ""), []],
    ["a line that is moved counts where it now is", "Nothing new.\n\nAnother dodgy day.\n\nA dodgy day.\n", ["a.md:5"]],
  ])("%s", async (_, text, expected) => {
    const { write, run } = begin({ "a.md": OLD });
    write("a.md", text);
    expect(places((await run([...SINCE, "."])).out)).toEqual(expected);
  });

  test("taking a suppression away brings its finding back, though no line was added", async () => {
    const { write, run } = begin({ "a.md": `<!-- postlint-ignore-next conduct/grumble -- agreed, by Ann -->\n${OLD}` });
    write("a.md", OLD);
    expect(places((await run([...SINCE, "."])).out)).toEqual(["a.md:1"]);
  });

  test("a finding that comes back is not taken for the same words in another post, which did not change", async () => {
    const MARKER = "<!-- postlint-ignore-next conduct/grumble -- agreed, by Ann -->\n";
    const posts = (marker: string) => `## Post 1\n\nA dodgy day.\n\n## Post 2\n\n${marker}A dodgy day.\n`;
    const { write, run } = begin({ "a.md": posts(MARKER) });
    write("a.md", posts(""));
    expect(places((await run([...SINCE, "."])).out)).toEqual(["a.md:7"]);
  });

  test("a word that is written a second time is found where it was added", async () => {
    const { write, run } = begin({ "a.md": OLD });
    write("a.md", `A dodgy day.\n\n${OLD}`);
    expect(places((await run([...SINCE, "."])).out)).toHaveLength(1);
  });
});

describe("in a calendar", () => {
  const row = (id: number, copy: string) => `2027-07-0${id},x,${copy}\n`;
  const HEAD = "date,channel,copy\n";
  const OLD = [row(1, "A dodgy day"), row(2, "A fine day"), row(3, "Yet another dodgy day")];

  test("a row that is inserted in the middle counts, and those that it moves don't", async () => {
    const { write, run } = begin({ "july.csv": HEAD + OLD.join("") });
    write("july.csv", HEAD + [OLD[0], row(4, "A dodgy night"), ...OLD.slice(1)].join(""));
    const { out } = await run(["july.csv", ...SINCE]);
    expect(places(out)).toEqual(["july.csv:3"]);
  });

  test("a row whose date or channel changed counts as a whole", async () => {
    const { write, run } = begin({ "july.csv": HEAD + OLD.join("") });
    write("july.csv", HEAD + OLD.join("").replace("2027-07-03,x", "2027-07-03,linkedin"));
    expect(places((await run(["july.csv", ...SINCE])).out)).toEqual(["july.csv:4"]);
  });

  test("rows that only change places don't count", async () => {
    const { write, run } = begin({ "july.csv": HEAD + OLD.join("") });
    write("july.csv", HEAD + OLD.toReversed().join(""));
    expect(places((await run(["july.csv", ...SINCE])).out)).toEqual([]);
  });

  test("a second row like an old one counts", async () => {
    const { write, run } = begin({ "july.csv": HEAD + OLD.join("") });
    write("july.csv", HEAD + OLD.join("") + OLD[0]);
    expect(places((await run(["july.csv", ...SINCE])).out)).toHaveLength(1);
  });

  test("a post of JSON counts when its content changed", async () => {
    const posts = [{ text: "A dodgy day" }, { text: "A dodgy night" }];
    const { write, run } = begin({ "july.json": JSON.stringify(posts) });
    write("july.json", JSON.stringify([{ text: "New and dodgy" }, ...posts], null, 2));
    expect(places((await run(["july.json", ...SINCE])).out)).toEqual(["july.json:3"]);
  });
});

describe("files", () => {
  test("a file that is renamed brings nothing back, and its new lines count", async () => {
    const { write, git, run } = begin({ "old.md": NINE_OLD.join("\n") });
    git("mv", "old.md", "new name.md");
    expect(places((await run([".", ...SINCE])).out)).toEqual([]);
    write("new name.md", `${NINE_OLD.join("\n")}\n## Post 10\n\nNew and dodgy.\n`);
    expect(places((await run([".", ...SINCE])).out)).toEqual(["new name.md:39"]);
  });

  test("a new file counts as a whole, whether git knows it or not", async () => {
    const { write, git, run } = begin({ "a.md": "One.\n" });
    write("b.md", "A dodgy day.\n");
    write("c.md", "A dodgy day.\n");
    git("add", "b.md");
    expect(places((await run([".", ...SINCE])).out)).toEqual(["b.md:1", "c.md:1"]);
  });

  test("a file that is deleted is no mistake, however it is named", async () => {
    const { write, run } = begin({ "copy/a.md": "A dodgy day.\n", "copy/b.md": "A dodgy day.\n" });
    write("copy/a.md", null);
    for (const path of ["copy", "copy/a.md", "copy/a*.md"]) {
      expect(await run([path, ...SINCE])).toMatchObject({ code: 0, out: "" });
    }
  });

  test.each([
    "two words.md",
    "café ☕.md",
    'say "hello".md',
    "it's.md",
    "back\\slash.md",
    "tab\there.md",
    "-dash.md",
    "a;b&c$(d).md",
  ])("%s is found by its name", async (name) => {
    const { write, run } = begin({ [`copy/${name}`]: "A dodgy day.\n" });
    write(`copy/${name}`, "A dodgy day.\n\nA new and dodgy day.\n");
    const { code, out } = await run(["copy", ...SINCE]);
    expect({ code, lines: out.match(/:3:\d+: warning/gu)?.length }).toEqual({ code: 1, lines: 1 });
    expect(out).not.toContain(":1:");
  });

  test("a path is named from where postlint is started, in a folder further down too", async () => {
    const { write, run } = begin({ "copy/a.md": "One.\n", "b.md": "Two.\n" });
    write("copy/a.md", "A dodgy day.\n");
    write("b.md", "A dodgy day.\n");
    expect(places((await run([".", ...SINCE], "copy")).out)).toEqual(["a.md:1"]);
    expect(places((await run(["..", ...SINCE], "copy")).out)).toEqual(["../b.md:1", "a.md:1"]);
  });

  test("what .gitignore and ignore: leave out stays out", async () => {
    const { write, run } = begin({ "postlint.config.yaml": "ignore: [old]\n", ".gitignore": "drafts\n" });
    write("old/a.md", "A dodgy day.\n");
    write("drafts/a.md", "A dodgy day.\n");
    expect(await run([".", ...SINCE])).toMatchObject({ code: 0, out: "" });
  });
});

describe("a draft that was moved here from where nothing is checked counts as a whole", () => {
  const OLD = "A dodgy day, of which there is a good deal to tell.\n";
  test.each<[string, string, readonly string[]]>([
    ["out of a folder that ignore: leaves out", "copy/archive/a.md", ["copy"]],
    ["from beside the folder that is checked", "notes/a.md", ["copy"]],
    ["from beside what a pattern matches", "copy/archive/deep/a.md", ["copy/*.md"]],
    ["out of a format that is not read", "copy/a.rst", ["copy"]],
  ])("%s", async (_, from, paths) => {
    const { git, run } = begin({
      "postlint.config.yaml": "ignore: [copy/archive]\n",
      "copy/x.md": "Fine.\n",
      [from]: OLD,
    });
    git("mv", from, "copy/b.md");
    expect(places((await run([...paths, ...SINCE])).out)).toEqual(["copy/b.md:1"]);
  });

  test("and one that was checked there does not", async () => {
    const { git, run } = begin({ "copy/old/a.md": OLD });
    git("mv", "copy/old/a.md", "copy/b.md");
    for (const paths of [["copy"], ["copy/b.md"], ["copy/**/*.md"], []]) {
      expect(places((await run([...paths, ...SINCE])).out)).toEqual([]);
    }
  });
});

describe("--filter", () => {
  test.each([
    ["added", ["a.md:3"]],
    ["file", ["a.md:1", "a.md:3"]],
    ["all", ["a.md:1", "a.md:3", "b.md:1"]],
  ])("%s", async (filter, expected) => {
    const { write, run } = begin({ "a.md": "A dodgy day.\n", "b.md": "A dodgy day.\n" });
    write("a.md", "A dodgy day.\n\nA dodgy night.\n");
    expect(places((await run([".", ...SINCE, "--filter", filter])).out)).toEqual(expected);
  });
});

test("--filter all with nothing to check is no change without copy: it ends with 2", async () => {
  const { write, run } = begin({ "empty/code.js": "1\n" });
  write("empty/code.js", "2\n");
  const { code, err } = await run(["empty", ...SINCE, "--filter", "all"]);
  expect({ code, says: err.includes("No post has changed") }).toEqual({ code: 2, says: false });
});

describe("--staged", () => {
  const STAGED = ["--staged", "--strict", "-f", "unix"];

  test("reads what is staged and not the working tree", async () => {
    const { write, git, run } = begin({ "a.md": "One.\n", "b.md": "One.\n" });
    write("a.md", "A dodgy day.\n");
    write("b.md", "One and two.\n");
    git("add", "--all");
    write("a.md", "A fine day.\n");
    write("b.md", "A dodgy day.\n");
    expect(places((await run([".", ...STAGED])).out)).toEqual(["a.md:1"]);
  });

  test("reads a staged file that is gone from the working tree", async () => {
    const { write, git, run } = begin({});
    write("a.md", "A dodgy day.\n");
    git("add", "--all");
    write("a.md", null);
    expect(places((await run(["a.md", ...STAGED])).out)).toEqual(["a.md:1"]);
  });

  test("leaves alone what is not staged, and says so", async () => {
    const { write, run } = begin({ "a.md": "One.\n" });
    write("a.md", "A dodgy day.\n");
    const { code, out, err } = await run([".", ...STAGED]);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: "",
      err: "No post has changed in what is staged, so nothing was checked.\n",
    });
  });

  test("works before the first commit", async () => {
    const { write, git, run } = begin({});
    git("checkout", "--quiet", "--orphan", "fresh");
    write("a.md", "A dodgy day.\n");
    git("add", "--all");
    expect(places((await run([".", ...STAGED])).out)).toEqual(["a.md:1"]);
  });
});

describe("where there is nothing to compare with", () => {
  test("a shallow clone without the base ends with 2 and says how to fetch it", async () => {
    const { write, git, commit, run, folder } = begin({ "a.md": "One.\n" });
    git("switch", "--quiet", "--create", "change");
    write("a.md", "Two.\n");
    commit();
    git("clone", "--quiet", "--depth", "1", "--branch", "change", `file://${folder}`, "shallow");
    const { code, out, err } = await run([".", "--changed-since", "origin/main"], "shallow");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(
      "There is no commit origin/main in this clone, so nothing can be compared with it.\n" +
        "Fetch it first: git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main (for actions/checkout, set fetch-depth: 0)\n",
    );
    git("-C", "shallow", "fetch", "--quiet", "--depth", "1", "origin", "+refs/heads/main:refs/remotes/origin/main");
    expect((await run([".", "--changed-since", "origin/main"], "shallow")).err).toContain("git fetch --unshallow");
    git("-C", "shallow", "fetch", "--quiet", "--unshallow", "origin");
    expect((await run([".", "--changed-since", "origin/main"], "shallow")).code).toBe(0);
  });

  test.each(["HEAD~1", "deadbeef"])("a shallow clone without the commit %s says that it is one", async (since) => {
    const { write, git, commit, run, folder } = begin({ "a.md": "One.\n" });
    write("a.md", "Two.\n");
    commit();
    git("clone", "--quiet", "--depth", "1", `file://${folder}`, "shallow");
    const { code, err } = await run([".", "--changed-since", since], "shallow");
    expect(code).toBe(2);
    expect(err).toContain("This clone is shallow. Fetch the rest first: git fetch --unshallow (for actions/checkout,");
  });

  test.each([
    ["no such branch", "mian", "There is no commit mian in this clone"],
    ["a word that git would take for an option", "--all", "--changed-since --all names no commit."],
  ])("%s ends with 2", async (_, since, message) => {
    const { run } = begin({ "a.md": "One.\n" });
    expect(await run([".", `--changed-since=${since}`])).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });

  test("a folder in no repository ends with 2", async () => {
    repository = scratchRepository();
    for (const flags of [["--staged"], ["--changed-since", "main"]]) {
      const { code, err } = await runIn(`${repository.folder}/..`, [".", ...flags]);
      expect({ code, err: err.split("\n")[0] }).toEqual({ code: 2, err: "This folder is in no git repository." });
    }
  });

  test.each([
    [["--staged", "--changed-since", "main"], "contradict each other"],
    [["--filter", "file"], "--filter needs --changed-since or --staged."],
    [["--staged", "--filter", "fil"], "It can be added, file or all."],
    [["--staged", "-"], "Standard input is no file that can have changed."],
    [["--staged", "--text", "Words"], "can't be used together"],
  ])("%j is refused", async (argv, message) => {
    const { run } = begin({});
    expect(await run(argv)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});

test("a draft that is named through a link is refused: git knows it by its own name", async () => {
  const { write, run, folder } = begin({ "copy/a.md": "One.\n" });
  write("copy/a.md", "A dodgy day.\n");
  symlinkSync(join(folder, "copy"), join(folder, "link"));
  expect(await run(["link/a.md", ...SINCE])).toMatchObject({
    code: 2,
    err: expect.stringContaining("link/a.md leads to copy/a.md by a link."),
  });
});

describe("a submodule that has changed", () => {
  const commitInside = ({ git }: ScratchRepository) => {
    git("-C", "drafts", "add", "--all");
    git("-C", "drafts", "commit", "--quiet", "--message", "Inside");
  };
  /** With one commit that holds a draft, and a change that is under way. */
  const beginWithin = () => {
    const whole = begin({ "a.md": "One.\n" });
    whole.git("init", "--quiet", "drafts");
    whole.write("drafts/copy/old.md", "A dodgy day.\n");
    commitInside(whole);
    whole.commit();
    whole.git("switch", "--quiet", "--create", "change");
    return whole;
  };

  test.each([
    [
      "the work tree, with what is not committed",
      SINCE,
      ["drafts/copy/new.md:1", "drafts/copy/old.md:3", "drafts/loose.md:1"],
    ],
    ["the index, with what is committed inside", ["--staged", "--strict", "-f", "unix"], ["drafts/copy/new.md:1"]],
  ])("is looked into: %s", async (_, flags, expected) => {
    const whole = beginWithin();
    whole.write("drafts/copy/new.md", "A dodgy night.\n");
    commitInside(whole);
    whole.git("add", "drafts");
    whole.write("drafts/copy/old.md", "A dodgy day.\n\nAnother dodgy day.\n");
    whole.write("drafts/loose.md", "A dodgy week.\n");
    for (const paths of [["."], ["drafts"], ["drafts/**/*.md"]]) {
      const { code, out } = await whole.run([...paths, ...flags]);
      expect({ code, places: places(out) }).toEqual({ code: 1, places: expected });
    }
  });

  test("brings all its drafts where it is new, and none where it is as it was or is taken away", async () => {
    const { run, git, folder } = beginWithin();
    const isNew = await run([".", "--changed-since", "HEAD~1", "--strict", "-f", "unix"]);
    expect(places(isNew.out)).toEqual(["drafts/copy/old.md:1"]);
    expect((await run([".", ...SINCE])).err).toContain("No post has changed since main");
    git("rm", "--quiet", "--cached", "drafts");
    rmSync(join(folder, "drafts"), { recursive: true });
    expect((await run([".", ...SINCE])).err).toContain("No post has changed since main");
  });

  test.each([
    [
      "that is not checked out",
      [".git"],
      /^Could not check drafts: this submodule has changed, and is not checked out\. Fetch it first: git submodule update --init drafts$/mu,
    ],
    [
      "whose earlier commit is not there",
      [".git/objects", ".git/index"],
      /^Could not check drafts: this submodule has changed, and its commit \w{10} is not in this clone\. Fetch it first: git -C drafts fetch origin \w{40}$/mu,
    ],
  ])("%s could not be checked, unless what is named is elsewhere", async (_, lost, message) => {
    const whole = beginWithin();
    whole.write("drafts/copy/new.md", "A dodgy night.\n");
    commitInside(whole);
    whole.git("add", "drafts");
    for (const path of lost) rmSync(join(whole.folder, "drafts", path), { recursive: true });
    if (lost.length > 1) mkdirSync(join(whole.folder, "drafts/.git/objects"));
    for (const path of [".", "drafts/copy", "drafts/**/*.md"]) {
      expect(await whole.run([path, "--staged"])).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    }
    expect(await whole.run(["a.md", "--staged"])).toMatchObject({ code: 0 });
    whole.write("postlint.config.yaml", "ignore: [drafts/]");
    expect(await whole.run([".", "--staged"])).toMatchObject({ code: 0 });
  });
});
