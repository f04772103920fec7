import type { FileEntry } from "@zip.js/zip.js";
import { joined } from "./bytes.ts";
import { partKey } from "./part-names.ts";

/** A zip file of an Office program, whose parts can be read, and copied with some of them changed. */
export interface Archive {
  /** In the order of the archive. */
  readonly names: readonly string[];
  /** Inflates one part; null where there is none of that name, however it is written. Throws a `BrokenArchiveError`. */
  read(name: string): Promise<Uint8Array | null>;
  /**
   * The same archive with parts replaced or added. Every other part keeps its compressed bytes as they are, and
   * its date and attributes. Parts that are added come last, in the order of `changes`.
   */
  rewrite(changes: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array>;
}

/** The bytes are no zip file, or one that is damaged, locked or larger inside than it may be. The message reads well behind a name. */
export class BrokenArchiveError extends Error {
  override readonly name = "BrokenArchiveError";
}

/**
 * Opens a zip file. `limit` bounds the bytes that its parts may inflate to, all together: they are counted as they
 * come, since the sizes that an archive declares may be false.
 *
 * zip.js is used because it alone copies a part as it is compressed, with all that its entry says (`passThrough`).
 */
export async function openArchive(bytes: Uint8Array, limit: number): Promise<Archive> {
  const zip = await import("@zip.js/zip.js/lib/zip-core-native.js");
  zip.configure({ useWebWorkers: false });
  const entries = await attempt(() => new zip.ZipReader(new zip.Uint8ArrayReader(bytes)).getEntries());
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const byKey = new Map(files.map((file) => [partKey(file.filename), file]));
  if (files.some(({ encrypted }) => encrypted)) throw new BrokenArchiveError("is locked with a password");
  let left = limit;
  const take = (chunk: Uint8Array): Uint8Array => {
    left -= chunk.length;
    if (left < 0) throw new BrokenArchiveError(`unpacks to more than ${Math.round(limit / 1_000_000)} MB`);
    return chunk;
  };
  return {
    names: files.map(({ filename }) => filename),
    async read(name) {
      const chunks: Uint8Array[] = [];
      const gather = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(take(chunk)) });
      const file = byKey.get(partKey(name));
      if (file === undefined) return null;
      await attempt(() => file.getData(gather, { checkSignature: true }));
      return joined(chunks);
    },
    async rewrite(changes) {
      const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), { extendedTimestamp: false });
      for (const entry of entries) {
        const changed = changes.get(entry.filename);
        if (entry.directory) await writer.add(entry.filename, undefined, { directory: true, entry });
        else if (changed !== undefined)
          await writer.add(entry.filename, new zip.Uint8ArrayReader(changed), likeOf(entry));
        else await writer.add(entry.filename, await packed(entry, zip), { entry, passThrough: true });
      }
      for (const [name, added] of changes) {
        if (!files.some(({ filename }) => filename === name))
          await writer.add(name, new zip.Uint8ArrayReader(added), likeOf(files[0]));
      }
      return await writer.close();
    },
  };
}

type Zip = typeof import("@zip.js/zip.js");

/** A part as it stands in the archive, compressed. */
async function packed(entry: FileEntry, zip: Zip) {
  const bytes = await attempt(() => entry.getData(new zip.Uint8ArrayWriter(), { passThrough: true }));
  return new zip.Uint8ArrayReader(bytes);
}

/** What is written anew is dated as the archive is: the same input gives the same bytes on any day. */
const likeOf = (entry: FileEntry | undefined) => ({
  dataDescriptor: false,
  ...(entry === undefined ? {} : { rawLastModDate: Number(entry.rawLastModDate) }),
});

async function attempt<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof BrokenArchiveError) throw error;
    throw new BrokenArchiveError("is no zip file that can be read: it may be cut short or damaged", { cause: error });
  }
}
