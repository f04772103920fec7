import { MEDIA_KEYS } from "../../model/post.ts";
import { IGNORE_KEY } from "../markers.ts";
import { META_KEYS } from "../meta.ts";
import { isRecord } from "../values.ts";

export type Fields = Readonly<Record<string, unknown>>;

const OURS: ReadonlySet<string> = new Set(["id", "text", "meta", "title", "first_comment", IGNORE_KEY, ...META_KEYS]);
const OF_MEDIA: ReadonlySet<string> = new Set(MEDIA_KEYS);

export const isOurs = (key: string): boolean => OURS.has(key);

/** Whether there is no other key in a post, nor in what it holds. */
export function hasOurKeys(fields: Fields): boolean {
  for (const key in fields) if (!OURS.has(key)) return false;
  const { meta, media } = fields;
  if (isRecord(meta) && !hasOurKeys(meta)) return false;
  return !Array.isArray(media) || media.every((item) => !isRecord(item) || Object.keys(item).every(isOfMedia));
}

export const isOfMedia = (key: string): boolean => OF_MEDIA.has(key);
