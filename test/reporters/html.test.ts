import { describe, expect, test } from "vitest";
import type { PostResult } from "../../src/model/report.ts";
import { render } from "./render.ts";
import { findingOf, head, postOf, sourceOf, spanOf } from "./run.ts";

describe("a finding leads to the page on its rule", () => {
  const text = "Their work is dodgy.";
  const finding = findingOf(spanOf(text, "dodgy"), { rule: "conduct/dodgy" });
  const reportFrom = (docsUrl: string | null) =>
    render("html", { head: { ...head, docsUrl }, results: [{ post: postOf(text), findings: [finding] }] });

  test("where the rule set publishes pages", async () => {
    expect(await reportFrom("https://x.example/docs/")).toContain(
      'Rule <a href="https://x.example/docs/rules/conduct/dodgy.html">conduct/dodgy</a> (',
    );
  });

  test.each([
    ["where it publishes none", null],
    ["where the address is no page of the web", "javascript:alert(1)/"],
  ])("and has just its name %s", async (_, docsUrl) => {
    expect(await reportFrom(docsUrl)).toContain("Rule conduct/dodgy (");
  });
});

test("findings shown as one say each why, and what to do", async () => {
  const text = "Agreed words";
  const other = findingOf(spanOf(text, "words"), { rule: "a/b", level: "warning", message: "Else.", advice: "Ask." });
  const findings = [findingOf(spanOf(text, "words")), other, other];
  const report = await render("html", { head, results: [{ post: postOf(text), findings }] });
  expect(report).toContain("<dt>Also</dt><dd>Else.</dd></div>");
  expect(report.match(/<dt>What to do<\/dt>/gu)).toHaveLength(2);
  expect(report).toContain("(likely), also: a/b (warning, likely, twice)</p>");
});

describe("findings that were let stand", () => {
  const text = "Agreed words";
  const suppressed = { kind: "baseline", reason: "accepted on 2026-11-29", by: null, until: null } as const;
  const dated = postOf(text, {
    meta: { publish_at: { at: Date.parse("2026-12-01T09:00:00Z"), written: "" }, channel: "x" },
  });
  const reportOn = (findings: PostResult["findings"]) => render("html", { head, results: [{ post: dated, findings }] });

  test("are no clean post in the figures, in the month and by channel", async () => {
    const report = await reportOn([findingOf(spanOf(text, "words"), { suppressed })]);
    expect(report).toMatch(/<div class="figure let-stand"><dt>.*Let stand<\/dt><dd>1 <span>post/u);
    expect(report).toMatch(/<div class="figure none"><dt>.*Nothing found<\/dt><dd>0 <span>posts/u);
    expect(report).toMatch(/<li class="chip let-stand"><a href="#stood">.*Let stand: /u);
    expect(report).toContain("1 post: 1 let stand");
  });

  test("have a column of their own by channel where others stand", async () => {
    const { post, findings } = { post: dated, findings: [findingOf(spanOf(text, "words"))] };
    const letStand = findings.map((finding) => ({ ...finding, suppressed }));
    const report = await render("html", {
      head,
      results: [
        { post, findings },
        { post, findings: letStand },
      ],
    });
    expect(report).toMatch(/<caption>Posts by channel.*<span class="word">Let stand<\/span>/su);
  });

  test.each([
    ["where there are none", []],
    ["beside findings that stand", [findingOf(null), findingOf(spanOf(text, "words"), { suppressed })]],
  ])("are no verdict %s", async (_, findings) => {
    expect(await reportOn(findings)).not.toMatch(/class="figure let-stand"|<span class="word">Let stand/u);
  });
});

describe("lines end where they can be read on", () => {
  test("a path goes on behind a slash", async () => {
    const text = "Their work is dodgy.";
    const post = postOf(text, { source: sourceOf("copy/july/x.csv", { row: 7 }) });
    const report = await render("html", { head, results: [{ post, findings: [findingOf(spanOf(text, "dodgy"))] }] });
    expect(report).toContain('<p class="place">copy/<wbr>july/<wbr>x.csv</p>');
  });

  test("the name of an option stays whole", async () => {
    const said = [{ source: null, message: "give it with --publish-at, not as-of" }];
    expect(await render("html", { head, results: [], notes: said })).toContain(
      '<li>Give it with <span class="option">--publish-at</span>, not as-of</li>',
    );
  });
});
