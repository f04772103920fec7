import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const RULES = /^(rules\/hee-social-media\/.*?)[^/]+\.yaml$/;

let folder = "";
let packed: Packed;

/** The tarball unpacked beside links to what it depends on, and nothing else: as npm leaves it, without asking a registry. */
beforeAll(() => {
  if (!existsSync(`${root}dist/bundle/library.cjs`))
    execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
  folder = mkdtempSync(join(tmpdir(), "postlint-package-"));
  const told = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  packed = JSON.parse(told)[0];
  const installed = join(folder, "node_modules", "postlint");
  execFileSync("tar", ["-xzf", packed.filename], { cwd: folder });
  mkdirSync(dirname(installed));
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  cpSync(join(folder, "package"), installed, { recursive: true, preserveTimestamps: true });
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link);
  }
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is published", () => {
  test("is these files and no others", async () => {
    // Chunks of the bundle and files of rules come and go; any other file is told by its name.
    const paths = packed.files.map(({ path }) =>
      path.replace(/[^/]+-[\w-]{8}\.cjs$/, "*.cjs").replace(RULES, "$1*.yaml"),
    );
    await expect(`${[...new Set(paths)].sort().join("\n")}\n`).toMatchFileSnapshot("golden/package.txt");
  });

  test.each([
    ["a map of a source file", /\.map$/],
    ["a test, a draft or a labelled post", /^(?:test|fixtures)\/|\.jsonl$/],
    ["a tool of the workshop", /workshop|stryker|^\.ci\//],
  ])("holds no file that is %s", (_, unwanted) => {
    expect(packed.files.map(({ path }) => path).filter((path) => unwanted.test(path))).toEqual([]);
  });

  test("weighs under 4.6 megabytes beside the rule set that is made ready for a quick start", () => {
    const sizes = packed.files.filter(({ path }) => !path.endsWith(".rules")).map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_600_000);
  });

  test("runs nothing while it is installed", () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  });
});

describe("installed into an empty folder", () => {
  const run = (argv: readonly string[], input = "") =>
    spawnSync(process.execPath, argv, { cwd: folder, input, encoding: "utf8" });
  const drafts = join(root, "fixtures/drafts");
  const workbook = join(root, "fixtures/workbooks/july.xlsx");
  const command = join("node_modules", "postlint", manifest.bin.postlint);

  test("the command checks a draft by the rules that came with it", () => {
    const { status, stdout } = run([command, "--format", "json", "-"], "My patient in bed 4, NHS number 999 000 0018");
    const clauses = JSON.parse(stdout).posts[0].findings.map(({ clause }: { clause: string }) => clause);
    expect({ status, clauses }).toEqual({ status: 1, clauses: expect.arrayContaining(["M3.3"]) });
  });

  test.each([
    ["drafts of every kind, and their reports", ["check", drafts, "--fail-on", "never", "-o", "report.html"]],
    ["a workbook, and hands it back", ["check", workbook, "--fail-on", "never", "-o", "xlsx=reviewed.xlsx"]],
    ["the rules and their examples", ["rules", "list"]],
    ["a page about a rule", ["explain", "confidential/nhs-number"]],
    ["the schema of a pack", ["schema", "rules"]],
    ["the files that a repository begins with", ["init"]],
    ["threads", ["check", drafts, "--fail-on", "never", "--concurrency", "2"]],
  ])("the command manages %s", (_, argv) => {
    const { status, stderr } = run([command, ...argv]);
    expect(stderr).not.toMatch(/postlint itself failed|Cannot find|\n\s+at /);
    expect(status).toBe(0);
  });

  test("the library checks a draft", () => {
    const script = `
      import { check, loadRuleSet } from "postlint";
      const ruleset = await loadRuleSet();
      console.log(check("Slides attached, all OFFICIAL-SENSITIVE", ruleset).findings[0].clause);`;
    const { stdout, stderr } = run(["--input-type=module", "--eval", script]);
    expect({ stdout, stderr }).toEqual({ stdout: "P3\n", stderr: "" });
  });

  test("the library's types are all there", () => {
    writeFileSync(
      join(folder, "use.mts"),
      `import { check, checkCalendar, type Finding, loadRuleSet, type RuleSet, RuleSetError } from "postlint";
const ruleset: RuleSet = await loadRuleSet();
const findings: readonly Finding[] = check({ text: "Hello", channel: "x" }, ruleset, { today: "2027-05-04" }).findings;
export const levels = findings.map(({ level }) => level);
export const rules: number = ruleset.rules.map(({ clause }) => clause).length + checkCalendar([], ruleset).length;
export const problems = (error: unknown): readonly string[] => (error instanceof RuleSetError ? error.problems : []);
// @ts-expect-error a draft has a text
check({ channel: "x" }, ruleset);
`,
    );
    const compilerOptions = { module: "nodenext", target: "es2023", strict: true, noEmit: true, types: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.mts"] }));
    const { status, stdout } = run([join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});
