import { COLUMN_FIELDS, type ColumnField, type Headings, plainHeading } from "../calendar/headings.ts";
import { lookerFor } from "../calendar/look-alikes.ts";

/** What a key can hold. */
export type Field = ColumnField | "text";

/** What the name of a key means, and how good a name it is for that: of two keys for one field the lower rank wins. */
export interface Meaning {
  readonly field: Field;
  readonly rank: number;
}

export interface KeyNames {
  /** Null where the name is not known. */
  readonly meaningOf: (key: string) => Meaning | null;
  /** What a name that is not known looks like. */
  readonly looksLike: (key: string) => Field | null;
  /** Whether a check goes by it. */
  readonly matters: (field: Field) => boolean;
}

/** Names of keys are those that calendars head their columns with. */
export function keyNames(words: Headings): KeyNames {
  const looksLike = lookerFor(words);
  return {
    meaningOf: remembered((key) => meaningIn(words, plainKey(key))),
    looksLike: remembered((key) => (ASIDE.test(plainKey(key)) ? null : looksLike(plainKey(key)))),
    matters: (field) => words.lookAlike.has(field),
  };
}

/** A key as headings are compared: `altText` and `alt_text` are "alt text". */
const plainKey = (key: string): string => plainHeading(key.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " "));

/** Ids, addresses and counts hold no copy, and when a record was made says nothing of when it goes out. */
const ASIDE = /\b(?:ids?|urls?|uri|href|counts?|number|total|hash|key|slug|token|created|updated|modified|deleted)\b/u;

function meaningIn(words: Headings, name: string): Meaning | null {
  const own = COLUMN_FIELDS.find((field) => plainHeading(field) === name);
  if (own !== undefined) return { field: own, rank: 0 };
  const copy = name === "text" ? 0 : words.copy.get(name);
  if (copy !== undefined) return { field: "text", rank: copy };
  for (const field of COLUMN_FIELDS) {
    const rank = words.fields.get(field)!.get(name);
    // A reference is often shared by several posts, and so no name of one of them.
    if (rank !== undefined && (field !== "id" || ID.test(name))) return { field, rank: rank + 1 };
  }
  const other = words.copyIfNoOther.get(name);
  return other === undefined ? null : { field: "text", rank: words.copy.size + other };
}

const ID = /\bid$/u;

/** A file has few keys, unless they are data. */
function remembered<Known>(find: (key: string) => Known): (key: string) => Known {
  const known = new Map<string, Known>();
  return (key) => {
    if (known.has(key)) return known.get(key)!;
    const found = find(key);
    if (known.size < MOST_REMEMBERED) known.set(key, found);
    return found;
  };
}

const MOST_REMEMBERED = 1000;
