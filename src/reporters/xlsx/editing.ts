import type { Archive } from "../../containers/archive.ts";
import { isTarget, relationshipsIn, type Target } from "../../containers/package.ts";
import { partKey, relationshipsPart } from "../../containers/part-names.ts";
import { appendTo, attributeText, editXml, walkXml, type XmlElement } from "../../containers/xml.ts";
import { NoReportError } from "../reporter.ts";

/** The parts of an Office file with the changes made so far. A part is changed under the name that it has in the archive. */
export interface EditedPackage {
  /** Null where there is no such part. */
  read(part: string): Promise<string | null>;
  put(part: string, text: string): void;
  /** The same for parts that may be in any encoding: a character for each byte. */
  readBytesAsText(part: string): Promise<string | null>;
  putBytesOfText(part: string, text: string): void;
  /** The parts that a part points at. */
  targetsOf(part: string): Promise<readonly Target[]>;
  /** Lets a part point at another. Answers the id of the new relationship. */
  relate(part: string, type: string, target: string): Promise<string>;
  /** Adds a part under the first number that is free: `comments` in `xl` becomes `xl/comments3.xml`. */
  add(path: string, ending: string, contentType: string, text: string): Promise<string>;
  /** Names of all parts, those that were added last. */
  names(): readonly string[];
  /** Of `r:id`. */
  readonly relationshipNamespace: string;
  changes(): ReadonlyMap<string, Uint8Array>;
}

export async function editPackage(archive: Archive, relationshipNamespace: string): Promise<EditedPackage> {
  const texts = new Map<string, string>();
  const changed = new Map<string, Uint8Array>();
  const names = new Map(archive.names.map((name) => [partKey(name), name]));
  const nameOf = (part: string) => names.get(partKey(part)) ?? part;

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
    names.set(partKey(name), name);
    changed.set(name, bytes);
    texts.delete(name);
  };
  const put = (part: string, text: string): void => {
    putBytes(part, encoder.encode(text));
    texts.set(nameOf(part), text);
  };
  const relationshipsOf = async (part: string) => {
    const xml = await read(relationshipsPart(part));
    return xml === null ? [] : await relationshipsIn(xml, part);
  };
  if ((await read(CONTENT_TYPES)) === null) throw new NoReportError("is no workbook: it has no list of its parts");

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
    targetsOf: async (part) => (await relationshipsOf(part)).filter(isTarget),
    async relate(part, type, target) {
      const place = relationshipsPart(part);
      // A link to the outside has its id as well.
      const taken = new Set((await relationshipsOf(part)).map(({ id }) => id));
      const id = firstFree(
        (number) => `rId${number}`,
        (name) => taken.has(name),
      );
      const markup = (prefix: string) =>
        `<${prefix}Relationship Id="${id}" Type="${relationshipNamespace}/${type}" Target="/${attributeText(target)}"/>`;
      put(place, await withAppended((await read(place)) ?? NO_RELATIONSHIPS, markup));
      return id;
    },
    async add(path, ending, contentType, text) {
      const part = firstFree(
        (number) => `${path}${number}.${ending}`,
        (name) => names.has(partKey(name)),
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

const encoder = new TextEncoder();

/** Strictly: what is not edited has to be written back as it was. */
function decoded(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NoReportError(`can't be edited: its part ${part} is not UTF-8 text`);
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
