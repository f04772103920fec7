/** FNV-1a over UTF-16 units, of `text` from `start` to `end`. A learned model knows the word lists of its rules by it. */
export function hashOf(text: string, start: number, end: number, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Two hashes of a whole text, of which two texts hardly ever share both. */
export const hashesOf = (text: string): readonly [number, number] => [
  hashOf(text, 0, text.length),
  hashOf(text, 0, text.length, OTHER_SEED),
];

/** Any number but the one that FNV-1a begins with. */
const OTHER_SEED = 0x2545f491;
