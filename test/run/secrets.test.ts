import { describe, expect, test } from "vitest";
import { reporters } from "../../src/reporters/index.ts";
import { hideBy } from "../../src/run/secrets.ts";
import { HOME } from "../memory-io.ts";
import { run } from "../run.ts";

const RULE = `- id: confidential/nhs-number
  clauses: [P3]
  level: error
  confidence: certain
  message: '"{match}" is the number of a patient.'
  advice: Leave it out.
  mask: true
  find: { identifier: nhs-number }
  examples:
    breach: ["NHS number [[999 000 0018]]", "Her NHS number is [[943 476 5870]]"]
    fine: ["No number here.", "Ring 111"]
`;

/** The same number in every place that a report may draw on, and written in several ways. */
const DRAFTS = {
  "a.jsonl": [
    { id: "draft-9990000018", text: "A post about careers." },
    { id: "draft-9990000018", text: "A second one of that name." },
    { id: "b", text: "Bed 4, NHS number 999 000 0018, is asleep. Ref 9990000018, or 999-000-0018." },
    { id: "c", text: "Her NHS number: ９９９ ０００ ００１８, she said", publish_at: "after 999 000 0018" },
    { id: "999.000.0018", text: 7 },
    { id: "d", title: "NHS number 999 000 0018", text: "TOP-SECRET" },
  ]
    .map((post) => JSON.stringify(post))
    .join("\n"),
  "a2.md":
    "---\nowner: Priya, 999 000 0018\npostlint_ignore: conduct/grumble -- about 999 000 0018, by 999 000 0018\n---\nTheir work on 9990000018 is dodgy, TOP-SECRET 999-000-0018.\n",
  "b.md": "## Post 1: NHS number 999 000 0018\n\nTheir work is dodgy.\n\n## Post 2\n\nWOW\n",
  "c.csv": 'id,channel,copy\n9990000018,999 000 0018,"NHS number\n999 000 0018, WOW, dodgy"\n',
};

const SECRET = /9\W*9\W*9\W*0\W*0\W*0\W*0\W*0\W*1\W*8|９９９/u;

const scene = { files: { ...DRAFTS, [`${HOME}/rules/hee-social-media/secret.yaml`]: RULE } };

/** A file that is handed back holds what it held; what is added to it has tests of its own. */
const REPORTS = Object.keys(reporters).filter((format) => format !== "xlsx" && format !== "csv");

describe.each(REPORTS)("%s", (format) => {
  test("holds no secret of a draft on standard output or standard error", async () => {
    const { code, out, err } = await run([".", "--format", format, "--verbose"], scene);
    expect(code).toBe(2);
    expect(out).not.toMatch(SECRET);
    expect(err).not.toMatch(SECRET);
  });

  test("holds none in a file either, where --mask never is asked for", async () => {
    const { io, out, err } = await run([".", "-o", `${format}=out.txt`, "--mask", "never"], {
      ...scene,
      terminal: true,
    });
    expect(io.files.get("/desk/out.txt")).not.toMatch(SECRET);
    expect(out).not.toMatch(SECRET);
    expect(err).not.toMatch(SECRET);
  });
});

test("a baseline and what is said while it is written hold none", async () => {
  const { io, out, err } = await run(["baseline", "write"], scene);
  expect(out + err + io.files.get("/desk/postlint.baseline")).not.toMatch(SECRET);
});

test("a baseline's identities do not rest on a number that is the id of a post", async () => {
  const identities = async (id: string) => {
    const files = { "a.csv": `id,copy\n${id},Their work is dodgy\n` };
    const { io } = await run(["baseline", "write"], { files });
    return io.files.get("/desk/postlint.baseline");
  };
  expect(await identities("9434765919")).toBe(await identities("9434765870"));
  expect(await identities("launch-day")).not.toBe(await identities("launch-night"));
});

test("the columns that --show-mapping names hold none", async () => {
  const files = { "d.csv": "copy,NHS number 999 000 0018,9990000018\nWOW,2,after 9990000018\n" };
  const { out, err } = await run(["d.csv", "--show-mapping"], { ...scene, files: { ...scene.files, ...files } });
  expect(out).toContain("[masked]");
  expect(out + err).not.toMatch(SECRET);
});

test("a person at a terminal who asks for it sees everything", async () => {
  const { out } = await run(["a.jsonl", "--mask", "never"], { ...scene, terminal: true });
  expect(out).toMatch(SECRET);
});

describe("words beside the copy", () => {
  const hide = hideBy(() => ({ findings: [] }));

  test.each([
    ["an NHS number in an id", "draft-9434765919", "draft-[masked]"],
    ["an NHS number with gaps", "for 943 476 5919", "for [masked]"],
    ["a mobile number in a heading", "call Priya on 07700 900123", "call Priya on [masked]"],
    ["a mobile number with its country", "+44 7700 900123", "[masked]"],
  ])("lose %s", (_, words, shown) => {
    expect(hide(words)).toBe(shown);
  });

  test.each([
    ["row-12"],
    ["launch-day"],
    ["2026-11-30-0900"],
    ["seconds-1732960000"],
    ["550e8400-e29b-41d4-a716-446655440000"],
    ["7700900123"],
  ])("keep %s", (words) => {
    expect(hide(words)).toBe(words);
  });
});

describe("a trace of explain", () => {
  const argv = [
    "explain",
    "confidential/nhs-number",
    "--text",
    "We have met so many people in so many places this year: NHS number 999 000 0018 is one of them, and there are more.",
  ];

  test("is masked where others may read it, however it is wrapped", async () => {
    expect((await run(argv, scene)).out).not.toMatch(SECRET);
    expect((await run(argv, { ...scene, terminal: true, env: { CI: "true" } })).out).not.toMatch(SECRET);
  });

  test("is whole for a person at a terminal", async () => {
    expect((await run(argv, { ...scene, terminal: true })).out).toMatch(SECRET);
  });
});
