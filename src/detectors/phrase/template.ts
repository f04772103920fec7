import { wordTexts } from "../../prepare/words.ts";
import type { KnownNames } from "../detector.ts";
import { type ClassName, classes } from "./classes.ts";

/** A part of a phrase as its template has it. */
export type Item = { readonly optional: boolean } & (
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "vocabulary"; readonly name: string }
  | { readonly kind: "class"; readonly name: ClassName }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "choice"; readonly choices: readonly (readonly Item[])[] }
);

const TOKEN = /\s*(?:\.\.(\d{1,2})|\[([\w-]+)\](\?)?|\{([\w-]+)\}(\?)?|(\()|(\)\??)|(\|)|(=?[^\s()[\]{}|?]+)(\?)?)/gy;

/** Throws a sentence on a mistake; the schema has looked before anything is compiled. */
export function parsePhrase(template: string): readonly Item[] {
  const stack: Item[][][] = [[[]]];
  const add = (item: Item) => stack.at(-1)!.at(-1)!.push(item);
  let at = 0;
  TOKEN.lastIndex = 0;
  for (const match of template.matchAll(TOKEN)) {
    at = match.index + match[0].length;
    const [, gap, vocabulary, vocabularyOptional, name, nameOptional, open, close, bar, word, wordOptional] = match;
    if (gap !== undefined) add({ kind: "gap", most: Number(gap), optional: false });
    else if (vocabulary !== undefined)
      add({ kind: "vocabulary", name: vocabulary, optional: vocabularyOptional !== undefined });
    else if (name !== undefined) {
      if (!Object.hasOwn(classes, name))
        throw new Error(
          `{${name}} is none of ${Object.keys(classes)
            .map((known) => `{${known}}`)
            .join(", ")}`,
        );
      add({ kind: "class", name: name as ClassName, optional: nameOptional !== undefined });
    } else if (open !== undefined) stack.push([[]]);
    else if (bar !== undefined) {
      if (stack.length === 1) throw new Error("a | belongs inside round brackets: (one|another)");
      stack.at(-1)!.push([]);
    } else if (close !== undefined) {
      const choices = stack.pop()!;
      if (stack.length === 0) throw new Error("a closing bracket has no opening one");
      if (choices.some((choice) => choice.length === 0)) throw new Error("a choice in round brackets is empty");
      add({ kind: "choice", choices, optional: close.endsWith("?") });
    } else add({ kind: "word", text: word!, optional: wordOptional !== undefined });
  }
  if (template.slice(at).trim() !== "") throw new Error(`can't read “${template.slice(at).trim()}”`);
  if (stack.length > 1) throw new Error("an opening bracket is not closed");
  const items = stack[0]![0]!;
  if (!items.some((item) => !item.optional && item.kind !== "gap"))
    throw new Error("it would match nothing at all: one part must be required");
  return items;
}

export function mistakeIn(template: string, known: KnownNames): string | null {
  try {
    return mistakeInItems(parsePhrase(template), known);
  } catch (error) {
    return (error as Error).message;
  }
}

function mistakeInItems(items: readonly Item[], known: KnownNames): string | null {
  for (const item of items) {
    if (item.kind === "vocabulary" && !known.vocabularies.includes(item.name))
      return `there is no vocabulary named ${item.name}`;
    if (item.kind === "word" && wordTexts(item.text.replace(/^=/, "")).length === 0)
      return `“${item.text}” has no letter or digit`;
    if (item.kind === "choice") {
      const mistake = item.choices.map((choice) => mistakeInItems(choice, known)).find((found) => found !== null);
      if (mistake !== undefined) return mistake;
    }
  }
  return null;
}
