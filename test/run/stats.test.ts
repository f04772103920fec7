import { expect, test } from "vitest";
import { HOME } from "../memory-io.ts";
import { run } from "../run.ts";

const GRAMMAR_RULE = `- id: conduct/naming
  clauses: [P2]
  level: warning
  confidence: likely
  message: '"{match}" names someone.'
  advice: Leave it out.
  find: { grammar: "#Person shouted", words: [shouted] }
  examples:
    breach: ["[[John shouted]].", "Mary said that [[John shouted]]."]
    fine: ["They shouted.", "We shouted."]
`;
const FILES = {
  "drafts.jsonl": `{"text":"This is TOP-SECRET and dodgy."}
{"text":"John shouted about bluebottle."}
nothing that can be read
{"text":"A lovely day in the park."}
`,
  [`${HOME}/rules/hee-social-media/naming.yaml`]: GRAMMAR_RULE,
};

test.each([["pretty"], ["json"], ["jsonl"], ["unix"]])("--stats changes nothing in a %s report", async (format) => {
  const plain = await run(["drafts.jsonl", "--format", format], { files: FILES });
  const measured = await run(["drafts.jsonl", "--format", format, "--stats"], { files: FILES });
  expect(measured.out).toBe(plain.out);
  expect(measured.code).toBe(plain.code);
  expect(measured.err.startsWith(plain.err)).toBe(true);
  expect(plain.err).not.toContain("Time:");
});

test("--stats says on standard error what the time went to", async () => {
  const { err } = await run(["drafts.jsonl", "--stats"], { files: FILES });
  expect(err).toMatch(/^Time: [\d,.]+ ms in all, of which [\d,.]+ ms for 3 posts, 145 bytes: /mu);
  expect(err).toContain("The grammar was loaded, and parsed 1 sentence.");
  expect(err).toMatch(/ 1 × .*grammar$/mu);
  expect(err).toMatch(/ 1 × .*confidential\/marking$/mu);
});

test("--stats counts the words of --text", async () => {
  const { err } = await run(["--text", "TOP-SECRET", "--stats"], { files: FILES });
  expect(err).toContain("for 1 post, 10 bytes:");
  expect(err).toContain("The grammar was not needed.");
});

test("--stats and threads can't be had together", async () => {
  const { code, err } = await run(["drafts.jsonl", "--stats", "--concurrency", "2"], { files: FILES });
  expect({ code, err }).toEqual({
    code: 2,
    err: "--stats takes the times of one thread.\nLeave --concurrency out, or say off.\n",
  });
});
