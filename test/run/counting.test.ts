import { expect, test } from "vitest";
import type { Summary } from "../../src/model/report.ts";
import type { Reporter } from "../../src/reporters/reporter.ts";
import { type CountingReporter, counting } from "../../src/run/counting.ts";
import { findingOf, postOf, sourceOf } from "../reporters/run.ts";

const source = sourceOf("a.csv", { row: 2 });
const result = { post: postOf("text", { source }), findings: [findingOf(null, { level: "error" })] };
const problem = { source, message: "unreadable" };
const upkeep = { source: null, message: "An accepted finding is gone.", upkeep: true } as const;

test.each<[string, (told: CountingReporter) => void, readonly unknown[], Partial<Summary>]>([
  ["a result", (told) => told.post(result), [result], { posts: 1, errors: 1, unread: 0 }],
  ["a problem", (told) => told.problem(problem), [problem], { posts: 0, unread: 1 }],
  ["a note that a strict run fails for", (told) => told.note(upkeep), [upkeep], { upkeep: 1 }],
  ["nothing of a post that is passed over", (told) => told.passedOver(source), [], { posts: 0, unread: 0 }],
])("tells and counts %s", async (_, tell, told, summary) => {
  const seen: unknown[] = [];
  const see = (one: unknown) => void seen.push(one);
  const reporter: Reporter = { post: see, problem: see, note: see, end: see };
  const counted = counting(reporter);
  tell(counted);
  const ended = await counted.end(3, 4);
  expect(seen).toEqual([...told, ended]);
  expect(ended).toMatchObject({ files: 3, ...summary });
});
