import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PostResult, Problem } from "../../src/model/report.ts";
import { allWithin, parseXml } from "./parse-xml.ts";
import { type ReportName, type Run, render } from "./render.ts";
import { findingOf, head, postOf, sourceOf } from "./run.ts";

/** A run in which `words` stand wherever a draft, its author or its file can put them. */
function runWith(words: string, isOneLine = !words.includes("\n")): Run {
  const post = postOf(`${words} shambles`, {
    id: words,
    named: true,
    source: sourceOf(`a${words}.txt`, { line: 1, sheet: words, row: 1, cell: "A1" }),
  });
  const suppressed = { kind: "comment", reason: words, by: words, until: words } as const;
  const told = { message: `"${words}" is odd.`, advice: `Take "${words}" out.`, rewrite: isOneLine ? words : null };
  const span = { start: 0, end: words.length };
  const evidence = [0, 1].map(() => ({ field: "text", span, shows: words }));
  const results: readonly PostResult[] = [
    {
      post,
      findings: [
        findingOf(span, told),
        findingOf(span, { ...told, suppressed }),
        findingOf(span, { ...told, evidence }),
      ],
    },
  ];
  const problems: readonly Problem[] = [
    { source: post.source, message: words },
    { source: null, message: words },
  ];
  return { head, results, problems, notes: problems };
}

const HOSTILE: readonly [what: string, words: string][] = [
  ["the end of a CDATA section", "]]><failure>"],
  ["the end of an element", '</failure></testcase></testsuite></testsuites><testcase name="x"/>'],
  ["an attribute that ends early", `" onload="x" ' x='`],
  ["an entity", "&xxe; &#0; &lt;script&gt;"],
  ["a comment and a processing instruction", "<!-- --> <?xml version='1.0'?> <!DOCTYPE a [<!ENTITY b 'c'>]>"],
  ["a workflow command", "::error file=x,line=1::gone"],
  ["a workflow command on a line of its own", "x\n::set-output name=a::b\r\n::stop-commands::t\n::add-mask::s"],
  [
    "a workflow command behind other breaks",
    "x\u2028::error::y\u2029::error::z\u0085::error::a\v::error::b\f::error::c",
  ],
  ["a command of an older runner", "##[error]x ##vso[task.complete result=Failed]"],
  ["percent signs of a command", "%0A::error::x %25 %3A"],
  ["the end of a JSON string", '"}],"x":[{"a":"\\'],
  ["escape sequences of a terminal", "\u001b[2J\u001b]0;title\u0007\u009b31m\u001b]8;;http://x.example\u001b\\link"],
  ["letters that run backwards", "\u202Egnp.exe\u202C \u2066x\u2069 \u200F"],
  ["characters that XML can't hold", "\u0000\u0001\u0008\u000b\u000c\u000e\u001f\u007f\ufffe\uffff"],
  ["halves of a character", "\ud800 x \udc00 \udfff\ud83d"],
  ["what is hidden", "a\u200bb\u2060c\ufeffd\u00ade\u{e0041}"],
  ["a formula", '=HYPERLINK("http://x.example","x") @SUM(1) +1 -1'],
  ["placeholders", "{0} {{1}} $& $1 $` %s {match}"],
  ["a link", "[x](https://x.example) ![x](y) <https://x.example>"],
  ["a fence", "```\n~~~\n---\n# x\n| a | b |"],
  ["names of what every object has", "__proto__ constructor toString"],
];

const JSON_DOCUMENTS: readonly ReportName[] = ["json", "sarif", "gitlab"];
const JSON_LINES: readonly ReportName[] = ["jsonl", "rdjsonl"];

/** Names of keys and kinds of values, without the values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== "object") return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

describe.each(HOSTILE)("a draft with %s", (_, words) => {
  const run = runWith(words);
  const harmless = runWith("words", !words.includes("\n"));

  test.each(JSON_DOCUMENTS)("breaks out of no string in %s", async (format) => {
    expect(shapeOf(JSON.parse(await render(format, run)))).toEqual(shapeOf(JSON.parse(await render(format, harmless))));
  });

  test.each(JSON_LINES)("begins no line of its own in %s", async (format) => {
    const shapes = (text: string) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => shapeOf(JSON.parse(line)));
    expect(shapes(await render(format, run))).toEqual(shapes(await render(format, harmless)));
  });

  test("breaks out of no element in junit", async () => {
    const names = (xml: string) =>
      allWithin(parseXml(xml)).map(({ name, attributes }) => [name, ...Object.keys(attributes)]);
    expect(names(await render("junit", run))).toEqual(names(await render("junit", harmless)));
  });

  test("gives no command to GitHub", async () => {
    const commands = (text: string) =>
      text
        .split(/[\n\r\u2028\u2029\u0085\v\f]/u)
        .filter((line) => /^\s*::/u.test(line))
        .map((line) => /^\s*::\w+/u.exec(line)?.[0]);
    expect(commands(await render("github", run))).toEqual(commands(await render("github", harmless)));
  });

  test.each(["pretty", "unix", "github", "junit", "sarif", "gitlab", "rdjsonl", "json", "jsonl"] as const)(
    "hides nothing and turns nothing round in %s",
    async (format) => {
      const shown = await render(format, run, { verbose: true });
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029]|\p{Cs}|##(?:vso)?\[/u);
    },
  );
});

/** Any text at all, halves of characters among it. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom("<", "&", "]", ">", '"', "'", ":", "\n", "%"),
  ),
  maxLength: 40,
});

test("whatever a draft holds, XML stays well-formed and JSON can be read", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (words) => {
      const run = runWith(words);
      expect(parseXml(await render("junit", run)).name).toBe("testsuites");
      for (const format of JSON_DOCUMENTS) JSON.parse(await render(format, run));
      for (const format of JSON_LINES)
        for (const line of (await render(format, run)).trimEnd().split("\n")) JSON.parse(line);
    }),
  );
});
