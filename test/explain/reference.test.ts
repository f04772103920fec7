import { describe, expect, test } from "vitest";
import { referencePages } from "../../src/explain/reference.ts";
import { HOUSE_RULES } from "../house-rules.ts";
import { ruleFinding } from "../judge-text.ts";
import { run } from "../run.ts";

describe("the reference pages", () => {
  const pages = referencePages(ruleFinding("{ terms: [<b>red</b>] }"));

  test("are one for the policy, one for each clause and one for each rule", () => {
    expect(pages.map(({ path }) => path)).toEqual(["index.html", "clauses/C1.html", "rules/test/rule.html"]);
  });

  test.each(pages)("$path links to pages that are there, and lets no word become markup", ({ path, text }) => {
    const here = new URL(`https://pages.example/${path}`);
    const targets = [...text.matchAll(/href="([^"]+)"/gu)].map(([, href]) => new URL(href!, here).pathname.slice(1));
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !pages.some((page) => page.path === target))).toEqual([]);
    expect(text).not.toContain("<b>");
  });
});

test("postlint docs writes them, and a report links to where they are published", async () => {
  const head = HOUSE_RULES["ruleset.yaml"].replace("contacts:", "docs_url: https://example.org/rules\ncontacts:");
  const files = { "own/ruleset.yaml": head, "own/house.yaml": HOUSE_RULES["house.yaml"] };
  const { code, out, io } = await run(["docs", "-o", "pages", "--rules", "own"], { files });
  expect({ code, out }).toEqual({ code: 0, out: "7 pages are in pages; begin with pages/index.html.\n" });
  expect(io.files.get("/desk/pages/rules/conduct/grumble.html")).toContain("Their work is <mark>dodgy</mark>.");
  const sarif = await run(["--rules", "own", "--text", "dodgy", "-f", "sarif"], { files });
  expect(sarif.out).toContain("https://example.org/rules/rules/conduct/grumble.html");
});

test.each([
  ["nowhere to write to", ["docs"], "Say where the pages go: -o FOLDER."],
  ["a file in the way", ["docs", "-o", "a.txt"], "a.txt is a file, and pages go into a folder."],
])("%s", async (_, argv, words) => {
  expect(await run(argv, { files: { "a.txt": "x" } })).toMatchObject({ code: 2, err: expect.stringContaining(words) });
});
