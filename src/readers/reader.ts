import type { Post } from "../model/post.ts";
import type { Note, Problem } from "../model/report.ts";
import type { ColumnMap } from "./calendar/columns.ts";
import type { Headings } from "./calendar/headings.ts";
import type { Mapping } from "./calendar/mapping.ts";

/** Bytes with a name. The name decides the reader; nothing here opens a file. */
export interface SourceBytes {
  /** Relative path with forward slashes; `-` is standard input. */
  readonly name: string;
  /** In order; read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What a reader finds on its way through a source, in source order. */
export type Reading =
  | { readonly kind: "post"; readonly post: Post }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "note"; readonly note: Note }
  /** What was recognised of a table, before its first post. */
  | { readonly kind: "mapping"; readonly mapping: Mapping };

export interface ReaderSettings {
  /** Metadata that a post has unless it says otherwise, as written by a person: `{ channel: "Twitter" }`. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Asked for when the first calendar is met. */
  readonly headings: () => Promise<Headings>;
  /** What a person said about the columns of calendars. */
  readonly map: ColumnMap;
}

/**
 * Turns a source into posts as it goes, so that a file may be larger than memory.
 * It never throws over what the bytes hold: that becomes a problem with its place, and the posts around it are still read.
 */
export type Reader = (source: SourceBytes, settings: ReaderSettings) => AsyncIterable<Reading>;
