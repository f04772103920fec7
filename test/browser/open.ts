import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Debian's, unless CHROMIUM names another. It will not start its own sandbox for the root user of a container. */
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: EXECUTABLE, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

export interface Opened {
  readonly page: Page;
  /** Whatever the page tried to load besides itself, and what its policy refused. */
  readonly strays: readonly string[];
}

/** Opens a report from a file, as whoever gets it by e-mail would. */
export async function open(browser: Browser, report: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "postlint-page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, report);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const strays: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== `file://${file}`) strays.push(request.url());
  });
  page.on("console", (message) => strays.push(message.text()));
  page.on("dialog", (dialog) => {
    strays.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`file://${file}`);
  rmSync(folder, { recursive: true });
  return { page, strays };
}

/** What postlint itself writes for a calendar of sixty posts. */
export function julyReport(): string {
  const folder = mkdtempSync(join(tmpdir(), "postlint-july-"));
  const argv = ["bin/postlint.js", "fixtures/calendars/july.csv", "--fail-on", "never", "--as-of", "2026-11-22"];
  const report = join(folder, "july.html");
  try {
    execFileSync(process.execPath, [...argv, "-o", report], { cwd: ROOT, stdio: "ignore" });
    return readFileSync(report, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
