import type { Archive } from "../../containers/archive.ts";
import { targetsOf, walkPart } from "../../containers/package.ts";
import { EPOCH_1900, EPOCH_1904 } from "../calendar/serial.ts";

export interface Workbook {
  /** The sheets that hold cells, in the order of their tabs. */
  readonly sheets: readonly SheetEntry[];
  /** Day 0 of its date numbers, in milliseconds since 1970 UTC. */
  readonly epoch: number;
  /** What `t="s"` cells point at. */
  readonly strings: readonly string[];
  /** Whether a number under a cell style is a date or a time. */
  readonly isDate: (style: number) => boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** Null where the archive is no workbook. */
export async function openWorkbook(archive: Archive): Promise<Workbook | null> {
  const main = [...(await targetsOf(archive, "")).values()].find(({ type }) => type === "officeDocument")?.part;
  if (main === undefined) return null;
  const targets = await targetsOf(archive, main);
  const sheets: SheetEntry[] = [];
  let epoch = EPOCH_1900;
  let isWorkbook = false;
  await walkPart(archive, main, ({ name, attributes }) => {
    if (name === "workbook") isWorkbook = true;
    if (name === "workbookPr" && isTrue(attributes.get("date1904"))) epoch = EPOCH_1904;
    if (name !== "sheet") return;
    const target = targets.get(relationOf(attributes));
    if (target?.type !== "worksheet") return;
    const isHidden = (attributes.get("state") ?? "visible") !== "visible";
    sheets.push({ name: attributes.get("name") ?? "", part: target.part, isHidden });
  });
  if (!isWorkbook) return null;
  const partOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.part;
  return {
    sheets,
    epoch,
    strings: await sharedStrings(archive, partOf("sharedStrings")),
    isDate: await dateStyles(archive, partOf("styles")),
  };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** The id of a relationship has a prefix, and the namespace behind it differs between the two flavours of the format. */
const relationOf = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].find(([key]) => key.endsWith("relationships}id"))?.[1] ?? "";

async function sharedStrings(archive: Archive, part: string | undefined): Promise<readonly string[]> {
  if (part === undefined) return [];
  const strings: string[] = [];
  const runs = textRuns();
  await walkPart(archive, part, (element) => {
    runs.visit(element);
    if (element.name === "si") strings.push(runs.take());
  });
  return strings;
}

/** Gathers the runs of a text that is formatted in parts, without readings for pronunciation. */
export function textRuns(): {
  readonly visit: (element: {
    readonly name: string;
    readonly parents: readonly string[];
    readonly text: string;
  }) => void;
  readonly take: () => string;
} {
  let runs: string[] = [];
  return {
    visit({ name, parents, text }) {
      if (name === "t" && !parents.includes("rPh")) runs.push(text);
    },
    take() {
      const whole = runs.join("");
      runs = [];
      return unescaped(whole);
    },
  };
}

/** `_x000D_` stands for a sign that XML can't hold; every kind of line break is one `\n`. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, "\n");

async function dateStyles(archive: Archive, part: string | undefined): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  if (part === undefined) return () => false;
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
