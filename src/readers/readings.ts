import type { Post, Source, Stretch } from "../model/post.ts";
import type { Reading } from "./reader.ts";

export const postReading = (post: Post): Reading => ({ kind: "post", post });

export const problemAt = (source: Source, message: string): Reading => ({
  kind: "problem",
  problem: { source, message },
});

/** That nothing of a post could be checked: others may stand on its line. */
export const lostAt = (source: Source, message: string): Reading => ({
  kind: "problem",
  problem: { source, message, lost: true },
});

export const noteAt = (source: Source, message: string): Reading => ({ kind: "note", note: { source, message } });

/** A place of which at most the line is known. */
export const placeAt = (file: string, line: number | null): Source => ({
  file,
  line,
  sheet: null,
  row: null,
  cell: null,
});

/** The way back of copy that is escaped in its source: all that is known is the line. */
export const onLine = (line: number | null): readonly Stretch[] =>
  line === null ? [] : [{ start: 0, line, column: null, breaks: false }];

export const noPostIn = (file: string): Reading => noteAt(placeAt(file, null), "This file has no post");

export const NO_COPY_YET = "This post has no copy yet";

/** The paragraphs of alt texts, by their fields; `first` is the number of the media before them. */
export const altPlaces = (
  pictures: readonly { readonly paragraph: number }[],
  first = 0,
): NonNullable<Post["paragraphs"]> =>
  Object.fromEntries(
    pictures.map(({ paragraph }, index) => [`media[${first + index}].alt`, [{ start: 0, paragraph }]]),
  );

/** What a person wrote, quoted for a message; cut short, because a draft may stand where a value should. */
export function quoted(written: string): string {
  const flat = written.replace(/\s+/gu, " ").trim();
  return `"${flat.length > 40 ? `${flat.slice(0, 39)}…` : flat}"`;
}
