/** An element with the places of its tags, as offsets in UTF-16 units of the text that it was read from. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** As written before the names of the element's own tags: `x:`, or empty. */
  readonly prefix: string;
  readonly namespace: string;
  /** By local name; an attribute with a prefix stands under `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Local names from the root down, without this one. */
  readonly parents: readonly string[];
  /** Text that stands directly in it. */
  readonly text: string;
  readonly start: number;
  /** Behind the opening tag. */
  readonly opened: number;
  /** Before the closing tag; where the element is one tag only, the same as `opened`. */
  readonly closing: number;
  readonly end: number;
  /** Whether it is one tag only: `<cols/>`. */
  readonly empty: boolean;
}

/** Text that is put in the place of what stands between two offsets; the same offset twice only inserts. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text is no XML that can be read. */
export class BrokenXmlError extends Error {
  override readonly name = "BrokenXmlError";
}

/**
 * Meets every element when it closes, so that a part of any size is read without holding it as a tree.
 *
 * Parts are edited by inserting at the offsets found here, not by writing a tree again: whatever is not edited (prefixes,
 * `mc:Ignorable`, extensions that nobody here knows) stays as it is, to the letter. saxes is used because it is strict,
 * knows namespaces and tells where it stands.
 */
export async function walkXml(xml: string, visit: (element: XmlElement) => void): Promise<void> {
  const { SaxesParser } = await import("saxes");
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: { element: Omit<XmlElement, "text" | "closing" | "end">; texts: string[] }[] = [];
  const parents: string[] = [];
  parser.on("error", (error) => {
    throw new BrokenXmlError("is no well-formed XML", { cause: error });
  });
  parser.on("text", (text) => void open.at(-1)?.texts.push(text));
  parser.on("cdata", (text) => void open.at(-1)?.texts.push(text));
  parser.on("opentagstart", () => {
    if (open.length >= DEEPEST) throw new BrokenXmlError("is nested too deeply");
  });
  parser.on("opentag", ({ local, prefix, uri, attributes, isSelfClosing }) => {
    const given = Object.values(attributes).map((one): [string, string] => [
      one.prefix === "" ? one.local : `{${one.uri}}${one.local}`,
      one.value,
    ]);
    const element = {
      name: local,
      prefix: prefix === "" ? "" : `${prefix}:`,
      namespace: uri,
      attributes: new Map(given),
      parents: [...parents],
      // No attribute may hold a "<", so the nearest before the tag's end begins it.
      start: xml.lastIndexOf("<", parser.position - 1),
      opened: parser.position,
      empty: isSelfClosing,
    };
    open.push({ element, texts: [] });
    parents.push(local);
  });
  parser.on("closetag", () => {
    const { element, texts } = open.pop()!;
    parents.pop();
    const end = parser.position;
    const closing = element.empty ? element.opened : xml.lastIndexOf("</", end - 1);
    visit({ ...element, text: texts.join(""), closing, end });
  });
  parser.write(xml).close();
}

/** No Office document comes near. Each element knows those around it, so depth costs its square. */
const DEEPEST = 1000;

/** Applies edits that do not overlap; several insertions at one offset keep the order in which they were given. */
export function editXml(xml: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(xml.slice(at, start), text);
    at = end;
  }
  return pieces.join("") + xml.slice(at);
}

/** An edit that puts markup at the end of an element's content, even where it is one tag only. */
export function appendTo(xml: string, element: XmlElement, markup: string): XmlEdit {
  if (!element.empty) return { start: element.closing, end: element.closing, text: markup };
  const name = `${element.prefix}${element.name}`;
  const tag = xml.slice(element.start, element.opened).replace(/\s*\/>$/u, ">");
  return { start: element.start, end: element.end, text: `${tag}${markup}</${name}>` };
}

/** An edit of an opening tag that sets attributes without a prefix, and leaves the others as they are written. */
export function setAttributes(xml: string, element: XmlElement, values: Readonly<Record<string, string>>): XmlEdit {
  const tag = Object.entries(values).reduce(
    (rest, [name, value]) => withAttribute(rest, name, value),
    xml.slice(element.start, element.opened),
  );
  return { start: element.start, end: element.opened, text: tag };
}

function withAttribute(tag: string, name: string, value: string): string {
  const given = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`, "u");
  const written = `"${attributeText(value)}"`;
  if (given.test(tag)) return tag.replace(given, (_, before: string) => before + written);
  return tag.replace(/\s*\/?>$/u, (ending) => ` ${name}=${written}${ending}`);
}

/** Whether an attribute that says yes or no says yes. */
export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

/** Words as they stand between tags. What XML can't hold is a space. */
export const elementText = (words: string): string =>
  words.replace(NOT_IN_XML, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Words as they stand in an attribute between double quotes. */
export const attributeText = (words: string): string =>
  elementText(words)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** All but what the `Char` production of XML 1.0 allows; under `u`, a surrogate that stands alone is matched. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
