import stringWidth from "fast-string-width";
import { graphemesOf } from "../../model/graphemes.ts";

/** Breaks printable text at its spaces into lines of at most `width` columns; a longer word is cut. Never empty. */
export function wrap(text: string, width: number): readonly [string, ...string[]] {
  const lines: [string, ...string[]] = [""];
  for (const word of text.split(/ +/u).flatMap((whole) => cut(whole, width))) {
    const line = lines.at(-1)!;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word];
  const pieces = [""];
  for (const { segment } of graphemesOf(word)) {
    const longer = pieces.at(-1) + segment;
    if (stringWidth(longer) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(segment);
  }
  return pieces;
}
