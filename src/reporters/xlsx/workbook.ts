import type { Archive } from "../../containers/archive.ts";
import { folderOf } from "../../containers/part-names.ts";
import { sharedStrings } from "../../containers/shared-strings.ts";
import { isSheet, type SheetPart, workbookParts } from "../../containers/workbook-parts.ts";
import { appendTo, attributeText, editXml, walkXml, type XmlElement } from "../../containers/xml.ts";
import { once } from "../../model/once.ts";
import { NoReportError } from "../reporter.ts";
import { type EditedPackage, editPackage } from "./editing.ts";
import type { CellWords } from "./sheet.ts";

/** A workbook that is written into. */
export interface Workbook {
  readonly parts: EditedPackage;
  /** In the order of their tabs. */
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

export const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const known = await workbookParts(archive);
  if (known === null) throw new NoReportError("is no workbook");
  const { main, sheets, strings, styles, relationshipNamespace } = known;
  const parts = await editPackage(archive, relationshipNamespace);
  const xml = (await parts.read(main))!;
  const elements = await elementsOf(xml);
  return {
    parts,
    sheets,
    stylesPart: styles,
    namespace: elements.at(-1)!.namespace,
    sharedStrings: once(() => sharedStrings(archive, strings)),
    async addSheet(name, sheetXml) {
      const part = await parts.add(`${folderOf(main)}worksheets/sheet`, "xml", WORKSHEET_TYPE, sheetXml);
      const id = await parts.relate(main, "worksheet", part);
      const numbers = elements.filter(isSheet).map(({ attributes }) => Number(attributes.get("sheetId")));
      const number = Math.max(0, ...numbers) + 1;
      const list = elements.find((element) => element.name === "sheets" && element.parents.length === 1)!;
      const markup = `<${list.prefix}sheet xmlns:r="${relationshipNamespace}" name="${attributeText(name)}" sheetId="${number}" r:id="${id}"/>`;
      parts.put(main, editXml(xml, [appendTo(xml, list, markup)]));
    },
  };
}

/** What a cell says, with the workbook's shared strings at hand. */
export const wordsIn = ({ inline, shared }: CellWords, strings: readonly string[]): string | null =>
  inline ?? (shared === null ? null : (strings[shared] ?? null));

async function elementsOf(xml: string): Promise<readonly XmlElement[]> {
  const elements: XmlElement[] = [];
  await walkXml(xml, (element) => void elements.push(element));
  return elements;
}
