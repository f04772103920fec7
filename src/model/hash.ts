/** FNV-1a over UTF-16 units, of `text` from `start` to `end`. */
export function hashOf(text: string, start: number, end: number, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
