import fc from "fast-check";
import type { Target } from "./target.ts";
import { watchdog } from "./watchdog.ts";

export interface Amount {
  readonly executions: number;
  /** Of the clock, after which no further execution begins. */
  readonly seconds: number;
  readonly seed: number;
}

export interface Fed {
  readonly executions: number;
  /** Seconds of the processor. */
  readonly took: number;
  /** The longest that one execution took of it, in milliseconds. */
  readonly slowest: number;
  /** What broke, with the seed, the path and the smallest input that breaks it; null where nothing did. */
  readonly failure: string | null;
}

/** Feeds a target. The same seed gives the same inputs in the same order. */
export async function feed<Input>(name: string, { inputs, run }: Target<Input>, amount: Amount): Promise<Fed> {
  const dog = watchdog(`${name}, seed ${amount.seed}`, LONGEST_BY_CLOCK);
  let executions = 0;
  let slowest = 0;
  const start = process.cpuUsage();
  const timed = async (input: Input) => {
    dog.next();
    executions += 1;
    const began = performance.now();
    await run(input);
    const took = performance.now() - began;
    // Others use the machine too, and to ask for the processor's time takes longer than most executions.
    if (took > slowest) slowest = Math.max(slowest, await alone(() => run(input)));
    if (slowest > LONGEST) throw new Error(`took ${Math.round(slowest)} ms`);
  };
  const result = await fc.check(fc.asyncProperty(inputs, timed), {
    seed: amount.seed,
    numRuns: amount.executions,
    interruptAfterTimeLimit: amount.seconds * 1000,
  });
  await dog.stop();
  const took = milliseconds(process.cpuUsage(start)) / 1000;
  return { executions, took, slowest, failure: result.failed && !result.interrupted ? described(result) : null };
}

const described = <Input>(result: fc.RunDetails<[input: Input]>): string =>
  `${result.errorInstance}\n${fc.defaultReportMessage(result)}`;

/** Milliseconds of the processor. */
async function alone(run: () => Promise<void> | void): Promise<number> {
  const began = process.cpuUsage();
  await run();
  return milliseconds(process.cpuUsage(began));
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** In milliseconds; what takes longer hangs. */
const LONGEST = 2000;
/** In seconds, for what never comes back. */
const LONGEST_BY_CLOCK = 120;
