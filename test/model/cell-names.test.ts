import { expect, test } from "vitest";
import { columnName, columnOf, rowOf } from "../../src/model/cell-names.ts";

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [702, "ZZ"],
  [703, "AAA"],
  [16_384, "XFD"],
])("column %i is %s, and back", (column, name) => {
  expect(columnName(column)).toBe(name);
  expect(columnOf(name)).toBe(column);
});

test.each([
  ["D14", 4, 14],
  ["$d$14", 4, 14],
  ["14", 0, 14],
  ["", 0, 0],
])("%j is in column %i and row %i", (cell, column, row) => {
  expect([columnOf(cell), rowOf(cell)]).toEqual([column, row]);
});
