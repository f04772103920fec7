import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { type Ending, happen, type Mishap } from "./desk.ts";
import { mishaps } from "./mishaps.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const all = Object.values(mishaps).flat();
const endings = new Map<Mishap, Ending>();

beforeAll(async () => {
  if (!existsSync(`${root}dist/cli.js`)) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
  const waiting = [...all];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) endings.set(next, await happen(next));
  };
  await Promise.all([work(), work(), work()]);
}, 600_000);

test.each(all)("$what: is not silent, shows no stack, and ends with 2 or says why not", (mishap) => {
  const { code, out, err } = endings.get(mishap)!;
  const seen = out + err;
  expect(seen).not.toMatch(/^\s+at .*[:(]\d+/mu);
  expect(seen).not.toContain("postlint itself failed");
  expect(seen).not.toContain("\u001b");
  if (mishap.because === undefined) {
    expect(code).toBe(2);
    expect(toldIn(err)).not.toEqual([]);
  } else expect(code).not.toBe(2);
});

test("the table of bad input is as the repository has it", async () => {
  const tables = Object.entries(mishaps).map(([title, rows]) => {
    const lines = rows.map((mishap) => rowOf(mishap, endings.get(mishap)!));
    return `## ${title}\n\n| what | what the user sees | exit code |\n| --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  await expect(`${HEAD}\n${tables.join("\n")}`).toMatchFileSnapshot("../golden/bad-input.md");
});

const HEAD = `# Bad input, and what the user sees

Written by \`test/bad-input\`, which does each of these to the built command. A line in italics is the last one of the report.
`;

function rowOf({ what, because }: Mishap, { code, out, err, left }: Ending): string {
  const last = lastWords(out);
  const seen = [...toldIn(err), ...(last === "" ? [] : [`*${last}*`]), ...(left === "" ? [] : [`(${left})`])];
  const why = because === undefined ? "" : `: ${because}`;
  return `| ${[what, seen.join("<br>"), `${code}${why}`].map(cell).join(" | ")} |`;
}

/** The last sentences of a report, without those that it always has. */
const lastWords = (out: string): string =>
  (
    out
      .trimEnd()
      .split(/\n\s*\n/u)
      .at(-1) ?? ""
  )
    .replace(/\s+/gu, " ")
    .replace(/ ?postlint looks for [^;]*; [^.]*\./u, "");

/** All that is told but what every run without metadata says. */
const toldIn = (err: string): readonly string[] =>
  err
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "" && !line.includes("not checked for lack of metadata"));

/** Names of three hundred letters are cut. */
const cell = (words: string): string => words.replace(/a{50,}/u, "aaa…").replaceAll("|", "\\|");
