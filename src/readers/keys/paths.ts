import { isRecord, own } from "../values.ts";

/** The value at `content.text` or `content.media[0].alt`; undefined where there is none. A key that is written so wins. */
export function valueAt(fields: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let value: unknown = fields;
  for (const key of path.split(/[.[\]]+/u).filter((part) => part !== "")) {
    if (Array.isArray(value)) value = /^\d+$/u.test(key) ? value[Number(key)] : undefined;
    else value = isRecord(value) ? own(value, key) : undefined;
  }
  return value;
}

/** Where under a key words stand that may be copy, the first such place; null where there are none. */
export function wordsUnder(value: unknown, path: string, deeper = DEEPEST): string | null {
  if (typeof value === "string") return hasSeveralWords(value) ? path : null;
  if (deeper === 0 || typeof value !== "object" || value === null) return null;
  const inner = Array.isArray(value)
    ? value.slice(0, MOST_ITEMS).map((item, index) => [`${path}[${index}]`, item] as const)
    : Object.entries(value).map(([key, item]) => [`${path}.${key}`, item] as const);
  for (const [place, item] of inner) {
    const found = wordsUnder(item, place, deeper - 1);
    if (found !== null) return found;
  }
  return null;
}

/** The path of the first list of records, the nearest one first; null where there is none. */
export function listUnder(fields: Readonly<Record<string, unknown>>): string | null {
  let level: readonly (readonly [string, unknown])[] = Object.entries(fields);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const list = level.find(([, value]) => Array.isArray(value) && value.length > 0 && value.every(isRecord));
    if (list !== undefined) return list[0];
    level = level.flatMap(([path, value]) =>
      isRecord(value) ? Object.entries(value).map(([key, inner]) => [`${path}.${key}`, inner] as const) : [],
    );
  }
  return null;
}

const hasSeveralWords = (text: string): boolean =>
  text
    .trimStart()
    .slice(0, LOOKED_AT)
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word)).length >= FEWEST_WORDS;

/** One or two are a name or a tag. */
const FEWEST_WORDS = 3;
const LOOKED_AT = 500;
const DEEPEST = 4;
const MOST_ITEMS = 20;
