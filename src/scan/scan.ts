import { SIGNS, type Sign } from "../detectors/detector.ts";
import { holds, type Lexicon, type Reading } from "../detectors/lexicon.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import type { ScanTable } from "./table.ts";

/** The rules worth a closer look, by their index, ascending, each with the sentences that show its clue, in reading order. */
export type Candidates = readonly (readonly [rule: number, sentences: readonly Sentence[]])[];

export type Scan = (document: Document) => Candidates;

/** One pass over the words of a post, with the literals of all rules together. `resembles` is asked once a post, if a rule asks at all. */
export function createScan(table: ScanTable, lexicon: Lexicon, resembles: (document: Document) => boolean): Scan {
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
        scanWords(table, lexicon.reading(sentence), sentence, found);
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

function scanWords(
  table: ScanTable,
  { bits, lists }: Reading,
  sentence: Sentence,
  found: Map<number, Sentence[]>,
): void {
  const { listHintsAt, listHints, hintRules } = table;
  for (const list of lists) {
    const end = listHintsAt[list + 1] ?? 0;
    for (let at = listHintsAt[list] ?? 0; at < end; at++) {
      const hint = listHints[at]!;
      const rule = hintRules[hint]!;
      if (found.get(rule)?.at(-1) !== sentence && standsBeside(table, hint, bits)) mark(found, rule, sentence);
    }
  }
}

function standsBeside(
  { hintGroupsAt, hintGroups, groupListsAt, groupLists }: ScanTable,
  hint: number,
  bits: Uint32Array,
) {
  for (let at = hintGroupsAt[hint]!; at < hintGroupsAt[hint + 1]!; at++) {
    const group = hintGroups[at]!;
    let stands = false;
    for (let member = groupListsAt[group]!; !stands && member < groupListsAt[group + 1]!; member++) {
      stands = holds(bits, groupLists[member]!);
    }
    if (!stands) return false;
  }
  return true;
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
