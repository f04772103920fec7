import { describe, expect, test } from "vitest";
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
