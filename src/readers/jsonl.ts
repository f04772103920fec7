import { describeMistake, firstMistake } from "./json-syntax.ts";
import { postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { noPostIn, placeAt, problemAt } from "./readings.ts";
import { describeBroken, linesOf } from "./utf8.ts";
import { isRecord, kindOf } from "./values.ts";

/** JSON Lines: a post a line. A broken line is a problem of its own and the others are still read. */
export const jsonl: Reader = async function* (source, settings) {
  const read = postsOf(settings);
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
        for (const reading of readLine(read, text, source.name, line)) yield reading;
      }
      line++;
    }
  }
  if (isEmpty) yield noPostIn(source.name);
};

function readLine(read: ReturnType<typeof postsOf>, text: string, file: string, line: number): readonly Reading[] {
  const source = placeAt(file, line);
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    return [problemAt(source, `This line is not valid JSON: ${describeMistake(text, firstMistake(text))}`)];
  }
  if (!isRecord(fields)) {
    return [problemAt(source, `A line should hold one post, {"id": …, "text": …}, not ${kindOf(fields)}`)];
  }
  return read({ fields, derivedId: `line-${line}`, source });
}
