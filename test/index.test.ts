import { expect, test } from "vitest";
import { type CheckOptions, check } from "../src/index.ts";
import { ruleFinding } from "./judge-text.ts";

const late = ruleFinding("{ meta: { field: publish_at, before: today } }");

test.each<[string, CheckOptions | undefined, number]>([
  ["without a day", undefined, 0],
  ["on a day before", { today: "2026-01-01" }, 0],
  ["on a day behind", { today: "2027-01-01" }, 1],
  ["without a day again", {}, 0],
])("what asks for today, %s", (_, options, found) => {
  expect(check({ text: "Red", publish_at: "2026-06-01 09:00" }, late, options).findings).toHaveLength(found);
});

test.each(["tomorrow", "2027-02-31", "2027-05-04T00:00:00Z", ""])("a today of %j is refused", (today) => {
  expect(() => check("Red", late, { today })).toThrow(`today "${today}" is not a day. Write it as 2026-11-30.`);
});
