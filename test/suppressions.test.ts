import { describe, expect, test } from "vitest";
import { run } from "./run.ts";

const excused = (said: string) => `<!-- postlint-ignore-next ${said} -->\nTheir work is dodgy.\n`;

describe.each([
  ["a reason and a name", "conduct/grumble -- a quotation, by Ann Lee", 0],
  ["no reason", "conduct/grumble -- by Ann Lee", 1],
  ["no name", "conduct/grumble -- a quotation", 1],
  ["a day that is past", "conduct/grumble -- a quotation, by Ann Lee (until 2026-11-21)", 1],
  ["a rule that is none", "conduct/grumbel -- a quotation, by Ann Lee", 1],
])("under --strict, a suppression with %s", (_, said, code) => {
  test(`ends with ${code}`, async () => {
    expect((await run(["a.md", "--strict"], { files: { "a.md": excused(said) } })).code).toBe(code);
  });
});

test("a suppression that hides nothing fails a strict run and no other", async () => {
  const files = { "a.md": "<!-- postlint-ignore-next conduct/grumble -- a quotation, by Ann -->\nGood news.\n" };
  expect((await run(["a.md"], { files })).code).toBe(0);
  const { code, out } = await run(["a.md", "--strict"], { files });
  expect(code).toBe(1);
  expect(out).toContain("postlint/unused-suppression");
  expect(out.replace(/\s+/gu, " ")).toContain("1 suppression or accepted finding needs looking after");
});

test("a suppressed finding is counted in the terminal and kept with its reason in a report", async () => {
  const files = { "a.md": excused("conduct/grumble -- a quotation, by Ann Lee (until 2027-03-31)") };
  const { out, io } = await run(["a.md", "-o", "a.json"], { files });
  expect(out).toContain("Nothing found in 1 post beyond 1 suppressed finding.");
  const [finding] = JSON.parse(io.files.get("/desk/a.json")!).posts[0].findings;
  expect(finding.suppressed).toEqual({ kind: "comment", reason: "a quotation", by: "Ann Lee", until: "2027-03-31" });
});

test("an auditor sees what people let stand", async () => {
  const files = { "a.md": excused("conduct/grumble -- a quotation, by Ann Lee") };
  expect((await run(["a.md", "--strict", "--no-suppressions"], { files })).code).toBe(1);
});

test("what nobody may let through stays, and that is said", async () => {
  const files = { "a.md": `${excused("confidential/code-name -- agreed, by Ann")}Operation bluebottle begins.` };
  const { code, out } = await run(["a.md"], { files });
  expect(code).toBe(1);
  expect(out).toContain("postlint/refused-suppression");
});

test("a finding about a suppression stands on the line of its comment", async () => {
  const { out } = await run(["a.md", "-f", "unix"], {
    files: { "a.md": `Good news.\n\n${excused("conduct/grumble")}` },
  });
  expect(out).toContain("a.md:3:1: suggestion: The suppression of conduct/grumble gives no reason and no name");
});

test("a suppression above all posts of a file that none of them needs fails a strict run", async () => {
  const files = {
    "a.md": "---\npostlint_ignore: conduct/grumble -- agreed, by Ann\n---\n## Post 1\nOne.\n## Post 2\nTwo.\n",
  };
  const { code, err } = await run(["a.md", "--strict"], { files });
  expect(code).toBe(1);
  expect(err).toContain("Note on a.md, line 2: The suppression of conduct/grumble hides nothing");
});
