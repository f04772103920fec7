import type { Copy, Marker, Meta, Post, Source, Stretch } from "../model/post.ts";
import type { Span } from "../model/span.ts";
import { describeNoText, hintToWords } from "./keys/unread.ts";
import { IGNORE_KEY, type MarkerWords, markersFrom } from "./markers.ts";
import { type Lookup, META_KEYS, readMeta } from "./meta.ts";
import type { ReaderSettings, Reading } from "./reader.ts";
import { NO_COPY_YET, noteAt, onLine, postReading, problemAt, quoted } from "./readings.ts";
import { RecentIds } from "./recent-ids.ts";
import { isRecord, kindOf, own, readText, type Tell } from "./values.ts";

/** A record of a source before it is a post: its keys as written, and its place. */
export interface Draft {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The post's id where the fields give none. */
  readonly derivedId: string;
  readonly source: Source;
  /** The way back of a value by its path as written (`text`, `meta.media[0].alt`); undefined where only the line of `source` is known. */
  readonly wayBack?: (path: string) => readonly Stretch[] | undefined;
  readonly headingRow?: number;
  readonly cells?: Post["cells"];
  readonly lines?: Post["lines"];
  readonly paragraphs?: Post["paragraphs"];
  /** Words that are shown around the text, by where they stand: `footer`. They are checked as copy. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Appended to an id that the fields give, where one record makes several posts. */
  readonly idSuffix?: string;
  /** The paths of keys that are written otherwise than ours: `publish_at` may stand under `scheduled_at`. */
  readonly written?: ReadonlyMap<string, string>;
  /** Markers in comments beside the copy. */
  readonly comments?: readonly Comment[];
  /** Keys that hold for every post of the file are not the post's own. */
  readonly shared?: boolean;
}

/** A marker in a comment, and what it stands above. */
export interface Comment {
  readonly words: MarkerWords;
  /** 1-based. */
  readonly line: number;
  readonly covers: Span | null;
}

export interface DraftSettings {
  /**
   * `note` where the meaning of a column was guessed from its name: an author column may well hold names. Each word is told of
   * once then, in its own cell, as a column repeats its words.
   */
  readonly unknownWords: "problem" | "note";
}

/**
 * Turns the drafts of one source into posts. It remembers their latest ids, so that a second use is noted.
 * What is wrong with the defaults comes before the first draft, without a source.
 */
export function postsOf(
  settings: Pick<ReaderSettings, "defaults">,
  { unknownWords }: DraftSettings = { unknownWords: "problem" },
): (draft: Draft) => readonly Reading[] {
  const said: Reading[] = [];
  const assumed = readMeta((key) => at(settings.defaults, key, key), tellTo(said, null, "problem"), {});
  const ids = new RecentIds();
  const notedWords = new Set<string>();

  return (draft) => {
    const readings = said.splice(0);
    const content =
      plainContent(draft, assumed) ?? fullContent(draft, assumed, tellTo(readings, draft, unknownWords, notedWords));
    if (content === null) return readings.map(asLost);
    const { id, named } = identify(draft, readings);
    if (named && ids.isSecondUse(id)) {
      readings.push(noteAt(draft.source, `The id ${quoted(id)} is used by more than one post`));
    }
    readings.push(
      postReading({
        id,
        named,
        source: draft.source,
        ...content,
        ...(draft.headingRow !== undefined && { headingRow: draft.headingRow }),
        ...(draft.cells && { cells: draft.cells }),
        ...(draft.paragraphs && { paragraphs: draft.paragraphs }),
        ...(draft.lines && { lines: { ...draft.lines, ...content.lines } }),
      }),
    );
    return readings;
  };
}

/** The defaults are no part of the post. */
const asLost = (reading: Reading): Reading =>
  reading.kind === "problem" && reading.problem.source !== null
    ? { ...reading, problem: { ...reading.problem, lost: true } }
    : reading;

type Content = Pick<Post, "copy" | "meta" | "markers" | "lines">;

/** Keys that make a post more than its id and text. */
const MORE: ReadonlySet<string> = new Set(["meta", "title", "first_comment", IGNORE_KEY, ...META_KEYS]);

/** The short way for the many posts that are text and no more; null for the others. */
function plainContent(draft: Draft, meta: Meta): Content | null {
  const text = own(draft.fields, "text");
  if (typeof text !== "string" || text.trim() === "" || draft.comments !== undefined || draft.beside !== undefined)
    return null;
  for (const key in draft.fields) if (MORE.has(key)) return null;
  return { copy: [copyOf(draft, "text", text, pathOf(draft, "text"))], meta };
}

/** Null where there is no copy at all, which is told of. */
function fullContent(draft: Draft, assumed: Meta, tell: Tell): Content | null {
  const lookup = lookupIn(draft, tell);
  const meta = readMeta(lookup, tell, assumed);
  const body = own(draft.fields, "text");
  if (body === undefined) {
    tell.problem(describeNoText(draft.fields));
    return null;
  }
  if (body !== null && typeof body !== "string") {
    tell.problem(`${pathOf(draft, "text")} should be text, not ${kindOf(body)}${hintToWords(body)}`);
    return null;
  }
  const others = otherCopy(draft, lookup, meta, tell);
  if ((body ?? "").trim() === "" && others.length === 0) {
    tell.note(NO_COPY_YET);
    return null;
  }
  return {
    copy: [copyOf(draft, "text", body ?? "", pathOf(draft, "text")), ...others],
    meta,
    ...markersOf(draft, lookup, tell),
  };
}

function markersOf(draft: Draft, lookup: Lookup, tell: Tell): Pick<Post, "markers" | "lines"> {
  const given = lookup(IGNORE_KEY);
  const kind = draft.source.row === null ? "key" : "column";
  const line = (given && draft.wayBack?.(given.path)?.[0]?.line) ?? draft.source.line;
  const inFields = given === undefined ? [] : markersFrom(given.value, given.path, tell);
  const all: readonly { readonly marker: Marker; readonly line: number | null }[] = [
    ...inFields.map((words) => ({
      marker: { kind, ...words, covers: null, shared: draft.shared === true } as const,
      line,
    })),
    ...(draft.comments ?? []).map(({ words, covers, line }) => ({
      marker: { kind: "comment", ...words, covers, shared: false } as const,
      line,
    })),
  ];
  if (all.length === 0) return {};
  const lines = all.flatMap(({ line }, index) => (line === null ? [] : [[markerField(index), line] as const]));
  return { markers: all.map(({ marker }) => marker), lines: Object.fromEntries(lines) };
}

const markerField = (index: number): string => `${IGNORE_KEY}[${index}]`;

/** Published passages besides the text. */
function otherCopy(draft: Draft, lookup: Lookup, meta: Meta, tell: Tell): Copy[] {
  const copies: Copy[] = [];
  for (const field of ["title", "first_comment"]) {
    const given = lookup(field);
    if (given === undefined) continue;
    const text = readText(given.value, given.path, tell);
    if (text !== undefined) copies.push(copyOf(draft, field, text, given.path));
  }
  const media = lookup("media")?.path ?? "media";
  for (const [index, { alt }] of (meta.media ?? []).entries()) {
    const field = `media[${index}].alt`;
    if (alt !== undefined)
      copies.push(copyOf(draft, field, alt, draft.written?.get(field) ?? `${media}[${index}].alt`));
  }
  for (const [field, text] of Object.entries(draft.beside ?? {})) copies.push(copyOf(draft, field, text, field));
  return copies;
}

/** `path` is where the text stands among the keys of the post. */
const copyOf = ({ wayBack, source }: Draft, field: string, text: string, path: string): Copy => ({
  field,
  text,
  stretches: wayBack?.(path) ?? onLine(source.line),
});

const pathOf = ({ written }: Pick<Draft, "written">, key: string): string => written?.get(key) ?? key;

/** Looks in `meta` first, then among the post's own keys. */
function lookupIn(draft: Draft, tell: Tell): Lookup {
  const { fields } = draft;
  const meta = own(fields, "meta");
  if (meta !== undefined && meta !== null && !isRecord(meta)) {
    tell.problem(`meta should hold keys such as channel and publish_at, not be ${kindOf(meta)}`);
  }
  const inner = isRecord(meta) ? meta : {};
  return (key) => at(inner, key, `meta.${key}`) ?? at(fields, key, pathOf(draft, key));
}

function at(record: Readonly<Record<string, unknown>>, key: string, path: string): ReturnType<Lookup> {
  const value = own(record, key);
  return value === undefined ? undefined : { value, path };
}

function identify(draft: Draft, readings: Reading[]): { id: string; named: boolean } {
  const id = own(draft.fields, "id");
  if (typeof id === "number" || (typeof id === "string" && id.trim() !== "")) {
    return { id: `${id}`.trim() + (draft.idSuffix ?? ""), named: true };
  }
  if (id !== undefined && id !== null && typeof id !== "string") {
    readings.push(problemAt(draft.source, `id should be text or a number, not ${kindOf(id)}`));
  }
  return { id: draft.derivedId, named: false };
}

function tellTo(
  readings: Reading[],
  draft: Draft | null,
  unknownWords: "problem" | "note",
  noted: Set<string> = new Set(),
): Tell {
  const source = draft?.source ?? null;
  const problem = (message: string) => void readings.push({ kind: "problem", problem: { source, message } });
  const note = (message: string) => void readings.push({ kind: "note", note: { source, message } });
  const noteOnce = (path: string, message: string) => {
    if (noted.has(message)) return;
    noted.add(message);
    readings.push({ kind: "note", note: { source: draft && placeOfField(draft, path), message } });
  };
  if (unknownWords === "note") return { problem, note, unknownWord: noteOnce, unknownChannel: noteOnce };
  return {
    ...{ problem, note },
    unknownWord: (_, message) => problem(message),
    unknownChannel: (_, message) => note(message),
  };
}

/** Of a row, the cell that holds the field. */
const placeOfField = ({ source, cells, lines, paragraphs }: Draft, field: string): Source => ({
  ...source,
  ...(paragraphs?.[field]?.[0] && { paragraph: paragraphs[field][0].paragraph }),
  line: lines?.[field] ?? source.line,
  cell: cells?.[field] ?? source.cell,
});
