import { describe, expect, test } from "vitest";
import type { commands } from "../../src/commands/index.ts";
import { HOUSE_RULES } from "../house-rules.ts";
import { HOME } from "../memory-io.ts";
import { run } from "../run.ts";

/** The secret in every place of a post that a command may draw on, and in what is wrong with it. */
const POSTS = [
  {
    ...{ id: "999 000 0018", text: "My patient, NHS number 999 000 0018, in a dodgy bed" },
    ...{ channel: "999 000 0018", owner: "999 000 0018", account: "999 000 0018", publish_at: "after 999 000 0018" },
  },
  { id: "999 000 0018", text: "Named like the one before", owner: "999 000 0018" },
  { id: "999-000-0018", text: 7 },
  { id: "b", text: "Nothing of the kind" },
];

const DRAFTS = {
  "posts.json": JSON.stringify(POSTS),
  "all-alike.csv": `id,copy,channel,owner,publish at
999 000 0018,The doors are open at ten,x,999 000 0018,after 999 000 0018
9990000018,The doors are open at ten,x,999 000 0018,2026-12-01
`,
  "heading.csv": "copy,NHS number 999 000 0018,9990000018\nWOW,2,after 9990000018\n",
};

const RULES = `- id: confidential/nhs-number
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
- id: practice/owner
  clauses: []
  level: suggestion
  confidence: likely
  message: 'Its {shows}.'
  advice: Name a team.
  find: { meta: { field: owner, matches: '.' } }
  examples:
    breach: [{ text: Doors open, meta: { owner: Ann } }, { text: Doors close, meta: { owner: Bob } }]
    fine: ["No owner here.", "Nor here"]
- id: practice/twice
  clauses: []
  level: suggestion
  confidence: certain
  message: The same copy is in the calendar already, at {shows}.
  advice: Write it anew.
  find: { calendar: { same_copy: true } }
  examples:
    breach:
      - posts: [{ text: Nominations are open, channel: x }, { text: Nominations are open, channel: x }]
      - posts: [{ text: Doors open at ten }, { text: Doors open at ten }]
    fine:
      - posts: [{ text: Nominations are open, channel: x }, { text: Nominations close, channel: x }]
      - posts: [{ text: Doors open at ten }, { text: Doors close at ten }]
`;

const scene = {
  files: {
    ...DRAFTS,
    [`${HOME}/rules/hee-social-media/secret.yaml`]: RULES,
    ...Object.fromEntries(Object.entries(HOUSE_RULES).map(([name, text]) => [`own/${name}`, text])),
  },
};

const FIRST = "posts.json#999 000 0018";
const ROW = "all-alike.csv#999 000 0018";

/** For each command, how it meets drafts. Reports in all formats are looked through elsewhere. */
const MEETINGS: Readonly<Record<keyof typeof commands, readonly (readonly string[])[]>> = {
  check: [
    ["posts.json", "all-alike.csv", "--verbose"],
    ["posts.json", "--stats"],
    ["posts.json", "heading.csv", "--show-mapping"],
    ["--text", "NHS number 999 000 0018"],
  ],
  explain: [
    ["explain", "--post", FIRST],
    ["explain", "--post", ROW],
    ["explain", "--post", "posts.json"],
    ["explain", "--post", "posts.json#999 000 0019"],
    ["explain", "--post", "posts.json#nope"],
    ["explain", "confidential/nhs-number", "--post", FIRST],
    ["explain", "practice/owner", "--post", FIRST],
    ["explain", "practice/owner", "--post", ROW],
    ["explain", "practice/twice", "--post", ROW],
    ["explain", "confidential/nhs-number", "--text", "NHS number 999 000 0018"],
  ],
  "rules diff": [
    ["rules", "diff", "hee-social-media", "own", "--on", "posts.json", "all-alike.csv"],
    ["rules", "diff", "own", "hee-social-media", "--on", "posts.json", "all-alike.csv"],
  ],
  "rules test": [["rules", "test", "--coverage", "posts.json", "all-alike.csv"]],
  "rules try": [["rules", "try", "*", "posts.json", "all-alike.csv"]],
  "baseline write": [["baseline", "write", "posts.json", "all-alike.csv"]],
  "baseline prune": [["baseline", "prune", "posts.json", "--baseline", "empty.baseline"]],
  "baseline show": [],
  init: [],
  docs: [],
  policy: [],
  "rules check": [],
  "rules list": [],
  "rules new": [],
  "config show": [],
  schema: [],
};

const SECRET = /9\W*9\W*9\W*0\W*0\W*0\W*0\W*0\W*1\W*8/u;

describe.each(Object.entries(MEETINGS).filter(([, meetings]) => meetings.length > 0))("%s", (_, meetings) => {
  test.each(meetings.map((argv) => [argv.join(" "), argv] as const))("%s: prints no secret", async (_, argv) => {
    const files = { ...scene.files, "empty.baseline": "" };
    const { out, err } = await run(argv, { ...scene, files });
    expect(out + err).toContain("[masked]");
    expect(out).not.toMatch(SECRET);
    expect(err).not.toMatch(SECRET);
  });
});
