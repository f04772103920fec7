import { describeMistake, firstMistake } from "./json-syntax.ts";
import { keysIn } from "./keys/keys.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { noPostIn, placeAt, problemAt } from "./readings.ts";
import { describeBroken, linesOf } from "./utf8.ts";
import { isRecord, kindOf } from "./values.ts";

/** JSON Lines: a post a line. A broken line is a problem of its own and the others are still read. */
export const jsonl: Reader = async function* (source, settings) {
  const read = postsOf(settings);
  const keys = keysIn(settings);
  let isEmpty = true;
  for await (const batch of linesOf(source.bytes)) {
    if (batch.kind === "broken") {
      yield problemAt(placeAt(source.name, batch.line), describeBroken(batch));
      return;
    }
    let line = batch.first;
    for (const text of batch.texts) {
      if (text.trim() !== "") {
        isEmpty = false;
        const item = draftOn(text, source.name, line);
        if ("kind" in item) yield item;
        else for (const draft of await keys.draftsOf(item)) yield* read(draft);
      }
      line++;
    }
  }
  yield* keys.notes(source.name);
  if (isEmpty) yield noPostIn(source.name);
};

function draftOn(text: string, file: string, line: number): Draft | Reading {
  const source = placeAt(file, line);
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    return problemAt(source, `This line is not valid JSON: ${describeMistake(text, firstMistake(text))}`);
  }
  if (!isRecord(fields)) {
    return problemAt(source, `A line should hold one post, {"id": …, "text": …}, not ${kindOf(fields)}`);
  }
  return { fields, derivedId: `line-${line}`, source };
}
