import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const POSTLINT = [process.execPath, `${root}bin/postlint.js`, "check", "--as-of", "2026-11-22", "--fail-on", "never"];
const JSONL = ["--format", "jsonl"];

/** Not the program of the same name in moreutils. */
const hasParallel = /^GNU parallel/u.test(spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout ?? "");

interface Line {
  readonly id?: string;
  readonly source?: { readonly file: string; readonly line: number };
  readonly findings?: readonly unknown[];
}

let folder = "";
beforeAll(() => {
  if (!existsSync(`${root}dist/bundle/command.cjs`)) {
    execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
  }
  folder = mkdtempSync(join(tmpdir(), "postlint-"));
  const texts = readFileSync(`${root}fixtures/corpus/train/a.jsonl`, "utf8").split("\n", 60);
  const posts = texts.map((line, at) => `${JSON.stringify({ id: `post-${at}`, text: JSON.parse(line).text })}\n`);
  for (let file = 0; file < 3; file++) {
    writeFileSync(join(folder, `${file}.jsonl`), posts.slice(file * 20, file * 20 + 20).join(""));
  }
  writeFileSync(join(folder, "all.txt"), posts.join(""));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const files = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const run = (command: readonly string[], input = ""): readonly Line[] =>
  execFileSync(command[0]!, command.slice(1), {
    cwd: folder,
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  })
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
const postsIn = (lines: readonly Line[]): readonly Line[] => lines.filter(({ findings }) => findings !== undefined);

/** Without its place, and that of its findings: a job that is given a part of a stream counts the lines of that part. */
const placeless = (lines: readonly Line[]): unknown =>
  JSON.parse(JSON.stringify(lines), (key, value) => (/^(?:source|line|endLine)$/u.test(key) ? undefined : value));

describe.runIf(hasParallel)("under GNU parallel", () => {
  test("a job for each file finds what one run over all finds, at the same places", () => {
    const one = postsIn(run([...POSTLINT, ...files(), ...JSONL]));
    const jobs = postsIn(run(["parallel", "--keep-order", ...POSTLINT, ...JSONL, "{}", ":::", ...files()]));
    expect(one.length).toBe(60);
    expect(jobs).toEqual(one);
  }, 120_000);

  test("a stream that is cut between its lines gives what one run over it gives", () => {
    const stream = readFileSync(join(folder, "all.txt"), "utf8");
    const one = postsIn(run([...POSTLINT, "-", ...JSONL], stream));
    const jobs = run(["parallel", "--keep-order", "--pipe", "-N", "25", ...POSTLINT, "-", ...JSONL], stream);
    expect(jobs.length - postsIn(jobs).length).toBeGreaterThanOrEqual(3);
    expect(one.some(({ findings }) => findings!.length > 0)).toBe(true);
    expect(placeless(postsIn(jobs))).toEqual(placeless(one));
  }, 120_000);
});
