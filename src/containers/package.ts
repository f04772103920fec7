import { type Archive, BrokenArchiveError } from "./archive.ts";
import { partAt, relationshipsPart } from "./part-names.ts";
import { BrokenXmlError, walkXml, type XmlElement } from "./xml.ts";

/** A zip file is read from its end, so its bytes are held; a draft is hardly ever larger than a few megabytes. */
export const MOST_PACKED = 100_000_000;

/** Bytes that the parts of a package may unpack to, all together: many times a calendar of some ten thousand rows. */
export const MOST_UNPACKED = 400_000_000;

/** What a part of a package points at. */
export interface Relationship {
  readonly id: string;
  /** The end of its type, which is the same in both dialects of the standard: `worksheet`, `styles` … */
  readonly type: string;
  /** What stands before that. It is the namespace of `r:id`, too. */
  readonly namespace: string;
  /** Name of another part; null where it leads to the outside. */
  readonly part: string | null;
}

export interface Target extends Relationship {
  readonly part: string;
}

/** Reads an XML part that has to be there. Throws a `BrokenArchiveError` where it is not, or a `BrokenXmlError`. */
export async function walkPart(archive: Archive, part: string, visit: (element: XmlElement) => void): Promise<void> {
  const xml = await partText(archive, part);
  if (xml === null) throw new BrokenArchiveError(`lacks its part ${part}`);
  await walkXml(xml, visit);
}

/** The text of an XML part, which is UTF-8, or UTF-16 with a mark; null where there is no such part. */
export async function partText(archive: Archive, part: string): Promise<string | null> {
  const bytes = await archive.read(part);
  if (bytes === null) return null;
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** The parts that a part points at, in their order. What has no relationships needs no part for them. */
export async function targetsOf(archive: Archive, part: string): Promise<readonly Target[]> {
  const xml = await partText(archive, relationshipsPart(part));
  return xml === null ? [] : (await relationshipsIn(xml, part)).filter(isTarget);
}

/** What the relationships of a part, as their own part lists them, point at. */
export async function relationshipsIn(xml: string, part: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = [];
  await walkXml(xml, ({ name, attributes }) => {
    const [id, written = "", target] = ["Id", "Type", "Target"].map((key) => attributes.get(key));
    if (name !== "Relationship" || id === undefined || target === undefined) return;
    const slash = written.lastIndexOf("/");
    const isOutside = attributes.get("TargetMode") === "External";
    found.push({
      id,
      type: written.slice(slash + 1),
      namespace: written.slice(0, Math.max(0, slash)),
      part: isOutside ? null : partAt(target, part),
    });
  });
  return found;
}

export const isTarget = (relationship: Relationship): relationship is Target => relationship.part !== null;

/** The `r:id` of an element: its prefix is free, and the namespace behind it differs between the two dialects of the standard. */
export const relationshipId = ({ attributes }: Pick<XmlElement, "attributes">): string | null =>
  [...attributes].find(([key]) => key.endsWith("relationships}id"))?.[1] ?? null;

/** What is wrong with a package, in a sentence, if that is what was thrown; else it is thrown again. */
export function describeBrokenPackage(error: unknown, what: string): string {
  if (error instanceof BrokenArchiveError || error instanceof BrokenXmlError) {
    return `This ${what} ${error.message}. Open it where it was made, save it again and check that.`;
  }
  throw error;
}
