import type { Archive } from "../../containers/archive.ts";
import { appendTo, attributeText, editXml, walkXml, type XmlElement } from "../../containers/xml.ts";
import { once } from "../../model/once.ts";
import { NoReportError } from "../reporter.ts";
import { type OfficePackage, openPackage } from "./package.ts";
import type { CellWords } from "./sheet.ts";

/** The sheets of a workbook, in the order of their tabs. */
export interface Workbook {
  readonly parts: OfficePackage;
  readonly sheets: readonly SheetPart[];
  /** Name of the part that holds the cell formats; null where there is none. */
  readonly stylesPart: string | null;
  /** The namespace of worksheets, which differs between the two dialects of the standard. */
  readonly namespace: string;
  /** Words of the table of shared strings, by their index. */
  readonly sharedStrings: () => Promise<readonly string[]>;
  /** Adds a sheet behind the others. */
  addSheet(name: string, xml: string): Promise<void>;
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

export const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const parts = await openPackage(archive);
  const main = (await parts.relationshipsOf("")).find(({ type }) => type === "officeDocument")!.target;
  const xml = await parts.read(main);
  if (xml === null) throw new NoReportError("is no workbook: its main part is missing");
  const elements = await elementsOf(xml);
  const related = await parts.relationshipsOf(main);
  const targetOf = (type: string) => related.find((one) => one.type === type)?.target ?? null;
  const root = elements.at(-1)!;
  if (root.name !== "workbook") throw new NoReportError("is no workbook, but another kind of document");

  const listed = elements.filter(isSheet);
  const sheets = listed.flatMap(({ attributes }) => {
    const id = [...attributes].find(([key]) => /^\{.*\}id$/u.test(key))?.[1];
    const target = related.find((one) => one.id === id);
    const name = attributes.get("name");
    return target === undefined || name === undefined ? [] : [{ name, part: target.target }];
  });
  return {
    parts,
    sheets,
    stylesPart: targetOf("styles"),
    namespace: root.namespace,
    sharedStrings: once(async () => {
      const part = targetOf("sharedStrings");
      const strings = part === null ? null : await parts.read(part);
      return strings === null ? [] : stringsIn(strings);
    }),
    async addSheet(name, sheetXml) {
      const part = await parts.add(`${folderOf(main)}worksheets/sheet`, "xml", WORKSHEET_TYPE, sheetXml);
      const id = await parts.relate(main, "worksheet", part);
      const number = Math.max(0, ...listed.map(({ attributes }) => Number(attributes.get("sheetId")))) + 1;
      const list = elements.find((element) => element.name === "sheets" && element.parents.length === 1)!;
      const markup = `<${list.prefix}sheet xmlns:r="${parts.relationshipNamespace}" name="${attributeText(name)}" sheetId="${number}" r:id="${id}"/>`;
      parts.put(main, editXml(xml, [appendTo(xml, list, markup)]));
    },
  };
}

/** What a cell says, with the workbook's shared strings at hand. */
export const wordsIn = ({ inline, shared }: CellWords, strings: readonly string[]): string | null =>
  inline ?? (shared === null ? null : (strings[shared] ?? null));

const isSheet = ({ name, parents }: XmlElement): boolean => name === "sheet" && parents.at(-1) === "sheets";

const folderOf = (part: string): string => part.replace(/[^/]*$/u, "");

async function elementsOf(xml: string): Promise<readonly XmlElement[]> {
  const elements: XmlElement[] = [];
  await walkXml(xml, (element) => void elements.push(element));
  return elements;
}

async function stringsIn(xml: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let words = "";
  await walkXml(xml, ({ name, parents, text }) => {
    // What stands under rPh is how a word is spoken, in Japanese workbooks.
    if (name === "t" && !parents.includes("rPh")) words += text;
    if (name !== "si") return;
    strings.push(words);
    words = "";
  });
  return strings;
}
