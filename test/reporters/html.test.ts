import { describe, expect, test } from "vitest";
import { render } from "./render.ts";
import { findingOf, head, postOf, spanOf } from "./run.ts";

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
