import { describe, expect, test } from "vitest";
import { passagesIn, ruleFinding } from "../judge-text.ts";

const rude = ruleFinding("{ terms: [shit, wanker, slut], disguised: true, hashtags: true }");
const onlyMasked = ruleFinding("{ terms: [dick, arse, cock, cunt], disguised: only }");

describe("terms that are also looked for in disguise", () => {
  test.each([
    ["a plain hit", "What a shit day", ["shit"]],
    ["other forms", "shits and wankers", ["shits", "wankers"]],
    ["a near miss inside another word", "Scunthorpe, mishit, shitake", []],
    ["punctuation around it", "“Sh!t!” he said (sh1t).", ["Sh!t", "sh1t"]],
    ["an emoji before it", "👩🏽‍⚕️💩 sh*t", ["sh*t"]],
    ["curly quotes", "‘w*nker’", ["w*nker"]],
    ["letters of other scripts, at the author's own place", "a ѕһіt day", ["ѕһіt"]],
    ["zero-width characters", "a s\u200Bhit day", ["s\u200Bhit"]],
    ["a hashtag, plain and masked", "#ShitShow #sh1t", ["#Shit", "sh1t"]],
    ["each place once", "shit sh1t shiiit s h i t", ["shit", "sh1t", "shiiit", "s h i t"]],
    ["a link, an address and a handle", "https://example.org/shit sh1t@example.org @sh1t", []],
    ["a post of nothing but signs", "*** !!! $$$", []],
  ])("%s", (_, text, passages) => {
    expect(passagesIn(rude, text)).toEqual(passages);
    expect(passagesIn(rude, text, true)).toEqual(passages);
  });
});

describe("terms that are rude only in disguise", () => {
  test.each([
    ["d*ck and c0ck", ["d*ck", "c0ck"]],
    ["Dick Turpin Way, Cockfosters, (until Friday), arsenic, medicks, A&E", []],
    ["Dick and the cock crew", []],
  ])("%s", (text, passages) => {
    expect(passagesIn(onlyMasked, text)).toEqual(passages);
    expect(passagesIn(onlyMasked, text, true)).toEqual(passages);
  });
});
