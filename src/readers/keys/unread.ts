import { allOf, anyOf } from "../../model/listing.ts";
import type { ColumnMap } from "../calendar/columns.ts";
import { plainHeading } from "../calendar/headings.ts";
import { isChannelName } from "../channel.ts";
import type { Reading } from "../reader.ts";
import { noteAt, placeAt, quoted } from "../readings.ts";
import type { Field, KeyNames } from "./names.ts";
import { listUnder, wordsUnder } from "./paths.ts";

/** Keys that were not read, gathered so that a file of a thousand posts says it once. */
export interface Unread {
  /** `isTaken` says of which fields the post has another value. */
  see(key: string, path: string, value: unknown, isTaken: (field: string) => boolean): void;
  /** A path of the map that a post has. */
  found(path: string): void;
  /** Said of the source `file`. */
  notes(file: string): readonly Reading[];
}

/** `map` is null where nobody can give one. */
export function unreadKeys(names: KeyNames, map: ColumnMap | null): Unread {
  const seen = new Map<string, Field | null>();
  const absent = new Set(Object.values(map ?? {}).flat());
  let more = 0;
  return {
    see(key, path, value, isTaken) {
      const guess = guessFor(names, key, value, isTaken);
      const words = wordsUnder(value, path);
      if ((guess === null && words === null) || seen.has(words ?? path)) return;
      if (seen.size < MOST_NAMED) seen.set(words ?? path, guess);
      else more += 1;
    },
    found: (path) => void absent.delete(path),
    notes: (file) => {
      const sentences = [
        ...(absent.size > 0 ? [describeAbsent([...absent])] : []),
        ...(seen.size > 0 ? [describeSeen([...seen], more, map !== null)] : []),
      ];
      return sentences.map((sentence) => noteAt(placeAt(file, null), sentence));
    },
  };
}

/** More than these make no sentence that anybody reads. */
const MOST_NAMED = 8;

/** What a key seems to hold that matters and that its post does not have; null where it seems to hold nothing of that. */
function guessFor(names: KeyNames, key: string, value: unknown, isTaken: (field: string) => boolean): Field | null {
  const meant = names.meaningOf(key)?.field ?? null;
  const field = meant ?? names.looksLike(key) ?? (isChannel(value) ? "channel" : null);
  if (field === null || isTaken(field) || !names.matters(field)) return null;
  // A number can only be a date, and only under a name that says so.
  if (typeof value === "number") return meant !== null && /_at$/u.test(field) ? field : null;
  return isText(value) || (Array.isArray(value) && value.some(isText)) || wordsUnder(value, key) !== null
    ? field
    : null;
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

const isChannel = (value: unknown): boolean => typeof value === "string" && isChannelName(plainHeading(value));

const describeAbsent = (paths: readonly string[]): string =>
  `No post here has a key ${anyOf(paths.map(quoted))}, so nothing was read from it. In JSON and YAML a map names keys, as in --map text=body or text=content.text.`;

function describeSeen(seen: readonly (readonly [string, Field | null])[], more: number, canMap: boolean): string {
  const named = seen.map(([path, field]) => (field === null ? quoted(path) : `${quoted(path)} (${field}?)`));
  const all = allOf([...named, ...(more > 0 ? [`${more} more`] : [])]);
  const isOne = named.length + more === 1;
  const subject = isOne ? "A key that is not known here was" : "Keys that are not known here were";
  const [path, field] = seen.find(([, guess]) => guess !== null) ?? seen[0]!;
  // What looks like nothing that is known may be talk about the post, which nobody should make copy of.
  const condition =
    field !== null ? `To have ${isOne ? "it" : "one"} read` : `If ${isOne ? "it is" : "one of them is"} published`;
  const remedy = canMap
    ? `say what it holds, as in --map ${field ?? "title"}=${path}`
    : `give it a name such as ${field ?? "title"}`;
  return `${subject} not read: ${all}. ${condition}, ${remedy}.`;
}

/** Why a record has no copy to check, and where copy may stand in it. */
export function describeNoText(fields: Readonly<Record<string, unknown>>): string {
  const none = 'This post has no "text", the key that holds its copy';
  const listed = listUnder(fields);
  if (listed !== null)
    return `${none}. It holds a list under ${quoted(listed)}: if those are the posts, put the list alone into the file, or name it "posts" at the top: {"posts": [{"text": …}]}`;
  const paths = Object.entries(fields).flatMap(([key, value]) => wordsUnder(value, key) ?? []);
  if (paths.length === 0) return none;
  return `${none}. Words stand under ${anyOf(paths.slice(0, MOST_NAMED).map(quoted))}: name the key "text", or say which it is, as in --map text=${paths[0]}`;
}

/** Where in a value that should be copy words stand. */
export function hintToWords(value: unknown): string {
  const path = wordsUnder(value, "text");
  return path === null ? "" : `. Words stand under ${quoted(path)}: say so, as in --map text=${path}`;
}
