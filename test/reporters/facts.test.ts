import { expect, test } from "vitest";
import type { Evidence, Finding } from "../../src/model/finding.ts";
import { factsOf } from "../../src/reporters/parts/facts.ts";
import { maskOf } from "../../src/reporters/parts/mask.ts";
import { findingOf, postOf, spanOf } from "./run.ts";

const TEXT = "My course is cheap, Mo is 84, link in bio.";
const seen = (passage: string, shows: string): Evidence => ({ field: "text", span: spanOf(TEXT, passage), shows });
const known = (field: string, shows: string): Evidence => ({ field, span: null, shows });
const course = seen("My course", "a venture of one's own");
const resting = (...evidence: readonly Evidence[]): Finding => findingOf(spanOf(TEXT, "My course"), { evidence });

test.each<[string, readonly Finding[], readonly string[]]>([
  [
    "words of the copy are quoted",
    [resting(course, seen("84", "an age"))],
    ["“My course” a venture of one's own", "“84” an age"],
  ],
  [
    "metadata go by their name",
    [resting(course, known("account", "account is programme"))],
    ["“My course” a venture of one's own", "account is programme"],
  ],
  [
    "metadata are told once, in the fuller words",
    [
      resting(course, known("account", "account is programme")),
      resting(course, known("account", "an official role: account is programme")),
    ],
    ["“My course” a venture of one's own", "account an official role: account is programme"],
  ],
  [
    "a sign behind a passage is left out",
    [resting(course, seen("84,", "an age"))],
    ["“My course” a venture of one's own", "“84” an age"],
  ],
  [
    "what is missing in the copy is left to the message",
    [resting(course, known("text", "nothing of: any of these"))],
    ["“My course” a venture of one's own"],
  ],
  [
    "what only repeats its passage is left out",
    [resting(course, seen("bio", "“bio”"))],
    ["“My course” a venture of one's own"],
  ],
  ["one fact is none", [resting(course)], []],
])("%s", (_, [lead, ...others], facts) => {
  const mask = maskOf({ post: postOf(TEXT), findings: [lead!, ...others] }, true);
  const told = factsOf({ lead: lead!, others }, mask);
  expect(told.map(({ passage, quoted, shows }) => `${quoted ? `“${passage}”` : passage} ${shows}`)).toEqual(facts);
});
