import type { Circumstances } from "../model/circumstances.ts";
import type { Copy, Post } from "../model/post.ts";
import { type Span, spansWithin } from "../model/span.ts";
import { type Bare, bareView } from "./bare.ts";
import { fold, type View } from "./fold.ts";
import type { Grammar } from "./grammar.ts";
import { type Language, languageOf } from "./language.ts";
import { clauseSpans, sentenceSpans } from "./sentences.ts";
import { type MarkedSpan, markedSpans } from "./spans.ts";
import { type Word, wordsOf } from "./words.ts";

/** A post made ready to be looked at. Whatever costs something is worked out when first asked for, and once. */
export interface Document {
  readonly post: Post;
  /** In the order of the post's copy. */
  readonly copies: readonly PreparedCopy[];
  readonly language: Language;
  readonly circumstances: Circumstances;
  /** Tags words and phrases; loaded when first asked for. */
  readonly grammar: () => Grammar;
}

/** One field of a post's copy. All offsets below are into `plain.text`, but for those of `bare`. */
export class PreparedCopy {
  readonly copy: Copy;
  /** Position among the copy of the post. */
  readonly position: number;
  readonly plain: View;
  readonly marked: readonly MarkedSpan[];
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** What others found out about the copy as a whole, kept under their own keys. */
  readonly known = new Map<unknown, unknown>();
  #bare: Bare | undefined;

  constructor(copy: Copy, position: number) {
    this.position = position;
    this.copy = copy;
    this.plain = fold(copy.text);
    this.marked = markedSpans(this.plain.text);
    this.words = wordsOf(this.plain.text, this.marked);
    this.sentences = sentencesOf(this);
  }

  get field(): string {
    return this.copy.field;
  }

  get bare(): Bare {
    this.#bare ??= bareView(this.plain, this.copy.text, this.marked);
    return this.#bare;
  }
}

/** A sentence of a copy, with its words. */
export class Sentence {
  readonly in: PreparedCopy;
  /** Position among the copy's sentences. */
  readonly position: number;
  readonly start: number;
  readonly end: number;
  /** Half-open range of the copy's words. */
  readonly firstWord: number;
  readonly endWord: number;
  #text: string | undefined;
  #clauses: readonly Span[] | undefined;
  #known: Map<unknown, unknown> | undefined;

  constructor(copy: PreparedCopy, position: number, span: Span, firstWord: number, endWord: number) {
    this.in = copy;
    this.position = position;
    this.start = span.start;
    this.end = span.end;
    this.firstWord = firstWord;
    this.endWord = endWord;
  }

  /** What is worked out about the sentence by others (its contexts, its grammar), kept under their own keys. */
  get known(): Map<unknown, unknown> {
    this.#known ??= new Map();
    return this.#known;
  }

  get text(): string {
    this.#text ??= this.in.plain.text.slice(this.start, this.end);
    return this.#text;
  }

  get words(): readonly Word[] {
    return this.in.words.slice(this.firstWord, this.endWord);
  }

  /** Its hashtags without their sign, as they stand, in lower case. */
  get hashtags(): readonly string[] {
    return spansWithin(this.in.marked, this)
      .filter(({ kind }) => kind === "hashtag")
      .map(({ start, end }) => this.in.plain.text.slice(start + 1, end).toLowerCase());
  }

  /** In order, in offsets of the plain text; together they cover the sentence but for spaces and conjunction marks. */
  get clauses(): readonly Span[] {
    this.#clauses ??= clauseSpans(this.text).map(({ start, end }) => ({
      start: start + this.start,
      end: end + this.start,
    }));
    return this.#clauses;
  }

  clauseAt(offset: number): Span {
    return this.clauses.findLast((clause) => clause.start <= offset) ?? this;
  }
}

export function prepare(post: Post, grammar: () => Grammar, circumstances: Circumstances): Document {
  const copies = post.copy.map((copy, position) => new PreparedCopy(copy, position));
  return { post, copies, language: languageOf(copies), circumstances, grammar };
}

/** A post as a rule that reads English sees it: without its sentences in another language. Null where none is in English. */
export function englishOf(document: Document): Document | null {
  const { post, copies, language, circumstances, grammar } = document;
  if (language.kind === "english") return document;
  if (language.kind === "foreign") return null;
  const [first, ...others] = copies.map((prepared) => without(language.foreign, prepared));
  const english = [first!, ...others].map((copy, position) => new PreparedCopy(copy, position));
  return {
    post: { ...post, copy: [first!, ...others] },
    copies: english,
    language: { kind: "english" },
    circumstances,
    grammar,
  };
}

/** Spaces in the place of sentences, so that all else stays where it is. */
function without(sentences: readonly Sentence[], prepared: PreparedCopy): Copy {
  let { text } = prepared.copy;
  for (const sentence of sentences) {
    if (sentence.in !== prepared) continue;
    const { start, end } = prepared.plain.toOriginal(sentence);
    text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  }
  return { ...prepared.copy, text };
}

function sentencesOf(copy: PreparedCopy): readonly Sentence[] {
  let word = 0;
  return sentenceSpans(copy.plain.text, copy.marked).map((span, position) => {
    const firstWord = word;
    while (word < copy.words.length && copy.words[word]!.start < span.end) word++;
    return new Sentence(copy, position, span, firstWord, word);
  });
}

/** Every sentence of every copy of a post, in reading order. */
export const allSentences = (document: Document): readonly Sentence[] =>
  document.copies.length === 1 ? document.copies[0]!.sentences : document.copies.flatMap((copy) => copy.sentences);
