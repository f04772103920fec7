import { describe, expect, test } from "vitest";
import type { Stretch } from "../../src/model/post.ts";
import { extentOf, linesAround, pointAt } from "../../src/prepare/lines.ts";
import { postOf, sourceOf } from "../reporters/run.ts";

const known: readonly Stretch[] = [{ start: 0, line: 5, column: 3, breaks: true }];
const quotedCell: readonly Stretch[] = [{ start: 0, line: 5, column: null, breaks: true }];
const jsonString: readonly Stretch[] = [{ start: 0, line: 5, column: null, breaks: false }];
const wholeJson: readonly Stretch[] = [{ start: 0, line: 5, column: 9, breaks: false }];
const twoLines: readonly Stretch[] = [
  { start: 0, line: 5, column: 3, breaks: true },
  { start: 4, line: 9, column: 7, breaks: true },
];
const late: readonly Stretch[] = [{ start: 4, line: 9, column: 7, breaks: true }];

describe("a point of the copy in its source", () => {
  test.each([
    ["the first unit", "abc", known, 0, 5, 3],
    ["further on", "abc", known, 2, 5, 5],
    ["the end of the text", "abc", known, 3, 5, 6],
    ["after an emoji, in UTF-16 units", "👩‍⚕️ abc", known, 6, 5, 9],
    ["on the second line", "ab\ncd", known, 4, 6, 2],
    ["after a CRLF, which is one break", "ab\r\ncd", known, 4, 6, 1],
    ["after an empty line", "ab\n\ncd", known, 4, 7, 1],
    ["at a line break itself", "ab\ncd", known, 2, 5, 5],
    ["in a quoted cell", "ab\ncd", quotedCell, 4, 6, null],
    ["in an escaped string", "ab\ncd", jsonString, 4, 5, null],
    ["in a string without escapes", "abcde", wholeJson, 4, 5, 13],
    ["in the second stretch", "ab\ncd", twoLines, 4, 9, 7],
    ["before the first stretch", "ab\ncd", late, 1, 2, null],
    ["where there is no stretch", "ab\ncd", [], 4, 2, null],
  ] as const)("%s", (_, text, stretches, offset, line, column) => {
    const post = postOf(text, { stretches, source: sourceOf("draft.txt", { line: 2 }) });
    expect(pointAt(post, post.copy[0], offset)).toEqual({ line, column });
  });
});

describe("the extent of a passage", () => {
  test.each([
    ["in one line", "abcde", known, { start: 1, end: 3 }, [5, 4], [5, 6]],
    ["over two lines", "ab\ncd", known, { start: 1, end: 4 }, [5, 4], [6, 2]],
    ["that takes its line break along", "ab\ncd", known, { start: 0, end: 3 }, [5, 3], [6, 1]],
    ["that ends where the next stretch begins", "abcdefg", twoLines, { start: 1, end: 4 }, [5, 4], [5, 7]],
    ["of no width", "abc", known, { start: 1, end: 1 }, [5, 4], [5, 4]],
    ["of something absent", "abc", known, null, [2, null], [2, null]],
  ] as const)("%s", (_, text, stretches, span, start, end) => {
    const post = postOf(text, { stretches, source: sourceOf("draft.txt", { line: 2 }) });
    const extent = extentOf(post, { field: "text", span });
    expect([extent.start.line, extent.start.column]).toEqual(start);
    expect([extent.end.line, extent.end.column]).toEqual(end);
  });

  test("of metadata is its post's line", () => {
    const post = postOf("abc", { source: sourceOf("draft.txt", { line: 2 }) });
    expect(extentOf(post, { field: "publish_at", span: null }).start).toEqual({ line: 2, column: null });
  });
});

describe("the lines around a span", () => {
  test.each([
    ["the only line", "abc", { start: 1, end: 2 }, ["abc"]],
    ["the middle line", "ab\ncd\nef", { start: 3, end: 5 }, ["cd"]],
    ["the last line", "ab\ncd", { start: 4, end: 5 }, ["cd"]],
    ["each line of a span over several", "ab\r\ncd\r\nef", { start: 1, end: 9 }, ["ab", "cd", "ef"]],
    ["an empty line between", "ab\n\ncd", { start: 1, end: 5 }, ["ab", "", "cd"]],
    ["not the line after a break that ends the span", "ab\ncd", { start: 0, end: 3 }, ["ab"]],
    ["the line that a break alone ends", "ab\r\ncd", { start: 3, end: 4 }, ["ab"]],
    ["a lone carriage return within a line", "a\rb", { start: 0, end: 1 }, ["a\rb"]],
    ["an empty text", "", { start: 0, end: 0 }, [""]],
  ])("%s", (_, text, span, lines) => {
    expect(linesAround(text, span).map(({ start, end }) => text.slice(start, end))).toEqual(lines);
  });
});
