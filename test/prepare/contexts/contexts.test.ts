import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ORDINARY } from "../../../src/model/circumstances.ts";
import { contextSpans, contexts } from "../../../src/prepare/contexts/index.ts";
import { type Document, prepare } from "../../../src/prepare/document.ts";
import { boundaries } from "./boundaries.ts";
import { table } from "./table.ts";

describe.each(Object.entries(table))("%s", (name, rows) => {
  test.each(rows)("%s", (row) => {
    expect(marked(row.replaceAll(/\[\[|\]\]/g, ""), name)).toBe(row);
  });
});

describe.each(Object.entries(boundaries))("the edges of %s", (name, rows) => {
  test.each(rows)("%s", (row) => {
    expect(marked(row.replaceAll(/\[\[|\]\]/g, ""), name)).toBe(row.replaceAll(/[“”]/g, '"'));
  });
});

test("every context has rows that it governs and rows that it leaves alone", () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(contexts).sort());
  for (const rows of Object.values(table)) {
    expect(rows.filter((row) => row.includes("[[")).length).toBeGreaterThanOrEqual(5);
    expect(rows.filter((row) => !row.includes("[[")).length).toBeGreaterThanOrEqual(5);
  }
});

test("every file of the folder is in the registry", () => {
  const folder = new URL("../../../src/prepare/contexts/", import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "index.ts" && file !== "context.ts")
    .map((file) => file.replace(".ts", ""));
  expect(files.sort()).toEqual(Object.keys(contexts).sort());
});

test("a context is worked out once for a sentence", () => {
  const document = documentOf("He stole it lol");
  const [sentence] = document.copies[0]!.sentences;
  expect(contextSpans(document, sentence!, "joked")).toBe(contextSpans(document, sentence!, "joked"));
});

test("spans lie in their sentence, in order, apart and not empty, whatever the text", () => {
  const scraps = Object.values(table)
    .flat()
    .map((row) => row.replaceAll(/\[\[|\]\]/g, ""));
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(...scraps),
        fc.string({ unit: "grapheme" }),
        fc.constantFrom('"', "'", "\n", "\n\n", "> ", "❌", "Myth:"),
      ),
    )
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      const document = documentOf(text);
      for (const name of Object.keys(contexts)) {
        for (const sentence of document.copies[0]!.sentences) {
          let last = sentence.start;
          for (const { start, end } of contextSpans(document, sentence, name)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(sentence.end);
        }
      }
    }),
    { numRuns: 200 },
  );
});

function marked(text: string, name: string): string {
  const document = documentOf(text);
  const { sentences, plain } = document.copies[0]!;
  let result = "";
  let at = 0;
  for (const { start, end } of sentences.flatMap((sentence) => contextSpans(document, sentence, name))) {
    result += `${plain.text.slice(at, start)}[[${plain.text.slice(start, end)}]]`;
    at = end;
  }
  return result + plain.text.slice(at);
}

const noGrammar = () => {
  throw new Error("contexts ask for no grammar");
};

function documentOf(text: string): Document {
  const source = { file: "-", line: null, sheet: null, row: null, cell: null };
  const copy = { field: "text", text, stretches: [] };
  return prepare({ id: "post", named: false, source, copy: [copy], meta: {} }, noGrammar, ORDINARY);
}
