import type { Post } from "../model/post.ts";
import type { Note, Problem } from "../model/report.ts";

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
  | { readonly kind: "note"; readonly note: Note };

export interface ReaderSettings {
  /** Metadata that a post has unless it says otherwise, as written by a person: `{ channel: "Twitter" }`. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/**
 * Turns a source into posts as it goes, so that a file may be larger than memory.
 * It never throws over what the bytes hold: that becomes a problem with its place, and the posts around it are still read.
 */
export type Reader = (source: SourceBytes, settings: ReaderSettings) => AsyncIterable<Reading>;
