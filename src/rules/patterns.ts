import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { ALWAYS, allClue, anyClue, type Clue, type Hint, signClue, wordsClue } from "../detectors/detector.ts";
import type { WordList } from "../detectors/lexicon.ts";
import { type Sign, signOfCharacter } from "../detectors/signs.ts";
import { wordTexts } from "../prepare/words.ts";

/**
 * What is wrong with a pattern that someone wrote, or null. Besides what JavaScript refuses, that is a repeat without a bound inside
 * or right beside another over the same characters: on a long draft such a pattern may never come back.
 */
export function mistakeInPattern(source: string): string | null {
  let pattern: AST.Pattern;
  try {
    pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  } catch (error) {
    return `is no regular expression: ${(error as Error).message.replace(/^Invalid regular expression: \/.*\/u?: /s, "")}`;
  }
  return pattern.alternatives.map(mistakeInAlternative).find((mistake) => mistake !== null) ?? null;
}

/** The words or signs without which a pattern can't match, as far as its form shows them. The pattern is sound. */
export function clueOfPattern(source: string, caseSensitive: boolean, list: ListOf): Clue {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: true });
  return clueOfAlternatives(pattern.alternatives, OPEN, { list, caseSensitive }) ?? ALWAYS;
}

interface Reading {
  readonly list: ListOf;
  readonly caseSensitive: boolean;
}

/** The word list of these terms. */
export type ListOf = (terms: readonly string[]) => WordList;

function mistakeInAlternative(alternative: AST.Alternative): string | null {
  let open: AST.Quantifier | null = null;
  for (const element of alternative.elements) {
    if (element.type === "Quantifier") {
      const inner = innerAlternatives(element.element);
      if (element.max === Number.POSITIVE_INFINITY) {
        if (inner.some(holdsUnbounded))
          return `has a repeat without a bound inside another: ${element.raw}. Give one a bound, such as {0,40}`;
        if (isAmbiguous(inner))
          return `can read one text in two ways inside a repeat without a bound: ${element.raw}. Give it a bound, such as {0,8}, or let what is repeated end in something that it can't begin with`;
        if (open !== null && mayOverlap(open.element, element.element)) {
          return `has two repeats without a bound side by side: ${open.raw}${element.raw}. Give one a bound, such as {0,40}`;
        }
      }
      const mistake = inner.map(mistakeInAlternative).find((found) => found !== null);
      if (mistake !== undefined) return mistake;
      if (element.max === Number.POSITIVE_INFINITY) open = element;
      else if (element.min > 0) open = null;
    } else {
      const mistake = innerAlternatives(element)
        .map(mistakeInAlternative)
        .find((found) => found !== null);
      if (mistake !== undefined) return mistake;
      if (element.type !== "Assertion") open = null;
    }
  }
  return null;
}

const innerAlternatives = (element: AST.Element): readonly AST.Alternative[] =>
  isGroup(element) || (element.type === "Assertion" && "alternatives" in element) ? element.alternatives : [];

const holdsUnbounded = (alternative: AST.Alternative): boolean =>
  alternative.elements.some((element) =>
    element.type === "Quantifier"
      ? element.max === Number.POSITIVE_INFINITY || innerAlternatives(element.element).some(holdsUnbounded)
      : innerAlternatives(element).some(holdsUnbounded),
  );

/**
 * Whether a text of several rounds of these alternatives may be cut into rounds in more than one way, as far as their edges show it:
 * two of them may begin alike, or one may end in a repeat over what it begins with.
 */
function isAmbiguous(alternatives: readonly AST.Alternative[]): boolean {
  const edges = alternatives.map(({ elements }) => ({
    firsts: edgeOf(elements),
    lasts: edgeOf(elements.toReversed()).filter(
      (element) => element.type === "Quantifier" && element.max > element.min,
    ),
  }));
  const meet = (some: readonly AST.Element[], others: readonly AST.Element[]) =>
    some.some((one) => others.some((other) => mayOverlap(repeatedIn(one), repeatedIn(other))));
  return edges.some(
    ({ firsts, lasts }, index) =>
      edges.slice(index + 1).some((other) => meet(firsts, other.firsts)) ||
      edges.some((other) => meet(lasts, other.firsts)),
  );
}

/** The elements of which one comes first. */
function edgeOf(elements: readonly AST.Element[]): readonly AST.Element[] {
  const consuming = elements.filter(({ type }) => type !== "Assertion");
  const certain = consuming.findIndex((element) => element.type !== "Quantifier" || element.min > 0);
  return certain < 0 ? consuming : consuming.slice(0, certain + 1);
}

const repeatedIn = (element: AST.Element): AST.Element => (element.type === "Quantifier" ? element.element : element);

/** Tried on one character of every usual kind; what is more than one character counts as overlapping. */
function mayOverlap(a: AST.Element, b: AST.Element): boolean {
  if (!isOneCharacter(a) || !isOneCharacter(b)) return true;
  const [one, other] = [new RegExp(`^${a.raw}$`, "iu"), new RegExp(`^${b.raw}$`, "iu")];
  return [..."abcdefghijklmnopqrstuvwxyzAZ0123456789_ \t\n.,;:!?-–—'\"/\\@#&()[]{}<>+*=%£$€éßñжα中"].some(
    (character) => one.test(character) && other.test(character),
  );
}

const isOneCharacter = (element: AST.Element) =>
  element.type === "Character" || element.type === "CharacterSet" || element.type === "CharacterClass";

/** Whether what stands left and right of a part can't continue a word of it. */
interface Edges {
  readonly left: boolean;
  readonly right: boolean;
}

function clueOfAlternatives(alternatives: readonly AST.Alternative[], edges: Edges, reading: Reading): Clue | null {
  const clues = alternatives.map((alternative) => clueOfAlternative(alternative, edges, reading));
  return clues.includes(null) ? null : anyClue(clues as Clue[]);
}

function clueOfAlternative({ elements }: AST.Alternative, edges: Edges, reading: Reading): Clue | null {
  const clues: Clue[] = [];
  let run: Run = NOTHING_YET;
  let left = edges.left;
  const endRun = (right: boolean) => {
    const clue = clueOfRun(run, { left, right }, reading);
    if (clue !== null) clues.push(clue);
  };
  elements.forEach((element, index) => {
    const strings = stringsOf(element);
    const longer = followedBy(run, strings);
    if (longer !== null) {
      run = longer;
      return;
    }
    endRun(closesWord(elements, index, edges.right));
    // Right behind a character that is no part of a word, a group may begin one.
    left = run.every((string) => (string === "" ? left : !ENDS_IN_WORD.test(string)));
    run = strings ?? NOTHING_YET;
    if (strings !== null) return;
    const clue = clueOfElement(element, { left, right: closesWord(elements, index + 1, edges.right) }, reading);
    if (clue !== null) clues.push(clue);
    left = endsOutsideWords([element]);
  });
  endRun(edges.right);
  return clues.length === 0 ? null : allClue(clues);
}

/** The texts of which one stands where some elements side by side match, upper and lower case apart where the pattern tells them. */
type Run = readonly string[];
const NOTHING_YET: Run = [""];

/** Beyond so many texts, those of a run are not put together with what follows. */
const MOST_STRINGS = 24;

const followedBy = (run: Run, strings: Run | null): Run | null =>
  strings === null || run.length * strings.length > MOST_STRINGS
    ? null
    : run.flatMap((before) => strings.map((string) => before + string));

/** All that an element can match (an empty class matches nothing); null where that is no short list. */
function stringsOf(element: AST.Element): Run | null {
  const characters = charactersOf(element);
  if (characters !== null) return withoutCapitalTwins(characters);
  if (isGroup(element)) {
    const all = element.alternatives.map(stringsOfAlternative);
    return all.includes(null) || all.flat().length > MOST_STRINGS ? null : (all.flat() as Run);
  }
  if (element.type !== "Quantifier" || element.max > 1) return null;
  const strings = stringsOf(element.element);
  return strings === null || element.min === 1 ? strings : ["", ...strings];
}

const stringsOfAlternative = ({ elements }: AST.Alternative): Run | null =>
  elements.reduce<Run | null>((run, element) => run && followedBy(run, stringsOf(element)), NOTHING_YET);

/** Of a letter in both cases the small one: in `[Ss]ome` the capital is no sign of anything. */
const withoutCapitalTwins = (characters: readonly string[]): Run =>
  characters.filter(
    (character) => character === character.toLowerCase() || !characters.includes(character.toLowerCase()),
  );

/** Whether what stands from `index` on can't continue a word. */
function closesWord(elements: readonly AST.Element[], index: number, atEnd: boolean): boolean {
  for (const element of elements.slice(index)) {
    if (isEdge(element, "end")) return true;
    if (!beginsOutsideWords(repeatedIn(element))) return false;
    if (element.type !== "Quantifier" || element.min > 0) return true;
  }
  return atEnd;
}

function beginsOutsideWords(element: AST.Element): boolean {
  if (isGroup(element)) return element.alternatives.every(({ elements }) => closesWord(elements, 0, false));
  return isOutsideWords(element) || isSpace(element);
}

/** Whether what stands behind these elements can't continue a word of theirs. */
function endsOutsideWords(elements: readonly AST.Element[]): boolean {
  for (const element of elements.toReversed()) {
    if (isEdge(element, "start")) return true;
    const inner = repeatedIn(element);
    const isOutside = isGroup(inner)
      ? inner.alternatives.every((alternative) => endsOutsideWords(alternative.elements))
      : isOutsideWords(inner) || isSpace(inner);
    if (!isOutside) return false;
    if (element.type !== "Quantifier" || element.min > 0) return true;
  }
  return false;
}

const isGroup = (element: AST.Element): element is AST.Group | AST.CapturingGroup =>
  element.type === "Group" || element.type === "CapturingGroup";

/**
 * A place where no word goes on: between a word and what is none, or the start or the end of the text. (An apostrophe is none: a reading of a
 * sentence also has what stands on either side of one.)
 */
const isEdge = (element: AST.Element, side: "start" | "end"): boolean =>
  element.type === "Assertion" && (element.kind === side || (element.kind === "word" && !element.negate));

const isSpace = (element: AST.Element): boolean =>
  element.type === "CharacterSet" && element.kind === "space" && !element.negate;

/** One character, or one of several, of which none can stand in a word. */
function isOutsideWords(element: AST.Element): boolean {
  const characters = charactersOf(element);
  return characters?.every((character) => !STARTS_IN_WORD.test(character)) ?? false;
}

/** What a character or a plain class of them can be; null for all else. */
function charactersOf(element: AST.Element): readonly string[] | null {
  if (element.type === "Character") return [String.fromCodePoint(element.value)];
  if (element.type !== "CharacterClass" || element.negate || element.unicodeSets) return null;
  const members = element.elements.map((member) =>
    member.type === "Character" ? String.fromCodePoint(member.value) : null,
  );
  return members.includes(null) ? null : (members as string[]);
}

function clueOfElement(element: AST.Element, edges: Edges, reading: Reading): Clue | null {
  if (isGroup(element)) return clueOfAlternatives(element.alternatives, edges, reading);
  if (element.type === "Assertion") return clueOfAssertion(element, reading);
  // What is repeated stands beside itself.
  if (element.type === "Quantifier") {
    if (element.min > 1 && reading.caseSensitive && isCapital(element.element)) return signClue("capitals");
    return element.min === 0 ? null : clueOfElement(element.element, element.max === 1 ? edges : OPEN, reading);
  }
  if (element.type === "CharacterSet") return element.kind === "digit" && !element.negate ? signClue("digit") : null;
  if (element.type === "CharacterClass" && !element.negate && /^\[(?:\d|\d-\d|\\d)+\]$/.test(element.raw)) {
    return signClue("digit");
  }
  if (isPictograph(element)) return signClue("beyond-ascii");
  return signsClue(charactersOf(element) ?? []);
}

/** What a lookahead or lookbehind asks for stands somewhere in the text. */
function clueOfAssertion(element: AST.Assertion, reading: Reading): Clue | null {
  const looks = element.kind === "lookahead" || element.kind === "lookbehind";
  return looks && !element.negate ? clueOfAlternatives(element.alternatives, OPEN, reading) : null;
}

const isCapital = ({ raw }: AST.Element): boolean => /^(?:[A-Z]|\[A-Z\])$/u.test(raw);

/** Properties that no ASCII character has. */
function isPictograph(element: AST.Element): boolean {
  if (element.type === "CharacterSet") {
    return (
      element.kind === "property" &&
      !element.negate &&
      /^(?:Emoji_Presentation|Extended_Pictographic)$/u.test(element.key)
    );
  }
  return (
    element.type === "CharacterClass" &&
    !element.negate &&
    element.elements.every((member) => isPictograph(member as AST.Element))
  );
}

/** The clue of characters of which one must stand; null where one of them is no sign. */
function signsClue(characters: readonly string[]): Clue | null {
  const signs = characters.map(signOfCharacter);
  return signs.length === 0 || signs.includes(null) ? null : anyClue((signs as Sign[]).map(signClue));
}

const OPEN: Edges = { left: false, right: false };

/** What must stand where one of these texts does; null where one of them shows nothing. */
function clueOfRun(run: Run, edges: Edges, reading: Reading): Clue | null {
  const clues = run.map((string) => cluesOfString(string, edges, reading));
  if (clues.some((clue) => clue.length === 0)) return null;
  const clue = anyClue(clues.map(allClue));
  return {
    ...clue,
    hints: clue.hints.filter((hint, at) => !clue.hints.slice(0, at).some((other) => isSame(hint, other))),
  };
}

const isSame = (one: Hint, other: Hint): boolean =>
  one.list === other.list &&
  one.beside.length === other.beside.length &&
  one.beside.every((lists, at) => lists.every((list, place) => list === other.beside[at]![place]));

/**
 * The words in it that no neighbour can lengthen, and its signs. What a contraction ends in ("'s") is no word: in "#NHS's plan" or "they 're"
 * it is cut otherwise.
 */
function cluesOfString(string: string, edges: Edges, reading: Reading): Clue[] {
  const words = wordTexts(string.toLowerCase());
  const first = !edges.left && STARTS_IN_WORD.test(string) ? 1 : 0;
  const last = !edges.right && ENDS_IN_WORD.test(string) ? words.length - wordsOfLast(string) : words.length;
  const signs = Array.from(string, (character) => signsClue([character])).filter((clue) => clue !== null);
  if (reading.caseSensitive && /[A-Z]{2}/.test(string)) signs.push(signClue("capitals"));
  const whole = words.slice(first, last).filter((word) => !word.startsWith("'"));
  return [...whole.map((word) => wordsClue(reading.list([`=${word}`]))), ...signs];
}

/** How many words what the string ends in is cut into; what goes on may be cut otherwise. */
const wordsOfLast = (string: string): number =>
  wordTexts(string.match(/[\p{L}\p{N}\p{M}']+$/u)![0].toLowerCase()).length;

const STARTS_IN_WORD = /^[\p{L}\p{N}\p{M}']/u;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}']$/u;
