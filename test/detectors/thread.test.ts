import { expect, test } from "vitest";
import { threadParts } from "../../src/detectors/limits/thread.ts";

test.each([
  ["numbers that begin lines", "1/2 One.\n\n2/2 Two.", ["1/2 One.", "2/2 Two."]],
  ["numbers without a total, in brackets", "(1/) One.\n(2/) Two.\nMore.", ["(1/) One.", "(2/) Two.\nMore."]],
  ["numbers that end lines", "One.\nMore. 1/2\n\nTwo. 2/2\n", ["One.\nMore. 1/2", "Two. 2/2"]],
  ["words before the first number", "🧵 On oaks\n\n1/n One.\n2/n Two.", ["🧵 On oaks", "1/n One.", "2/n Two."]],
  ["a part alone", "1/4 One.", ["1/4 One."]],
  ["a fraction that counts nothing on", "1/2 One.\n1/2 a cup.\n2/2 Two.", ["1/2 One.\n1/2 a cup.", "2/2 Two."]],
  ["no thread", "A day 24/7 long.\n", ["A day 24/7 long.\n"]],
  ["a number that begins in the middle", "2/3 of us.\n3/3", ["2/3 of us.\n3/3"]],
])("%s: %j has the parts %j", (_, text, parts) => {
  expect(threadParts(text)?.map(({ start, end }) => text.slice(start, end))).toEqual(parts);
});

test.each(["🧵 On oaks, and how they grow", "Read on (1/3) and on"])("%j is a thread with parts unknown", (text) => {
  expect(threadParts(text)).toBeNull();
});
