import type { Reading, SourceBytes } from "./reader.ts";
import { noPostIn, placeAt, problemAt } from "./readings.ts";
import { describeBroken, textOf } from "./utf8.ts";

/** All of a source's text, for formats that are parsed as a whole; where there is none that can be read, what to tell of it. */
export async function wholeText({ name, bytes }: SourceBytes): Promise<string | Reading> {
  const text = await textOf(bytes);
  if (typeof text !== "string") return problemAt(placeAt(name, text.line), describeBroken(text));
  return text.trim() === "" ? noPostIn(name) : text;
}
