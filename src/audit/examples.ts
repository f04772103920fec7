import { checkCalendar } from "../calendar-check.ts";
import { type CheckSettings, createChecker } from "../check.ts";
import { compromise } from "../grammar.ts";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { RuleId } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import { postsOf } from "../readers/post.ts";
import { placeAt } from "../readers/readings.ts";
import { place } from "../rules/problem.ts";
import type { Example, Rule, RuleSet } from "../rules/ruleset.ts";

/** A rule and one of its own examples disagree. */
export interface ExampleProblem {
  readonly kind: "missed" | "noisy" | "misplaced" | "unreadable";
  readonly rule: Rule;
  /** The example as written, or the passage that was found instead. */
  readonly example: string;
  readonly found: readonly string[];
}

/** Tries every rule on its own examples: it must find each breach, at the marked passage, and nothing in what is fine. */
export function verifyRules(ruleset: RuleSet): readonly ExampleProblem[] {
  return ruleset.rules.flatMap((rule) => {
    const alone = { ...ruleset, rules: [rule] };
    const check = createChecker(alone, EXAMPLES);
    const findings = (posts: readonly Post[]) => {
      const checked = posts.map(check);
      const together = checkCalendar(
        alone,
        checked.map(({ digest }) => digest),
      );
      return posts.flatMap((post, position) =>
        [...checked[position]!.findings, ...(together.get(position) ?? [])].map((finding) => ({ post, finding })),
      );
    };
    return [
      ...rule.examples.breach.flatMap((example) => breachProblem(rule, readExample(example, rule.card.id), findings)),
      ...rule.examples.fine.flatMap((example) => fineProblem(rule, readExample(example, rule.card.id), findings)),
    ];
  });
}

/** Examples are read on New Year's Day of 2026, with a hold on, and those with several posts as one calendar. */
const EXAMPLES: CheckSettings = {
  grammar: compromise,
  reference: false,
  circumstances: { today: "2026-01-01", hold: {} },
  calendar: "every",
};

export function describeExampleProblem({ kind, rule, example, found }: ExampleProblem): string {
  const where = `${place(rule.at)}: ${rule.card.id}`;
  const passages = found.map((passage) => `“${passage}”`).join(", ");
  switch (kind) {
    case "missed":
      return `${where} should find a breach in “${example}” and does not`;
    case "misplaced":
      return `${where} should point at the marked words of “${example}” and points at ${passages}`;
    case "noisy":
      return `${where} should find nothing in “${example}” and finds ${passages}`;
    case "unreadable":
      return `${where} has an example that can't be read: ${example}`;
    default:
      return kind satisfies never;
  }
}

/** The posts of an example, and the passages that its double brackets mark in the first one's text. */
export interface ReadExample {
  readonly written: string;
  readonly posts: readonly Post[];
  readonly marked: readonly Span[];
  readonly mistakes: readonly string[];
}

export function readExample(example: Example, rule: RuleId): ReadExample {
  const records =
    typeof example === "string"
      ? [{ text: example }]
      : "posts" in example
        ? example.posts
        : [{ ...example.meta, text: example.text }];
  const marked: Span[] = [];
  const unmarked = records.map((record, index) => {
    if (typeof record.text !== "string") return record;
    const { text, spans } = withoutMarks(record.text);
    if (index === 0) marked.push(...spans);
    return { ...record, text };
  });
  const read = postsOf({ defaults: {} });
  const readings = unmarked.flatMap((fields, index) => [
    ...read({ fields, derivedId: `${rule}-${index + 1}`, source: NOWHERE }),
  ]);
  return {
    written: String(records[0]?.text ?? JSON.stringify(records[0])),
    posts: readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : [])),
    marked,
    mistakes: readings.flatMap((reading) => (reading.kind === "problem" ? [reading.problem.message] : [])),
  };
}

function withoutMarks(text: string): { readonly text: string; readonly spans: readonly Span[] } {
  const pieces = text.split(/\[\[|\]\]/u);
  const spans: Span[] = [];
  let at = 0;
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) spans.push({ start: at, end: at + piece.length });
    at += piece.length;
  });
  return { text: pieces.join(""), spans };
}

type FindIn = (posts: readonly Post[]) => readonly { readonly post: Post; readonly finding: Finding }[];

function breachProblem(rule: Rule, example: ReadExample, findIn: FindIn): readonly ExampleProblem[] {
  if (example.mistakes.length > 0)
    return [{ kind: "unreadable", rule, example: example.mistakes.join("; "), found: [] }];
  const found = findIn(example.posts);
  if (found.length === 0) return [{ kind: "missed", rule, example: example.written, found: [] }];
  const passages = found.map(({ post, finding }) => passageOf(post, finding));
  const pointed = ({ start, end }: Span) =>
    found.some(
      ({ finding: { passage } }) => passage.span !== null && passage.span.start === start && passage.span.end === end,
    );
  return example.marked.every(pointed) ? [] : [{ kind: "misplaced", rule, example: example.written, found: passages }];
}

function fineProblem(rule: Rule, example: ReadExample, findIn: FindIn): readonly ExampleProblem[] {
  if (example.mistakes.length > 0)
    return [{ kind: "unreadable", rule, example: example.mistakes.join("; "), found: [] }];
  const found = findIn(example.posts);
  if (found.length === 0) return [];
  return [
    {
      kind: "noisy",
      rule,
      example: example.written,
      found: found.map(({ post, finding }) => passageOf(post, finding)),
    },
  ];
}

function passageOf(post: Post, { passage }: Finding): string {
  const copy = post.copy.find(({ field }) => field === passage.field);
  return copy === undefined || passage.span === null
    ? passage.field
    : copy.text.slice(passage.span.start, passage.span.end);
}

const NOWHERE = placeAt("example", null);
