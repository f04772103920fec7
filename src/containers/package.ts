import { type Archive, BrokenArchiveError } from "./archive.ts";
import { BrokenXmlError, walkXml, type XmlElement } from "./xml.ts";

/** A zip file is read from its end, so its bytes are held; a draft is hardly ever larger than a few megabytes. */
export const MOST_PACKED = 100_000_000;

/** Bytes that the parts of a package may unpack to, all together. */
export const MOST_UNPACKED = 400_000_000;

/** A part of a package that others point at. */
export interface Target {
  /** Name of the part within the archive. */
  readonly part: string;
  /** The end of the relationship's type: `worksheet`, `styles` … */
  readonly type: string;
}

/** Reads an XML part; null where there is none of that name. Throws what the archive throws, or a `BrokenXmlError`. */
export async function walkPart(archive: Archive, part: string, visit: (element: XmlElement) => void): Promise<boolean> {
  const bytes = await archive.read(part);
  if (bytes === null) return false;
  await walkXml(xmlText(bytes), visit);
  return true;
}

/** Where the relationships of a part lead, by their id. Links to the outside are left out. */
export async function targetsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Target>> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const targets = new Map<string, Target>();
  await walkPart(archive, `${folder}_rels/${part.slice(slash)}.rels`, ({ name, attributes }) => {
    const [id, type, target] = ["Id", "Type", "Target"].map((key) => attributes.get(key));
    if (name !== "Relationship" || id === undefined || target === undefined) return;
    if (attributes.get("TargetMode") === "External") return;
    targets.set(id, { part: resolved(folder, target), type: (type ?? "").slice((type ?? "").lastIndexOf("/") + 1) });
  });
  return targets;
}

/** What is wrong with a package, in a sentence, if that is what was thrown; else it is thrown again. */
export function describeBrokenPackage(error: unknown, what: string): string {
  if (error instanceof BrokenArchiveError || error instanceof BrokenXmlError) {
    return `This ${what} ${error.message}. Open it where it was made, save it again and check that.`;
  }
  throw error;
}

function resolved(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : `${folder}${target}`).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** XML parts are UTF-8, or UTF-16 with a mark. */
function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
