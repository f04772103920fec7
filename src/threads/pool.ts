import { Worker } from "node:worker_threads";
import type { Checked, CheckSettings } from "../check.ts";
import type { Post } from "../model/post.ts";

/** What a thread needs to know to check as the command does. */
export interface ThreadSettings {
  /** The folder of the package. */
  readonly home: string;
  /** The folder of the rule set; null for the shipped one. */
  readonly rules: string | null;
  readonly check: Omit<CheckSettings, "grammar">;
}

/** What goes to a thread, and what comes back under the same number. */
export interface Task {
  readonly number: number;
  readonly posts: readonly Post[];
}
export interface Done {
  readonly number: number;
  readonly checked: readonly Checked[];
}

export interface Pool {
  readonly threads: number;
  /** In the order of the posts. Rejects where a thread fails. */
  check(posts: readonly Post[]): Promise<readonly Checked[]>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (checked: readonly Checked[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that check posts. `script` is the built `worker.js`. */
export function startPool(script: URL, threads: number, settings: ThreadSettings): Pool {
  const waiting = new Map<number, Waiting>();
  /** A thread that is gone answers nothing that is asked of it later. */
  let failure: { readonly error: unknown } | null = null;
  let number = 0;
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(script, { workerData: settings });
    worker.on("message", (done: Done) => {
      waiting.get(done.number)!.resolve(done.checked);
      waiting.delete(done.number);
    });
    worker.on("error", (error) => {
      failure ??= { error };
      for (const { reject } of waiting.values()) reject(error);
    });
    return worker;
  });
  return {
    threads,
    check: (posts) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure.error);
        waiting.set(number, { resolve, reject });
        const task: Task = { number, posts: posts.map(withoutStretches) };
        workers[number % threads]!.postMessage(task);
        number += 1;
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Where the copy stands in its source is nothing that a check asks for, and much to copy. */
const withoutStretches = (post: Post): Post => {
  const [text, ...others] = post.copy.map((copy) => ({ ...copy, stretches: [] }));
  return { ...post, copy: [text!, ...others] };
};
