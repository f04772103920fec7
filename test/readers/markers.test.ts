import { expect, test } from "vitest";
import { markersIn } from "../../src/readers/markers.ts";
import { read, texts } from "./read.ts";

const RULE = "conduct/grumble";

test.each([
  ["all of it", `${RULE} -- agreed, by Ann Lee (until 2027-03-31)`, [RULE, "agreed", "Ann Lee", "2027-03-31"]],
  ["no date", `${RULE} -- agreed with the desk, by Ann Lee`, [RULE, "agreed with the desk", "Ann Lee", null]],
  ["a dash that a word processor made", `${RULE} — agreed, by Ann Lee`, [RULE, "agreed", "Ann Lee", null]],
  [
    "a reason with a by of its own",
    `${RULE} -- checked, by law, by Ann Lee`,
    [RULE, "checked, by law", "Ann Lee", null],
  ],
  ["a name alone", `${RULE} -- by Ann Lee`, [RULE, null, "Ann Lee", null]],
  ["a reason alone", `${RULE} -- agreed by the desk`, [RULE, "agreed by the desk", null, null]],
  ["a rule alone", RULE, [RULE, null, null, null]],
  ["a rule and a dash", `${RULE} --`, [RULE, null, null, null]],
  ["a rule's second half", "grumble -- agreed, by Ann", ["grumble", "agreed", "Ann", null]],
  ["a reason without its rule", "this is in order", [null, null, null, null]],
  ["nothing", "", [null, null, null, null]],
])("reads %s", (_, written, [rule, reason, by, until]) => {
  expect(markersIn(written)).toEqual([{ rule, reason, by, until }]);
});

test("several rules share a reason", () => {
  expect(markersIn("a/one, b/two -- agreed, by Ann").map(({ rule, by }) => [rule, by])).toEqual([
    ["a/one", "Ann"],
    ["b/two", "Ann"],
  ]);
});

const SAID = { rule: RULE, reason: "agreed", by: "Ann", until: null };
const COMMENT = `<!-- postlint-ignore-next ${RULE} -- agreed, by Ann -->`;

/** What each marker of a Markdown file covers of its post. */
async function covered(text: string): Promise<readonly (readonly (string | null)[])[]> {
  const { posts } = await read("a.md", text);
  return posts.map(({ copy, markers = [] }) =>
    markers.map(({ covers }) => (covers === null ? null : copy[0].text.slice(covers.start, covers.end))),
  );
}

test.each([
  ["the paragraph below it", `One.\n\n${COMMENT}\nTwo\nand more.\n\nThree.`, [["Two\nand more."]]],
  ["the paragraph below a blank line", `${COMMENT}\n\nOne.\n\nTwo.`, [["One."]]],
  ["what is left of a paragraph that it stands in", `One\n${COMMENT}\ntwo\n\nThree.`, [["two"]]],
  ["a heading alone", `${COMMENT}\n# One\nTwo.`, [["One"]]],
  ["a paragraph up to a heading", `${COMMENT}\nOne.\n# Two`, [["One."]]],
  ["nothing at the end", `One.\n\n${COMMENT}\n`, [[""]]],
  [
    "the whole post below its heading's comment",
    `## Post 1\nOne.\n\n${COMMENT}\n## Post 2\nTwo.\n\nThree.`,
    [[], [null]],
  ],
  ["its own post and no other", `## Post 1\n${COMMENT}\nOne.\n## Post 2\nTwo.`, [["One."], []]],
  ["the same below another comment", `${COMMENT}\n${COMMENT}\nOne.`, [["One.", "One."]]],
  ["what it says on several lines", `<!-- postlint-ignore-next\n  ${RULE}\n  -- agreed, by Ann\n-->\nOne.`, [["One."]]],
])("a comment covers %s", async (_, text, expected) => {
  expect(await covered(text)).toEqual(expected);
});

test("a suppression marker is not recognised in ordinary prose", async () => {
  const prose = [
    `postlint-ignore-next ${RULE} -- agreed, by Ann`,
    `Write \`${COMMENT}\` above it.`,
    `\`\`\`text\n${COMMENT}\n\`\`\``,
    `\`\`\`html\n${COMMENT}\n\`\`\`\nCopy.`,
    `<!-- say postlint-ignore-next ${RULE} -- agreed, by Ann -->\nCopy.`,
    `${COMMENT} and copy`,
  ];
  for (const text of prose) {
    const { posts } = await read("a.md", text);
    expect(posts.map(({ markers }) => markers)).toEqual([undefined]);
  }
  expect((await read("a.txt", `${COMMENT}\nCopy.`)).posts[0]!.markers).toBeUndefined();
});

test("a comment that is nearly a suppression is told of", async () => {
  expect((await read("a.md", `Copy ${COMMENT}`)).notes).toEqual([
    "a.md:1: A suppression has to stand on a line of its own, so this comment was not read as one",
  ]);
  expect((await read("a.md", "Copy\n<!-- postlint-disable x/y -->")).notes).toEqual([
    'a.md:2: There is no comment "postlint-disable": the one that lets a finding stand is <!-- postlint-ignore-next RULE -- reason, by NAME -->',
  ]);
  expect((await read("a.md", `${COMMENT}\n# Week\n## Post 1\nOne\n## Post 2\nTwo`)).notes).toContain(
    "a.md:1: This suppression stands above no post, so it hides nothing",
  );
});

test("comments to postlint are no copy", async () => {
  expect(texts(await read("a.md", `One\n${COMMENT}\ntwo`))).toEqual(["One\ntwo"]);
});

test.each([
  ["a text", `${RULE} -- agreed, by Ann`],
  ["an object", SAID],
  ["a list of either", [SAID]],
])("the key postlint_ignore can be %s", async (_, value) => {
  const { posts } = await read("a.json", JSON.stringify({ text: "One.", postlint_ignore: value }));
  expect(posts[0]!.markers).toEqual([{ kind: "key", ...SAID, covers: null, shared: false }]);
});

test("a value of another type is a problem with its place", async () => {
  const { problems } = await read("a.json", '{ "text": "One.", "postlint_ignore": [5] }');
  expect(problems).toEqual([
    'a.json:1: postlint_ignore[0] should be "rule -- reason, by NAME", or have rule, reason, by and until, not be a number',
  ]);
});

test("front matter is a key of its post, on its own line", async () => {
  const { posts } = await read("a.md", `---\nchannel: x\npostlint_ignore: ${RULE} -- agreed, by Ann\n---\nOne.`);
  expect(posts[0]).toMatchObject({
    markers: [{ kind: "key", shared: false }],
    lines: { "postlint_ignore[0]": 3 },
  });
});

test("front matter above several posts is shared by them", async () => {
  const { posts } = await read(
    "a.md",
    `---\npostlint_ignore: ${RULE} -- agreed, by Ann\n---\n## Post 1\nOne.\n## Post 2\nTwo.`,
  );
  expect(posts.map(({ markers }) => markers![0]!.shared)).toEqual([true, true]);
});
