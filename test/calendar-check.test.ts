import { describe, expect, test } from "vitest";
import { checkCalendar } from "../src/calendar-check.ts";
import { createChecker } from "../src/check.ts";
import { compromise } from "../src/grammar.ts";
import { ORDINARY } from "../src/model/circumstances.ts";
import { postOf, ruleFinding } from "./judge-text.ts";

type Fields = Readonly<Record<string, unknown>>;

/** `position: what the finding shows`, in the order of the posts. */
function found(find: string, posts: readonly Fields[], more = ""): readonly string[] {
  const ruleset = ruleFinding(find, more);
  const check = createChecker(ruleset, {
    grammar: compromise,
    reference: false,
    circumstances: ORDINARY,
    calendar: "every",
  });
  const digests = posts.map((fields, index) => {
    const post = postOf({ text: "Good morning", ...fields });
    return check({ ...post, id: `${index}`, source: { ...post.source, row: index + 2 } }).digest;
  });
  return [...checkCalendar(ruleset, digests)]
    .sort(([a], [b]) => a - b)
    .flatMap(([position, findings]) => findings.map(({ evidence }) => `${position}: ${evidence[0]!.shows}`));
}

const at = (publish_at: string, channel = "x", more: Fields = {}): Fields => ({ publish_at, channel, ...more });
const LONG = "Applications for the spring cohort of our leadership course close this Friday, so send yours in";

describe("the same copy twice", () => {
  const find = "{ calendar: { same_copy: true } }";
  test.each([
    ["on one channel", [{ channel: "x" }, { channel: "x" }], ["1: row 2"]],
    ["on two channels", [{ channel: "x" }, { channel: "linkedin" }], []],
    [
      "on two accounts",
      [at("2027-05-04", "x", { account: "corporate" }), at("2027-05-05", "x", { account: "programme" })],
      [],
    ],
    ["where no post says its channel", [{}, {}], ["1: row 2"]],
    ["where one says its channel", [{ channel: "x" }, {}], []],
    ["with other punctuation and capitals", [{ text: "GOOD morning!" }, { text: "Good… morning 🌞" }], ["1: row 2"]],
    ["with one word more", [{ text: "Good morning" }, { text: "A good morning" }], []],
    ["three times", [{}, {}, {}], ["1: row 2", "2: row 2"]],
    ["the later in the month first in the file", [at("2027-05-09"), at("2027-05-02")], ["0: row 3"]],
  ])("%s", (_, posts, findings) => {
    expect(found(find, posts)).toEqual(findings);
  });
});

describe.each(["__proto__", "constructor", "toString"])("a channel named %s is like any other", (channel) => {
  const morning = at("2027-05-04 09:00", channel);
  test.each([
    ["for the same copy", "same_copy: true", ["1: row 2"]],
    ["for two posts at one minute", "same_minute: true", ["1: row 2"]],
    [
      "for too many in a day",
      "more_than: { posts: 1, within: 1 day }",
      [`1: 2 posts on ${channel} on Tuesday 4 May 2027`],
    ],
  ])("%s", (_, condition, findings) => {
    expect(found(`{ calendar: { ${condition} } }`, [morning, morning, at("2027-05-04 09:00")])).toEqual(findings);
  });
});

describe("nearly the same copy within a week", () => {
  const find = "{ calendar: { similar_copy: { within: 7 days } } }";
  const similar = (text: string) => ({ text, channel: "x" });
  test.each([
    ["six days apart", "2027-05-03", "2027-05-09", ["1: row 2"]],
    ["seven days apart", "2027-05-03", "2027-05-10", []],
    ["over the day the clocks go forward", "2027-03-25", "2027-03-31", ["1: row 2"]],
    ["over the end of a year", "2026-12-30", "2027-01-04", ["1: row 2"]],
  ])("%s", (_, first, second, findings) => {
    const posts = [
      { ...similar(LONG), publish_at: first },
      { ...similar(`${LONG} now`), publish_at: second },
    ];
    expect(found(find, posts)).toEqual(findings);
  });

  test.each([
    ["half of it is other words", `${LONG.slice(0, 50)} and here is what its graduates do nowadays, all of them`],
    ["it is the same to the word, which is another rule's to say", LONG],
  ])("not where %s", (_, second) => {
    expect(found(find, [at("2027-05-03", "x", { text: LONG }), at("2027-05-04", "x", { text: second })])).toEqual([]);
  });

  test("not where a date is not known, nor for a few words", () => {
    expect(found(find, [similar(LONG), similar(`${LONG} now`)])).toEqual([]);
    const short = [
      at("2027-05-03", "x", { text: "Out now, at last" }),
      at("2027-05-04", "x", { text: "Out now at long last" }),
    ];
    expect(found(find, short)).toEqual([]);
  });
});

describe("two posts at one minute", () => {
  const find = "{ calendar: { same_minute: true } }";
  test.each([
    ["the same minute", [at("2027-05-04 09:00"), at("2027-05-04 09:00")], ["1: row 2"]],
    ["a minute apart", [at("2027-05-04 09:00"), at("2027-05-04 09:01")], []],
    ["the same minute in two zones", [at("2027-05-04 09:00"), at("2027-05-04T08:00:30Z")], ["1: row 2"]],
    ["on two channels", [at("2027-05-04 09:00"), at("2027-05-04 09:00", "linkedin")], []],
    ["days without a time", [at("2027-05-04"), at("2027-05-04")], []],
  ])("%s", (_, posts, findings) => {
    expect(found(find, posts)).toEqual(findings);
  });
});

describe("more than two posts in a day", () => {
  const find = "{ calendar: { more_than: { posts: 2, within: 1 day } } }";
  test.each([
    ["two", [at("2027-05-04 08:00"), at("2027-05-04 09:00")], []],
    [
      "three",
      [at("2027-05-04 23:59"), at("2027-05-04 09:00"), at("2027-05-04 10:00")],
      ["0: 3 posts on x on Tuesday 4 May 2027"],
    ],
    ["a third one at midnight", [at("2027-05-04 08:00"), at("2027-05-04 09:00"), at("2027-05-05 00:00")], []],
    ["a third one elsewhere", [at("2027-05-04 08:00"), at("2027-05-04 09:00"), at("2027-05-04 10:00", "blog")], []],
  ])("%s", (_, posts, findings) => {
    expect(found(find, posts)).toEqual(findings);
  });
});

describe("a gap of more than ten days", () => {
  const find = "{ calendar: { gap: { longer_than: 10 days } } }";
  const days = (...dates: readonly number[]) => dates.map((day) => at(`2027-05-${String(day).padStart(2, "0")}`));
  test.each([
    ["ten days", days(1, 2, 4, 5, 7, 17), []],
    [
      "eleven days",
      days(1, 2, 4, 5, 7, 18),
      ["5: nothing on x for 11 days, from Friday 7 May 2027 to Tuesday 18 May 2027"],
    ],
    ["eleven days, with few posts to say what is usual", days(1, 2, 4, 5, 16), []],
    ["eleven days where a week is usual", days(1, 8, 15, 16, 20, 31), []],
  ])("%s", (_, posts, findings) => {
    expect(found(find, posts)).toEqual(findings);
  });
});

describe("which posts are looked at", () => {
  test("only those that posts: names", () => {
    const posts = [{ text: "red one" }, { text: "red one" }, { text: "grey one" }, { text: "grey one" }];
    expect(found("{ calendar: { same_copy: true, posts: { terms: [red] } } }", posts)).toEqual(["1: row 2"]);
  });

  test("none that unless: names", () => {
    const posts = [{ text: "red one" }, { text: "red one" }, { text: "grey one" }, { text: "grey one" }];
    expect(found("{ calendar: { same_copy: true } }", posts, "unless: [{ terms: [red] }]")).toEqual(["3: row 4"]);
  });

  test("posts that no rule looks at keep the others in their places", () => {
    const posts = [{ text: "grey one" }, { text: "red one" }, { text: "grey one" }, { text: "red one" }];
    expect(found("{ calendar: { same_copy: true, posts: { terms: [red] } } }", posts)).toEqual(["3: row 3"]);
  });
});

test("calendar stands alone", () => {
  expect(() => ruleFinding("{ any: [{ calendar: { same_copy: true } }, { terms: [red] }] }")).toThrow(
    /pack\.yaml:7:\d+: calendar: stands alone; say under posts: which posts it is about/u,
  );
});
