import { readFileSync } from "node:fs";
import { createChecker } from "../../check.ts";
import { compromise } from "../../grammar.ts";
import { processIo } from "../../io/process-io.ts";
import { ORDINARY } from "../../model/circumstances.ts";
import { openRuleSet } from "../../rule-sets/ruleset.ts";
import { postOf } from "../text-post.ts";

/** Milliseconds that the posts take. */
export interface ByTurns {
  readonly rulesAlone: number;
  readonly withOpinion: number;
  /** How many posts they were. */
  readonly posts: number;
}

/** In posts: short enough that a pause of the machine spoils few of them. */
const BLOCK = 10;
/** Each block counts with the least time that it took in so many passes. */
const PASSES = 12;

/**
 * `node by-turns.js FILE COUNT all|clean` checks the first COUNT posts of a file, or those of them in which nothing is found, with the
 * second opinion and without it, by turns in one process: the difference is a few hundredths of the whole time. Prints it as JSON.
 */
async function main([file, count, which]: readonly string[]): Promise<void> {
  const ruleset = await openRuleSet(processIo(), null);
  const [alone, opinion] = [false, true].map((secondOpinion) =>
    createChecker(ruleset, { grammar: compromise, reference: false, circumstances: ORDINARY, secondOpinion }),
  );
  const all = readFileSync(file!, "utf8")
    .split("\n", Number(count))
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const texts = which === "clean" ? all.filter((text) => opinion!(postOf(text)).findings.length === 0) : all;
  const blocks = Array.from({ length: Math.floor(texts.length / BLOCK) }, (_, at) =>
    texts.slice(at * BLOCK, (at + 1) * BLOCK),
  );
  if (blocks.length === 0)
    throw new Error(`Of ${all.length} posts ${texts.length} are to be measured, and ${BLOCK} are needed.`);
  const least = [alone!, opinion!].map((check) => ({ check, times: blocks.map(() => Number.POSITIVE_INFINITY) }));
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [at, block] of blocks.entries()) {
      for (const { check, times } of pass % 2 === 0 ? least : least.toReversed()) {
        const began = performance.now();
        for (const text of block) check(postOf(text));
        times[at] = Math.min(times[at]!, performance.now() - began);
      }
    }
  }
  const [rulesAlone, withOpinion] = least.map(({ times }) => times.reduce((sum, time) => sum + time, 0));
  const measured: ByTurns = { rulesAlone: rulesAlone!, withOpinion: withOpinion!, posts: blocks.length * BLOCK };
  console.log(JSON.stringify(measured));
}

await main(process.argv.slice(2));
