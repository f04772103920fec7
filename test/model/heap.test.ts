import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import { heapFreer } from "../../src/model/heap.ts";

const used = () => getHeapStatistics().used_heap_size;

/** Arrays of more than 64 MB, which nothing holds afterwards. */
function waste(): number {
  const wasted = Array.from({ length: 64 }, (_, megabyte) => new Array<number>(131_072).fill(megabyte + 0.5));
  return wasted.length;
}

test("frees what nothing holds, once that is much", () => {
  const freeHeap = heapFreer();
  const before = used();
  freeHeap();
  expect(waste()).toBe(64);
  freeHeap();
  expect(used()).toBeLessThan(before + 40_000_000);
});
