import { Worker } from "node:worker_threads";

/** A thread that ends the process when one execution does not come back, which the process itself could not tell. */
export interface Watchdog {
  /** The next execution begins. */
  next(): void;
  stop(): Promise<unknown>;
}

/** `seconds` by the clock: far more than an execution may take, as others may use the machine. */
export function watchdog(what: string, seconds: number): Watchdog {
  const count = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WATCH, { eval: true, workerData: { count, what, seconds } });
  return { next: () => void Atomics.add(count, 0, 1), stop: () => worker.terminate() };
}

const WATCH = `
const { workerData: { count, what, seconds } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let seen = -1;
setInterval(() => {
  const now = Atomics.load(count, 0);
  if (now === seen) {
    writeSync(2, what + ": execution " + now + " has not come back for " + seconds + " seconds\\n");
    process.kill(process.pid, "SIGKILL");
  }
  seen = now;
}, seconds * 1000);
`;
