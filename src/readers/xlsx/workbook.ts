import type { Archive } from "../../containers/archive.ts";
import { walkPart } from "../../containers/package.ts";
import { sharedStrings } from "../../containers/shared-strings.ts";
import { type SheetPart, workbookParts } from "../../containers/workbook-parts.ts";
import { EPOCH_1900, EPOCH_1904 } from "../calendar/serial.ts";

export interface Workbook {
  /** The sheets that hold cells, in the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  /** Day 0 of its date numbers, in milliseconds since 1970 UTC. */
  readonly epoch: number;
  /** What `t="s"` cells point at. */
  readonly strings: readonly string[];
  /** Whether a number under a cell style is a date or a time. */
  readonly isDate: (style: number) => boolean;
}

/** Null where the archive is no workbook. */
export async function openWorkbook(archive: Archive): Promise<Workbook | null> {
  const parts = await workbookParts(archive);
  if (parts === null) return null;
  return {
    sheets: parts.sheets.filter(({ hasCells }) => hasCells),
    epoch: parts.countsFrom1904 ? EPOCH_1904 : EPOCH_1900,
    strings: await sharedStrings(archive, parts.strings),
    isDate: await dateStyles(archive, parts.styles),
  };
}

async function dateStyles(archive: Archive, part: string | null): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  if (part === null) return () => false;
  await walkPart(archive, part, ({ name, parents, attributes }) => {
    const format = Number(attributes.get("numFmtId") ?? 0);
    if (name === "numFmt") codes.set(format, attributes.get("formatCode") ?? "");
    if (name === "xf" && parents.at(-1) === "cellXfs") styles.push(format);
  });
  const areDates = styles.map((format) => {
    const code = codes.get(format);
    return code === undefined ? isBuiltInDate(format) : isDateCode(code);
  });
  return (style) => areDates[style] ?? false;
}

/** ECMA-376 part 1, 18.8.30: the formats without a code in the file, with those of East Asian versions. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

/** Whether a format shows days, months or hours, once colours, conditions and quoted words are out of it. */
const isDateCode = (code: string): boolean =>
  /[dmyhs]/iu.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general/giu, ""));
