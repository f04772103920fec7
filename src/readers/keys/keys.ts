import type { ColumnMap } from "../calendar/columns.ts";
import { readMoment } from "../moment.ts";
import type { Draft } from "../post.ts";
import type { ReaderSettings, Reading } from "../reader.ts";
import { isRecord, own } from "../values.ts";
import { fits } from "./fit.ts";
import { isPart, mediaOf, type Part } from "./media.ts";
import { type Field, type KeyNames, keyNames } from "./names.ts";
import { type Fields, hasOurKeys, isOurs } from "./ours.ts";
import { valueAt } from "./paths.ts";
import { type Unread, unreadKeys } from "./unread.ts";

/** Brings the keys of the posts of one source to ours, and remembers those that were not read. */
export interface Keys {
  /** Several where a person said of several keys that they hold copy. */
  draftsOf(draft: Draft): readonly Draft[];
  /** What there is to say of the keys of all posts together, said of the source `file`. */
  notes(file: string): readonly Reading[];
}

/** The words are asked for when the first key is met that is none of ours. */
export function keysIn({ headings, map }: Pick<ReaderSettings, "headings" | "map">): {
  readonly draftsOf: (draft: Draft) => Promise<readonly Draft[]>;
  readonly notes: Keys["notes"];
} {
  const isMapped = Object.keys(map).length > 0;
  let keys: Keys | null = null;
  return {
    async draftsOf(draft) {
      if (!isMapped && hasOurKeys(draft.fields)) return [draft];
      keys ??= keysWith(keyNames(await headings()), map);
      return keys.draftsOf(draft);
    },
    notes: (file) => keys?.notes(file) ?? [],
  };
}

/** `map` says what stands under a key or a path such as `content.text`; null where nobody can give one. */
export function keysWith(names: KeyNames, map: ColumnMap | null): Keys {
  const unread = unreadKeys(names, map);
  return {
    draftsOf(draft) {
      const mapped = mappedIn(draft.fields, map ?? {}, unread);
      if (mapped.length === 0 && hasOurKeys(draft.fields)) return [draft];
      const { guessed, others, isTaken } = guessedIn(draft.fields, mapped, names);
      const given = [...mapped, ...guessed];
      const texts = given.filter(({ field }) => field === "text");
      // Of a post without copy it is told where copy may stand.
      if (isTaken("text")) for (const { key, path, value } of others) unread.see(key, path, value, isTaken);
      const known = knownIn(draft.fields, given, names, unread);
      if (texts.length === 0) return [withKeys(draft, known)];
      return texts.map((text) => {
        const one = withKeys(draft, knownWith(known, text));
        return texts.length === 1
          ? one
          : { ...one, derivedId: `${draft.derivedId}-${text.path}`, idSuffix: `-${text.path}` };
      });
    },
    notes: unread.notes,
  };
}

/** What a key of the post that is named otherwise gives for a field. */
interface Given {
  readonly field: Field;
  readonly path: string;
  readonly value: unknown;
}

function mappedIn(fields: Fields, map: ColumnMap, unread: Unread): readonly Given[] {
  return Object.entries(map).flatMap(([field, paths]) =>
    paths.flatMap((path): readonly Given[] => {
      const value = valueAt(fields, path);
      if (value === undefined) return [];
      unread.found(path);
      return [{ field: field as Field, path, value }];
    }),
  );
}

/** A key of a post that is none of ours. */
interface Foreign {
  readonly key: string;
  readonly path: string;
  readonly value: unknown;
}

interface Guesses {
  /** The best of the keys whose names mean a field that the post has under no key of ours. */
  readonly guessed: readonly Given[];
  readonly others: readonly Foreign[];
  readonly isTaken: (field: string) => boolean;
}

function guessedIn(fields: Fields, mapped: readonly Given[], names: KeyNames): Guesses {
  const meta = own(fields, "meta");
  const inner = isRecord(meta) ? meta : {};
  const taken = new Set<string>(mapped.map(({ field }) => field));
  const isTaken = (field: string) =>
    taken.has(field) || (isOurs(field) && (own(fields, field) !== undefined || own(inner, field) !== undefined));
  const candidates = [...foreignIn(fields, ""), ...foreignIn(inner, "meta.")]
    .filter(({ path }) => !mapped.some((given) => given.path === path || given.path.startsWith(`${path}.`)))
    .map((foreign) => ({ ...foreign, meaning: names.meaningOf(foreign.key) }))
    // What is left blank must not keep the words of another key from a field.
    .toSorted(
      (a, b) => Number(isBlank(a.value)) - Number(isBlank(b.value)) || (a.meaning?.rank ?? 0) - (b.meaning?.rank ?? 0),
    );
  const guessed: Given[] = [];
  const others: Foreign[] = [];
  for (const { meaning, ...foreign } of candidates) {
    if (meaning === null || isTaken(meaning.field) || !fits(meaning.field, foreign.value)) others.push(foreign);
    else {
      taken.add(meaning.field);
      guessed.push({ ...foreign, field: meaning.field });
    }
  }
  return { guessed, others, isTaken };
}

const isBlank = (value: unknown): boolean => value === null || (typeof value === "string" && value.trim() === "");

const foreignIn = (fields: Fields, prefix: string): readonly Foreign[] =>
  Object.entries(fields).flatMap(([key, value]) => (isOurs(key) ? [] : [{ key, path: `${prefix}${key}`, value }]));

/** Keys of ours, and how those are written that are named otherwise. */
interface Known {
  readonly fields: Fields;
  readonly written: ReadonlyMap<string, string>;
}

const knownWith = ({ fields, written }: Known, { field, path, value }: Given): Known => ({
  fields: { ...fields, [field]: value },
  written: new Map([...written, [field, path]]),
});

function knownIn(fields: Fields, given: readonly Given[], names: KeyNames, unread: Unread): Known {
  const givenFor = (field: Field) => given.find((one) => one.field === field)?.value;
  const parts = given.filter((one): one is Part => isPart(one.field));
  let known: Known = { fields, written: new Map() };
  for (const one of given) if (!isPart(one.field) && !TOGETHER.has(one.field)) known = knownWith(known, one);
  const media = mediaOf(known.fields, parts, names, unread);
  const date = withTime(own(known.fields, "publish_at"), givenFor("time"));
  const permission = withDate(own(known.fields, "permission"), givenFor("permission_given_at"));
  const all = {
    ...known.fields,
    ...(media !== null && { media: media.items }),
    ...(date !== null && { publish_at: date }),
    ...(permission !== null && { permission }),
  };
  const isGiven = (key: string) => (key === "media" ? media !== null : given.some(({ field }) => field === key));
  return {
    fields: withoutMeta(all, isGiven),
    written: new Map([...known.written, ...(media?.written ?? [])]),
  };
}

/** They only say more of another field. */
const TOGETHER: ReadonlySet<string> = new Set(["text", "weekday", "time", "permission_given_at"]);

/** What is given for a field wins over what `meta` says of it. */
function withoutMeta(fields: Fields, isGiven: (key: string) => boolean): Fields {
  const meta = own(fields, "meta");
  if (!isRecord(meta)) return fields;
  const left = Object.entries(meta).filter(([key]) => !isGiven(key));
  return { ...fields, meta: Object.fromEntries(left) };
}

function withTime(date: unknown, time: unknown): string | null {
  if (typeof date !== "string" || typeof time !== "string") return null;
  const together = `${date.trim()} ${time.trim()}`;
  return readMoment(together).kind === "moment" ? together : null;
}

const withDate = (permission: unknown, date: unknown): Fields | null =>
  typeof date === "string" && (typeof permission === "string" || permission === undefined)
    ? { reference: permission ?? "", given_at: date }
    : null;

const withKeys = (draft: Draft, { fields, written }: Known): Draft => ({ ...draft, fields, written });
