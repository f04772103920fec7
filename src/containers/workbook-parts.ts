import { type Archive, BrokenArchiveError } from "./archive.ts";
import { relationshipId, type Target, targetsOf, walkPart } from "./package.ts";
import { isOn, type XmlElement } from "./xml.ts";

/** Where a workbook keeps what. What is found under the name of a sheet is found there again when the workbook is handed back. */
export interface WorkbookParts {
  /** The part that lists the sheets. */
  readonly main: string;
  /** In the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  /** Whether its date numbers count from 1904 on, and not from 1900. */
  readonly countsFrom1904: boolean;
  /** Null where the workbook has none. */
  readonly strings: string | null;
  /** Null where the workbook has none. */
  readonly styles: string | null;
  /** Of `r:id`: it differs between the two dialects of the standard. */
  readonly relationshipNamespace: string;
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  /** A chart may be a sheet of its own, which has none. */
  readonly hasCells: boolean;
  readonly isHidden: boolean;
}

/** Null where the archive is no workbook. Throws what `walkPart` throws, or a `BrokenArchiveError` where a sheet has no part. */
export async function workbookParts(archive: Archive): Promise<WorkbookParts | null> {
  const main = (await targetsOf(archive, "")).find(({ type }) => type === "officeDocument");
  if (main === undefined) return null;
  const targets = await targetsOf(archive, main.part);
  const sheets: SheetPart[] = [];
  let countsFrom1904 = false;
  let isWorkbook = false;
  await walkPart(archive, main.part, (element) => {
    const { name, attributes, parents } = element;
    if (parents.length === 0) isWorkbook = name === "workbook";
    if (name === "workbookPr" && isOn(attributes.get("date1904"))) countsFrom1904 = true;
    if (isSheet(element)) sheets.push(sheetPart(element, targets));
  });
  if (!isWorkbook) return null;
  const partOf = (kind: string) => targets.find(({ type }) => type === kind)?.part ?? null;
  return {
    main: main.part,
    sheets,
    countsFrom1904,
    strings: partOf("sharedStrings"),
    styles: partOf("styles"),
    relationshipNamespace: main.namespace,
  };
}

/** An entry in the list of sheets. */
export const isSheet = ({ name, parents }: XmlElement): boolean => name === "sheet" && parents.includes("sheets");

/** A sheet that leads nowhere is no empty one: what it held would pass for checked. */
function sheetPart(element: XmlElement, targets: readonly Target[]): SheetPart {
  const { attributes } = element;
  const name = attributes.get("name") ?? "";
  const id = relationshipId(element);
  const target = targets.find((one) => one.id === id);
  if (target === undefined) throw new BrokenArchiveError(`lacks the part of its sheet ${name}`);
  const isHidden = (attributes.get("state") ?? "visible") !== "visible";
  return { name, part: target.part, hasCells: target.type === "worksheet", isHidden };
}
