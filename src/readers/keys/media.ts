import type { MEDIA_KEYS } from "../../model/post.ts";
import { isRecord, own } from "../values.ts";
import type { KeyNames } from "./names.ts";
import { type Fields, isOfMedia } from "./ours.ts";
import type { Unread } from "./unread.ts";

type MediaKey = (typeof MEDIA_KEYS)[number];

/** A key of the post itself that says something of its media: `alt_text`, `images`. */
export interface Part {
  readonly field: MediaKey;
  readonly path: string;
  readonly value: unknown;
}

export const isPart = (field: string): field is MediaKey => isOfMedia(field);

export interface Media {
  readonly items: readonly unknown[];
  /** How keys such as `media[0].alt` are written. */
  readonly written: ReadonlyMap<string, string>;
}

/** The media of a post under our keys; null where nothing says anything of them, or they are no list. */
export function mediaOf(fields: Fields, parts: readonly Part[], names: KeyNames, unread: Unread): Media | null {
  const listed = listIn(fields, parts);
  if (listed === null) return null;
  const written = new Map(listed.path === "media" ? [] : [["media", listed.path]]);
  const items = listed.items.map((item, index) => {
    const known = isRecord(item)
      ? itemOf(item, `${listed.path}[${index}]`, names, unread)
      : { fields: item, written: [] };
    for (const [key, path] of known.written) written.set(`media[${index}].${key}`, path);
    return known.fields;
  });
  const beside = parts.filter(({ path }) => path !== listed.path);
  const first = withParts(items[0], beside, unread);
  for (const { field, path } of beside) written.set(`media[0].${field}`, path);
  // A credit alone says nothing of an image that needs words beside it.
  if (items.length === 0 && !beside.some(({ field }) => field === "file" || field === "alt")) return null;
  return { items: [first, ...items.slice(1)], written };
}

interface Listed {
  readonly path: string;
  readonly items: readonly unknown[];
}

function listIn(fields: Fields, parts: readonly Part[]): Listed | null {
  const meta = own(fields, "meta");
  const inMeta = isRecord(meta) ? own(meta, "media") : undefined;
  const media = inMeta ?? own(fields, "media");
  if (media !== undefined && media !== null) {
    return Array.isArray(media) ? { path: inMeta === undefined ? "media" : "meta.media", items: media } : null;
  }
  const files = parts.find(({ field, value }) => field === "file" && typeof value === "object");
  if (files !== undefined) return { path: files.path, items: Array.isArray(files.value) ? files.value : [files.value] };
  return parts.length === 0 ? null : { path: "media", items: [] };
}

/** Of a medium only words are told of: its other keys are sizes, kinds and addresses. */
const isTaken = () => true;

interface Item {
  readonly fields: Fields;
  readonly written: readonly (readonly [MediaKey, string])[];
}

/** The address of a picture is that of its file. */
function itemOf(item: Fields, path: string, names: KeyNames, unread: Unread): Item {
  const fields: Record<string, unknown> = { ...item };
  const written: (readonly [MediaKey, string])[] = [];
  for (const [key, value] of Object.entries(item)) {
    if (isOfMedia(key)) continue;
    const meaning = names.meaningOf(key)?.field;
    const field = meaning === "link" ? "file" : meaning;
    if (field !== undefined && isPart(field) && fields[field] === undefined && typeof value === "string") {
      fields[field] = value;
      written.push([field, `${path}.${key}`]);
    } else unread.see(key, `${path.replace(/\[\d+\]/gu, "[]")}.${key}`, value, isTaken);
  }
  return { fields, written };
}

function withParts(first: unknown, parts: readonly Part[], unread: Unread): unknown {
  const item: Record<string, unknown> = isRecord(first) ? { ...first } : first === undefined ? {} : { file: first };
  for (const { field, path, value } of parts) {
    if (item[field] === undefined) item[field] = value;
    else unread.see(field, path, value, () => false);
  }
  return parts.length === 0 ? first : item;
}
