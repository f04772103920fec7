/** The signs of every wording by `keyOf`, as JSON, where the build has worked them out; to do so takes longer than to check a draft. */
export const READY_SIGNS: string | null = null;

/** FNV-1a over UTF-16 units, in base 36. */
export function keyOf(wording: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < wording.length; at++) hash = Math.imul(hash ^ wording.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
