import { describe, expect, test } from "vitest";
import { findingsIn, passagesIn, ruleFinding } from "../judge-text.ts";

/** find, text, passages found */
const ROWS: readonly (readonly [find: string, text: string, passages: readonly string[]])[] = [
  ["{ terms: [leave early] }", "They left early again", ["left early"]],
  ["{ terms: [leave early] }", "They left. Early birds", []],
  ["{ terms: [=leave] }", "leaves leave left", ["leave"]],
  ["{ terms: [breast] }", "👩🏽‍⚕️ “Breasts” matter", ["Breasts"]],
  ["{ terms: [ass] }", "assess the class, asses!", ["asses"]],
  ["{ terms: [thorpe] }", "Scunthorpe", []],
  ["{ terms: [crazy] }", "#crazy @crazy https://crazy.example.org crazy", ["crazy"]],
  ["{ terms: [crazy], hashtags: true }", "#CrazyDays are crazy", ["#Crazy", "crazy"]],
  ["{ terms: [wheelchair bound] }", "wheelchair-bound, wheelchair bound", ["wheelchair-bound", "wheelchair bound"]],
  ["{ terms: [secret] }", "s\u200Becret ｓｅｃｒｅｔ", ["s\u200Becret", "ｓｅｃｒｅｔ"]],
  ["{ terms: [do not tell] }", "I do not tell", ["do not tell"]],
  ["{ vocabulary: shade }", "crimson, sky blue, grey", ["crimson", "sky blue"]],
  ["{ pattern: '\\bgr[ae]y\\b' }", "Grey and GRAY, greyhound", ["Grey", "GRAY"]],
  ["{ pattern: '\\bGREY\\b', case_sensitive: true }", "grey GREY", ["GREY"]],
  ["{ pattern: 'caf\\b' }", "café caf", ["caf"]],
  [
    "{ phrase: '(she|he) be ..2 [colour]' }",
    "She's really rather red. He is green",
    ["She's really rather red", "He is green"],
  ],
  ["{ phrase: '(she|he) be ..2 [colour]' }", "She is really rather too red", []],
  ["{ phrase: 'paint it? [colour]' }", "paint red, painted it green", ["paint red", "painted it green"]],
  ["{ phrase: 'paint [colour]' }", "paint, red", []],
  ["{ phrase: '{name} be [colour]' }", "Then Priya Shah is red", ["Priya Shah is red"]],
  ["{ phrase: '{name} be [colour]' }", "Then everyone is red", []],
  ["{ phrase: '[colour] ..1 (paint|walls)' }", `${"walls ".repeat(40)}red, white walls`, ["red, white walls"]],
  [
    "{ phrase: '[colour] ..1 (paint|walls)' }",
    `red ${"and ".repeat(29)}sky blue walls. Red walls`,
    ["sky blue walls", "Red walls"],
  ],
  ["{ phrase: '(very|so)? [colour]' }", `${"and ".repeat(30)}so red, very green`, ["so red", "very green"]],
  ["{ phrase: 'walls (=be she?|..4 [colour]?)' }", "it walls. it", ["walls"]],
  ["{ phrase: '{name} [colour]' }", "#CrimsonTide Jo Bell red", ["Jo Bell red"]],
  ["{ terms: [red] }", `${"the and ".repeat(35)}red, ${"and the ".repeat(20)}reds`, ["red", "reds"]],
  [
    "{ combination: { facts: [{ name: a, points: 3, find: { terms: [red] } }, { name: b, points: 2, find: { all: [{ terms: [wall] }, { phrase: 'paint ..2 it' }] } }, { name: c, points: 2, find: { pattern: 'no\\.\\s*\\d' } }], at_least: 5 } }",
    "Red. Paint it, that wall",
    ["Red"],
  ],
  [
    "{ combination: { facts: [{ name: a, points: 3, required: true, find: { terms: [red] } }, { name: b, points: 2, find: { pattern: 'no\\.\\s*\\d' } }], at_least: 3 } }",
    "Green no. 5",
    [],
  ],
  [`{ phrase: "you ('ll|will) be [colour]" }`, "You'll be red", ["You'll be red"]],
  [`{ phrase: "{name} 's [colour]" }`, "Then Priya's red", ["Priya's red"]],
  ["{ all: [{ terms: [red] }, { terms: [wall] }] }", "a wall in red. A wall. Red", ["wall in red"]],
  [
    "{ all: [{ terms: [red] }, { terms: [wall] }], within: 2 words }",
    "red brick wall, red by a long brick wall",
    ["red brick wall"],
  ],
  ["{ all: [{ terms: [red] }, { terms: [wall] }], within: clause }", "it is red, but the wall is white", []],
  ["{ all: [{ terms: [red] }, { terms: [wall] }], within: post }", "All red.\nA wall.", ["red"]],
  [
    "{ all: [{ terms: [red] }, { near: { terms: [wall], within: 1 word, side: after } }] }",
    "wall red red wall",
    ["red wall"],
  ],
  ["{ all: [{ terms: [red] }, negated] }", "not red, but red", ["not red"]],
  ["{ any: [{ terms: [red] }, { terms: [green] }] }", "green red", ["green", "red"]],
  ["{ all: [{ terms: [offer] }, { absence: { terms: [terms apply] } }] }", "An offer!", ["offer"]],
  ["{ all: [{ terms: [offer] }, { absence: { terms: [terms apply] } }] }", "An offer! Terms apply.", []],
  ["{ grammar: '#Person #Copula lazy', words: [lazy] }", "Honestly “Doctor Patel is lazy”, he said", ["Patel is lazy"]],
  ["{ grammar: '#Negative #Verb', words: [not] }", "I don't think so", ["don't think"]],
  ["{ identifier: nhs-number }", "NHS no 999 000 0018", ["999 000 0018"]],
  ["{ terms: [red], unless: [{ terms: [red wall] }] }", "red wall, red door", ["red"]],
];

describe.each(ROWS)("%s in %j", (find, text, passages) => {
  test(`finds ${JSON.stringify(passages)}`, () => {
    expect(passagesIn(ruleFinding(find), text)).toEqual(passages);
  });

  test("finds the same without the scan", () => {
    expect(passagesIn(ruleFinding(find), text, true)).toEqual(passages);
  });
});

describe("unless", () => {
  test.each([
    ["[negated]", "It is not red, but the door is red", ["red"]],
    ["[{ near: { terms: [training], within: sentence } }]", "Training: red. Red door", ["Red"]],
    ["[{ near: { terms: [training], within: post } }]", "Training.\nRed", []],
    ["[{ near: { terms: [training], within: 2 words } }]", "training on red, training on how to see red", ["red"]],
    ["[{ terms: [red squirrel] }]", "red squirrel in red", ["red"]],
  ])("%s leaves in %j only %j", (unless, text, passages) => {
    expect(passagesIn(ruleFinding("{ terms: [red] }", `unless: ${unless}`), text)).toEqual(passages);
  });
});

describe("combination", () => {
  const find =
    "{ combination: { at_least: 5, facts: [{ name: care, points: 2, required: true, find: { terms: [patient] } }, { name: an age, points: 2, find: { pattern: '\\d+-year-old' } }, { name: a time, points: 2, find: { terms: [yesterday] } }, { name: a study, points: -6, find: { terms: [survey] } }] } }";
  test.each([
    ["My patient yesterday, a 34-year-old", 1],
    ["A 34-year-old yesterday", 0],
    ["My patient yesterday", 0],
    ["In our survey the patient was a 34-year-old yesterday", 0],
  ])("%j gives %d", (text, count) => {
    expect(findingsIn(ruleFinding(find), text)).toHaveLength(count);
  });

  test("names the facts that add up", () => {
    const [finding] = findingsIn(ruleFinding(find), "My patient yesterday, a 34-year-old");
    expect(finding!.evidence.map(({ shows }) => shows)).toEqual(["care", "a time", "an age"]);
  });
});

describe("meta", () => {
  const official = "{ all: [{ meta: { field: account, is: [corporate, programme] } }, { terms: [vote] }] }";
  test.each([
    [official, { text: "Vote!", account: "corporate" }, 1],
    [official, { text: "Vote!", account: "personal" }, 0],
    [official, { text: "Vote!" }, 0],
    [
      "{ meta: { field: publish_at, before: embargo_until } }",
      { text: "x", publish_at: "2026-05-01T09:00Z", embargo_until: "2026-05-01T09:01Z" },
      1,
    ],
    [
      "{ meta: { field: publish_at, before: embargo_until } }",
      { text: "x", publish_at: "2026-05-01T09:01Z", embargo_until: "2026-05-01T09:01Z" },
      0,
    ],
    [
      "{ meta: { field: media.alt, missing: true } }",
      { text: "x", media: [{ file: "a.jpg" }, { file: "b.jpg", alt: "A tree" }] },
      1,
    ],
    ["{ meta: { field: permission, missing: true } }", { text: "x", permission: null }, 1],
    ["{ meta: { field: permission, missing: true } }", { text: "x", permission: "DPC-2026-14" }, 0],
  ])("%s on %j gives %d", (find, post, count) => {
    expect(findingsIn(ruleFinding(find), post)).toHaveLength(count);
  });
});

test("a repeated word is found at each of its places", () => {
  const text = "red herring, then red tape";
  expect(findingsIn(ruleFinding("{ terms: [red] }"), text).map(({ passage }) => passage.span!.start)).toEqual([0, 18]);
});

test("alt text, titles and first comments are read like the text", () => {
  const post = { text: "x", title: "Red", first_comment: "red", media: [{ file: "a.jpg", alt: "a red door" }] };
  expect(findingsIn(ruleFinding("{ terms: [red] }"), post).map(({ passage }) => passage.field)).toEqual([
    "title",
    "first_comment",
    "media[0].alt",
  ]);
});
