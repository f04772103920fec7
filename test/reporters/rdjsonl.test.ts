import { expect, test } from "vitest";
import { render } from "./render.ts";
import { findingOf, head, postOf, spanOf } from "./run.ts";

const firstOf = async (post: ReturnType<typeof postOf>, passage: string, told = {}) =>
  JSON.parse(
    (
      await render("rdjsonl", {
        head,
        results: [{ post, findings: [findingOf(spanOf(post.copy[0].text, passage), told)] }],
      })
    ).trim(),
  );

test.each([
  ["plain letters", "What a shambles", 8, 16],
  ["an accent before it", "Café shambles", 7, 15],
  ["an emoji before it", "👩🏽‍⚕️ shambles", 19, 27],
  ["a wide letter in it", "a shambles", 3, 11],
  ["a line before it", "Ünïcödé\n shambles", 2, 10],
])("columns count bytes: %s", async (_, text, start, end) => {
  const { location } = await firstOf(postOf(text), "shambles");
  const line = text.split("\n").length;
  expect(location.range).toEqual({ start: { line, column: start }, end: { line, column: end } });
});

test("a column is left out where what stands before the copy on its line was not seen", async () => {
  const post = postOf("What a shambles", { stretches: [{ start: 0, line: 3, column: 20, breaks: true }] });
  expect((await firstOf(post, "shambles")).location.range).toEqual({ start: { line: 3 } });
});

test("other words are suggested for exactly the passage", async () => {
  const { suggestions, location } = await firstOf(postOf("What a shambles"), "shambles", { rewrite: "muddle" });
  expect(suggestions).toEqual([{ range: location.range, text: "muddle" }]);
});

test("nothing is suggested in the place of what is masked", async () => {
  expect(await firstOf(postOf("Call 07700 900123"), "07700 900123", { rewrite: "us", mask: true })).not.toHaveProperty(
    "suggestions",
  );
});

test("a suppressed finding is for information, with its reason, and a note too", async () => {
  const suppressed = { kind: "comment", reason: "a quotation", by: "Ann Lee", until: "2027-03-31" } as const;
  const told = await firstOf(postOf("What a shambles"), "shambles", { suppressed, rewrite: "muddle" });
  expect(told).toMatchObject({
    severity: "INFO",
    message: expect.stringMatching(/^Suppressed \(“a quotation”, comment, by Ann Lee, until 2027-03-31\): /u),
  });
  expect(told).not.toHaveProperty("suggestions");
  const notes = [{ source: null, message: "This is worth knowing." }];
  const [note] = (await render("rdjsonl", { head, results: [], notes })).split("\n").filter(Boolean);
  expect(JSON.parse(note!)).toMatchObject({ severity: "INFO", message: "Note: This is worth knowing." });
});
