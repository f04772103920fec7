import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { HOUSE_RULES } from "../house-rules.ts";
import { HOME } from "../memory-io.ts";
import { run } from "../run.ts";

const OWN = { "own/ruleset.yaml": HOUSE_RULES["ruleset.yaml"], "own/house.yaml": HOUSE_RULES["house.yaml"] };
const DRAFTS = {
  "drafts/one.txt": "All dodgy here.\n---\nA dodgy TOP-SECRET thing, says bluebottle\n---\nNothing of the kind\n",
};

describe("rules new", () => {
  test("begins a rule that does what its examples say, and names what is left to decide", async () => {
    const { code, out, io } = await run(["rules", "new", "conduct/boast", "--rules", "own"], { files: OWN });
    expect({ code, lines: out.split("\n").slice(0, 3) }).toEqual({
      code: 0,
      lines: [
        "conduct/boast is begun in own/house.yaml. What is left for you to decide:",
        "  own/house.yaml:48: message: '\"{match}\" TODO: say in a sentence why these words may breach P2.'",
        "  own/house.yaml:49: advice: TODO, say what to write instead, or ask {contact.communications}.",
      ],
    });
    const files = Object.fromEntries(
      ["own/house.yaml", "own/ruleset.yaml"].map((path) => [path, io.files.get(`/desk/${path}`)!]),
    );
    expect(await run(["rules", "test", "--rules", "own"], { files })).toMatchObject({ code: 0, out: "" });
    const check = await run(["rules", "check", "--rules", "own"], { files });
    expect(check.out.split("\n").filter((line) => line.includes("conduct/boast"))).toEqual([
      "own/house.yaml:44:3: conduct/boast still says TODO in its message, advice, find, examples; put your own words there",
    ]);
  });

  test.each([
    ["a new file for a new subject", ["shop/prices", "--clause", "p3"], "shop/prices is begun in own/shop.yaml."],
    ["good practice, which cites no clause", ["practice/puns"], "practice/puns is begun in own/house.yaml."],
  ])("%s", async (_, argv, words) => {
    const { code, out } = await run(["rules", "new", ...argv, "--rules", "own"], { files: OWN });
    expect(code).toBe(0);
    expect(out).toContain(words);
  });

  test("begins a new file with a line that has editors check it", async () => {
    const { io } = await run(["rules", "new", "shop/prices", "--clause", "P3", "--rules", "own"], { files: OWN });
    const schema = relative("/desk/own", join(HOME, "dist/schemas/pack.schema.json"));
    expect(io.files.get("/desk/own/shop.yaml")).toMatch(
      `# yaml-language-server: $schema=${schema}\n- id: shop/prices\n`,
    );
  });

  test.each([
    ["of the rules that come with postlint, by its path", `${HOME}/rules/house`],
    ["whose path begins like theirs", `${HOME}/rules-of-ours`],
  ])("begins a rule in a folder %s", async (_, folder) => {
    const files = Object.fromEntries(Object.entries(HOUSE_RULES).map(([path, text]) => [`${folder}/${path}`, text]));
    const { code, err } = await run(["rules", "new", "conduct/boast", "--rules", folder], { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test.each([
    ["no folder of one's own", ["shop/prices"], "Say whose rules it belongs to: --rules FOLDER."],
    [
      "the rules that come with postlint",
      ["shop/prices", "--rules", "hee-social-media"],
      "Say whose rules it belongs to: --rules FOLDER.",
    ],
    ["a name without a subject", ["prices", "--rules", "own"], "\"prices\" can't be a rule's name."],
    [
      "a name that is postlint's own",
      ["postlint/prices", "--rules", "own"],
      "\"postlint/prices\" can't be a rule's name.\nNames that begin with postlint/ are postlint's own",
    ],
    [
      "a name that is taken",
      ["conduct/grumble", "--rules", "own"],
      "There is a rule conduct/grumble already, at own/house.yaml:23.",
    ],
    [
      "a clause that is not there",
      ["shop/prices", "--clause", "P9", "--rules", "own"],
      "The policy has no clause P9.\nDid you mean P2?",
    ],
    [
      "no clause that could be guessed",
      ["shop/prices", "--rules", "own"],
      "Say which clause it cites: --clause ID.\nThe clauses are P2, P3.",
    ],
  ])("refuses %s", async (_, argv, words) => {
    const { code, err } = await run(["rules", "new", ...argv], { files: OWN });
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe("rules try", () => {
  test("shows the noisiest rule first, its passages, and no secret of another rule", async () => {
    const { code, out, err } = await run(["rules", "try", "*", "drafts"], { files: DRAFTS });
    expect({ code, err }).toEqual({ code: 0, err: "Tried 4 rules on 3 posts; 1 of them found nothing.\n" });
    expect(out).toMatchInlineSnapshot(`
      "conduct/grumble finds something in 2 of 3 posts
        drafts/one.txt, line 1: All “dodgy” here.
        drafts/one.txt, line 3: A “dodgy” TOP-SECRET thing, says…

      confidential/marking finds something in 1 of 3 posts
        drafts/one.txt, line 3: A dodgy “TOP-SECRET” thing, says [masked]

      confidential/code-name finds something in 1 of 3 posts
        drafts/one.txt, line 3: “[masked]”
      "
    `);
  });

  test.each([
    ["conduct/grumbel", 'There is no rule "conduct/grumbel".\nDid you mean conduct/grumble?'],
    ["conducts/*", 'There is no rule "conducts/*".\nDid you mean conduct/*?'],
  ])("refuses %s", async (rule, words) => {
    const { code, err } = await run(["rules", "try", rule, "drafts"], { files: DRAFTS });
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  test("ends with 2 where a draft can't be read", async () => {
    expect((await run(["rules", "try", "*", "nowhere.txt"], {})).code).toBe(2);
  });
});

describe("rules diff", () => {
  const changed = HOUSE_RULES["house.yaml"]
    .replace("terms: [=dodgy]", "terms: [=nothing]")
    .replace(
      'level: error\n  confidence: certain\n  message: \'"{match}" marks',
      'level: warning\n  confidence: certain\n  message: \'"{match}" marks',
    );
  const files = { ...DRAFTS, ...OWN, "new/ruleset.yaml": OWN["own/ruleset.yaml"], "new/house.yaml": changed };

  test("names exactly the posts that change, in sentences, and no secret", async () => {
    const { code, out } = await run(["rules", "diff", "own", "new", "--on", "drafts"], { files });
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "drafts/one.txt, line 1 (post-1)
        - conduct/grumble no longer finds All “dodgy” here. (P2, warning)

      drafts/one.txt, line 3 (post-2)
        ~ confidential/marking now calls A dodgy “TOP-SECRET” thing, says [masked] warning under P3, before error under P3
        - conduct/grumble no longer finds A “dodgy” TOP-SECRET thing, says… (P2, warning)

      drafts/one.txt, line 5 (post-3)
        + conduct/grumble now finds “Nothing” of the kind (P2, warning)

      3 of 3 posts change: 1 finding gained, 2 findings lost, 1 finding under another level or clause.
      "
    `);
  });

  test.each([
    ["the same rules twice", ["own", "own", "--on", "drafts"], 0, "Nothing changes in 3 posts.\n"],
    [
      "the shipped rules by their name",
      ["hee-social-media", "own", "--on", "drafts"],
      0,
      "Nothing changes in 3 posts.\n",
    ],
    ["no drafts", ["own", "new"], 2, ""],
    ["a folder that is not there", ["own", "neww", "--on", "drafts"], 2, ""],
  ])("%s", async (_, argv, code, out) => {
    expect(await run(["rules", "diff", ...argv], { files })).toMatchObject({ code, out });
  });
});

describe("rules test --coverage", () => {
  test("names clauses that no rule cites and rules that find nothing in the drafts", async () => {
    const head = OWN["own/ruleset.yaml"].replace(
      "contacts:",
      "    - { id: P4, title: Interests, summary: None of one's own., citation: Section 1 }\ncontacts:",
    );
    const files = { ...DRAFTS, ...OWN, "own/ruleset.yaml": head };
    const { code, out } = await run(["rules", "test", "--coverage", "--rules", "own", "drafts"], { files });
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "No rule cites P4 Interests. postlint rules new SUBJECT/NAME --clause P4 begins one.
      Only conduct/grumble cites P2 Disrepute.
      own/house.yaml:33:3: practice/shouting finds nothing in these 3 posts
      3 of 4 rules find something in 3 posts.
      "
    `);
  });

  test("drafts without it are refused", async () => {
    expect(await run(["rules", "test", "drafts"], { files: DRAFTS })).toMatchObject({ code: 2 });
  });
});
