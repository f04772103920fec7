import type { Archive } from "../../containers/archive.ts";
import { appendTo, attributeText, editXml, walkXml, type XmlElement } from "../../containers/xml.ts";
import { NoReportError } from "../reporter.ts";

/** A part that another part refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, which is the same in both dialects of the standard: `comments`, `worksheet`. */
  readonly type: string;
  /** Name of the part as the archive has it, or as it would have it. */
  readonly target: string;
}

/**
 * The parts of an Office file (Open Packaging Conventions) with the changes made so far. Parts are known by their name in
 * the archive, without a leading slash.
 */
export interface OfficePackage {
  /** Null where there is no such part. */
  read(part: string): Promise<string | null>;
  put(part: string, text: string): void;
  /** The same for parts that may be in any encoding: a character for each byte. */
  readBytesAsText(part: string): Promise<string | null>;
  putBytesOfText(part: string, text: string): void;
  /** What a part refers to; external targets left out. */
  relationshipsOf(part: string): Promise<readonly Relationship[]>;
  /** Lets a part refer to another. Answers the id of the new relationship. */
  relate(part: string, type: string, target: string): Promise<string>;
  /** Adds a part under the first number that is free: `comments` in `xl` becomes `xl/comments3.xml`. */
  add(path: string, ending: string, contentType: string, text: string): Promise<string>;
  /** Names of all parts, those that were added last. */
  names(): readonly string[];
  /** The namespace of `r:id`, which differs between the two dialects of the standard. */
  readonly relationshipNamespace: string;
  changes(): ReadonlyMap<string, Uint8Array>;
}

export async function openPackage(archive: Archive): Promise<OfficePackage> {
  const texts = new Map<string, string>();
  const changed = new Map<string, Uint8Array>();
  const names = new Map(archive.names.map((name) => [keyOf(name), name]));
  const nameOf = (part: string) => names.get(keyOf(part)) ?? part;

  const bytesOf = async (name: string) => changed.get(name) ?? (await archive.read(name));
  const read = async (part: string): Promise<string | null> => {
    const name = nameOf(part);
    const known = texts.get(name);
    if (known !== undefined) return known;
    const bytes = await bytesOf(name);
    if (bytes === null) return null;
    const text = decoded(bytes, name);
    texts.set(name, text);
    return text;
  };
  const putBytes = (part: string, bytes: Uint8Array): void => {
    const name = nameOf(part);
    names.set(keyOf(name), name);
    changed.set(name, bytes);
    texts.delete(name);
  };
  const put = (part: string, text: string): void => {
    putBytes(part, encoder.encode(text));
    texts.set(nameOf(part), text);
  };
  const relationshipsOf = async (part: string) => {
    const xml = await read(relationshipsPart(part));
    return xml === null
      ? []
      : (await relationshipsIn(xml)).map((one) => ({ ...one, target: nameOf(resolved(part, one.target)) }));
  };

  const types = await read(CONTENT_TYPES);
  const main = (await typedRelationships(await read(relationshipsPart("")))).find(({ type }) =>
    type.endsWith("/officeDocument"),
  );
  if (types === null || main === undefined) throw new NoReportError("is no workbook: it has no list of its parts");
  const relationshipNamespace = main.type.slice(0, -"/officeDocument".length);

  return {
    read,
    put,
    async readBytesAsText(part) {
      const bytes = await bytesOf(nameOf(part));
      return bytes === null ? null : Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    },
    putBytesOfText: (part, text) =>
      putBytes(
        part,
        Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
      ),
    relationshipsOf,
    async relate(part, type, target) {
      const place = relationshipsPart(part);
      const xml = (await read(place)) ?? NO_RELATIONSHIPS;
      const taken = new Set((await relationshipsIn(xml)).map(({ id }) => id));
      const id = firstFree(
        (number) => `rId${number}`,
        (name) => taken.has(name),
      );
      const markup = (prefix: string) =>
        `<${prefix}Relationship Id="${id}" Type="${relationshipNamespace}/${type}" Target="/${attributeText(target)}"/>`;
      put(place, await withAppended(xml, markup));
      return id;
    },
    async add(path, ending, contentType, text) {
      const part = firstFree(
        (number) => `${path}${number}.${ending}`,
        (name) => names.has(keyOf(name)),
      );
      put(part, text);
      const markup = (prefix: string) =>
        `<${prefix}Override PartName="/${attributeText(part)}" ContentType="${contentType}"/>`;
      put(CONTENT_TYPES, await withAppended((await read(CONTENT_TYPES))!, markup));
      return part;
    },
    names: () => [...names.values()],
    relationshipNamespace,
    changes: () => changed,
  };
}

const CONTENT_TYPES = "[Content_Types].xml";
const NO_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/** Part names are the same whatever their case; some writers give them a leading slash or backslashes. */
const keyOf = (name: string): string => name.replaceAll("\\", "/").replace(/^\//u, "").toLowerCase();

/** `xl/worksheets/sheet1.xml` keeps its relationships in `xl/worksheets/_rels/sheet1.xml.rels`. */
const relationshipsPart = (part: string): string => part.replace(/[^/]*$/u, (name) => `_rels/${name}.rels`);

const encoder = new TextEncoder();

function decoded(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NoReportError(`can't be edited: its part ${part} is not UTF-8 text`);
  }
}

async function typedRelationships(xml: string | null) {
  const found: { id: string; type: string; target: string }[] = [];
  const visit = ({ name, attributes }: XmlElement) => {
    const [id, type, target] = ["Id", "Type", "Target"].map((key) => attributes.get(key));
    if (name !== "Relationship" || attributes.get("TargetMode") === "External") return;
    if (id !== undefined && type !== undefined && target !== undefined) found.push({ id, type, target });
  };
  if (xml !== null) await walkXml(xml, visit);
  return found;
}

const relationshipsIn = async (xml: string): Promise<readonly Relationship[]> =>
  (await typedRelationships(xml)).map(({ type, ...rest }) => ({
    ...rest,
    type: type.slice(type.lastIndexOf("/") + 1),
  }));

/** A target is relative to the part's own folder, or begins with a slash. */
function resolved(part: string, target: string): string {
  const { pathname } = new URL(target, `part:///${part}`);
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}

function firstFree(nameOf: (number: number) => string, isTaken: (name: string) => boolean): string {
  let number = 1;
  while (isTaken(nameOf(number))) number += 1;
  return nameOf(number);
}

/** Puts markup at the end of the root element, with the prefix that the root has. */
async function withAppended(xml: string, markup: (prefix: string) => string): Promise<string> {
  let root: XmlElement | undefined;
  await walkXml(xml, (element) => {
    root = element; // the root closes last
  });
  return editXml(xml, [appendTo(xml, root!, markup(root!.prefix))]);
}
