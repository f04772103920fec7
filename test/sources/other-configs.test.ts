import { describe, expect, test } from "vitest";
import { run } from "../run.ts";

const TEAMS = {
  "postlint.config.yaml": "fail_on: error",
  "teams/a/postlint.config.yaml": "fail_on: warning",
  "teams/a/copy/one.md": "Their work is dodgy.",
  "teams/b/postlint.config.yaml": "extends: ../../postlint.config.yaml",
  "teams/b/two.md": "Fine.",
  "teams/c/three.md": "Fine.",
};

const told = ({ err }: { readonly err: string }) => err.split("\n").filter((line) => line.includes("postlint.config"));

const OF_A =
  "Note: teams/a/postlint.config.yaml stands nearer to some drafts and was not used: a run has one configuration, that of the folder where it is started or the nearest above. Start postlint in the folder of the other to use it, or say under overrides: of postlint.config.yaml what is to hold for its drafts.";

describe("a configuration nearer to a draft than that of the run", () => {
  test.each([
    ["a folder", ["teams/a"]],
    ["a file", ["teams/a/copy/one.md"]],
    ["a pattern", ["teams/a/**/*.md"]],
  ])("is told of where the draft comes by way of %s", async (_, paths) => {
    const result = await run(paths, { files: TEAMS });
    expect(result.code).toBe(0);
    expect(told(result)).toEqual([OF_A]);
  });

  test("is told of with the others, in one note, and is no draft of its folder", async () => {
    const [note, ...others] = told(await run(["."], { files: TEAMS }));
    expect(note).toMatch(/^Note: teams\/a\/postlint.config.yaml, teams\/b\/postlint.config.yaml stand nearer to some/u);
    expect(others).toEqual([]);
  });

  test("is told of where the run has none, and config show tells of it too", async () => {
    const { "postlint.config.yaml": _, ...files } = TEAMS;
    expect(told(await run(["teams/a"], { files }))).toEqual([expect.stringMatching(/to use it\.$/u)]);
    expect(told(await run(["config", "show", "--file", "teams/a/copy/one.md"], { files }))).toHaveLength(1);
  });

  test.each([
    ["another was named", ["teams/a", "--config", "postlint.config.yaml"]],
    ["it concerns no draft of the run", ["teams/c"]],
    ["the words are no file", ["--text", "Fine."]],
  ])("is no matter where %s", async (_, argv) => {
    expect(told(await run(argv, { files: TEAMS }))).toEqual([]);
  });

  test("counts where postlint is started beside it", async () => {
    const files = Object.fromEntries(Object.entries(TEAMS).map(([path, text]) => [`/desk/${path}`, text]));
    const result = await run(["copy/one.md"], { files, cwd: "/desk/teams/a" });
    expect(result.code).toBe(1);
    expect(told(result)).toEqual([]);
  });

  test("counts where the run's own extends it", async () => {
    const files = { ...TEAMS, "postlint.config.yaml": "extends: teams/a/postlint.config.yaml" };
    const result = await run(["teams/a"], { files });
    expect(result.code).toBe(1);
    expect(told(result)).toEqual([]);
  });
});
