import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import type { Reader } from "./reader.ts";
import { stdin } from "./stdin.ts";
import { text } from "./text.ts";

/** A reader that is loaded when it first reads: most runs meet no such file. */
const lazily = (load: () => Promise<Reader>): Reader =>
  async function* (source, settings) {
    const reader = await load();
    yield* reader(source, settings);
  };

const csv = lazily(async () => (await import("./csv.ts")).csv);
const xlsx = lazily(async () => (await import("./xlsx.ts")).xlsx);

/** Every format by the ending of its files. */
export const readers = {
  ".txt": text,
  ".md": markdown,
  ".csv": csv,
  ".tsv": csv,
  ".xlsx": xlsx,
  ".jsonl": jsonl,
  ".json": json,
} satisfies Record<string, Reader>;

/** Endings that are read only when a person names the file or a pattern matches it: such files mostly hold no drafts. */
export const NAMED_ENDINGS: readonly string[] = [".json"];

/** Endings that are read wherever a folder is. */
export const FOLDER_ENDINGS: readonly string[] = Object.keys(readers).filter(
  (ending) => !NAMED_ENDINGS.includes(ending),
);

/** The reader for a source's name (`-` is standard input); null for an ending that none reads. */
export function readerFor(name: string): Reader | null {
  if (name === "-") return stdin;
  const ending = /\.[^./\\]*$/u.exec(name)?.[0].toLowerCase() ?? "";
  return Object.hasOwn(readers, ending) ? readers[ending as keyof typeof readers] : null;
}
