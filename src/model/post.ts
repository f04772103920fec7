import type { Span } from "./span.ts";

/** A place in a source. Lines and rows are 1-based; null where the reader can't know. */
export interface Source {
  /** Relative path with forward slashes; `-` is standard input. */
  readonly file: string;
  readonly line: number | null;
  readonly sheet: string | null;
  /** As a spreadsheet counts: the heading is row 1. */
  readonly row: number | null;
  readonly cell: string | null;
  /** From 1, where a document has no lines but paragraphs. */
  readonly paragraph?: number;
}

/** From `start` (UTF-16 offset in the text) on, the text stands in the source at `line`, `column`. */
export interface Stretch {
  readonly start: number;
  /** 1-based line of the source. */
  readonly line: number;
  /** 1-based column in UTF-16 units; null where the format hides it (an escaped JSON string, a quoted cell). */
  readonly column: number | null;
  /** False where a line break of the text is none of the source (JSON's `\n`): the whole stretch is on one line. */
  readonly breaks: boolean;
}

/** From `start` (UTF-16 offset in the text) on, the text stands in this paragraph of a document, from 1. */
export interface ParagraphStart {
  readonly start: number;
  readonly paragraph: number;
}

/** A point in time with the words it was read from. */
export interface Moment {
  /** Milliseconds since 1970 UTC. A time without a zone was read as Europe/London. */
  readonly at: number;
  readonly written: string;
}

export const MEDIA_KEYS = ["file", "alt", "credit", "licence", "consent"] as const;
export type Media = { readonly [Key in (typeof MEDIA_KEYS)[number]]?: string };

export const ACCOUNTS = ["corporate", "programme", "personal"] as const;
export type Account = (typeof ACCOUNTS)[number];

export const AUTHORS = ["employee", "agency-worker", "student", "volunteer", "third-party"] as const;
export type Author = (typeof AUTHORS)[number];

export interface Permission {
  /** Null where the key is there and empty: known to be missing. */
  readonly reference: string | null;
  readonly given_at?: Moment;
  readonly plan?: string;
}

/** What is known about a post besides its copy, under the names that people write in their files. */
export interface Meta {
  /** A name of the channel table, or the text as written where the table does not know it. */
  readonly channel?: string;
  readonly account?: Account;
  readonly author?: Author;
  readonly publish_at?: Moment;
  readonly embargo_until?: Moment;
  readonly permission?: Permission;
  readonly campaign_starts_at?: Moment;
  readonly approved_by?: string;
  readonly approved_at?: Moment;
  readonly status?: string;
  readonly owner?: string;
  readonly link?: string;
  readonly media?: readonly Media[];
  /** Names of the channel table, where `channel` as written has several of them ("LinkedIn + X"). */
  readonly channels?: readonly string[];
  /** Dates that no calendar has (31 June), by their field, as written. */
  readonly impossible?: Readonly<Record<string, string>>;
  /** The weekday that its author wrote beside the date of publication. */
  readonly weekday?: string;
}

/** Copy of a post: its text, or another published passage such as `title`, `first_comment`, `media[0].alt`. */
export interface Copy {
  readonly field: string;
  readonly text: string;
  /** Ordered by start; empty where only the post's own line is known. */
  readonly stretches: readonly Stretch[];
}

/** What a person wrote beside a post so that a finding may stand. A reader only reads it; whether it holds is judged later. */
export interface Marker {
  readonly kind: "comment" | "key" | "column";
  /** As written; null where it is not said. */
  readonly rule: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly until: string | null;
  /** The part of the text that it is about; null for the whole post. */
  readonly covers: Span | null;
  /** It stands in front matter that holds for every post of its file. */
  readonly shared: boolean;
}

export interface Post {
  readonly id: string;
  /** Whether the author gave the id. A derived one (`row-12`) is no part of any identity. */
  readonly named: boolean;
  readonly source: Source;
  /** Row of the headings above it, as a spreadsheet counts; only where the post comes from a table. */
  readonly headingRow?: number;
  /** Not empty; the first is the post's `text`. */
  readonly copy: readonly [Copy, ...Copy[]];
  readonly meta: Meta;
  readonly markers?: readonly Marker[];
  /** The 1-based line of what is no copy, by its name (`publish_at`, `postlint_ignore[0]`), where it is not the post's own. */
  readonly lines?: Readonly<Record<string, number>>;
  /** The cell of each field that has one of its own (`publish_at` is B14, `text` is D14), where the source has cells. */
  readonly cells?: Readonly<Record<string, string>>;
  /** The paragraphs of each field, ordered by start and never empty, where the source is a document. */
  readonly paragraphs?: Readonly<Record<string, readonly ParagraphStart[]>>;
}
