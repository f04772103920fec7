import type { PreparedCopy } from "../prepare/document.ts";
import { formsOf } from "../prepare/inflect.ts";
import { nameEnd } from "../prepare/names.ts";
import { type Word, wordTexts } from "../prepare/words.ts";
import {
  anyClue,
  type Clue,
  type Detector,
  type Finder,
  type KnownNames,
  NEVER,
  rarestClue,
  type Sighting,
  type Workshop,
} from "./detector.ts";
import { inProse, sightingOfWords } from "./terms.ts";
import { endsFrom, literalsOf, treeOf } from "./word-tree.ts";

/**
 * `[vocabulary]`, `(one|another way)`, `..4` (up to four words between), `{name}` (a capitalised name), `{number}`, `{any}`,
 * `word?` (may be missing), a word in all its forms, `=word` exactly.
 */
export const phrase = {
  describe: "Words in an order: “[person] be ..2 [insult]”. A little language over words and vocabularies.",
  shape: (z, _find, known) => {
    const template = z
      .string()
      .min(1)
      .superRefine((text, context) => {
        const mistake = mistakeIn(text, known);
        if (mistake !== null) context.addIssue({ code: "custom", message: mistake });
      });
    return {
      phrase: z
        .union([template, z.array(template).min(1)])
        .describe(
          "[vocabulary], (a|b), ..3 for up to three words between, {name}, {number}, {any}, word?, =word; or a list of phrases.",
        ),
    };
  },
  compile: (spec: { readonly phrase: string | readonly string[] }, workshop): Finder => {
    const templates = [spec.phrase].flat() as string[];
    const sequences = templates.map((template) => sequenceStep(parsePhrase(template), workshop));
    return {
      clue: anyClue(sequences.map((sequence) => sequence.clue)),
      wide: false,
      says: `words in the order ${templates.map((template) => `“${template}”`).join(" or ")}`,
      parts: [],
      find: (_document, sentences) =>
        sentences.flatMap((sentence) => {
          const sightings: Sighting[] = [];
          for (let at = sentence.firstWord; at < sentence.endWord; at++) {
            let longest = 0;
            for (const { step } of sequences) {
              for (const end of step(sentence.in, at, sentence.endWord, true)) longest = Math.max(longest, end);
            }
            if (longest <= at) continue;
            sightings.push(sightingOfWords(sentence, at, longest));
            at = longest - 1;
          }
          return sightings;
        }),
    };
  },
} satisfies Detector;

/** Word positions behind everything the step can take from word `at` on. `loose`: what stands before `at` need not be tight. */
type Step = (copy: PreparedCopy, at: number, limit: number, loose: boolean) => readonly number[];

interface Part {
  readonly step: Step;
  readonly clue: Clue;
}

type Item = { readonly optional: boolean } & (
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "vocabulary"; readonly name: string }
  | { readonly kind: "class"; readonly name: keyof typeof classes }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "choice"; readonly choices: readonly (readonly Item[])[] }
);

const TOKEN = /\s*(?:\.\.(\d{1,2})|\[([\w-]+)\](\?)?|\{([\w-]+)\}(\?)?|(\()|(\)\??)|(\|)|(=?[^\s()[\]{}|?]+)(\?)?)/gy;

/** Throws a sentence on a mistake; the schema has looked before anything is compiled. */
function parsePhrase(template: string): readonly Item[] {
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
      add({ kind: "class", name: name as keyof typeof classes, optional: nameOptional !== undefined });
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

function mistakeIn(template: string, known: KnownNames): string | null {
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

function sequenceStep(items: readonly Item[], workshop: Workshop): Part {
  const parts = items.map((item) => ({ item, ...itemPart(item, workshop) }));
  const telling = parts.filter(({ item }) => !item.optional && item.kind !== "gap").map(({ clue }) => clue);
  return { clue: telling.length === 0 ? NEVER : rarestClue(telling), step: inSequence(parts) };
}

function inSequence(parts: readonly (Part & { readonly item: Item })[]): Step {
  const from = (
    copy: PreparedCopy,
    index: number,
    at: number,
    limit: number,
    loose: boolean,
    ends: Set<number>,
  ): void => {
    const part = parts[index];
    if (part === undefined) {
      ends.add(at);
      return;
    }
    const { item } = part;
    if (item.kind === "gap") {
      for (let skip = 0; skip <= item.most && at + skip <= limit; skip++)
        from(copy, index + 1, at + skip, limit, true, ends);
      return;
    }
    if (item.optional) from(copy, index + 1, at, limit, loose, ends);
    if (at >= limit) return;
    for (const end of part.step(copy, at, limit, loose)) from(copy, index + 1, end, limit, false, ends);
  };
  return (copy, at, limit, loose) => {
    const ends = new Set<number>();
    from(copy, 0, at, limit, loose, ends);
    return [...ends];
  };
}

function itemPart(item: Item, workshop: Workshop): Part {
  switch (item.kind) {
    case "word":
      return wordsPart([item.text], workshop, `word:${item.text}`);
    case "vocabulary":
      return wordsPart(workshop.vocabulary(item.name), workshop, `vocabulary:${item.name}`);
    case "class":
      return classes[item.name];
    case "gap":
      return { clue: NEVER, step: () => [] };
    case "choice": {
      const choices = item.choices.map((choice) => sequenceStep(choice, workshop));
      return {
        clue: anyClue(choices.map((choice) => choice.clue)),
        step: (copy, at, limit, loose) => choices.flatMap((choice) => choice.step(copy, at, limit, loose)),
      };
    }
  }
}

function wordsPart(list: readonly string[], workshop: Workshop, key: string): Part {
  const tree = workshop.shared(`tree:${key}`, () => treeOf(list));
  const literals = workshop.shared(`literals:${key}`, () => literalsOf(list));
  return {
    clue: { ...NEVER, literals },
    step: ({ words }, at, limit, loose) => (loose || words[at]!.tight ? endsFrom(tree, words, at, limit, inProse) : []),
  };
}

/** Words known by their form. None tells a sentence by itself, so a phrase needs a word or a vocabulary beside it. */
const classes = {
  name: {
    clue: { ...NEVER, always: true },
    step: (copy, at, limit, loose) =>
      loose || copy.words[at]!.tight ? [nameEnd(copy, at, limit)].filter((end) => end > at) : [],
  },
  number: {
    clue: { ...NEVER, signs: ["digit"] },
    step: ({ words }, at, _limit, loose) =>
      (loose || words[at]!.tight) && /^\d+$/.test(words[at]!.text) ? [at + 1] : [],
  },
  handle: {
    clue: { ...NEVER, signs: ["at-sign"] },
    step: ({ words }, at, limit) => {
      if (words[at]!.within !== "handle") return [];
      let end = at + 1;
      while (end < limit && words[end]!.within === "handle" && words[end]!.tight) end++;
      return [end];
    },
  },
  any: {
    clue: { ...NEVER, always: true },
    step: ({ words }, at, _limit, loose) => (loose || words[at]!.tight ? [at + 1] : []),
  },
} satisfies Record<string, Part>;
