import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { compromise } from "../../grammar.ts";
import { judge } from "../../judge/judge.ts";
import { ORDINARY } from "../../model/circumstances.ts";
import type { Finding } from "../../model/finding.ts";
import type { Post } from "../../model/post.ts";
import { allSentences, type Document, prepare } from "../../prepare/document.ts";
import { headingsFrom } from "../../readers/calendar/headings.ts";
import { readerFor } from "../../readers/index.ts";
import { postsOf } from "../../readers/post.ts";
import type { Rule } from "../../rules/ruleset.ts";
import { rulesIn, SHIPPED_RULES } from "../labelled.ts";
import { AWKWARD_FILES } from "./files.ts";
import { type Growth, growthOf, MOST, type Subject } from "./growth.ts";
import { AWKWARD, piecesOf, repeated } from "./texts.ts";

/**
 * Shows that time grows no faster than the input: for preparation, for every rule and for every reader, on repeats of what each is
 * likely to be slowest on. Every doubling up to the largest size is looked at, and the worst is told. Exits with 1 where twice the
 * input takes more than 2.6 times the time. It is no part of the tests: readers and preparation take a few minutes on a quiet
 * machine, all rules an hour. Node is started with room for what a run makes: else whether the collector comes by once or four
 * times is most of what one measures.
 *
 * npm run linear -- [--largest UNITS] [--patience MS] [--only rules|preparation|readers] [--rule ID] [--shard K/N]
 */
const { values } = parseArgs({
  options: {
    largest: { type: "string", default: String(2 ** 20) },
    patience: { type: "string", default: "1000" },
    only: { type: "string" },
    rule: { type: "string" },
    /** Of N parts of the rules only the Kth, so that several processes or days can share them. */
    shard: { type: "string", default: "1/1" },
  },
});
const limits = { largest: Number(values.largest), patience: Number(values.patience) };
const [shard, shards] = values.shard.split("/").map(Number) as [number, number];
const ruleset = rulesIn(SHIPPED_RULES);

/** Subjects by what they are called in the report. */
type Named = readonly [name: string, subject: Subject];

/** In bytes: a file is read in such pieces. */
const CHUNK = 65_536;

const PARTS: Readonly<Record<string, () => Iterable<Named>>> = { preparation, rules, readers };

const slow: Growth[] = [];
for (const [part, subjects] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== part) continue;
  let quick = 0;
  const reached: number[] = [];
  for (const [name, subject] of subjects()) {
    const { worst, largest } = await growthOf(name, subject, limits);
    reached.push(largest);
    if (worst === null) quick += 1;
    else if (worst.ratio > MOST) {
      slow.push(worst);
      console.log(describe(worst));
    }
  }
  console.log(tried(part, reached, quick));
}
console.log(
  slow.length === 0 ? "Nothing grows faster than its input." : `${slow.length} grow faster than their input.`,
);
process.exitCode = slow.length === 0 ? 0 : 1;

function tried(part: string, reached: readonly number[], quick: number): string {
  const whole = reached.filter((size) => size === limits.largest).length;
  const rest =
    whole === reached.length
      ? ""
      : `, the others until one run took ${limits.patience} ms, ${Math.min(...reached)} units at least`;
  return `${part}: ${reached.length} repeats tried, ${whole} up to ${limits.largest} units${rest}; ${quick} always too quick to tell`;
}

function describe({ name, size, time, ratio }: Growth): string {
  return `${name}: ${ratio.toFixed(2)} times the time for ${size} units that half of them take (${time.toFixed(0)} ms)`;
}

function* preparation(): Iterable<Named> {
  for (const [name, piece] of AWKWARD) {
    yield [
      `preparation of ${name}`,
      async (size) => {
        // A text of spaces alone would be no post.
        const post = postOf(`A ${repeated(piece, size)}`);
        return () => () => {
          for (const { sentences, bare } of prepare(post, compromise, ORDINARY).copies) {
            for (const sentence of sentences) sentence.clauses.length + bare.words.length;
          }
        };
      },
    ];
  }
}

/** Each rule alone, on every sentence: the scan would keep most of them from it. What preparation takes is told apart from it. */
function* rules(): Iterable<Named> {
  const asked = ruleset.rules.filter(({ card }, at) =>
    values.rule === undefined ? at % shards === shard - 1 : card.id === values.rule,
  );
  for (const rule of asked) {
    for (const [name, piece] of piecesOf(rule, ruleset)) {
      // A rule makes ready what it looks for when it is first asked.
      findings(rule, documentOf(piece));
      yield [
        `${rule.card.id} on ${name}`,
        async (size) => {
          const text = repeated(piece, size);
          return () => {
            const document = documentOf(text);
            return () => findings(rule, document);
          };
        },
      ];
    }
  }
}

// A function: the parts are walked above, before what stands here would have a value.
function findings(rule: Rule, document: Document): readonly Finding[] {
  return judge(rule, rule.finder.find(document, allSentences(document)), document);
}

/** With its sentences and words, which a document makes when it is first asked for them. */
function documentOf(text: string): Document {
  const document = prepare(postOf(text), compromise, ORDINARY);
  for (const sentence of allSentences(document)) sentence.words.length;
  return document;
}

function* readers(): Iterable<Named> {
  const shipped = headingsFrom(parse(readFileSync("rules/headings.yaml", "utf8")));
  const headings = async () => shipped;
  for (const [file, makers] of Object.entries(AWKWARD_FILES)) {
    const reader = readerFor(file)!;
    for (const [name, make] of makers) {
      yield [
        `${file} of ${name}`,
        async (size) => {
          const bytes = await make(size);
          return () => async () => {
            const source = { name: file, bytes: chunksOf(bytes) };
            for await (const _ of reader(source, { defaults: {}, map: {}, headings }));
          };
        },
      ];
    }
  }
}

/** As a file is read. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function postOf(text: string): Post {
  const source = { file: "draft", line: 1, sheet: null, row: null, cell: null };
  for (const reading of postsOf({ defaults: {} })({ fields: { text }, derivedId: "draft", source })) {
    if (reading.kind === "post") return reading.post;
  }
  throw new Error("the text is no post");
}
