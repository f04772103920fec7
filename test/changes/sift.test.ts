import { expect, test } from "vitest";
import { sift } from "../../src/changes/sift.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { ClauseId } from "../../src/model/policy.ts";
import type { RuleId } from "../../src/model/rule.ts";
import { postOf } from "../judge-text.ts";

const finding = (rule: string): Finding => ({
  passage: { field: "publish_at", span: null },
  evidence: [],
  rule: rule as RuleId,
  clause: "C1" as ClauseId,
  also: [],
  level: "error",
  confidence: "certain",
  message: "Found.",
  advice: "Mend it.",
  rewrite: null,
  mask: false,
  suppressed: null,
});

test("what a new post causes on an old one came with the change", () => {
  const old = postOf("An old post");
  const results = [
    { post: postOf("A new post"), findings: [] },
    { post: old, findings: [finding("calendar/two-at-one-minute"), finding("copy/old")] },
  ];
  const sifted = sift(results, {
    lines: null,
    before: [old],
    restsOnOthers: ({ rule }) => rule.startsWith("calendar/"),
    check: (post) => ({ post, findings: [] }),
  });
  const rules = (side: readonly { readonly findings: readonly Finding[] }[]) =>
    side.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  expect(rules(sifted.changed)).toEqual(["calendar/two-at-one-minute"]);
  expect(rules(sifted.old)).toEqual(["copy/old"]);
});
