import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../config/errors.ts";
import type { Io } from "../io/io.ts";
import type { ThreadSettings } from "../threads/pool.ts";
import type { Checkers } from "./checking.ts";

/** How many threads check posts; `auto` leaves it to the length of the run. */
export type Concurrency = number | "auto";

/** With `isMeasured` all is checked in this thread: times of several at once would not add up. */
export function givenConcurrency(written: string | undefined, isMeasured: boolean): Concurrency {
  const given = concurrencyIn(written);
  if (!isMeasured) return given;
  if (given === "auto" || given === 0) return 0;
  throw new UsageError("--stats takes the times of one thread.", "Leave --concurrency out, or say off.");
}

function concurrencyIn(written: string | undefined): Concurrency {
  if (written === undefined || written === "auto") return "auto";
  if (written === "off") return 0;
  if (/^[1-9]\d?$/u.test(written)) return Number(written);
  throw new UsageError(`--concurrency can't be "${written}".`, "It can be auto, off, or a number from 1 to 99.");
}

/** A number means threads from the first post on. */
export function threading(
  io: Io,
  concurrency: Concurrency,
  settings: ThreadSettings,
): Pick<Checkers, "startThreads" | "alone"> {
  const threads = concurrency === "auto" ? Math.min(io.cores, MOST_BY_ITSELF) : concurrency;
  if (threads === 0 || (concurrency === "auto" && io.cores < 2)) return { startThreads: null, alone: 0 };
  return {
    alone: concurrency === "auto" ? ALONE : 0,
    startThreads: async () => {
      const { startPool } = await import("../threads/pool.ts");
      return startPool(pathToFileURL(join(io.home, "dist/bundle/worker.cjs")), threads, settings);
    },
  };
}

/** Each holds the rules for itself. */
const MOST_BY_ITSELF = 4;

/** Below this many posts one thread is done before others have started. */
const ALONE = 5000;
