import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Checked } from "../../src/check.ts";
import type { Post } from "../../src/model/post.ts";
import { type CheckedReading, checkedInOrder } from "../../src/run/checking.ts";
import * as heap from "../../src/run/heap.ts";
import type { SourceReading } from "../../src/run/reading.ts";
import type { Pool } from "../../src/threads/pool.ts";
import { postOf } from "../judge-text.ts";

vi.mock("../../src/run/heap.ts", () => ({ keepHeapSmall: vi.fn() }));

/** Says of each post which it was, in the language flag and nothing else. */
const checkPost = (post: Post): Checked => ({
  findings: [],
  english: post.copy[0].text.includes("e"),
  foreign: [],
  digest: null,
});

/** A pool whose threads take as many turns as they like. */
function poolOf(turns: (task: number) => number, fails = (_task: number) => false): Pool & { closed: boolean } {
  let tasks = 0;
  const pool = {
    threads: 2,
    closed: false,
    check: async (posts: readonly Post[]) => {
      const task = tasks++;
      for (let turn = turns(task); turn > 0; turn--) await Promise.resolve();
      if (fails(task)) throw new Error("the thread is gone");
      return posts.map(checkPost);
    },
    close: async () => {
      pool.closed = true;
    },
  };
  return pool;
}

const ALONE = { checkPost, startThreads: null, alone: 0 };

const note: SourceReading = { kind: "note", note: { source: null, message: "a note" } };

async function* readingsOf(marks: readonly boolean[]): AsyncGenerator<SourceReading> {
  for (const [at, isPost] of marks.entries()) yield isPost ? { kind: "post", post: postOf(`post ${at}`) } : note;
}

async function all(readings: AsyncIterable<CheckedReading>): Promise<readonly CheckedReading[]> {
  const seen: CheckedReading[] = [];
  for await (const reading of readings) seen.push(reading);
  return seen;
}

test("a long run keeps its memory small, and a short one does nothing for it", async () => {
  const keepHeapSmall = vi.mocked(heap.keepHeapSmall);
  const checkAll = (posts: number) =>
    all(checkedInOrder(readingsOf(Array.from({ length: 2 * posts }, (_, at) => at % 2 === 0)), ALONE));
  await checkAll(99);
  expect(keepHeapSmall).not.toHaveBeenCalled();
  await checkAll(1200);
  expect(keepHeapSmall).toHaveBeenCalledTimes(1);
});

describe("with threads", () => {
  test("everything comes in the order in which one thread gives it, however long each takes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 900 }),
        fc.nat(300),
        fc.func(fc.nat(20)),
        async (marks, alone, turns) => {
          const one = await all(checkedInOrder(readingsOf(marks), { checkPost, startThreads: null, alone: 0 }));
          const startThreads = async () => poolOf(turns as (task: number) => number);
          expect(await all(checkedInOrder(readingsOf(marks), { checkPost, startThreads, alone }))).toEqual(one);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("none is started while a run is short", async () => {
    const startThreads = () => Promise.reject(new Error("started"));
    const readings = readingsOf(Array.from({ length: 20 }, () => true));
    expect(await all(checkedInOrder(readings, { checkPost, startThreads, alone: 20 }))).toHaveLength(20);
  });

  test("one that fails ends the run, and the others are closed", async () => {
    const pool = poolOf(
      () => 1,
      (task) => task === 1,
    );
    const readings = readingsOf(Array.from({ length: 700 }, () => true));
    await expect(
      all(checkedInOrder(readings, { checkPost, startThreads: async () => pool, alone: 0 })),
    ).rejects.toThrow("the thread is gone");
    expect(pool.closed).toBe(true);
  });
});
