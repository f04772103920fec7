import { expect, test } from "vitest";
import { createSuppressor } from "../../src/judge/suppress.ts";
import type { ClauseId } from "../../src/model/policy.ts";
import type { Marker } from "../../src/model/post.ts";
import type { RuleCard } from "../../src/model/rule.ts";
import type { RuleCards } from "../../src/rules/cards.ts";
import { findingOf, postOf, spanOf } from "../reporters/run.ts";

const CARDS = new Map(
  [
    ["conduct/grumble", true],
    ["confidential/number", false],
  ].map(([id, suppressible]) => [id as string, { id, suppressible } as RuleCard]),
);
const cards: RuleCards = { ids: [...CARDS.keys()], cardOf: (id) => CARDS.get(id) };

const marker = (more: Partial<Marker> = {}): Marker => ({
  kind: "key",
  rule: "conduct/grumble",
  reason: "agreed",
  by: "Ann",
  until: null,
  covers: null,
  shared: false,
  ...more,
});

const TEXT = "A dodgy day.\n\nA dodgy night.";
const grumble = (nth: number) => findingOf(spanOf(TEXT, "dodgy", nth), { rule: "conduct/grumble", level: "warning" });

/** Each finding as its rule, with who let it stand. */
const settled = (markers: readonly Marker[], asOf = "2026-11-22") =>
  createSuppressor(cards, asOf)
    .settle({ post: postOf(TEXT, { markers }), findings: [grumble(0), grumble(1)] })
    .findings.map(({ rule, suppressed }) => (suppressed === null ? rule : `${rule} by ${suppressed.by}`));

const STANDING = ["conduct/grumble", "conduct/grumble"];
const SUPPRESSED = ["conduct/grumble by Ann", "conduct/grumble by Ann"];

test.each<[string, Partial<Marker>, readonly string[]]>([
  ["of the whole post hides each finding of its rule", {}, SUPPRESSED],
  [
    "of a passage hides what overlaps it",
    { covers: { start: 0, end: 12 } },
    ["conduct/grumble by Ann", "conduct/grumble"],
  ],
  [
    "of a passage without a finding is unused",
    { covers: { start: 8, end: 12 } },
    [...STANDING, "postlint/unused-suppression"],
  ],
  ["without a rule hides nothing", { rule: null }, [...STANDING, "postlint/nameless-suppression"]],
  ["of a rule that nobody knows hides nothing", { rule: "conduct/grumbel" }, [...STANDING, "postlint/unknown-rule"]],
  ["without a reason hides nothing", { reason: null }, [...STANDING, "postlint/unexplained-suppression"]],
  ["without a name hides nothing", { by: null }, [...STANDING, "postlint/unexplained-suppression"]],
  ["until a day that is none hides nothing", { until: "2027-02-30" }, [...STANDING, "postlint/undated-suppression"]],
  ["until today still holds", { until: "2026-11-22" }, SUPPRESSED],
  ["until yesterday hides nothing", { until: "2026-11-21" }, [...STANDING, "postlint/expired-suppression"]],
  [
    "of a rule that can't be suppressed is refused",
    { rule: "confidential/number" },
    [...STANDING, "postlint/refused-suppression"],
  ],
  [
    "of postlint's own findings is refused",
    { rule: "postlint/unused-suppression" },
    [...STANDING, "postlint/refused-suppression"],
  ],
])("a suppression %s", (_, more, expected) => {
  expect(settled([marker(more)])).toEqual(expected);
});

test("the finding about a rule that nobody knows names the nearest", () => {
  const { findings } = createSuppressor(cards, "2026-11-22").settle({
    post: postOf(TEXT, { markers: [marker({ rule: "conduct/grumbel" })] }),
    findings: [],
  });
  expect(findings[0]).toMatchObject({ level: "suggestion", clause: null, advice: "Did you mean conduct/grumble?" });
});

test("one above several posts is unused only where none of them needs it", () => {
  const markers = [marker({ shared: true }), marker({ shared: true, rule: "confidential/number" })];
  const needed = createSuppressor(cards, "2026-11-22");
  const post = postOf(TEXT, { markers });
  const first = needed.settle({ post, findings: [grumble(0)] });
  const second = needed.settle({ post, findings: [] });
  expect(first.findings.map(({ rule }) => rule)).toEqual(["conduct/grumble", "postlint/refused-suppression"]);
  expect(second.findings).toEqual([]);
  expect(needed.notes()).toEqual([]);

  const idle = createSuppressor(cards, "2026-11-22");
  idle.settle({ post, findings: [] });
  expect(idle.notes().map(({ message }) => message)).toEqual([
    "The suppression of conduct/grumble hides nothing: that rule finds nothing here.",
  ]);
});

test.each<[string, Partial<Marker>, string]>([
  [
    "a subject",
    { rule: "conduct/*" },
    "Name each rule that found something here, with commas: conduct/grumble, conduct/shout.",
  ],
  [
    "a subject without its star",
    { rule: "conduct" },
    "Name each rule that found something here, with commas: conduct/grumble, conduct/shout.",
  ],
  ["a clause, in whatever letters", { rule: "p2" }, "Did you mean conduct/grumble?"],
  [
    "a subject of which one rule found something in its paragraph",
    { rule: "conduct/*", covers: { start: 14, end: 29 } },
    "Did you mean conduct/shout?",
  ],
])("a marker that names %s is told which rules it may name", (_, more, advice) => {
  const all = new Map([...CARDS, ["conduct/shout", { id: "conduct/shout", suppressible: true } as RuleCard]]);
  const suppressor = createSuppressor({ ids: [...all.keys()], cardOf: (id) => all.get(id) }, "2026-11-22");
  const findings = [
    { ...grumble(0), clause: "P2" as ClauseId },
    findingOf(spanOf(TEXT, "dodgy", 1), { rule: "conduct/shout" }),
    findingOf(spanOf(TEXT, "night"), { rule: "confidential/number" }),
  ];
  const settled = suppressor.settle({ post: postOf(TEXT, { markers: [marker(more)] }), findings });
  expect(settled.findings.at(-1)).toMatchObject({ rule: "postlint/unknown-rule", advice });
});
