import { expect, test } from "vitest";
import { describeMeasured, type MeasuredRun } from "../../src/stats/describe.ts";
import type { Measured } from "../../src/stats/meter.ts";

const measured: Measured = {
  stages: new Map([
    ["starting", { time: 80, times: 1 }],
    ["opening the rules", { time: 20, times: 1 }],
    ["reading", { time: 40.25, times: 1001 }],
    ["scan", { time: 60, times: 1000 }],
    ["detectors", { time: 10, times: 900 }],
  ]),
  detectors: new Map([
    ["terms", { time: 30, times: 1500 }],
    ["identifier", { time: 50, times: 200 }],
  ]),
  rules: new Map([
    ["b/second", { time: 2, times: 4 }],
    ["c/slow", { time: 90, times: 1000 }],
    ["a/second", { time: 2, times: 1 }],
  ]),
  bytes: 500_000,
};
const RUN: MeasuredRun = { measured, posts: 1000, whole: 500, checking: 400 };

test("a run is told by steps, detectors and its slowest rules", () => {
  expect(describeMeasured(RUN, 2)).toBe(`
Time: 500 ms in all, of which 400 ms for 1,000 posts, 0.5 MB: 2,500 posts and 1.25 MB a second.

  starting                   80 ms         16 %
  opening the rules          20 ms          4 %
  reading                  40.3 ms          8 %
  preparing                   0 ms          0 %
  scan                       60 ms         12 %
  detectors                  90 ms         18 %
  judging                     0 ms          0 %
  second opinion              0 ms          0 %
  loading the grammar         0 ms          0 %
  parsing with it             0 ms          0 %
  reporting                   0 ms          0 %
  all else                  210 ms         42 %

The grammar was not needed.

Detectors, by the time of each itself, and how often it looked:
        50 ms        200 ×       250 µs  identifier
        30 ms      1,500 ×        20 µs  terms

The 2 slowest of 3 rules that looked closer, and at how many posts:
        90 ms      1,000 ×        90 µs  c/slow
         2 ms          1 ×     2,000 µs  a/second

Looking at the clock takes time too: without --stats the run is shorter.
`);
});

test.each<[what: string, run: Partial<MeasuredRun>, says: string]>([
  ["all rules, where all are asked for", {}, "All 3 rules that looked closer"],
  ["one post as one post", { posts: 1, measured: { ...measured, bytes: 80 } }, "for 1 post, 80 bytes:"],
  ["no pace where no time has passed", { checking: 0 }, "of which 0 ms for 1,000 posts, 0.5 MB."],
  [
    "the parses of the grammar",
    {
      measured: {
        ...measured,
        stages: new Map([
          ["loading the grammar", { time: 300, times: 1 }],
          ["parsing with it", { time: 9, times: 3 }],
        ]),
      },
    },
    "The grammar was loaded, and parsed 3 sentences.",
  ],
])("it tells %s", (_what, run, says) => {
  expect(describeMeasured({ ...RUN, ...run }, Number.POSITIVE_INFINITY)).toContain(says);
});

test("nothing is said of detectors and rules where none looked", () => {
  const nothing = { ...measured, detectors: new Map(), rules: new Map() };
  expect(describeMeasured({ ...RUN, measured: nothing }, 20)).not.toMatch(/Detectors|rules that/u);
});
