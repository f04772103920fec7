import { expect, test } from "vitest";
import type { Source } from "../../src/model/post.ts";
import { type ReportName, render } from "./render.ts";
import { findingOf, head, postOf, sourceOf, spanOf } from "./run.ts";

const IN_A_SHEET = sourceOf("july.xlsx", { sheet: "Week 29", row: 12, cell: "D12" });
const IN_A_DOCUMENT = sourceOf("july.docx", { paragraph: 9 });

/** Where the finding in the post and the note stand, as each format tells a place for which there is no line. */
const TOLD: Readonly<Partial<Record<ReportName, readonly [sheet: string, document: string]>>> = {
  pretty: ["july.xlsx!Week 29!D12", "july.docx, paragraph 9"],
  table: ["…29!D12 ", "…graph 9 "],
  markdown: ["## july.xlsx!Week 29!D12", "## july.docx, paragraph 9"],
  unix: ["july.xlsx!Week 29!D12: ", "july.docx!paragraph 9: "],
  github: ["Week 29!D12: ", "paragraph 9: "],
  gitlab: ["Week 29!D12: ", "paragraph 9: "],
  rdjsonl: ["Week 29!D12: ", "paragraph 9: "],
  sarif: ['"fullyQualifiedName": "july.xlsx!Week 29!D12"', '"fullyQualifiedName": "july.docx!paragraph 9"'],
  junit: ["(cell D12)", "(paragraph 9)"],
  json: ['"cell": "D12"', '"paragraph": 9'],
  jsonl: ['"cell":"D12"', '"paragraph":9'],
};

const told = async (name: string, source: Source): Promise<string> => {
  const post = postOf("TOP-SECRET", { source, stretches: [] });
  const findings = [findingOf(spanOf("TOP-SECRET", "TOP-SECRET"))];
  return render(name as ReportName, { head, results: [{ post, findings }], notes: [{ source, message: "A note." }] });
};

test.each(Object.entries(TOLD))(
  "%s says where in a workbook or a document something stands",
  async (name, [sheet, document]) => {
    expect(await told(name, IN_A_SHEET)).toContain(sheet);
    expect(await told(name, IN_A_DOCUMENT)).toContain(document);
  },
);
