import { describe, expect, test } from "vitest";
import type { Scene } from "./memory-io.ts";
import { run } from "./run.ts";

type Files = NonNullable<Scene["files"]>;

const OLD = "## Post 1\n\nA dodgy day.\n\n## Post 2\n\nTOP-SECRET news.\n";

/** Writes a baseline of `files` and answers with everything that is then there. */
async function accepted(files: Files, ...argv: readonly string[]) {
  const { io, out, code } = await run(["baseline", "write", ...argv], { files });
  const baseline = io.files.get("/desk/postlint.baseline") ?? "";
  return { out, code, baseline, files: { ...files, "postlint.baseline": baseline } };
}

const strict = (files: Files, ...argv: readonly string[]) =>
  run([".", "--strict", "-f", "unix", "--baseline", "postlint.baseline", ...argv], { files });

test("what was accepted does not fail a run, and is kept with the day in a report", async () => {
  const { files, out } = await accepted({ "a.md": OLD });
  expect(out).toContain("postlint.baseline holds 2 accepted findings, 2 of them new.");
  expect((await strict(files)).code).toBe(0);
  const report = JSON.parse((await run([".", "-f", "json", "--baseline", "postlint.baseline"], { files })).out);
  expect(report.summary).toMatchObject({ errors: 0, suppressed: 2 });
  expect(report.posts[0].findings[0].suppressed).toEqual({
    ...{ kind: "baseline", reason: "accepted on 2026-11-22", by: null, until: null },
  });
});

test("a new finding is not hidden behind an old one, by line or by count", async () => {
  const { files } = await accepted({ "a.md": OLD });
  expect((await strict({ ...files, "a.md": `A preface.\n\n${OLD}` })).code).toBe(0);
  const twice = await strict({ ...files, "a.md": `${OLD}\n## Post 3\n\nA dodgy day.\n` });
  expect({ code: twice.code, findings: twice.out.match(/warning: /gu)?.length }).toEqual({ code: 1, findings: 1 });
  expect((await strict({ ...files, "b.md": "A dodgy day.\n" })).code).toBe(1);
  expect((await strict({ ...files, "a.md": OLD.replace("A dodgy day", "Another dodgy plan") })).code).toBe(1);
});

test.each([
  ["an error", OLD, /2 of them new\. 1 of the new ones says “Do not publish”\.$/mu],
  ["errors", "TOP-SECRET.\n\nA TOP-SECRET day.\n", /2 of them new\. 2 of the new ones say “Do not publish”\.$/mu],
  ["no error", "A dodgy day.\n", /1 of them new\.$/mu],
])("who accepts %s is told so", async (_, draft, told) => {
  const { files, out } = await accepted({ "a.md": draft });
  expect(out).toMatch(told);
  expect((await accepted(files)).out).toMatch(/0 of them new\.$/mu);
});

test("a file that was renamed keeps what was accepted in it", async () => {
  const { files } = await accepted({ "a.md": OLD });
  const baseline = files["postlint.baseline"];
  expect((await strict({ "postlint.baseline": baseline, "renamed.md": OLD })).code).toBe(0);
});

test("a finding that is gone is told of, fails a strict run, and is taken out by prune, which says so", async () => {
  const { files } = await accepted({ "a.md": OLD });
  const mended = { ...files, "a.md": OLD.replace("dodgy", "fine") };
  const { code, err } = await strict(mended);
  expect(code).toBe(1);
  expect(err).toContain("postlint.baseline still holds an accepted finding that is gone");
  const pruned = await run(["baseline", "prune"], { files: mended });
  expect(pruned.out).toBe(
    "Taken out: a.md: conduct/grumble P2, accepted on 2026-11-22\npostlint.baseline holds 1 accepted finding; 1 taken out.\n",
  );
  const after = { ...mended, "postlint.baseline": pruned.io.files.get("/desk/postlint.baseline")! };
  expect((await strict(after)).code).toBe(0);
});

test("what must not go out can't be accepted, and that is said", async () => {
  const { files, out, baseline } = await accepted({ "a.md": "Operation bluebottle begins.\n" });
  expect(out).toContain("confidential/code-name can't be accepted and stands (1)");
  expect(baseline).not.toContain("code-name");
  expect((await strict(files)).code).toBe(1);
});

test("a baseline is one entry a line, sorted, and holds no word of a draft", async () => {
  const { baseline } = await accepted({ "b.md": "A dodgy bluebottle.\n", "a.md": OLD });
  const [head, ...lines] = baseline.trimEnd().split("\n");
  expect(head).toBe('{"postlint":"baseline","version":1}');
  expect(lines).toEqual(lines.toSorted());
  expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(
    lines.map(() => ["file", "rule", "clause", "identity", "since"]),
  );
  expect(baseline).not.toMatch(/dodgy|bluebottle|TOP-SECRET/u);
});

test("writing again keeps the day of what was accepted earlier, and what other files have", async () => {
  const { files } = await accepted({ "a.md": OLD, "b.md": "A dodgy day.\n" }, "--as-of", "2026-10-01");
  const { baseline } = await accepted({ ...files, "a.md": `${OLD}\n## Post 3\n\nA dodgy night.\n` }, "a.md");
  expect(baseline.match(/"since":"2026-11-22"/gu)).toHaveLength(1);
  expect(baseline.match(/"since":"2026-10-01"/gu)).toHaveLength(3);
});

describe("a file of which not everything could be read", () => {
  const TWO = '{ "text": "A dodgy day." }\n{ "text": "A dodgy night." }\n';
  const CUT = '{ "text": "A dodgy day." }\n{ "text": "A do';
  const mended = { "a.md": OLD.replace("A dodgy day", "A fine day") };

  test.each<[string, Files]>([
    ["it can't be opened", { "c.jsonl": { refuses: "EACCES" } }],
    ["a line of it is cut short", { "c.jsonl": CUT }],
    ["it can't be opened under its new name", { "renamed.jsonl": { refuses: "EACCES" } }],
  ])("keeps what was accepted in it where %s, and other files do not", async (_, unread) => {
    const { baseline } = await accepted({ "a.md": OLD, "c.jsonl": TWO });
    const files = { ...mended, ...unread, "postlint.baseline": baseline };
    const { err } = await strict(files);
    expect(err.match(/(?<=Note on ).*(?=: postlint\/stale-baseline)/gu)).toEqual(["a.md"]);
    const written = await accepted(files);
    expect(written).toMatchObject({
      code: 2,
      out: expect.stringContaining("holds 3 accepted findings, 0 of them new."),
    });
    expect((await strict({ ...mended, "c.jsonl": TWO, "postlint.baseline": written.baseline })).code).toBe(0);
  });

  test("has prune take nothing out", async () => {
    const { baseline } = await accepted({ "a.md": OLD, "c.jsonl": TWO });
    const files = { ...mended, "c.jsonl": CUT, "postlint.baseline": baseline };
    const { code, out, err } = await run(["baseline", "prune"], { files });
    expect([code, out]).toEqual([2, "postlint.baseline holds 4 accepted findings; 0 taken out.\n"]);
    expect(err).toContain("Nothing was taken out, as not everything could be checked.");
  });
});

test("show lists what was accepted", async () => {
  const { files } = await accepted({ "a.md": OLD });
  expect((await run(["baseline", "show"], { files })).out).toBe(
    "a.md: conduct/grumble P2, accepted on 2026-11-22\na.md: confidential/marking P3, accepted on 2026-11-22\npostlint.baseline holds 2 accepted findings.\n",
  );
});

test("an auditor sees what was accepted", async () => {
  const { files } = await accepted({ "a.md": OLD });
  expect((await strict(files, "--no-suppressions")).code).toBe(1);
});

test.each([
  ["is not there", {}, "There is no baseline postlint.baseline."],
  [
    "holds a merge that was not finished",
    { "postlint.baseline": '{"postlint":"baseline","version":1}\n<<<<<<< HEAD\n' },
    "postlint.baseline:2: this is the mark of a merge that was not finished",
  ],
  ["holds something else", { "postlint.baseline": "[]\n" }, "postlint.baseline:1: this is no accepted finding"],
])("a baseline that %s ends with 2", async (_, files, message) => {
  const { code, err } = await strict({ "a.md": OLD, ...files } as Record<string, string>);
  expect({ code, isTold: err.includes(message) }).toEqual({ code: 2, isTold: true });
});

test.each(["show", "prune"])("%s of a baseline that is not there says the same", async (command) => {
  const { code, err } = await run(["baseline", command], { files: { "a.md": OLD } });
  expect(code).toBe(2);
  expect(err).toContain("There is no baseline postlint.baseline.");
});
