import { expect, test } from "vitest";
import { PreparedCopy } from "../../src/prepare/document.ts";

const sentencesOf = (text: string) => new PreparedCopy({ field: "text", text, stretches: [] }, 0).sentences;

test("a sentence has its own words, and its own hashtags without their sign", () => {
  const sentences = sentencesOf("Thanks @nhs #PatientSafety. Vote #Labour");
  expect(sentences.map(({ words }) => words.map(({ text }) => text))).toEqual([
    ["thanks", "nhs", "patient", "safety"],
    ["vote", "labour"],
  ]);
  expect(sentences.map(({ hashtags }) => hashtags)).toEqual([["patientsafety"], ["labour"]]);
});

test.each([
  ["We", "We called"],
  ["stole", ", but he stole it"],
  [", but", ", but he stole it"],
  ["left", "; she left"],
])("the clause at “%s” is “%s”", (passage, clause) => {
  const text = "Oh dear. We called, but he stole it; she left";
  const { start, end } = sentencesOf(text).at(-1)!.clauseAt(text.indexOf(passage));
  expect(text.slice(start, end)).toBe(clause);
});
