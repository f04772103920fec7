import { describe, expect, test } from "vitest";
import type { Source } from "../../src/model/post.ts";
import type { Summary } from "../../src/model/report.ts";
import {
  describeField,
  describeNote,
  describePlace,
  describeProblem,
  describeSummary,
} from "../../src/reporters/sentence.ts";
import { head, sourceOf } from "./run.ts";

const empty: Summary = {
  files: 1,
  posts: 1,
  unread: 0,
  flagged: 0,
  errors: 0,
  warnings: 0,
  suggestions: 0,
  suppressed: 0,
};
const limits =
  "postlint looks for possible breaches of the Health Education England social media policy; it can't see images or what links lead to.";

describe("the last words of a run", () => {
  test.each<[Partial<Summary>, string]>([
    [{}, `Nothing found in 1 post. ${limits}`],
    [{ posts: 60, files: 3 }, `Nothing found in 60 posts in 3 files. ${limits}`],
    [
      { posts: 60, files: 3, flagged: 9, errors: 4, warnings: 7, suggestions: 3 },
      "60 posts in 3 files checked: 4 errors and 7 warnings in 9 posts, and 3 suggestions.",
    ],
    [{ flagged: 1, errors: 1 }, "1 post checked: 1 error in 1 post."],
    [
      { posts: 60, flagged: 5, warnings: 7, suggestions: 1 },
      "60 posts checked: 5 flagged, and 1 suggestion. No errors. 7 warnings still need a person.",
    ],
    [{ posts: 2, flagged: 1, warnings: 1 }, "2 posts checked: 1 flagged. No errors. 1 warning still needs a person."],
    [{ posts: 2, suggestions: 2 }, `2 posts checked: 2 suggestions, no error and no warning. ${limits}`],
    [{ suppressed: 2 }, `Nothing found in 1 post beyond 2 suppressed findings. ${limits}`],
    [
      { posts: 57, unread: 3, flagged: 1, errors: 1, suppressed: 1 },
      "57 posts checked: 1 error in 1 post. 3 drafts or files could not be checked. 1 more finding is suppressed.",
    ],
    [{ posts: 0, files: 0 }, "No post was checked."],
    [{ posts: 0, unread: 1 }, "No post was checked. 1 draft or file could not be checked."],
  ])("%j", (counts, sentence) => {
    expect(describeSummary({ ...empty, ...counts }, head.policy)).toBe(sentence);
  });

  test("never call a post passed or clear", () => {
    for (const errors of [0, 1])
      expect(describeSummary({ ...empty, errors }, head.policy)).not.toMatch(/pass|clear|OK/u);
  });
});

describe("a place in words", () => {
  test.each<[Source, string]>([
    [sourceOf("draft.txt", { line: 3 }), "draft.txt, line 3"],
    [sourceOf("-", { line: 1 }), "standard input, line 1"],
    [sourceOf("july.csv", { line: 31, row: 12, cell: "D12" }), "july.csv, line 31, cell D12"],
    [sourceOf("july.xlsx", { sheet: "Week 2", row: 12, cell: "D12" }), "july.xlsx!Week 2!D12"],
    [sourceOf("july.xlsx", { sheet: "Week 2", row: 12 }), "july.xlsx, sheet Week 2, row 12"],
    [sourceOf("july.csv", { line: 31, row: 12 }), "july.csv, line 31, row 12"],
    [{ ...sourceOf("draft.docx"), paragraph: 4 }, "draft.docx, paragraph 4"],
    [sourceOf("broken.docx"), "broken.docx"],
    [sourceOf("\u001b[2J.txt"), "␛[2J.txt"],
  ])("%j", (source, place) => {
    expect(describePlace(source)).toBe(place);
  });
});

test.each([
  ["a problem", describeProblem, sourceOf("a.csv", { row: 2 }), "Could not check a.csv, row 2: no text"],
  ["a problem of the run", describeProblem, null, "Problem: no text"],
  ["a note", describeNote, sourceOf("a.csv"), "Note on a.csv: no text"],
  ["a note on the run", describeNote, null, "Note: no text"],
])("%s says where and what", (_, describes, source, sentence) => {
  expect(describes({ source, message: "no text" })).toBe(sentence);
});

test.each([
  ["media[0].alt", "alt text of image 1"],
  ["media[1].consent", "consent of image 2"],
  ["first_comment", "first comment"],
  ["postlint_ignore[0].reason", "suppression"],
])("the field %s is called %s", (field, name) => {
  expect(describeField(field)).toBe(name);
});
