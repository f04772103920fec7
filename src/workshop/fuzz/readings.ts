import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Post, Source } from "../../model/post.ts";
import type { Note, Problem } from "../../model/report.ts";
import { headingsFrom } from "../../readers/calendar/headings.ts";
import { readerFor } from "../../readers/index.ts";
import type { Reading } from "../../readers/reader.ts";
import { must } from "./target.ts";

const HEADINGS = new URL("../../../rules/headings.yaml", import.meta.url);

const known = headingsFrom(parse(readFileSync(HEADINGS, "utf8")));
const SETTINGS = { defaults: {}, map: {}, headings: async () => known };

/**
 * Reads bytes in chunks of `size`, and looks at each reading: a source never says nothing, a post has an id, copy and the way
 * back to its place, and whatever is told has a place and words.
 */
export async function mustReadWhole(name: string, bytes: Uint8Array, size: number): Promise<void> {
  const reader = readerFor(name);
  if (reader === null) throw new Error(`no reader for ${name}`);
  let said = 0;
  for await (const reading of reader({ name, bytes: chunks(bytes, size) }, SETTINGS)) {
    if (reading.kind !== "mapping") said += 1;
    mustBeWhole(reading, name);
  }
  must(said > 0, "nothing was said of the source");
}

function mustBeWhole(reading: Reading, name: string): void {
  if (reading.kind === "post") mustBePost(reading.post, name);
  else if (reading.kind === "mapping") must(reading.mapping.columns.length > 0, "a mapping maps nothing");
  else mustBeTold(reading.kind === "problem" ? reading.problem : reading.note, name);
}

function mustBeTold({ source, message }: Problem | Note, name: string): void {
  must(message.trim() !== "", "a problem or note says nothing");
  if (source !== null) mustBePlace(source, name);
}

function mustBePost({ id, copy, source }: Post, name: string): void {
  must(id !== "", "a post has no id");
  mustBePlace(source, name);
  must(copy[0]?.field === "text", "the text is not the first copy");
  must(
    copy.some(({ text }) => text.trim() !== ""),
    "a post has no copy",
  );
  for (const { text, stretches } of copy) {
    must(stretches.length === 0 || stretches[0]!.start === 0, "the way back does not begin with the text");
    for (const [index, { start, line, column }] of stretches.entries()) {
      must(start <= text.length, "the way back leads from beyond the text");
      must(index === 0 || start >= stretches[index - 1]!.start, "the way back goes back");
      must(line > 0 && (column === null || column > 0), "the way back leads to no place");
    }
  }
}

function mustBePlace({ file, line, row }: Source, name: string): void {
  must(file === name, "another file is named");
  must(line === null || line > 0, "a line before the first");
  must(row === null || row > 0, "a row before the first");
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}
