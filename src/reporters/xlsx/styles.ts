import { appendTo, editXml, setAttributes, walkXml, type XmlEdit, type XmlElement } from "../../containers/xml.ts";
import type { Level } from "../../model/rule.ts";

/** Indices of cell formats; null where the workbook has no part for them, and cells look as they do without. */
export interface Styles {
  readonly plain: number | null;
  readonly bold: number | null;
  readonly levels: Readonly<Record<Level, number | null>>;
}

export const NO_STYLES: Styles = { plain: null, bold: null, levels: { error: null, warning: null, suggestion: null } };

/** Adds our few formats behind those that the workbook has: none of its own gets another number. */
export async function withStyles(xml: string): Promise<{ readonly xml: string; readonly styles: Styles }> {
  const lists = new Map<string, XmlElement>();
  const members = new Map<string, XmlElement[]>();
  await walkXml(xml, (element) => {
    const { name, parents } = element;
    if (parents.length === 1) lists.set(name, element);
    if (parents.length === 2) members.set(parents[1]!, [...(members.get(parents[1]!) ?? []), element]);
  });
  const [fonts, fills, formats] = ["fonts", "fills", "cellXfs"].map((name) => lists.get(name));
  if (fonts === undefined || fills === undefined || formats === undefined) return { xml, styles: NO_STYLES };
  const countOf = (list: XmlElement) => members.get(list.name)?.length ?? 0;
  const { prefix } = formats;
  const format = (font: number, fill: number) =>
    `<${prefix}xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`;
  const colours = Object.values(COLOURS);
  const added = [
    format(0, 0),
    format(countOf(fonts), 0),
    ...colours.map((_, index) => format(0, countOf(fills) + index)),
  ];
  const edits = [
    ...appended(xml, fonts, countOf(fonts), [boldLike(xml, members.get("fonts")?.[0], prefix)]),
    ...appended(
      xml,
      fills,
      countOf(fills),
      colours.map((colour) => solid(colour, prefix)),
    ),
    ...appended(xml, formats, countOf(formats), added),
  ];
  const first = countOf(formats);
  return {
    xml: editXml(xml, edits),
    styles: { plain: first, bold: first + 1, levels: { error: first + 2, warning: first + 3, suggestion: first + 4 } },
  };
}

/** Light enough for black words. They only help the eye: the words say it all. */
const COLOURS: Record<Level, string> = { error: "FFF8CBC6", warning: "FFFFE7AD", suggestion: "FFD6E6F7" };

const solid = (colour: string, prefix: string): string =>
  `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;

/** The workbook's own font, bold. */
function boldLike(xml: string, font: XmlElement | undefined, prefix: string): string {
  const inner = font === undefined ? "" : xml.slice(font.opened, font.closing);
  const bold = new RegExp(`<${prefix}b[\\s/>]`, "u").test(inner) ? "" : `<${prefix}b/>`;
  return `<${prefix}font>${bold}${inner}</${prefix}font>`;
}

/** `count` may be missing, and then stays so. */
function appended(xml: string, list: XmlElement, count: number, markup: readonly string[]): readonly XmlEdit[] {
  const total = { count: `${count + markup.length}` };
  const text = markup.join("");
  if (list.empty) {
    const { text: whole } = appendTo(xml, list, text);
    return [{ start: list.start, end: list.end, text: whole.replace(/count="\d*"/u, `count="${total.count}"`) }];
  }
  const counted = list.attributes.has("count") ? [setAttributes(xml, list, total)] : [];
  return [...counted, appendTo(xml, list, text)];
}
