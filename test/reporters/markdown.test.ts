import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeBlock, codeSpan, plainText } from "../../src/reporters/parts/markdown-text.ts";
import { render } from "./render.ts";
import { findingOf, head, postOf, sourceOf } from "./run.ts";

describe("plainText", () => {
  test.each([
    ["a mention", "@director please", "@&#8288;director please"],
    ["a reference", "see #12 and GH-12", "see #&#8288;12 and GH-&#8288;12"],
    ["a link", "[x](javascript:alert)", "\\[x\\](javascript:alert)"],
    ["a bare address", "https://x.example", "https:&#8288;//x.example"],
    ["a www address", "www.x.example", "www&#8288;.x.example"],
    ["an e-mail address", "a@x.example", "a@&#8288;x.example"],
    ["an element", "<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"],
    ["an entity", "&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a cell's end", "a | b", "a \\| b"],
    ["code", "`x` ```y", "\\`x\\` \\`\\`\\`y"],
    ["a heading", "# x", "#&#8288; x"],
    ["a list", "1. x", "1\\. x"],
    ["several lines", "a\n\n- b", "a - b"],
  ])("%s stays what it says", (_what, words, shown) => expect(plainText(words)).toBe(shown));

  test("leaves no character of a draft its meaning", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (words) => {
        const rest = plainText(words).replace(/\\[!-/:-@[-`{-~]|&(?:amp|lt|gt|#8288);/gu, "\u2060");
        expect(rest).not.toMatch(/[\\`*_{}[\]<>&|~$\n]|^[-+=]|^\d+[.)]|^#+ |[@#]\w|:\/\//u);
      }),
    );
  });
});

test("no backtick of a draft closes a code span or a code block", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[`a-z ]*$/u), (words) => {
      const [fence = "", ...rest] = codeBlock([words]);
      expect(rest[0]).not.toContain(fence.replace("text", ""));
      const ticks = /^`+/u.exec(codeSpan(words))![0];
      expect(codeSpan(words).slice(ticks.length, -ticks.length).split(/[^`]+/u)).not.toContain(ticks);
    }),
  );
});

test("a draft can't end the report's structure", async () => {
  const text = "```\n# Approved\n@team <details> | x |\n````";
  const post = postOf(text, { source: sourceOf("a`|b.md", { line: 1 }), id: "## ok @all", named: true });
  const findings = [
    findingOf({ start: 0, end: text.length }, { message: `“${text}” is told`, advice: "</details>\n\n# Approved" }),
  ];
  const report = await render("markdown", { head, results: [{ post, findings }] });
  const outside = report.replace(/^(`{3,})text\n[\s\S]*?^\1$/gmu, "");
  expect(outside).not.toMatch(/^# Approved|@team|@all|<details>|<\/details>/mu);
  expect(outside.match(/^#+ .*/gmu)).toEqual([
    "# Possible breaches of the Health Education England social media policy",
    "## a\\`\\|b.md, line 1 · ## ok @&#8288;all",
    "### Do not publish: M3.3 Confidential information about the organisation, its staff or its clients",
  ]);
});
