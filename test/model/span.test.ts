import { expect, test } from "vitest";
import { allOverlapping, hull, lastFrom, overlapsAny, spanAt, spansWithin } from "../../src/model/span.ts";

const spans = [
  { start: 2, end: 4 },
  { start: 4, end: 9 },
  { start: 12, end: 13 },
];

test.each([
  ["all of them", 0, 20, [2, 4, 12]],
  ["those with their very edges", 2, 9, [2, 4]],
  ["none that begins before", 3, 9, [4]],
  ["none that ends behind", 2, 8, [2]],
  ["none of an empty stretch", 4, 4, []],
  ["none behind the last", 13, 20, []],
])("within a stretch are %s", (_, start, end, starts) => {
  expect(spansWithin(spans, { start, end }).map((span) => span.start)).toEqual(starts);
});

test("a long span does not hide a short one behind it", () => {
  const overlapping = [
    { start: 0, end: 9 },
    { start: 1, end: 2 },
  ];
  expect(spansWithin(overlapping, { start: 0, end: 5 })).toEqual([{ start: 1, end: 2 }]);
});

test.each([
  ["in front of the first", 1, undefined],
  ["at a start", 2, 2],
  ["inside", 3, 2],
  ["where one ends and another starts", 4, 4],
  ["in a gap", 9, undefined],
  ["at the last letter", 12, 12],
  ["behind the last", 13, undefined],
])("an offset %s stands in the span from %s", (_, offset, start) => {
  expect(spanAt(spans, offset)?.start).toBe(start);
});

test.each([
  ["touches one from the left", 0, 2, false],
  ["reaches into one from the left", 0, 3, true],
  ["lies in one", 5, 6, true],
  ["reaches out of one to the right", 8, 11, true],
  ["lies in a gap", 9, 12, false],
  ["covers one", 10, 20, true],
  ["lies behind all", 13, 14, false],
])("a span that %s overlaps: %s-%s %s", (_, start, end, answer) => {
  expect(overlapsAny(spans, { start, end })).toBe(answer);
});

test("the hull of very many spans is theirs", () => {
  const many = Array.from({ length: 300_000 }, (_, at) => ({ start: at + 5, end: at + 7 }));
  expect(hull(many)).toEqual({ start: 5, end: 300_006 });
});

test.each([
  ["touches one on either side", 9, 12, []],
  ["reaches into one from the left", 0, 3, [2]],
  ["lies in one", 5, 6, [4]],
  ["reaches over an edge", 3, 5, [2, 4]],
  ["has the very edges of one", 4, 9, [4]],
  ["covers all", 0, 20, [2, 4, 12]],
  ["lies behind the last", 13, 20, []],
])("of a stretch that %s, all that overlap it", (_, start, end, starts) => {
  expect(allOverlapping(spans, { start, end }).map((span) => span.start)).toEqual(starts);
});

test.each([
  ["in front of the first", 1, undefined],
  ["at a start", 4, 4],
  ["in a gap", 10, 4],
  ["behind the last", 30, 12],
])("the last span from before an offset %s", (_, offset, start) => {
  expect(lastFrom(spans, offset)?.start).toBe(start);
});
