import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { render } from "../reporters/render.ts";
import { findingOf, head, notes, postOf, problems, results, sourceOf, spanOf } from "../reporters/run.ts";
import { julyReport, launch, open } from "./open.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let july: string;
let oddities: string;

beforeAll(async () => {
  browser = await launch();
  july = julyReport();
  oddities = await render("html", { head, results, problems, notes });
});

afterAll(() => browser?.close());

/** Each thing that axe finds, with where. It comes in by the debugger, past the policy of the page. */
async function axeFinds(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: { type: "tag", values },
      }),
    tags,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join()} ${failureSummary}`),
  );
}

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([320, 768, 1280])("axe finds nothing at %i pixels, and nothing is wider than the window", async (width) => {
    for (const report of [july, oddities]) {
      const { page, strays } = await open(browser, report, {
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await axeFinds(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(strays).toEqual([]);
      await page.context().close();
    }
  });
});

const shown = (page: Page): Promise<number> => page.locator(".posts .post:visible").count();

test("the filter is worked by the keyboard alone, without a script", async () => {
  const { page } = await open(browser, july, { javaScriptEnabled: false });
  const all = await shown(page);
  const of = async (name: string) =>
    page
      .locator(
        `.posts .post[data-is~="${(await page.getByRole("radio", { name }).getAttribute("id"))!.slice("pick-".length)}"]`,
      )
      .count();
  await page.locator("#pick-all-level").focus();
  await page.keyboard.press("ArrowRight");
  expect(await shown(page)).toBe(await of("Do not publish"));
  expect(await shown(page)).toBeLessThan(all);
  await page.keyboard.press("Tab"); // to the owners, the next group
  await page.keyboard.press("ArrowRight");
  const both = await shown(page);
  expect(both).toBeLessThan(await of("Do not publish"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // Show all again
  expect(await shown(page)).toBe(all);
});

test("a clause and a level together leave the posts with a finding of both", async () => {
  const { page } = await open(browser, july);
  await page.getByRole("radio", { name: "P3 Official" }).check({ force: true });
  await page.getByRole("radio", { name: "Do not publish" }).check({ force: true });
  const levels = await page.locator(".posts .finding:visible > .level").allInnerTexts();
  expect(levels.length).toBeGreaterThan(0);
  expect(levels.every((level) => level.includes("Do not publish"))).toBe(true);
  const left = await page
    .locator(".posts .post:visible")
    .evaluateAll((posts) => posts.map((post) => post.querySelectorAll(".finding").length));
  expect(left).toHaveLength(await page.locator(".posts .post:has(.finding:visible)").count());
});

test("each post of the calendar that has findings leads to its place in the page", async () => {
  const { page } = await open(browser, july);
  const links = await page.locator(".chip a").evaluateAll((chips) => chips.map((chip) => chip.getAttribute("href")!));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(await page.locator(link).count()).toBe(1);
});

test("a link of the calendar leads to the top of its post", async () => {
  const { page } = await open(browser, july, { reducedMotion: "reduce" });
  const link = page.locator(".chip.error a").last();
  await link.click();
  const place = await page.locator((await link.getAttribute("href"))!).boundingBox();
  expect(place!.y).toBeGreaterThanOrEqual(0);
  expect(place!.y).toBeLessThan(100);
});

const ATTACKS = [
  "<img src=x onerror=\"document.title='taken'\">",
  "</style><script>document.title='taken'</script>",
  "</title><script>document.title='taken'</script>",
  '" onmouseover="document.title=\'taken\'" x="',
  "<a href=\"javascript:document.title='taken'\">press</a>",
  "javascript:document.title='taken'",
  "<svg onload=\"document.title='taken'\">",
  "<style>* { display: none }</style><link rel=stylesheet href=https://x.example/a.css>",
  "-->]]><base href=https://x.example/>",
];

test("no word of a draft runs, loads or becomes an element, wherever it stands", async () => {
  const attacked = ATTACKS.map((attack, row) => ({
    post: postOf(attack, {
      id: attack,
      named: true,
      source: sourceOf(attack, { sheet: attack, row, cell: attack }),
      meta: { channel: attack, owner: attack, status: attack },
    }),
    findings: [
      findingOf(spanOf(attack, attack), {
        message: attack,
        advice: attack,
        rewrite: attack,
        evidence: [1, 2].map(() => ({ field: "text", span: spanOf(attack, attack), shows: attack })),
      }),
      findingOf(null, { suppressed: { kind: "comment", reason: attack, by: attack, until: attack } }),
    ],
  }));
  const remarks = ATTACKS.map((message) => ({ source: sourceOf(message), message }));
  const report = await render("html", { head, results: attacked, problems: remarks, notes: remarks });
  for (const bypassCSP of [false, true]) {
    const { page, strays } = await open(browser, report, { bypassCSP });
    await page.mouse.move(300, 300);
    expect(await page.title()).not.toBe("taken");
    expect(strays).toEqual([]);
    expect(
      await page.locator("script, img, link, base, iframe, object, [onerror], [onload], [onmouseover]").count(),
    ).toBe(0);
    expect(await page.locator("style").count()).toBe(1);
    expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
    expect(await page.getByText(ATTACKS[0]!).first().isVisible()).toBe(true);
    await page.context().close();
  }
});

test("it prints on A4, on few pages, none of them empty", async () => {
  const { page } = await open(browser, july);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/gu)!.length;
  expect(pages).toBeGreaterThan(3);
  expect(pages).toBeLessThan(14);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/u);
});
