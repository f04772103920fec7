import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

beforeAll(() => {
  if (!existsSync(`${root}dist/cli.js`)) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
}, 120_000);

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
  const child = start("--format", "jsonl");
  child.stdout?.destroy();
  child.stdin?.end("NHS number 999 000 0018\n---\n".repeat(2000));
  expect(await ended(child)).toMatchObject({ code: 1, err: expect.not.stringContaining("EPIPE") });
});

test("a mistyped path ends with 2", async () => {
  const { code, out, err } = await ended(start("fixtures/draft"));
  expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining("No post was checked") });
  expect(err).toContain("Did you mean fixtures/drafts?");
});
