import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Found {
  readonly rule: string;
  readonly clause: string | null;
  readonly level: string;
  readonly cell?: string;
}

interface Post {
  readonly source: { readonly row: number; readonly cell: string };
  readonly findings: readonly Found[];
}

let posts: readonly Post[] = [];

beforeAll(() => {
  if (!existsSync(`${root}dist/cli.js`)) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
  const argv = ["fixtures/calendars/may.csv", "--format", "json", "--fail-on", "never", "--as-of", "2027-05-31"];
  const out = execFileSync(process.execPath, ["bin/postlint.js", ...argv], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  posts = JSON.parse(out).posts;
}, 120_000);

/** Row of the calendar; what is found there, each as `cell rule clause level`. */
const ROWS: readonly (readonly [row: number, what: string, found: readonly string[]])[] = [
  [3, "a post that is in order", []],
  [4, "the weekday of another day", ["A4 practice/other-weekday – suggestion"]],
  [5, "a minister on polling day", ["G5 conduct/announcement-before-poll P5 warning"]],
  [6, "the same copy, the day after the poll", ["G6 practice/same-copy-twice – suggestion"]],
  [7, "copy like that of three days before", ["G7 practice/nearly-the-same-copy – suggestion"]],
  [8, "an embargo that ends later that morning", ["L8 official/embargo-broken P3 error"]],
  [9, "an approval a minute after the slot", ["K9 conduct/approved-after-slot P5 warning"]],
  [10, "an approval by its owner", ["J10 conduct/approved-by-its-owner P5 warning"]],
  [11, "an agency without a permission", ["F11 third-parties/no-permission-recorded D3 error"]],
  [
    12,
    "a draft whose day is over, with a deadline that was",
    ["A12 practice/still-draft – suggestion", "G12 practice/date-is-past – suggestion"],
  ],
  [13, "children in a picture, and no consent", ["G13 privacy/no-consent-recorded M3.5 warning"]],
  [14, "a date that no calendar has", ["A14 practice/impossible-date-in-calendar – suggestion"]],
  [15, "the first of two at one minute", []],
  [16, "the second of two at one minute", ["A16 practice/two-at-one-minute – suggestion"]],
];

test.each(ROWS)("row %i, %s", (row, _, found) => {
  const post = posts.find(({ source }) => source.row === row)!;
  expect(
    post.findings.map(
      ({ rule, clause, level, cell }) => `${cell ?? post.source.cell} ${rule} ${clause ?? "–"} ${level}`,
    ),
  ).toEqual(found);
});

test("every row of copy is a post", () => {
  expect(posts.length).toBe(ROWS.length);
});
