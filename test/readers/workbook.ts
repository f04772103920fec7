/** A workbook made of its parts, for what no spreadsheet program would write, or writes only now and then. */
export interface Parts {
  /** Inside `<worksheet>`, a sheet each, by name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Inside `<workbook>`, before the sheets. */
  readonly workbook?: string;
  /** Inside `<sst>`. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  /** Of every element of the workbook and its sheets: `x:`. */
  readonly prefix?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export const workbook = (parts: Parts): Promise<Uint8Array> => zip(partsOf(parts));

/** The texts of its parts, by their names in the archive. */
export function partsOf({
  sheets,
  workbook: settings = "",
  strings,
  styles,
  prefix = "",
}: Parts): Readonly<Record<string, string>> {
  const root = (name: string, inner: string) => {
    const declared = prefix === "" ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
    return `<${prefix}${name} ${declared} xmlns:r="${OFFICE}">${inner}</${prefix}${name}>`;
  };
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const names = Object.keys(sheets);
  const entries = names.map(
    (name, index) => `<${prefix}sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`,
  );
  return {
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${relation("r1", "officeDocument", "/xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": root("workbook", `${settings}<${prefix}sheets>${entries.join("")}</${prefix}sheets>`),
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${[
      ...names.map((_, index) => relation(`s${index}`, "worksheet", `worksheets/sheet${index}.xml`)),
      ...(strings === undefined ? [] : [relation("strings", "sharedStrings", "sharedStrings.xml")]),
      ...(styles === undefined ? [] : [relation("styles", "styles", "../xl/styles.xml")]),
    ].join("")}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((inner, index) => [`xl/worksheets/sheet${index}.xml`, root("worksheet", inner)]),
    ),
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
  };
}

/** A zip file of texts, or of streams that are larger than a test wants to hold. */
export async function zip(parts: Readonly<Record<string, string | ReadableStream<Uint8Array>>>): Promise<Uint8Array> {
  const { TextReader, Uint8ArrayWriter, ZipWriter, configure } = await import("@zip.js/zip.js/lib/zip-core-native.js");
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(parts)) {
    await writer.add(name, typeof content === "string" ? new TextReader(content) : content);
  }
  return writer.close();
}

/** A sheet of inline strings and numbers; a number is written as it is. */
export const rowsOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `<sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData>`;

const cell = (value: string | number): string =>
  typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
