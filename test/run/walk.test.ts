import { expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { HOUSE_PACKAGE, HOUSE_RULES } from "../house-rules.ts";
import { memoryIo } from "../memory-io.ts";
import { run } from "../run.ts";

const lines = (...posts: readonly object[]): string => posts.map((post) => `${JSON.stringify(post)}\n`).join("");

test("metadata of the command line holds for each post that does not say otherwise", async () => {
  const files = { "july.jsonl": lines({ id: "a", text: "One" }, { id: "b", text: "Two", channel: "myspace2" }) };
  const { err } = await run(["july.jsonl", "--channel", "friendface"], { files });
  expect(err).toMatch(/friendface/u);
  expect(err).toMatch(/myspace2/u);
});

test("what was not checked for lack of metadata is said once", async () => {
  const rules = { ...HOUSE_RULES, "accounts.yaml": ASKS_FOR_ACCOUNT };
  const files = {
    ...Object.fromEntries(Object.entries(rules).map(([name, text]) => [`house/${name}`, text])),
    "july.jsonl": lines({ text: "One" }, { text: "Two", account: "personal" }, { text: "Three" }),
  };
  const { err } = await run(["july.jsonl", "--rules", "house"], { files });
  expect(err).toBe("Note: not checked for lack of metadata: account (2 posts). Give it with --account.\n");
});

const ASKS_FOR_ACCOUNT = `- id: accounts/own-account
  clauses: [P2]
  level: warning
  confidence: certain
  message: It goes out on an own account.
  advice: Use the House's.
  find: { all: [{ terms: [official] }, { meta: { field: account, is: personal } }] }
  examples:
    breach:
      - { text: "[[Official]] news", meta: { account: personal } }
      - { text: "It is [[official]]", meta: { account: personal } }
    fine:
      - { text: "Official news", meta: { account: corporate } }
      - { text: "Office news", meta: { account: personal } }
`;

test("a rule set that was to be reviewed is still used, and that is said", async () => {
  const ruleset = HOUSE_RULES["ruleset.yaml"].replace('version: "1"', 'version: "1"\nreview_by: 2026-06-01');
  const files = { "house/ruleset.yaml": ruleset, "house/house.yaml": HOUSE_RULES["house.yaml"], "a.txt": "TOP-SECRET" };
  const { code, err } = await run(["a.txt", "--rules", "house"], { files });
  expect({ code, err }).toEqual({ code: 1, err: "Note: the rule set house was to be reviewed by 2026-06-01.\n" });
  expect((await run(["a.txt", "--rules", "house", "--as-of", "2026-06-01"], { files })).err).toBe("");
});

test("a post that is not in English says what it was checked for", async () => {
  const welsh =
    "Mae ceisiadau ar agor nawr ar gyfer y rhaglen hyfforddi, ac rydym yn edrych ymlaen at glywed gennych chi.";
  const { err } = await run(["a.txt"], { files: { "a.txt": welsh } });
  expect(err).toBe(
    "Note on a.txt, line 1: This does not look like English, so it was checked for identifiers, markings and links only.\n",
  );
});

test("of a post in two languages the English is checked, and what is not is told of with its line", async () => {
  const welsh = "Mae ceisiadau ar agor nawr ar gyfer y rhaglen hyfforddi, ac rydym yn edrych ymlaen.";
  const files = {
    "a.txt": `${welsh} TOP-SECRET.\n\nThis is all TOP-SECRET.\n`,
    "b.txt": `We are all glad.\n\n${welsh}\n`,
  };
  const { out, err } = await run(["a.txt", "b.txt", "-f", "unix"], { files });
  expect(out).toMatch(/^a\.txt:3:13: error: [^\n]+\n$/);
  const so = "do not look like English, so they were checked for identifiers, markings and links only.";
  expect(err).toBe(
    `Note on a.txt, line 1: 2 sentences of this post ${so}\nNote on b.txt, line 3: One sentence of this post ${so.replace("do ", "does ").replace("they were", "it was")}\n`,
  );
});

test("a broken line among posts is a problem, and the others are still checked", async () => {
  const files = {
    "july.jsonl": `${lines({ id: "a", text: "TOP-SECRET" })}{ "id": "b",\n${lines({ id: "c", text: "dodgy" })}`,
  };
  const { code, out } = await run(["july.jsonl", "-f", "json"], { files });
  const report = JSON.parse(out);
  expect(code).toBe(2);
  expect(report.summary).toMatchObject({ files: 1, posts: 2, unread: 1, errors: 1, warnings: 1 });
  expect(report.problems).toMatchObject([{ source: { file: "july.jsonl", line: 2 } }]);
});

test("results are shown as they come, and not held until the end", async () => {
  const seen: number[] = [];
  const io = memoryIo({ files: { ...HOUSE_PACKAGE, "a.jsonl": "" } });
  const readFile: typeof io.readFile = async function* (path) {
    if (!path.endsWith("a.jsonl")) return yield* io.readFile(path);
    for (let post = 0; post < 3; post++) {
      seen.push(io.out().split("\n").length - 1);
      yield new TextEncoder().encode(`{"text": "TOP-SECRET ${post}"}\n`);
    }
  };
  await main(["a.jsonl", "-f", "unix"], { ...io, readFile });
  expect(seen).toEqual([0, 1, 2]);
});
