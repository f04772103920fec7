import { splitLines } from "./utf8.ts";

/** Where JSON stops being JSON, and what could have stood there. */
export interface Mistake {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly expected: string;
}

/** 1-based, a column in UTF-16 units. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = splitLines(text.slice(0, offset));
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/**
 * The column and what was expected. It quotes nothing: a broken line may hold what must not be printed,
 * which is also why JSON.parse's own message, an excerpt of the text, is not used.
 */
export const describeMistake = (text: string, mistake: Mistake | null): string =>
  mistake === null
    ? "it cannot be read"
    : `column ${positionOf(text, mistake.offset).column}: expected ${mistake.expected}`;

/** The first mistake in a JSON text; null where there is none. It keeps its own stack, so depth costs nothing. */
export function firstMistake(text: string): Mistake | null {
  const open: ("{" | "[")[] = [];
  let next: Next = "value";
  for (let offset = 0; ; ) {
    const token = tokenAt(text, offset);
    const container = open.at(-1);
    const step = stepFor(next, token.kind, container);
    if (step === "mistake") return { offset: token.start, expected: expectation(next, container) };
    if (token.kind === "end") return null;
    if (step === "open") open.push(token.kind as "{" | "[");
    if (step === "close") open.pop();
    next = step === "open" ? (token.kind === "{" ? "key-or-close" : "value-or-close") : afterStep(step, open);
    offset = token.end;
  }
}

/** Where a post starts, and where its texts start, by their paths: `text`, `meta.media[0].alt`. */
export interface PostPlace {
  readonly offset: number;
  /** In the order of the source. */
  readonly texts: ReadonlyMap<string, number>;
}

/** A key of an object, or a 0-based index of a list. */
type Key = string | number;

/**
 * The offsets of the posts in a valid JSON text: the whole (depth 0), the items of an array (depth 1)
 * or the items of the array under `posts` (depth 2).
 */
export function placesOfPosts(text: string, depth: 0 | 1 | 2): readonly PostPlace[] {
  const places: { offset: number; texts: Map<string, number> }[] = [];
  const keys: Key[] = [];
  let isKey = false;
  for (let offset = 0; ; ) {
    const token = tokenAt(text, offset);
    offset = token.end;
    if (token.kind === "end" || token.kind === "bad") return places;
    if (token.kind === "}" || token.kind === "]") {
      keys.pop();
      isKey = false;
    } else if (token.kind === ",") {
      const last = keys.at(-1);
      isKey = typeof last === "string";
      if (typeof last === "number") keys[keys.length - 1] = last + 1;
    } else if (token.kind === "string" && isKey) {
      keys[keys.length - 1] = keyIn(text, token);
      // A key that comes twice: JSON.parse keeps the last value.
      if (depth === 2 && keys.length === 1 && keys[0] === "posts") places.length = 0;
      isKey = false;
    } else if (token.kind !== ":") {
      const isAmongPosts = depth < 2 || keys[0] === "posts";
      if (keys.length === depth && isAmongPosts) places.push({ offset: token.start, texts: new Map() });
      if (keys.length > depth && isAmongPosts && token.kind === "string") {
        setLast(places.at(-1)!.texts, pathOf(keys.slice(depth)), token.start);
      }
      if (token.kind === "{" || token.kind === "[") {
        keys.push(token.kind === "{" ? "" : 0);
        isKey = token.kind === "{";
      }
    }
  }
}

const pathOf = (keys: readonly Key[]): string =>
  keys.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");

/** A key that comes twice stands where it comes last. */
function setLast(places: Map<string, number>, path: string, offset: number): void {
  places.delete(path);
  places.set(path, offset);
}

type Punctuation = "{" | "}" | "[" | "]" | ":" | ",";

interface Token {
  readonly kind: Punctuation | "string" | "atom" | "end" | "bad";
  readonly start: number;
  readonly end: number;
}

const PUNCTUATION = "{}[]:,";
const SPACE = " \t\n\r";
const ATOM = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function tokenAt(text: string, offset: number): Token {
  let start = offset;
  while (start < text.length && SPACE.includes(text[start]!)) start++;
  if (start >= text.length) return { kind: "end", start, end: start };
  const character = text[start]!;
  if (PUNCTUATION.includes(character)) return { kind: character as Punctuation, start, end: start + 1 };
  if (character === '"') return stringAt(text, start);
  ATOM.lastIndex = start;
  return ATOM.test(text) ? { kind: "atom", start, end: ATOM.lastIndex } : { kind: "bad", start, end: start };
}

/** A string that is no string is `bad` at the place where it goes wrong. */
function stringAt(text: string, start: number): Token {
  for (let index = start + 1; index < text.length; ) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return { kind: "string", start, end: index + 1 };
    if (code < 0x20) return { kind: "bad", start: index, end: index };
    if (code === 0x5c) {
      ESCAPE.lastIndex = index;
      if (!ESCAPE.test(text)) return { kind: "bad", start: index, end: index };
      index = ESCAPE.lastIndex;
    } else index++;
  }
  return { kind: "bad", start: text.length, end: text.length };
}

const keyIn = (text: string, { start, end }: Token): string => JSON.parse(text.slice(start, end)) as string;

type Next = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close" | "end";
type Step = "open" | "close" | "value" | "key" | "colon" | "comma" | "end" | "mistake";

function stepFor(next: Next, kind: Token["kind"], container: "{" | "[" | undefined): Step {
  switch (next) {
    case "value":
    case "value-or-close":
      if (kind === "{" || kind === "[") return "open";
      if (kind === "string" || kind === "atom") return "value";
      return next === "value-or-close" && kind === "]" ? "close" : "mistake";
    case "key":
    case "key-or-close":
      if (kind === "string") return "key";
      return next === "key-or-close" && kind === "}" ? "close" : "mistake";
    case "colon":
      return kind === ":" ? "colon" : "mistake";
    case "comma-or-close":
      if (kind === ",") return "comma";
      return kind === (container === "{" ? "}" : "]") ? "close" : "mistake";
    case "end":
      return kind === "end" ? "end" : "mistake";
    default:
      return next satisfies never;
  }
}

function afterStep(step: Exclude<Step, "open" | "mistake">, open: readonly ("{" | "[")[]): Next {
  switch (step) {
    case "key":
      return "colon";
    case "colon":
      return "value";
    case "comma":
      return open.at(-1) === "{" ? "key" : "value";
    default:
      return open.length === 0 ? "end" : "comma-or-close";
  }
}

function expectation(next: Next, container: "{" | "[" | undefined): string {
  switch (next) {
    case "value":
      return "a value: text in double quotes, a number, true, false, null, a list or an object";
    case "value-or-close":
      return "a value or ]";
    case "key":
      return "a key in double quotes (no comma after the last one)";
    case "key-or-close":
      return "a key in double quotes or }";
    case "colon":
      return "a colon after the key";
    case "comma-or-close":
      return container === "{" ? "a comma or }" : "a comma or ]";
    case "end":
      return "nothing more after the end";
    default:
      return next satisfies never;
  }
}
