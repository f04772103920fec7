/** Chunks as one run of bytes. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** All that a source gives, as one run of bytes. */
export const gathered = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  (await gatheredUpTo(Number.POSITIVE_INFINITY, chunks))!;

/** The same; null where there are more than `most` bytes. */
export async function gatheredUpTo(most: number, chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    length += chunk.length;
    if (length > most) return null;
  }
  return joined(all);
}
