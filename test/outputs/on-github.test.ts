import { describe, expect, test } from "vitest";
import { run } from "../run.ts";

const ANNOTATION = /^::error file=draft\.txt,line=1,.*,title=Do not publish%3A P3 Confidence::/mu;
const files = { "draft.txt": "This is TOP-SECRET." };
const env = { GITHUB_ACTIONS: "true" };

describe("in a workflow", () => {
  test.each([
    ["where no format was chosen", [], true],
    ["beside reports in files", ["-o", "sarif=out.sarif"], true],
    ["for the format of that name", ["-f", "github"], true],
    ["for the format of that name beside reports in files", ["-f", "github", "-o", "json=out.json"], true],
    ["not in a format that was chosen", ["-f", "json"], false],
    ["not for a person who asked for the pretty one", ["-f", "pretty"], false],
  ])("findings are annotated %s", async (_, options, isAnnotated) => {
    const { out, code } = await run(["draft.txt", ...options], { files, env });
    expect(ANNOTATION.test(out)).toBe(isAnnotated);
    expect(out.match(/^::error/gmu)?.length ?? 0).toBe(isAnnotated ? 1 : 0);
    expect(code).toBe(1);
  });

  test("the page of the step keeps what was there and gets a report", async () => {
    const scene = {
      files: { ...files, "page.md": "Earlier.\n" },
      env: { ...env, GITHUB_STEP_SUMMARY: "/desk/page.md" },
    };
    const { io } = await run(["draft.txt"], scene);
    const page = io.files.get("/desk/page.md");
    expect(page).toMatch(/^Earlier\.\n/u);
    expect(page).toContain("Do not publish: P3 Confidence");
    expect(io.unfinished.size).toBe(0);
  });

  describe("a page that GitHub would refuse for its length", () => {
    const drafts = Array.from({ length: 4200 }, (_, index) => ({ text: `This is TOP-SECRET, number ${index}.` }));
    const pageAfter = async (earlier: string): Promise<string> => {
      const { io } = await run(["drafts.json"], {
        files: { "drafts.json": JSON.stringify(drafts), "page.md": earlier },
        env: { ...env, GITHUB_STEP_SUMMARY: "/desk/page.md" },
      });
      return io.files.get("/desk/page.md") ?? "";
    };

    test.each([
      ["an empty page", 0],
      ["one that holds something", 300_000],
      ["one with room for nothing", 999_990],
    ])("ends early and says so: on %s", async (_, bytes) => {
      const page = await pageAfter("é".repeat(bytes / 2));
      expect(Buffer.byteLength(page)).toBeLessThan(1_048_576);
      expect(Buffer.byteLength(page)).toBeGreaterThan(990_000);
      expect(page).toMatch(/\n\n---\n\nThe rest is too long for this page\. The log has it\.\n$|^é+\n---/u);
      // Behind each heading of a post stands what was found there.
      const sections = page.split(/^## /mu).slice(1);
      expect(sections.filter((section) => !section.includes("**Rule:**"))).toEqual([]);
    });
  });

  test("files are named from the top of the repository", async () => {
    const scene = { files: { "/top/copy/draft.txt": files["draft.txt"] }, cwd: "/top/copy" };
    const { out } = await run(["draft.txt"], { ...scene, env: { ...env, GITHUB_WORKSPACE: "/top" } });
    expect(out).toContain("::error file=copy/draft.txt,");
  });
});

test("elsewhere nothing is annotated", async () => {
  expect((await run(["draft.txt"], { files })).out).not.toContain("::error");
});
