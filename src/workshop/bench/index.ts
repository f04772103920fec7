import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Contest, hold } from "./contest.ts";
import { contestsIn, counted, ONE, postlint, RIVALS, type Sizes } from "./contests.ts";
import { corpusDrafts, writeBytes, writePosts } from "./inputs.ts";
import { peakMemory } from "./processes.ts";
import { spreadOf } from "./spread.ts";
import { markdownTable, memoryRows, plainTable, type Row, standingRows } from "./tables.ts";

const USAGE = `Measures how long postlint takes, beside what else could be done with the same posts.

  npm run bench -- [--quick] [--only NAME]… [--posts N] [--rounds N] [--large] [--markdown]

  --quick     few rounds, and 10,000 posts in place of 100,000
  --only NAME only this: draft, grammar, calendar, few, many, threads, rules, opinion, opinion-a-post, opinion-and-findings,
              others, memory
  --posts N   so many posts in the long file
  --rounds N  so many rounds of each
  --large     also the peak memory on 1 GB of posts, made on the spot and deleted afterwards
  --bytes N   so many bytes in place of 1 GB
  --markdown  tables for a page

Nothing else should run meanwhile: ratios bear some noise, times bear none.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true },
      posts: { type: "string" },
      rounds: { type: "string" },
      large: { type: "boolean", default: false },
      bytes: { type: "string", default: "1000000000" },
      markdown: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const table = values.markdown ? markdownTable : plainTable;
  const show = (title: string, rows: readonly Row[]) => console.log(table(title, rows));
  const sizes = sizesFor(values.quick, values.posts, values.rounds);
  const folder = mkdtempSync(join(tmpdir(), "postlint-bench-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => {
      clear();
      process.exit(code);
    });
  }
  try {
    progress("Making the posts");
    const contests = contestsIn(folder, sizes);
    const only = values.only ?? [...contests.map(({ name }) => name), MEMORY];
    refuseUnknown(only, contests);
    console.log(`${circumstances()}\n`);
    for (const contest of contests.filter(({ name }) => only.includes(name))) {
      show(contest.title, standingRows(await hold(contest, progressOf(contest))));
    }
    if (only.includes(MEMORY))
      show("Peak memory", memoryRows(await memory(folder, sizes, values.large ? Number(values.bytes) : null)));
  } finally {
    clear();
    progress(null);
  }
}

const MEMORY = "memory";

function sizesFor(quick: boolean, posts: string | undefined, rounds: string | undefined): Sizes {
  const usual = quick
    ? { posts: 10_000, shortRounds: 5, longRounds: 2 }
    : { posts: 100_000, shortRounds: 21, longRounds: 5 };
  const given =
    rounds === undefined ? usual : { ...usual, shortRounds: wholeNumber(rounds), longRounds: wholeNumber(rounds) };
  return posts === undefined ? given : { ...given, posts: wholeNumber(posts) };
}

function wholeNumber(written: string): number {
  const value = Number(written);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`"${written}" is no number above 0.`);
}

function refuseUnknown(only: readonly string[], contests: readonly Contest[]): void {
  const names = [...contests.map(({ name }) => name), MEMORY];
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is nothing to measure called "${unknown}". There are ${names.join(", ")}.`);
}

/** The day, the machine and what is compared: without them a figure says nothing. */
function circumstances(): string {
  const versions = ["postlint", ...RIVALS].map((name) => `${name} ${versionOf(name)}`);
  const [processor] = cpus();
  return [
    new Date().toISOString().slice(0, 10),
    `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${availableParallelism()} cores (${processor?.model.trim() ?? "unknown"})`,
    versions.join(", "),
  ].join("; ");
}

function versionOf(name: string): string {
  const path = name === "postlint" ? "package.json" : `node_modules/${name}/package.json`;
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

async function memory(folder: string, { posts, longRounds }: Sizes, bytes: number | null) {
  const drafts = corpusDrafts();
  const many = writePosts(join(folder, "memory.jsonl"), drafts, posts);
  const measured = [await peakOf(`${counted(posts)} posts, one thread`, many, longRounds, [ONE])];
  rmSync(many);
  if (bytes === null) return measured;
  progress("Making the large file");
  const large = join(folder, "large.jsonl");
  const count = writeBytes(large, drafts, bytes);
  const size = `${counted(count)} posts, ${counted(Math.round(statSync(large).size / 1_000_000))} MB`;
  for (const [threads, options] of [
    ["one thread", [ONE]],
    ["threads as it chooses", []],
  ] as const) {
    const { name, peak } = await peakOf(`${size}, ${threads}`, large, 1, options);
    measured.push({
      name,
      peak,
      goal: `at most ${MOST_MEMORY} MB: ${peak.median <= MOST_MEMORY ? "reached" : "not reached"}`,
    });
  }
  rmSync(large);
  return measured;
}

/** In MB. */
const MOST_MEMORY = 250;

async function peakOf(name: string, file: string, rounds: number, options: readonly string[]) {
  const peaks: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    progress(`Memory: ${name}, round ${round} of ${rounds}`);
    peaks.push(await peakMemory(postlint(file, ...options)));
  }
  return { name, peak: spreadOf(peaks), goal: "" };
}

const progressOf =
  ({ name, rounds }: Contest) =>
  (round: number) =>
    progress(round === 0 ? `${name}: run-up` : `${name}: round ${round} of ${rounds}`);

/** One line at a terminal, a line each elsewhere; null ends it. */
function progress(doing: string | null): void {
  const { stderr } = process;
  if (stderr.isTTY) stderr.write(`\r\u001B[K${doing ?? ""}`);
  else if (doing !== null) stderr.write(`${doing}\n`);
}

await main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 2;
});
