import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Source } from "../../src/model/post.ts";
import { postsOf } from "../../src/readers/post.ts";
import { type Entrant, hold, isReached } from "../../src/workshop/bench/contest.ts";
import {
  corpusDrafts,
  writeBytes,
  writeCalendar,
  writeGrammarRules,
  writeMoreRules,
  writePosts,
} from "../../src/workshop/bench/inputs.ts";
import { ratiosOf, spreadOf } from "../../src/workshop/bench/spread.ts";
import { markdownTable, plainTable, standingRows } from "../../src/workshop/bench/tables.ts";
import { rulesIn } from "../../src/workshop/labelled.ts";

const NOWHERE: Source = { file: "draft", line: null, sheet: null, row: null, cell: null };

test.each([
  ["of one value", [4], { minimum: 4, median: 4, maximum: 4 }],
  ["of three, the middle one", [9, 1, 2], { minimum: 1, median: 2, maximum: 9 }],
  ["of four, between the two in the middle", [1, 10, 2, 4], { minimum: 1, median: 3, maximum: 10 }],
])("the median %s", (_what, values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});

test("a ratio is to what was measured in the same round", () => {
  expect(ratiosOf([10, 40, 9], [5, 20, 3])).toEqual([2, 2, 3]);
});

describe("a contest", () => {
  /** Takes so long in its first run, its second and so on. */
  const taking = (name: string, times: readonly number[], log: string[], more: Partial<Entrant> = {}): Entrant => {
    let run = 0;
    return {
      name,
      run: async () => {
        log.push(name);
        return times[run++]!;
      },
      ...more,
    };
  };

  test("leaves the run-up out and begins each round at the other end", async () => {
    const log: string[] = [];
    const standings = await hold(
      {
        name: "c",
        title: "C",
        rounds: 2,
        entrants: [taking("a", [99, 10, 20], log), taking("b", [99, 20, 60], log, { goal: { atMost: 2 } })],
      },
      () => {},
    );
    expect(log.join("")).toBe("abbaab");
    expect(standings[1]).toMatchObject({
      time: { minimum: 20, median: 40, maximum: 60 },
      ratio: { minimum: 2, median: 2.5, maximum: 3 },
    });
    expect(isReached(standings[1]!, { atMost: 2 })).toBe(false);
    expect(isReached(standings[1]!, { atLeast: 2 })).toBe(true);
  });

  test("compares post by post where different numbers are read", async () => {
    const entrants = [taking("a", [1, 500], [], { posts: 1000 }), taking("b", [1, 100], [], { posts: 10 })] as const;
    const standings = await hold({ name: "c", title: "C", rounds: 1, entrants: [...entrants] }, () => {});
    expect(standings.map(({ ratio, postsPerSecond }) => [ratio.median, postsPerSecond])).toEqual([
      [1, 2000],
      [20, 100],
    ]);
  });

  test("is shown as a table without empty columns", async () => {
    const entrants = [taking("a", [1, 10], []), taking("b", [1, 15], [], { goal: { atMost: 1.5 } })] as const;
    const rows = standingRows(await hold({ name: "c", title: "C", rounds: 1, entrants: [...entrants] }, () => {}));
    expect(plainTable("Title", rows)).toBe(`Title
      ratio: median   least to most    time                   goal
  a               1                   10 ms
  b             1.5         1.5–1.5   15 ms   at most 1.5: reached
`);
    expect(markdownTable("Title", rows)).toBe(`| Title | ratio: median | least to most | time | goal |
| --- | ---: | ---: | ---: | ---: |
| a | 1 |  | 10 ms |  |
| b | 1.5 | 1.5–1.5 | 15 ms | at most 1.5: reached |
`);
  });
});

describe("what is measured on", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "postlint-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const DRAFTS = [{ text: 'Say "hello"' }, { text: "Two\nlines", meta: { channel: "x" } }];

  test("is the same posts over and over, each with an id of its own", () => {
    const lines = readFileSync(writePosts(join(folder, "p"), DRAFTS, 3), "utf8");
    expect(lines).toBe(
      '{"id":"post-1","text":"Say \\"hello\\""}\n{"id":"post-2","text":"Two\\nlines","meta":{"channel":"x"}}\n{"id":"post-3","text":"Say \\"hello\\""}\n',
    );
  });

  test("is the training posts without their labels, and none that can't be read whole", () => {
    const drafts = corpusDrafts();
    expect(drafts.length).toBeGreaterThan(10_000);
    expect([...new Set(drafts.flatMap((draft) => Object.keys(draft)))].sort()).toEqual(["meta", "text"]);
    const read = postsOf({ defaults: {} });
    const problems = drafts.flatMap(({ text, meta }) =>
      read({ fields: { text, meta }, derivedId: "draft", source: NOWHERE }).filter(({ kind }) => kind === "problem"),
    );
    expect(problems).toEqual([]);
  });

  test("is a file of at least so many bytes", () => {
    const path = join(folder, "p");
    expect(writeBytes(path, DRAFTS, 100)).toBe(3);
    expect(readFileSync(path).length).toBeGreaterThanOrEqual(100);
  });

  test("is a calendar with an hour between its rows", () => {
    expect(readFileSync(writeCalendar(join(folder, "c"), DRAFTS, 2), "utf8")).toBe(
      'Date,Time,Channel,Account,Copy\n2026-01-01,00:00,LinkedIn,Corporate,"Say ""hello"""\n2026-01-01,01:00,LinkedIn,Corporate,"Two\nlines"\n',
    );
  });

  test("is a sound rule set with a grammar", () => {
    expect(rulesIn(writeGrammarRules(join(folder, "grammar"))).rules.map(({ card }) => card.id)).toEqual([
      "conduct/someone-shouted",
    ]);
  });

  test("is as many rules of made-up words as are asked for", () => {
    const pack = readFileSync(join(writeMoreRules(join(folder, "more"), 3), "pack.yaml"), "utf8");
    const words = [...pack.matchAll(/terms: \[(.*)\]/gu)].flatMap(([, terms]) => terms!.split(", "));
    expect(new Set(words).size).toBe(15);
    expect(words.every((word) => /^zx[a-z]{5,}$/u.test(word))).toBe(true);
  });
});
