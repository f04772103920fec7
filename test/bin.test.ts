import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { HOUSE_RULES } from "./house-rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

let folder = "";
/** Of the house, so that a slip in the shipped rules fails their own tests and none of these. */
const rules = (): readonly string[] => ["--rules", join(folder, "rules")];

beforeAll(() => {
  if (!existsSync(`${root}dist/cli.js`)) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
}, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postlint-"));
  mkdirSync(join(folder, "rules"));
  for (const [name, text] of Object.entries(HOUSE_RULES)) writeFileSync(join(folder, "rules", name), text);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Starts what `bin` in package.json names, in the folder of the package. */
const start = (...argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["bin/postlint.js", ...argv], { cwd: root });

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => (out += chunk));
  child.stderr?.on("data", (chunk) => (err += chunk));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out, err };
}

test("a draft that is piped in is checked by the policy that postlint ships with", async () => {
  const child = start("--format", "json");
  child.stdin?.end("My patient in bed 4, NHS number 999 000 0018, cried all night");
  const { code, out } = await ended(child);
  const { ruleset, posts } = JSON.parse(out);
  expect(ruleset.name).toBe("hee-social-media");
  expect(posts[0].findings.map(({ clause }: { clause: string }) => clause)).toContain("M3.3");
  expect(code).toBe(1);
});

test("a closed pipe ends quietly, with the code of the verdict", async () => {
  const child = start("--format", "jsonl", ...rules());
  child.stdout?.destroy();
  child.stdin?.end("TOP-SECRET\n---\n".repeat(5000));
  expect(await ended(child)).toMatchObject({ code: 1, err: expect.not.stringContaining("EPIPE") });
});

test("a report that the shell has go into the folder that is checked is no draft of it", async () => {
  writeFileSync(join(folder, "draft.txt"), "TOP-SECRET");
  const into = openSync(join(folder, "found.jsonl"), "w");
  const argv = [join(root, "bin/postlint.js"), folder, "--format", "jsonl", ...rules()];
  const child = spawn(process.execPath, argv, { cwd: folder, stdio: ["ignore", into, "pipe"] });
  const { code, err } = await ended(child);
  closeSync(into);
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringContaining("Note on found.jsonl: the output of this run"),
  });
  expect(JSON.parse(readFileSync(join(folder, "found.jsonl"), "utf8").trim().split("\n").at(-1)!)).toMatchObject({
    summary: { posts: 1 },
  });
});

test("a pattern is matched: what the command imports only then is found", async () => {
  const { code, out, err } = await ended(start("fixtures/drafts/*.md", "--fail-on", "never", "--format", "json"));
  expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining("postlint itself failed") });
  expect(JSON.parse(out).summary.posts).toBeGreaterThan(0);
});

test("a mistyped path ends with 2", async () => {
  const { code, out, err } = await ended(start("fixtures/draft", ...rules()));
  expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining("No post was checked") });
  expect(err).toContain("Did you mean fixtures/drafts?");
});

test("a run that is interrupted ends with 130 and leaves no half report", async () => {
  const child = start("--output", `unix=${folder}/out/report.txt`, "-", ...rules());
  child.stdin?.write("TOP-SECRET\n---\n");
  await expect
    .poll(() => existsSync(`${folder}/out`) && readdirSync(`${folder}/out`).length, { timeout: 15_000 })
    .toBe(1);
  child.kill("SIGINT");
  expect((await ended(child)).code).toBe(130);
  expect(readdirSync(`${folder}/out`)).toEqual([]);
});

test.runIf(existsSync("/dev/full"))("a full disk under standard output ends with 2", async () => {
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, ["bin/postlint.js", "--text", "Hello", ...rules()], {
    cwd: root,
    stdio: ["ignore", full, "pipe"],
  });
  const { code, err } = await ended(child);
  closeSync(full);
  expect({ code, err: err.split("\n").at(-2) }).toEqual({
    code: 2,
    err: "standard output cannot be written (the disk is full).",
  });
});

test("threads change nothing in what is found", async () => {
  const file = join(folder, "posts.jsonl");
  const texts = ["Paint the red wall", "A quiet day", "Red again, 😂 and red"];
  const lines = Array.from({ length: 300 }, (_, at) => JSON.stringify({ id: `p${at}`, text: texts[at % 3] }));
  writeFileSync(file, `${lines.join("\n")}\nnot JSON\n`);
  const run = (threads: string) => ended(start(file, ...rules(), "--format", "jsonl", "--concurrency", threads));
  const alone = await run("off");
  expect(alone.code).toBe(2);
  expect(alone.out.split("\n").length).toBeGreaterThan(300);
  expect(await run("2")).toEqual(alone);
}, 60_000);
