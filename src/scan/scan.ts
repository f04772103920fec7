import { SIGNS, type Sign } from "../detectors/detector.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import { type ScanTable, wordNumber } from "./table.ts";

/** The rules worth a closer look, by their index, ascending, each with the sentences that show its clue, in reading order. */
export type Candidates = readonly (readonly [rule: number, sentences: readonly Sentence[]])[];

export type Scan = (document: Document) => Candidates;

/** One pass over the words of a post, with the literals of all rules together. `resembles` is asked once a post, if a rule asks at all. */
export function createScan(table: ScanTable, resembles: (document: Document) => boolean): Scan {
  const asked = SIGNS.filter((sign) => sign !== "resemblance" && table.bySign[sign].length > 0);
  const resembling = table.bySign.resemblance;
  return (document) => {
    const found = new Map<number, Sentence[]>();
    if (resembling.length > 0 && resembles(document)) for (const rule of resembling) found.set(rule, []);
    for (const copy of document.copies) {
      for (const sentence of copy.sentences) {
        for (const rule of table.always) mark(found, rule, sentence);
        for (const sign of asked) {
          if (shows(sign, sentence, document)) for (const rule of table.bySign[sign]) mark(found, rule, sentence);
        }
        scanWords(table, sentence, found);
      }
    }
    for (const rule of table.withoutSentence) if (!found.has(rule)) found.set(rule, []);
    return [...found].sort(([a], [b]) => a - b);
  };
}

function mark(found: Map<number, Sentence[]>, rule: number, sentence: Sentence): void {
  const sentences = found.get(rule);
  if (sentences === undefined) found.set(rule, [sentence]);
  else if (sentences.at(-1) !== sentence) sentences.push(sentence);
}

/** Every literal at every place is seen: a short one never hides a longer one, nor one of another rule. */
function scanWords(table: ScanTable, sentence: Sentence, found: Map<number, Sentence[]>): void {
  const { words } = sentence.in;
  const numbers: number[] = [];
  for (let at = sentence.firstWord; at < sentence.endWord; at++) numbers.push(wordNumber(table, words[at]!.text));
  const hashtags = sentence.hashtags.map((hashtag) => wordNumber(table, hashtag));
  const standing = { numbers: [...numbers, ...hashtags], sets: new Map<number, boolean>() };
  const see = (node: number) => {
    for (let at = table.nodeHintsAt[node]!; at < table.nodeHintsAt[node + 1]!; at++) {
      const hint = table.nodeHints[at]!;
      const rule = table.hintRules[hint]!;
      if (found.get(rule)?.at(-1) !== sentence && standsBeside(table, hint, standing)) mark(found, rule, sentence);
    }
  };
  for (let at = 0; at < numbers.length; at++) {
    let node = numbers[at]! < 0 ? 0 : table.rootNodes[numbers[at]!]!;
    for (let next = at + 1; node > 0; next++) {
      see(node);
      if (next >= numbers.length || !words[sentence.firstWord + next]!.tight) break;
      node = child(table, node, numbers[next]!);
    }
  }
  // A pattern sees a hashtag as one word, whatever its capitals.
  for (const number of hashtags) if (number >= 0 && table.rootNodes[number]! > 0) see(table.rootNodes[number]!);
}

/** What stands in a sentence, by word number, and what is known of sets already. */
interface Standing {
  readonly numbers: readonly number[];
  readonly sets: Map<number, boolean>;
}

function standsBeside(table: ScanTable, hint: number, standing: Standing): boolean {
  for (let at = table.hintSetsAt[hint]!; at < table.hintSetsAt[hint + 1]!; at++) {
    if (!holdsOneOf(table, table.hintSets[at]!, standing)) return false;
  }
  return true;
}

function holdsOneOf(table: ScanTable, set: number, { numbers, sets }: Standing): boolean {
  let holds = sets.get(set);
  if (holds === undefined) {
    const [from, to] = [table.setAt[set]!, table.setAt[set + 1]!];
    holds = numbers.some((number) => number >= 0 && indexIn(table.setWords, from, to, number) >= 0);
    sets.set(set, holds);
  }
  return holds;
}

/** The node that a word leads to from another; 0 where it leads to none. */
function child(table: ScanTable, node: number, word: number): number {
  const at = word < 0 ? -1 : indexIn(table.edgeWords, table.edgeAt[node]!, table.edgeAt[node + 1]!, word);
  return at < 0 ? 0 : table.edgeNodes[at]!;
}

/** Where a number stands in an ascending stretch of an array; -1 where it does not. */
function indexIn(array: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const number = array[middle]!;
    if (number === wanted) return middle;
    if (number < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function shows(sign: Sign, sentence: Sentence, document: Document): boolean {
  switch (sign) {
    case "digit":
      return /\d/.test(sentence.text);
    case "at-sign":
      return sentence.text.includes("@");
    case "link":
      return sentence.in.marked.some(
        (span) => span.kind === "link" && sentence.start <= span.start && span.end <= sentence.end,
      );
    case "disguise":
      return sentence.in.bare.words.some((word) => sentence.start <= word.start && word.end <= sentence.end);
    case "meta":
      return hasMeta(document);
    default:
      return false;
  }
}

const hasMeta = (document: Document): boolean => {
  for (const _ in document.post.meta) return true;
  return false;
};
