import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareView, type DisguisedWord, mayRead } from "../../src/prepare/bare.ts";
import { fold } from "../../src/prepare/fold.ts";
import { markedSpans } from "../../src/prepare/spans.ts";

function disguised(text: string): readonly DisguisedWord[] {
  const plain = fold(text);
  return bareView(plain, text, markedSpans(plain.text)).words;
}
const passages = (text: string) => disguised(text).map(({ start, end }) => fold(text).text.slice(start, end));
const reads = (text: string, term: string) => disguised(text).some((word) => mayRead(word, term));

describe("a disguised word is read as what it hides", () => {
  test.each([
    ["f**k", "fuck"],
    ["f*ck", "fuck"],
    ["fu**", "fuck"],
    ["f***er", "fucker"],
    ["F****ng", "fucking"],
    ["f**ing", "fucking"],
    ["f---ing", "fucking"],
    ["f--k", "fuck"],
    ["f—k", "fuck"],
    ["f#ck", "fuck"],
    ["f@ck", "fuck"],
    ["f%&k", "fuck"],
    ["f💩ck", "fuck"],
    ["f u c k", "fuck"],
    ["F.U.C.K", "fuck"],
    ["f-u-c-k", "fuck"],
    ["s_h_i_t", "shit"],
    ["I f u c k e d up", "fucked"],
    ["f u c k u", "fuck"],
    ["fuuuuuck", "fuck"],
    ["fuuck", "fuck"],
    ["fuckkkk", "fuck"],
    ["sh!t", "shit"],
    ["5h1t", "shit"],
    ["sh1tter", "shitter"],
    ["$hit", "shit"],
    ["s**t", "shit"],
    ["shi+", "shit"],
    ["shiiit", "shit"],
    ["b*tch", "bitch"],
    ["b!tches", "bitches"],
    ["b17ch", "bitch"],
    ["w*nker's", "wanker"],
    ["w*****s", "wankers"],
    ["b@stard", "bastard"],
    ["b*****d", "bastard"],
    ["c**t", "cunt"],
    ["a$$hole", "asshole"],
    ["4rse", "arse"],
    ["tw*t!!", "twat"],
    ["“p*ss” off", "piss"],
    ["**sh*t**", "shit"],
    ["#sh1t", "shit"],
    ["ѕh1т", "shit"],
    ["ѕһіt", "shit"],
    ["𝓼𝓱𝓲𝓽", "shit"],
    ["s\u200Bhit", "shit"],
    ["fμck", "fuck"],
    ["c0ck", "cock"],
    ["b3ll3nd", "bellend"],
    ["8itch", "bitch"],
    ["bu66er", "bugger"],
    ["bu99er", "bugger"],
    ["p€rv", "perv"],
    ["puss¥", "pussy"],
    ["un-f**king-real", "fucking"],
    ["a sh*t-show", "shit"],
    ["a right f u c k", "fuck"],
    ["fu_ck", "fuck"],
    ["fu|ck", "fuck"],
  ])("%s as %s", (text, term) => expect(reads(text, term)).toBe(true));
});

describe("what is no disguise is not read at all", () => {
  test.each([
    ["a plain word", "shit"],
    ["a road", "the A55 is shut"],
    ["a room", "meet in T17"],
    ["a bracket before a word", "(until Friday)"],
    ["a footnote", "free* parking"],
    ["bold type", "**book** and *now*"],
    ["contractions", "don't, we're and she'd've"],
    ["a link", "https://example.org/f.u.c.k/sh1t"],
    ["an address", "write to sh1t@example.org"],
    ["a handle", "thanks @sh1t_hot"],
    ["punctuation", "Really?! Yes... (no)"],
    ["times and prices", "9:30, £4.50 and 10am"],
    ["two letters and a sign", "a* b2"],
    ["a masked word too long for any term", `f*${"x".repeat(40)}`],
    ["more digits than letters", "call b2b123"],
    ["an empty text", ""],
  ])("%s", (_, text) => expect(passages(text)).toEqual([]));
});

describe("look-alikes that hide nothing rude", () => {
  test.each([
    ["co-op", "cop"],
    ["(until", "cunt"],
    ["t-shirt", "shit"],
    ["e-learning", "bitch"],
    ["X-ray", "arse"],
    ["c*** in a list of five", "bitch"],
    ["f", "fuck"],
    ["s***", "shitting"],
    ["sh***", "shylock"],
    ["so-and-so", "sod"],
    ["p.r.n.", "porn"],
    ["J***", "jerk"],
    ["A&E", "arse"],
    ["R&D", "retard"],
  ])("%s is not %s", (text, term) => expect(reads(text, term)).toBe(false));
});

test("the place is that of the word without what surrounds it", () => {
  expect(passages('Oh "f**k!" he said (sh!t), and s h i t.')).toEqual(
    expect.arrayContaining(["f**k", "sh!t", "s h i t"]),
  );
});

test("a long row of stars takes no longer than any other word", () => {
  const row = `fu${"*".repeat(36)}k`;
  expect(reads(row, "fuck")).toBe(true);
  expect(reads(row, "fudged")).toBe(false);
});

test("a term is read through any masking of its inner letters, one star each", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{4,12}$/),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (term, hidden) => {
        const masked = Array.from(term, (letter, at) =>
          at > 0 && at < term.length - 1 && hidden[at] && hidden.slice(0, at).filter(Boolean).length < term.length / 2
            ? "*"
            : letter,
        ).join("");
        if (masked === term) return;
        expect(reads(masked, term)).toBe(true);
      },
    ),
  );
});
