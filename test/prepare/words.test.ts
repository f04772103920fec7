import { describe, expect, test } from "vitest";
import { formsOf } from "../../src/prepare/inflect.ts";
import { hashtagWords, markedSpans } from "../../src/prepare/spans.ts";
import { wordsOf, wordTexts } from "../../src/prepare/words.ts";

const texts = (plain: string) =>
  wordsOf(plain, markedSpans(plain)).map(({ text, within }) => (within === "prose" ? text : `${within}:${text}`));

describe("words", () => {
  test.each([
    ["She's late, don't wait", ["she", "'s", "late", "do", "n't", "wait"]],
    ["Patel's can't", ["patel", "'s", "ca", "n't"]],
    ["wheelchair-bound A&E 4pm", ["wheelchair", "bound", "a", "e", "4pm"]],
    ["rock 'n' roll o'clock", ["rock", "n", "roll", "o'clock"]],
    ["🙂 hello🙂there", ["hello", "there"]],
    [
      "see https://nww.example.org/a-b?x=1.",
      ["see", "link:https", "link:nww", "link:example", "link:org", "link:a", "link:b", "link:x", "link:1"],
    ],
    [
      "ask @nhs_health or j.doe@nhs.net",
      ["ask", "handle:nhs", "handle:health", "or", "email:j", "email:doe", "email:nhs", "email:net"],
    ],
    [
      "#PatientSafety #NHS75 #crazy",
      ["hashtag:patient", "hashtag:safety", "hashtag:nhs", "hashtag:75", "hashtag:crazy"],
    ],
    ["Our <b>matron</b> is <span style='color:red'>a</span> <I>crook</I>", ["our", "matron", "is", "a", "crook"]],
    ["under 5 <b and i> 6", ["under", "5", "b", "and", "i", "6"]],
    ["<span title='https://le.fr'>x", ["span", "title", "link:https", "link:le", "link:fr", "x"]],
    ["we've, they'll and I'd", ["we", "'ve", "they", "'ll", "and", "i", "'d"]],
    ["0 to 9, a to z", ["0", "to", "9", "a", "to", "z"]],
    ["{x} [y]", ["x", "y"]],
    ["the dogs' bowls'", ["the", "dogs", "bowls"]],
    ["𠮷野家 and x𝒜y🙂z", ["𠮷野家", "and", "x𝒜y", "z"]],
    ["naïve Zoë 中文", ["naïve", "zoë", "中文"]],
    ["", []],
  ])("%j is cut into %j", (plain, words) => {
    expect(texts(plain)).toEqual(words);
  });

  test("a comma, a dash or a bracket parts words; a hyphen or a quote does not", () => {
    const tight = wordsOf('a, b - c-d "e" (f)', []).map(({ tight }) => tight);
    expect(tight).toEqual([false, false, true, true, true, false]);
  });

  test("a tag of emphasis parts no words, and a tag of a paragraph does", () => {
    const plain = "a <b>b</b> <i><em class='x'>c</em></i>, d <p>e";
    const tight = wordsOf(plain, markedSpans(plain)).map(({ tight }) => tight);
    expect(tight.slice(0, 4)).toEqual([false, true, true, false]);
    expect(tight.at(-1)).toBe(false);
  });
});

test.each([
  ["'s", ["'s"]],
  ["'s on", ["'s", "on"]],
  ["you 'LL", ["you", "'ll"]],
  ["you'll", ["you", "'ll"]],
  ["'em", ["em"]],
  ["rock 'n' roll", ["rock", "n", "roll"]],
])("the term %j is %j, as a text would be cut", (term, words) => {
  expect(wordTexts(term)).toEqual(words);
});

test.each([
  ["She's late", ["She", "'s", "late"]],
  ["Ask at #PatientSafety19 now", ["Ask", "at", "Patient", "Safety", "19", "now"]],
])("the words of %j stand where they were typed", (plain, typed) => {
  expect(wordsOf(plain, markedSpans(plain)).map(({ start, end }) => plain.slice(start, end))).toEqual(typed);
});

test.each([
  ["a word and what is cut from it", "Bed she's", [false, true, true]],
  ["the words of a hashtag, but not the first", "at #PatientSafety", [false, false, true]],
  ["words four spaces apart, but not five", "a    b     c", [false, true, false]],
  ["a word and the link behind it: no", "see www.a.uk", [false, false, false, false]],
])("%s stand tight", (_, plain, tight) => {
  expect(wordsOf(plain, markedSpans(plain)).map((word) => word.tight)).toEqual(tight);
});

describe("hashtags", () => {
  test.each([
    ["VoteLabour", ["vote", "labour"]],
    ["NHSHeroes", ["nhs", "heroes"]],
    ["COVID19", ["covid", "19"]],
    ["patient_safety", ["patient", "safety"]],
    ["votelabour", ["votelabour"]],
  ])("#%s is %j", (name, words) => {
    expect(hashtagWords(name).map(([word]) => word)).toEqual(words);
  });
});

describe("marked spans", () => {
  test.each([
    ["go to www.example.org/x, now", ["link www.example.org/x"]],
    ["(see https://en.example.org/wiki/A_(b))", ["link https://en.example.org/wiki/A_(b)"]],
    ["e-mail me at a.b+c@example.co.uk.", ["email a.b+c@example.co.uk"]],
    ["thanks @one, @two_2!", ["handle @one", "handle @two_2"]],
    ["we're no.1 e.g. 2.30 and A.B", []],
    ["#1 is no tag, #Day1 is", ["hashtag #Day1"]],
    ["C#sharp is none", []],
  ])("%j has %j", (plain, spans) => {
    expect(markedSpans(plain).map(({ kind, start, end }) => `${kind} ${plain.slice(start, end)}`)).toEqual(spans);
  });
});

describe("forms of a word", () => {
  test.each([
    ["leak", ["leak", "leaks", "leaked", "leaking"]],
    ["grab", ["grab", "grabs", "grabbed", "grabbing"]],
    ["carry", ["carry", "carries", "carried", "carrying"]],
    ["be", ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"]],
    ["stole", ["stole"]],
    ["new", ["new"]],
    ["child", ["child", "children"]],
  ])("%s stands for %j", (word, forms) => {
    expect(formsOf(word)).toEqual(forms);
  });
});
