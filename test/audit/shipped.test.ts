import { expect, test } from "vitest";
import { auditRules } from "../../src/audit/index.ts";
import { place } from "../../src/rules/problem.ts";
import { rulesIn, SHIPPED_RULES } from "../../src/workshop/labelled.ts";

test("a strict look at the shipped rules has nothing to say", async () => {
  const { remarks } = await auditRules(rulesIn(SHIPPED_RULES), { asOf: "2026-11-22", patterns: false });
  expect(remarks.map(({ at, says }) => `${place(at)}: ${says}`)).toEqual([]);
}, 60_000);
