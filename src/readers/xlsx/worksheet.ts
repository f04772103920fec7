import { type Archive, BrokenArchiveError } from "../../containers/archive.ts";
import { walkPart } from "../../containers/package.ts";
import { textRuns, unescaped } from "../../containers/shared-strings.ts";
import { isOn, type XmlElement } from "../../containers/xml.ts";
import { serialText } from "../calendar/serial.ts";
import { columnIndex, columnLetters, describeError, type SheetRow } from "../calendar/sheet.ts";
import type { Workbook } from "./workbook.ts";

export interface Worksheet {
  /** In order, those that have no cell left out. */
  readonly rows: readonly SheetRow[];
  readonly hiddenRows: number;
  /** Letters of columns that are hidden and hold something. */
  readonly hiddenColumns: readonly string[];
}

/** The sheet holds more than a calendar can; the message reads well behind "This sheet". */
export class LargeSheetError extends Error {
  override readonly name = "LargeSheetError";
}

/** Reads a sheet whole: its merged cells stand behind its rows. Throws a `LargeSheetError`, or what its part throws. */
export async function readWorksheet(archive: Archive, part: string, workbook: Workbook): Promise<Worksheet> {
  const sheet = new SheetReader(workbook);
  await walkPart(archive, part, (element) => sheet.visit(element));
  return sheet.end();
}

/** Far more than any calendar, empty ones counted: what is beyond would only take time and memory. */
const MOST_CELLS = 1_000_000;

interface Row {
  readonly cells: (string | undefined)[];
  readonly troubles: Map<number, string>;
  readonly carried: Set<number>;
}

/** An element is met when it closes: values before their cell, cells before their row, merged cells last. */
class SheetReader {
  readonly #workbook: Workbook;
  readonly #rows = new Map<number, Row>();
  readonly #runs = textRuns();
  readonly #hidden = new Set<number>();
  #hiddenRows = 0;
  #cells = 0;
  #row: Row = newRow();
  #lastRow = 0;
  #nextColumn = 0;
  #value: string | null = null;
  #hasFormula = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  visit(element: XmlElement): void {
    const { name, attributes, text } = element;
    switch (name) {
      case "v":
        this.#value = text;
        break;
      case "f":
        this.#hasFormula = true;
        break;
      case "t":
        this.#runs.visit(element);
        break;
      case "c":
        this.#endCell(attributes);
        break;
      case "row":
        this.#endRow(attributes);
        break;
      case "col":
        if (isOn(attributes.get("hidden"))) this.#hide(Number(attributes.get("min")), Number(attributes.get("max")));
        break;
      case "mergeCell":
        this.#merge(attributes.get("ref") ?? "");
        break;
    }
  }

  end(): Worksheet {
    const rows = [...this.#rows].sort(([a], [b]) => a - b);
    const hiddenColumns = [...this.#hidden].filter((column) =>
      rows.some(([, { cells }]) => cells[column] !== undefined),
    );
    return {
      rows: rows.map(([row, { cells, troubles, carried }]) => ({ row, cells, troubles, carried, lineOf: () => null })),
      hiddenRows: this.#hiddenRows,
      hiddenColumns: hiddenColumns.sort((a, b) => a - b).map(columnLetters),
    };
  }

  #endCell(attributes: ReadonlyMap<string, string>): void {
    const letters = /^[A-Z]+/iu.exec(attributes.get("r") ?? "")?.[0];
    const index = (letters === undefined ? null : columnIndex(letters)) ?? this.#nextColumn;
    this.#nextColumn = index + 1;
    const text = this.#cellText(attributes);
    const trouble = this.#trouble(attributes);
    this.#value = null;
    this.#hasFormula = false;
    if (trouble !== null) this.#row.troubles.set(index, trouble);
    this.#count();
    if (text !== "") this.#row.cells[index] = text;
  }

  #cellText(attributes: ReadonlyMap<string, string>): string {
    const value = this.#value ?? "";
    switch (attributes.get("t")) {
      case "s":
        return value === "" ? "" : this.#sharedString(Number(value));
      case "inlineStr":
        return this.#runs.take();
      case "b":
        return value === "" ? "" : isOn(value) ? "TRUE" : "FALSE";
      case "str":
      case "e":
        return unescaped(value);
      case "d":
        return value.replace("T", " ").replace(/ 00:00:00(?:\.0+)?$/u, "");
      default: {
        const number = Number(value);
        const isDate = value !== "" && !Number.isNaN(number) && this.#workbook.isDate(Number(attributes.get("s") ?? 0));
        return isDate ? serialText(number, this.#workbook.epoch) : value;
      }
    }
  }

  /** Without its words a cell would pass for a blank one. */
  #sharedString(index: number): string {
    const words = this.#workbook.strings[index];
    if (words === undefined) throw new BrokenArchiveError("lacks words that its cells point at");
    return words;
  }

  #trouble(attributes: ReadonlyMap<string, string>): string | null {
    if (attributes.get("t") === "e") return describeError(this.#value ?? "");
    // Scripts write an empty value where the result is not known; an empty result is a string.
    const hasResult = attributes.get("t") === "str" ? this.#value !== null : (this.#value ?? "") !== "";
    if (!this.#hasFormula || hasResult) return null;
    return "This cell holds a formula whose result was not saved, so its copy was not checked. Open the workbook in Excel or LibreOffice, save it and check it again.";
  }

  #endRow(attributes: ReadonlyMap<string, string>): void {
    const number = Number(attributes.get("r") ?? this.#lastRow + 1);
    const row = Number.isInteger(number) && number > 0 ? number : this.#lastRow + 1;
    this.#lastRow = row;
    this.#nextColumn = 0;
    if (this.#row.cells.length === 0 && this.#row.troubles.size === 0) return;
    if (isOn(attributes.get("hidden"))) this.#hiddenRows += 1;
    this.#rows.set(row, this.#row);
    this.#row = newRow();
  }

  #count(): void {
    this.#cells += 1;
    if (this.#cells > MOST_CELLS) throw new LargeSheetError(`holds more than ${MOST_CELLS} cells`);
  }

  #hide(first: number, last: number): void {
    for (let column = first; column <= Math.min(last, MOST_COLUMNS); column++) this.#hidden.add(column - 1);
  }

  /** What is merged over several rows counts for each of them. */
  #merge(range: string): void {
    const found = /^\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/iu.exec(range);
    if (found === null) return;
    const column = columnIndex(found[1]!);
    const first = Number(found[2]);
    const text = column === null ? undefined : this.#rows.get(first)?.cells[column];
    if (column === null || text === undefined) return;
    for (let row = first + 1; row <= Math.min(Number(found[3]), this.#lastRow); row++) {
      const below = this.#rows.get(row);
      this.#count();
      if (below === undefined || below.cells[column] !== undefined) continue;
      below.cells[column] = text;
      below.carried.add(column);
    }
  }
}

const newRow = (): Row => ({ cells: [], troubles: new Map(), carried: new Set() });

const MOST_COLUMNS = 16_384;
