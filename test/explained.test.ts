import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isRuleFile } from "../src/rules/files.ts";
import { SMALL_MODEL } from "./learned/small-model.ts";
import { run } from "./run.ts";

const museum = new URL("../fixtures/rules/museum/", import.meta.url);

/** The museum's rules, and one for each kind of looking that they have no use for. */
const RULES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(museum, { recursive: true, encoding: "utf8" })
      .filter(isRuleFile)
      .map((path) => [`museum/${path}`, readFileSync(new URL(path, museum), "utf8")]),
  ),
  "more/ruleset.yaml": "name: more\nversion: 1.0\nextends: ../museum\n",
  "more/more.yaml": `- id: practice/same-copy-twice
  clauses: []
  level: suggestion
  confidence: certain
  message: The same copy is in the calendar already, at {shows}.
  advice: Write it anew, or take one of them out.
  find: { calendar: { same_copy: true } }
  examples:
    breach:
      - posts: [{ text: Nominations are open, channel: x }, { text: Nominations are open, channel: x }]
      - posts: [{ text: Doors open at ten }, { text: Doors open at ten }]
    fine:
      - posts: [{ text: Nominations are open, channel: x }, { text: Nominations close, channel: x }]
      - posts: [{ text: Doors open at ten }, { text: Doors close at ten }]
`,
  "learned/ruleset.yaml": `name: learned
version: 1.0
policy:
  title: Policy
  publisher: Nobody
  clauses:
    - { id: C1, title: Secrets, summary: None is told., citation: Section 1 }
    - { id: C2, title: Respect, summary: All get it., citation: Section 2 }
`,
  "learned/second-opinion.model.json": SMALL_MODEL,
  "learned/second-opinion.yaml": `- id: second-opinion/c1
  clauses: [C1]
  level: warning
  confidence: likely
  message: This resembles posts that gave away a secret.
  advice: Ask someone before it goes out.
  find: { resembles: { clause: C1, levels: { likely: warning } } }
  examples:
    breach: ["Nobody is meant to know, but the old mill closes in May.", "Keep this quiet, nobody is meant to know."]
    fine: ["The bid was published in May.", "Our boss says thank you to everyone."]
`,
};

const DRAFTS = {
  "july.csv": `Channel,Publish at,Copy
X,2027-05-03 09:00,Doors open at ten
X,2027-05-04 09:00,Doors open at ten
X,2027-05-05 09:00,"See the world's oldest teapot, and come and see the clock, kindly lent by Mrs Ashdown"
`,
  "picture.json": JSON.stringify({ id: "ship", text: "Look!", account: "corporate", media: [{ file: "ship.jpg" }] }),
};

const explained = async (...argv: readonly string[]): Promise<string> => {
  const { code, out } = await run(["explain", ...argv], { files: { ...RULES, ...DRAFTS } });
  expect(code).toBe(0);
  return `$ postlint explain ${argv.map((word) => (/[\s"]/u.test(word) ? `'${word}'` : word)).join(" ")}\n${out}`;
};

test("ten decisions, as a communications manager reads them", async () => {
  const text = (rule: string, words: string) => explained(rule, "--rules", "more", "--text", words);
  const decisions = [
    await text("collection/alarm-down", "The cameras in the east wing are down."),
    await text("collection/alarm-down", "Never post that an alarm is broken."),
    await text("visitors/child-recognisable", "Little Poppy, a pupil of Harbour Primary, pictured with her ship."),
    await text("visitors/child-recognisable", "A boy from Harbour Primary was here."),
    await text("lenders/telephone", "Dr Moss, who lent us the map, is on 07700 900123."),
    await text("respect/superlative", "Thought to be the world's oldest teapot."),
    await explained("practice/same-copy-twice", "--rules", "more", "--post", "july.csv#row-3"),
    await explained("visitors/no-description", "--rules", "more", "--post", "picture.json#ship"),
    await explained("second-opinion/c1", "--rules", "learned", "--text", "Keep this quiet, nobody is meant to know."),
    await explained("--rules", "more", "--post", "july.csv#row-4"),
  ];
  await expect(`${decisions.join("\n")}`).toMatchFileSnapshot("golden/explained.txt");
});
