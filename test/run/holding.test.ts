import { describe, expect, test } from "vitest";
import type { Note, PostResult } from "../../src/model/report.ts";
import { heldBack } from "../../src/run/holding.ts";
import { HOUSE_RULES } from "../house-rules.ts";
import { postOf, ruleFinding } from "../judge-text.ts";
import { type Run, run } from "../run.ts";

const RULES = `- id: practice/twice
  clauses: []
  level: suggestion
  confidence: certain
  message: "It stands at {shows} already."
  advice: Take one out.
  find: { calendar: { same_copy: true } }
  examples:
    breach: &twice
      - { posts: [{ text: One }, { text: One }] }
      - { posts: [{ text: Two }, { text: Two }] }
    fine:
      - { posts: [{ text: One }, { text: Two }] }
      - One
- id: conduct/hold
  clauses: [P2]
  level: error
  confidence: certain
  message: A hold is on.
  advice: Wait.
  find: { hold: true }
  examples:
    breach: [One, Two]
    fine: []
`
  .replace("fine: []", "fine: [{ text: One, meta: { status: ok } }, { text: Two, meta: { status: ok } }]")
  .replace("find: { hold: true }", "find: { hold: true }\n  unless: [{ meta: { field: status, is: ok } }]");

const HOUSE = {
  ...Object.fromEntries(Object.entries(HOUSE_RULES).map(([name, text]) => [`house/${name}`, text])),
  "house/calendar.yaml": RULES,
};

async function checked(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const argv = [
    ...Object.keys(files).filter((name) => !name.endsWith("config.yaml")),
    "--rules",
    "house",
    "-f",
    "unix",
  ];
  const done: Run = await run([...argv, ...options], { files: { ...HOUSE, ...files } });
  return { ...done, lines: done.out.trimEnd().split("\n") };
}

describe("the same copy twice", () => {
  test.each([
    ["july.csv", "text\nGood morning\nGood morning\n", "july.csv:3"],
    ["july.tsv", "text\tchannel\nGood morning\tx\nGood morning\tx\n", "july.tsv:3"],
    ["july.json", '[{ "text": "Good morning" },\n{ "text": "Good morning" }]', "july.json:2"],
    ["july.md", "## Post 1\nGood morning\n\n## Post 2\nGood morning\n", "july.md:4"],
  ])("is seen in %s", async (name, text, place) => {
    const { lines } = await checked({ [name]: text });
    expect(lines.filter((line) => line.includes("practice/twice")).map((line) => line.split(":", 2).join(":"))).toEqual(
      [place],
    );
  });

  test("is not looked for in a stream of JSON Lines, which may have no end", async () => {
    const { out } = await checked({ "july.jsonl": '{"text":"Good morning"}\n{"text":"Good morning"}\n' });
    expect(out).not.toContain("practice/twice");
  });

  test("is looked for in each file by itself", async () => {
    const { out } = await checked({ "july.csv": "text\nGood morning\n", "june.csv": "text\nGood morning\n" });
    expect(out).not.toContain("practice/twice");
  });

  test("stands among the other findings of its post, in reading order", async () => {
    const { out } = await checked({ "july.csv": "text\nTOP-SECRET\nTOP-SECRET\nWOW\n" }, "-f", "jsonl");
    const posts = out
      .trimEnd()
      .split("\n")
      .slice(0, 3)
      .map((line) => JSON.parse(line));
    expect(posts.map(({ findings }) => findings.map(({ rule }: { rule: string }) => rule))).toEqual([
      ["confidential/marking"],
      ["practice/twice", "confidential/marking"],
      ["practice/shouting"],
    ]);
  });
});

test.each([
  ["is seen as a whole", "july.json", '[{ "text": "One", "account": "banana" }, { "text": "Two" }]'],
  ["is a stream", "july.jsonl", '{ "text": "One", "account": "banana" }\n{ "text": "Two" }\n'],
])("a post with a broken key was checked in part where its source %s", async (_, name, text) => {
  const { code, out } = await checked({ [name]: text }, "-f", "json");
  expect(code).toBe(2);
  expect(JSON.parse(out).summary).toMatchObject({ posts: 2, unread: 1, left: { lines: 0, inPart: 1 } });
});

describe("results that are kept back", () => {
  const ruleset = ruleFinding("{ calendar: { same_copy: true } }");
  const source = { file: "july.csv", line: 1, sheet: null, row: null, cell: null };

  function holding(most: number) {
    const seen: string[] = [];
    const outlet = {
      post: async ({ post }: PostResult) => void seen.push(post.copy[0].text),
      note: ({ message }: Note) => void seen.push(message),
      problem: ({ message }: Note) => void seen.push(`! ${message}`),
    };
    return { seen, results: heldBack(ruleset, outlet, most) };
  }
  const post = (text: string): PostResult => ({ post: { ...postOf(text), source }, findings: [] });

  test("keep notes and problems in their places", async () => {
    const { seen, results } = holding(9);
    await results.post(post("one"), null);
    results.problem({ source, message: "broken" });
    results.note({ source, message: "a note" });
    await results.post(post("two"), null);
    expect(seen).toEqual([]);
    await results.end();
    expect(seen).toEqual(["one", "! broken", "a note", "two"]);
  });

  test("are handed on, and that is said, when there are too many", async () => {
    const { seen, results } = holding(2);
    await results.post(post("one"), null);
    await results.post(post("two"), null);
    expect(seen).toEqual([]);
    await results.post(post("three"), null);
    await results.post(post("four"), null);
    await results.end();
    expect(seen).toEqual(["one", "two", "three", expect.stringContaining("more than 2 posts"), "four"]);
  });
});

describe("an emergency hold", () => {
  const files = { "july.csv": "text,channel,status\nGood morning,x,draft\nStay indoors,x,ok\nHello,email,draft\n" };
  const stopped = ({ lines }: { readonly lines: readonly string[] }) =>
    lines.filter((line) => line.includes("conduct/hold")).map((line) => Number(line.split(":")[1]));

  test("is off until it is asked for", async () => {
    const done = await checked(files);
    expect([done.code, stopped(done)]).toEqual([0, []]);
  });

  test("stops every post but those that its rule lets stand", async () => {
    const done = await checked(files, "--hold");
    expect([done.code, stopped(done)]).toEqual([1, [2, 4]]);
  });

  test.each([
    ["waits for --hold in the configuration", "hold: { channel: [email] }", [], []],
    ["lets through what the configuration lists", "hold: { channel: [email] }", ["--hold"], [2]],
    ["is turned on in the configuration", "hold: { on: true, status: [DRAFT] }", [], []],
    ["stops all that is not listed", "hold: { on: true }", [], [2, 4]],
  ])("%s", async (_, config, options, lines) => {
    expect(stopped(await checked({ ...files, "postlint.config.yaml": config }, ...options))).toEqual(lines);
  });

  test("stops the same where every rule is tried on every post", async () => {
    expect(stopped(await checked(files, "--hold", "--reference"))).toEqual([2, 4]);
    expect(stopped(await checked(files, "--reference"))).toEqual([]);
  });

  test.each([
    ["hold: { staus: [ok] }", 'postlint.config.yaml:1:9: there is no setting "hold.staus". Did you mean status?'],
    [
      "hold: { status: ok }",
      "postlint.config.yaml:1:17: hold.status should be a list, each entry on its own line behind a dash.",
    ],
    ["hold: true", "postlint.config.yaml:1:7: hold should be settings, such as channel: x."],
  ])("%s is told as a mistake", async (config, sentence) => {
    const { code, err } = await checked({ ...files, "postlint.config.yaml": config });
    expect([code, err.split("\n")[0]]).toEqual([2, sentence]);
  });

  test("shows in config show with what it lets through", async () => {
    const { out } = await run(["config", "show"], { files: { "postlint.config.yaml": "hold: { channel: [email] }" } });
    expect(out).toContain("hold          off until --hold  postlint.config.yaml:1:1");
    expect(out).toContain("hold channel  email             postlint.config.yaml:1:1");
  });

  test("is refused where no rule would stop anything", async () => {
    const { code, err } = await run(["a.txt", "--hold"], { files: { "a.txt": "One" } });
    expect([code, err]).toEqual([2, expect.stringContaining("has no rule that says what to do then")]);
  });
});

describe("lists that are known until a day", () => {
  const rules = {
    ...HOUSE,
    "house/vocabularies/words.yaml": "medicines: { describe: Medicines., words: [aspirin], valid_to: 2027-05-06 }",
    "house/data/polls.yaml":
      "polls: { describe: Polls., valid_to: 2027-05-06, periods: [{ name: one, starts: 2027-05-01, ends: 2027-05-06 }] }",
  };
  const notes = async (publish_at: string) =>
    (
      await run(["a.jsonl", "--rules", "house", "--channel", "x"], {
        files: { ...rules, "a.jsonl": `{"text":"One","publish_at":"${publish_at}"}\n`.repeat(2) },
      })
    ).err;

  test("are named once each where a post goes out later", async () => {
    expect(await notes("2027-05-07 00:00")).toBe(
      ["medicines", "polls"]
        .map(
          (name) =>
            `Note: the list ${name} of the rules is known up to 2027-05-06, and posts go out up to 2027-05-07: what has come since is not in it.\n`,
        )
        .join(""),
    );
  });

  test("are in order on their last day", async () => {
    expect(await notes("2027-05-06 23:59")).toBe("");
    expect(await notes("2027-05-06T22:59:00Z")).toBe("");
  });
});
