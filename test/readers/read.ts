import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Post } from "../../src/model/post.ts";
import { headingsFrom } from "../../src/readers/calendar/headings.ts";
import { readerFor } from "../../src/readers/index.ts";
import type { Reading } from "../../src/readers/reader.ts";

export interface Read {
  readonly posts: readonly Post[];
  /** `file:line: message`, or the message alone where no source is named. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly readings: readonly Reading[];
}

const shipped = headingsFrom(parse(readFileSync(new URL("../../rules/headings.yaml", import.meta.url), "utf8")));
export const headings = async () => shipped;

/** Reads a source that is held in memory, in chunks of `size` bytes. */
export async function read(
  name: string,
  content: string | Uint8Array,
  defaults: Readonly<Record<string, unknown>> = {},
  size = 65_536,
  map: Readonly<Record<string, readonly string[]>> = {},
): Promise<Read> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reader = readerFor(name);
  if (reader === null) throw new Error(`no reader for ${name}`);
  const readings: Reading[] = [];
  for await (const reading of reader({ name, bytes: chunksOf(bytes, size) }, { defaults, map, headings }))
    readings.push(reading);
  return {
    readings,
    posts: readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : [])),
    problems: readings.flatMap((reading) => (reading.kind === "problem" ? [placed(reading.problem)] : [])),
    notes: readings.flatMap((reading) => (reading.kind === "note" ? [placed(reading.note)] : [])),
  };
}

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

export const texts = ({ posts }: Read): readonly string[] => posts.map(({ copy }) => copy[0].text);

/**
 * Each run of a post's text beside what its source has at the place that the way back gives, line breaks aside.
 * The two are the same where the way back is right.
 */
export function runsOf(post: Post, source: string): { kept: string; there: string }[] {
  const lines = source.replace(/^\uFEFF/u, "").split(/\r\n|\r|\n/u);
  const { text, stretches } = post.copy[0];
  return stretches.flatMap(({ start, line, column, breaks }, index) => {
    if (column === null || !breaks) throw new Error("no way back to a column");
    const run = text.slice(start, stretches[index + 1]?.start);
    return run.split("\n").map((kept, down) => {
      const from = down === 0 ? column - 1 : 0;
      return {
        kept,
        there: (lines[line - 1 + down] ?? "").slice(from, from + kept.length),
      };
    });
  });
}

function placed({ source, message }: { source: Post["source"] | null; message: string }): string {
  return source === null ? message : `${source.file}:${source.line ?? "-"}: ${message}`;
}
