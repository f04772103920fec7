import type { Checked } from "../check.ts";
import type { Post } from "../model/post.ts";
import type { Pool } from "../threads/pool.ts";
import type { SourceReading } from "./reading.ts";

/** What a source gave, a post together with what its check found. */
export type CheckedReading =
  | { readonly kind: "checked"; readonly post: Post; readonly checked: Checked }
  | Exclude<SourceReading, { readonly kind: "post" }>;

export interface Checkers {
  readonly checkPost: (post: Post) => Checked;
  /** Starts threads; null where everything is checked in this one. */
  readonly startThreads: (() => Promise<Pool>) | null;
  /** How many posts are checked here before threads are started. */
  readonly alone: number;
}

/**
 * Checks the posts of the readings and hands all on in their order. Threads start only when a run turns out to be long: to start
 * them takes longer than to check many posts.
 */
export async function* checkedInOrder(
  readings: AsyncIterable<SourceReading>,
  { checkPost, startThreads, alone }: Checkers,
): AsyncGenerator<CheckedReading, void, undefined> {
  let posts = 0;
  let threads: Threads | undefined;
  try {
    for await (const reading of readings) {
      if (threads === undefined && startThreads !== null && posts >= alone) threads = new Threads(await startThreads());
      if (reading.kind === "post" && ++posts === LONG) (await import("./heap.ts")).keepHeapSmall();
      if (threads === undefined) yield checkedHere(reading, checkPost);
      else yield* await threads.take(reading);
    }
    if (threads !== undefined) yield* threads.rest();
  } finally {
    await threads?.close();
  }
}

/**
 * In posts. Shorter runs load nothing that keeps memory small. Later would be too late: V8 allows itself four times what it holds as soon
 * as it has looked for what is still needed, and then goes by that until it looks again.
 */
const LONG = 100;

const checkedHere = (reading: SourceReading, checkPost: (post: Post) => Checked): CheckedReading =>
  reading.kind === "post" ? { kind: "checked", post: reading.post, checked: checkPost(reading.post) } : reading;

/** Gathers readings into batches, and gives them back in order when the threads are done with them. */
class Threads {
  readonly #pool: Pool;
  #batch: SourceReading[] = [];
  #posts = 0;
  readonly #underWay: Promise<readonly CheckedReading[]>[] = [];

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** What is ready by now; waits where more is under way than the threads can take up soon. */
  async take(reading: SourceReading): Promise<readonly CheckedReading[]> {
    this.#batch.push(reading);
    if (reading.kind === "post") this.#posts += 1;
    if (this.#posts < BATCH && this.#batch.length < 10 * BATCH) return [];
    this.#send();
    return this.#underWay.length > AHEAD * this.#pool.threads ? await this.#underWay.shift()! : [];
  }

  async *rest(): AsyncGenerator<CheckedReading, void, undefined> {
    this.#send();
    for (const batch of this.#underWay) yield* await batch;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #send(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#posts = 0;
    const done = this.#check(batch);
    // Whoever waits for it hears of a failure; nobody does where an earlier one ended the run.
    done.catch(() => {});
    this.#underWay.push(done);
  }

  async #check(batch: readonly SourceReading[]): Promise<readonly CheckedReading[]> {
    const posts = batch.flatMap((reading) => (reading.kind === "post" ? [reading.post] : []));
    const checked = (await this.#pool.check(posts))[Symbol.iterator]();
    return batch.map((reading) =>
      reading.kind === "post" ? { kind: "checked", post: reading.post, checked: checked.next().value! } : reading,
    );
  }
}

/** Posts that go to a thread at a time: with fewer, handing over weighs more than checking. */
const BATCH = 64;

/** Batches under way for each thread, so that none waits for the reader. */
const AHEAD = 3;
