import { describe, expect, test } from "vitest";
import { partAt, partKey, relationshipsPart } from "../../src/containers/part-names.ts";

describe("a part", () => {
  test.each(["/xl/Sheets/A b.xml", "XL\\sheets\\a%20b.xml", "xl/sheets/A%20B.XML"])("is the same under %s", (name) => {
    expect(partKey(name)).toBe("xl/sheets/a b.xml");
  });

  test("whose name holds a percent sign that escapes nothing keeps it", () => {
    expect(partKey("xl/100%.xml")).toBe("xl/100%.xml");
  });

  test.each([
    ["sheets/a.xml", "xl/workbook.xml", "xl/sheets/a.xml"],
    ["./x/../a.xml", "xl/workbook.xml", "xl/a.xml"],
    ["..\\a.xml", "xl/sheets/s.xml", "xl/a.xml"],
    ["/xl/a.xml", "xl/sheets/s.xml", "xl/a.xml"],
    ["../../../a.xml", "xl/s.xml", "a.xml"],
    ["xl/workbook.xml", "", "xl/workbook.xml"],
  ])("to which %s leads from %j is %s", (target, from, part) => {
    expect(partAt(target, from)).toBe(part);
  });

  test.each([
    ["", "_rels/.rels"],
    ["xl/sheets/a.xml", "xl/sheets/_rels/a.xml.rels"],
  ])("%j keeps its relationships in %s", (part, place) => {
    expect(relationshipsPart(part)).toBe(place);
  });
});
