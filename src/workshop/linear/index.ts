import { parseArgs } from "node:util";
import { createChecker } from "../../check.ts";
import { compromise } from "../../grammar.ts";
import type { Post } from "../../model/post.ts";
import { prepare } from "../../prepare/document.ts";
import { headingsFrom } from "../../readers/calendar/headings.ts";
import { readerFor } from "../../readers/index.ts";
import { postsOf } from "../../readers/post.ts";
import { rulesIn, SHIPPED_RULES } from "../labelled.ts";
import { AWKWARD_FILES } from "./files.ts";
import { type Growth, growthOf, MOST, type Subject } from "./growth.ts";
import { AWKWARD, piecesOf, repeated } from "./texts.ts";

/**
 * Shows that time grows no faster than the input: for preparation, for every rule and for every reader, on repeats of what each is
 * likely to be slowest on. Every doubling up to the largest size is looked at, and the worst is told. Exits with 1 where twice the
 * input takes more than 2.6 times the time. It takes a quarter of an hour on a quiet machine and is no part of the tests.
 *
 * npm run linear -- [--largest UNITS] [--only rules|preparation|readers] [--rule ID]
 */
const { values } = parseArgs({
  options: {
    largest: { type: "string", default: String(2 ** 20) },
    only: { type: "string" },
    rule: { type: "string" },
  },
});
const largest = Number(values.largest);
const ruleset = rulesIn(SHIPPED_RULES);

/** Subjects by what they are called in the report. */
type Named = readonly [name: string, subject: Subject];

/** In bytes: a file is read in such pieces. */
const CHUNK = 65_536;

const PARTS: Readonly<Record<string, () => Iterable<Named>>> = { preparation, rules, readers };

const slow: Growth[] = [];
for (const [part, subjects] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== part) continue;
  let count = 0;
  for (const [name, subject] of subjects()) {
    count += 1;
    const growth = await growthOf(name, subject, largest);
    if (growth === null || growth.ratio <= MOST) continue;
    slow.push(growth);
    console.log(describe(growth));
  }
  console.log(`${part}: ${count} repeats tried, up to ${largest} units`);
}
console.log(
  slow.length === 0 ? "Nothing grows faster than its input." : `${slow.length} grow faster than their input.`,
);
process.exitCode = slow.length === 0 ? 0 : 1;

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
        return () => {
          for (const { sentences, bare } of prepare(post, compromise).copies) {
            for (const sentence of sentences) sentence.clauses.length + bare.words.length;
          }
        };
      },
    ];
  }
}

/** Each rule alone, on every sentence: the scan would keep most of them from it. */
function* rules(): Iterable<Named> {
  for (const rule of ruleset.rules) {
    if (values.rule !== undefined && rule.card.id !== values.rule) continue;
    const check = createChecker({ ...ruleset, rules: [rule] }, { grammar: compromise, reference: true });
    for (const [name, piece] of piecesOf(rule, ruleset)) {
      yield [
        `${rule.card.id} on ${name}`,
        async (size) => {
          const post = postOf(repeated(piece, size));
          return () => check(post);
        },
      ];
    }
  }
}

function* readers(): Iterable<Named> {
  for (const [file, makers] of Object.entries(AWKWARD_FILES)) {
    const reader = readerFor(file)!;
    for (const [name, make] of makers) {
      yield [
        `${file} of ${name}`,
        async (size) => {
          const bytes = await make(size);
          return async () => {
            const source = { name: file, bytes: chunksOf(bytes) };
            for await (const _ of reader(source, { defaults: {}, map: {}, headings: async () => headingsFrom({}) }));
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
