import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareReading, type Reach, type Sighting } from "../../src/detectors/detector.ts";
import { besideOf, nearestTo } from "../../src/detectors/nearest.ts";
import { isWithinReach } from "../../src/detectors/reach.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { allSentences, prepare } from "../../src/prepare/document.ts";
import { postOf } from "../judge-text.ts";

const text = Array.from({ length: 12 }, (_, at) => `Sentence ${at} says a few words.`).join(" ");
const document = prepare(
  postOf({ text, title: "One title. And another one here.", first_comment: text }),
  compromise,
  ORDINARY,
);
const sentences = allSentences(document);

const sighting = fc
  .record({ sentence: fc.nat(sentences.length), from: fc.nat(20), length: fc.integer({ min: 1, max: 6 }) })
  .map(({ sentence: at, from, length }): Sighting => {
    const sentence = sentences[at] ?? null;
    const start = (sentence?.start ?? 0) + from;
    const end = Math.min(start + length, sentence?.end ?? start + length);
    return { sentence, field: sentence?.in.field ?? "alt", start: Math.min(start, end - 1), end, shows: "", parts: [] };
  });

const reach = fc.constantFrom<Reach | "governs">(
  "governs",
  { kind: "post" },
  { kind: "sentence" },
  { kind: "words", words: 2, side: "either" },
);

function distance(a: Sighting, b: Sighting): number {
  if (a.sentence === null || b.sentence === null) return 0;
  return Math.max(0, a.start - b.end, b.start - a.end) + (a.sentence === b.sentence ? 0 : 1_000_000);
}

/** Looks at each of them. */
function leastOf(anchor: Sighting, others: readonly Sighting[], within: Reach | "governs"): number | null {
  const far = others
    .filter((other) => (within === "governs" ? distance(anchor, other) === 0 : isWithinReach(anchor, other, within)))
    .map((other) => distance(anchor, other));
  return far.length === 0 ? null : Math.min(...far);
}

describe("the nearest of many sightings", () => {
  test("is as near as the nearest of each and all", () => {
    fc.assert(
      fc.property(sighting, fc.array(sighting, { maxLength: 60 }), reach, (anchor, some, within) => {
        const others = some.sort(compareReading);
        const nearest = nearestTo(anchor, others, within);
        expect(nearest === null ? null : distance(anchor, nearest)).toBe(leastOf(anchor, others, within));
      }),
      { numRuns: 2000 },
    );
  });

  test("is looked for beside it among those of its sentence and those that stand nowhere", () => {
    fc.assert(
      fc.property(fc.nat(sentences.length - 1), fc.array(sighting, { maxLength: 40 }), (at, some) => {
        const others = some.sort(compareReading);
        const sentence = sentences[at]!;
        const expected = others.filter((other) => other.sentence === null || other.sentence === sentence);
        expect(besideOf(others, sentence)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
