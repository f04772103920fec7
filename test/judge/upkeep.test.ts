import { expect, test } from "vitest";
import { type UpkeepKind, upkeep } from "../../src/judge/upkeep.ts";
import type { Marker } from "../../src/model/post.ts";

const IDS = ["conduct/grumble", "conduct/shout", "privacy/home-address"];
const marker = (more: Partial<Marker>): Marker => ({
  kind: "key",
  rule: "conduct/grumble",
  reason: "agreed",
  by: "Ann",
  until: null,
  covers: null,
  shared: false,
  ...more,
});

test.each<[UpkeepKind, Partial<Marker>, string, string]>([
  [
    "nameless-suppression",
    { rule: null },
    "This suppression names no rule, so it hides nothing.",
    "Write it as RULE -- reason, by NAME (until 2027-03-31); every finding names its rule.",
  ],
  [
    "unknown-rule",
    { rule: "conduct/grumbel" },
    "There is no rule conduct/grumbel, so this suppression hides nothing.",
    "Did you mean conduct/grumble?",
  ],
  [
    "unknown-rule",
    { rule: "home-address" },
    "There is no rule home-address, so this suppression hides nothing.",
    "Did you mean privacy/home-address?",
  ],
  [
    "unknown-rule",
    { rule: "xyz" },
    "There is no rule xyz, so this suppression hides nothing.",
    "postlint rules list shows the rules.",
  ],
  [
    "unexplained-suppression",
    { reason: null, by: null },
    "The suppression of conduct/grumble gives no reason and no name, so it hides nothing.",
    "Write it as RULE -- reason, by NAME (until 2027-03-31): why it may stand, and who decided that.",
  ],
  [
    "unexplained-suppression",
    { reason: null },
    "The suppression of conduct/grumble gives no reason, so it hides nothing.",
    "Write it as RULE -- reason, by NAME (until 2027-03-31): why it may stand, and who decided that.",
  ],
  [
    "unexplained-suppression",
    { by: null },
    "The suppression of conduct/grumble gives no name, so it hides nothing.",
    "Write it as RULE -- reason, by NAME (until 2027-03-31): why it may stand, and who decided that.",
  ],
  [
    "undated-suppression",
    { until: "spring" },
    'The suppression of conduct/grumble holds until "spring", which is not a date, so it hides nothing.',
    "Write the date as (until 2027-03-31).",
  ],
  [
    "expired-suppression",
    { until: "2026-01-31" },
    "The suppression of conduct/grumble held until 2026-01-31, so it hides nothing any more.",
    "Mend the passage, or have Ann decide anew and give a later date.",
  ],
  [
    "refused-suppression",
    {},
    "conduct/grumble can't be suppressed, so this suppression hides nothing.",
    "What it finds must not go out, whatever the reason: take the passage out.",
  ],
  [
    "refused-suppression",
    { rule: "postlint/unknown-rule" },
    "postlint/unknown-rule can't be suppressed, so this suppression hides nothing.",
    "Mend what it says instead.",
  ],
  [
    "unused-suppression",
    {},
    "The suppression of conduct/grumble hides nothing: that rule finds nothing here.",
    "Take it out.",
  ],
  [
    "unused-suppression",
    { covers: { start: 0, end: 4 } },
    "The suppression of conduct/grumble hides nothing: that rule finds nothing here.",
    "Take it out. If it is about more than the paragraph below it, put it under postlint_ignore: in the front matter.",
  ],
])("%s of %j", (kind, more, message, advice) => {
  expect(upkeep(kind, marker(more), 2, { all: IDS, meant: [] })).toEqual({
    rule: `postlint/${kind}`,
    clause: null,
    also: [],
    level: "suggestion",
    confidence: "certain",
    message,
    advice,
    rewrite: null,
    mask: false,
    suppressed: null,
    passage: { field: "postlint_ignore[2]", span: null },
    evidence: [],
  });
});
