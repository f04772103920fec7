import type { Finder } from "../detectors/detector.ts";
import type { LexiconArrays, Numbers } from "../detectors/lexicon-arrays.ts";
import { type Bits, hasBit, type Reading } from "../detectors/reading.ts";
import { CHARACTER_SIGNS, signsOf } from "../detectors/signs.ts";
import type { Strength } from "../model/likeness.ts";
import { spansWithin } from "../model/span.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { isAllowed } from "./demands.ts";
import { type ScanTable, tableOf } from "./table.ts";

/** A branch of a rule that is worth running, with the sentences that show its clue, in reading order. The post allows what it demands. */
export interface Candidate {
  /** The rule's index. */
  readonly rule: number;
  readonly finder: Finder;
  readonly sentences: readonly Sentence[];
}

/** In the order of the rules, and of the branches within each. */
export type Scan = (document: Document) => readonly Candidate[];

/** How much a post is like those that breach; null where that is less than the faintest that is asked for. */
export type Likeness = (document: Document, faintest: Strength) => Strength | null;

/** One pass over the words of a post, with the literals of all rules together. `likenessOf` is asked once a post, if a rule asks at all. */
export function createScan(ruleset: RuleSet, likenessOf: Likeness): Scan {
  const { rules, lexicon } = ruleset;
  const table = tableOf(ruleset);
  const bySign = CHARACTER_SIGNS.flatMap((sign, bit) =>
    table.bySign[sign].length > 0 ? [{ bit: 1 << bit, looks: table.bySign[sign] }] : [],
  );
  const asked = (["disguise", "meta"] as const).filter((sign) => table.bySign[sign].length > 0);
  const { resemblance: likely, "faint-resemblance": faint } = table.bySign;
  const markResembling = (document: Document, found: Map<number, readonly Sentence[]>) => {
    if (likely.length + faint.length === 0) return;
    const likeness = likenessOf(document, faint.length > 0 ? "hint" : "likely");
    if (likeness !== null) for (const look of faint) found.set(look, []);
    if (likeness === "likely") for (const look of likely) found.set(look, []);
  };
  const finders: Finder[] = [];
  const candidate = ([look, sentences]: readonly [number, readonly Sentence[]]): Candidate => {
    const rule = table.lookRules[look]!;
    finders[look] ??= rules[rule]!.branches[table.lookBranches[look]!]!();
    return { rule, finder: finders[look], sentences };
  };
  const always = new Set(table.always);
  const alwaysWithoutSentence = table.withoutSentence.filter((look) => always.has(look));
  const marks = new Marks(table.lookRules.length);
  let hints = new SetHints(table, lexicon.arrays());
  return (document) => {
    const found = marks.begin();
    const arrays = lexicon.arrays();
    if (hints.arrays !== arrays) hints = new SetHints(table, arrays);
    markResembling(document, found);
    if (document.circumstances.hold !== null) for (const look of table.bySign.hold) found.set(look, []);
    for (const copy of document.copies) {
      for (const sentence of copy.sentences) {
        marks.next(sentence);
        marks.addAll(table.always);
        const bits = signsOf(sentence);
        for (const { bit, looks } of bySign) if ((bits & bit) !== 0) marks.addAll(looks);
        for (const sign of asked) if (shows(sign, sentence, document)) marks.addAll(table.bySign[sign]);
        scanWords(table, lexicon.reading(sentence), hints, marks);
      }
    }
    for (const look of hasMeta(document) ? table.withoutSentence : alwaysWithoutSentence) {
      if (!found.has(look)) found.set(look, []);
    }
    const post = lexicon.postReading(document);
    return [...found]
      .filter(([look]) => isAllowed(table, look, post))
      .sort(([a], [b]) => a - b)
      .map(candidate);
  };
}

/** Gathers the looks of a post with their sentences, each sentence once. */
class Marks {
  /** For each look the number of the sentence that it was last given. */
  readonly #last: Int32Array;
  #number = 0;
  #sentence: Sentence | undefined;
  #found = new Map<number, Sentence[]>();

  constructor(looks: number) {
    this.#last = new Int32Array(looks);
  }

  begin(): Map<number, Sentence[]> {
    this.#found = new Map();
    return this.#found;
  }

  next(sentence: Sentence): void {
    this.#sentence = sentence;
    this.#number = (this.#number + 1) | 0;
  }

  has(look: number): boolean {
    return this.#last[look] === this.#number;
  }

  add(look: number): void {
    if (this.has(look)) return;
    this.#last[look] = this.#number;
    const sentences = this.#found.get(look);
    if (sentences === undefined) this.#found.set(look, [this.#sentence!]);
    else sentences.push(this.#sentence!);
  }

  addAll(looks: Int32Array): void {
    for (let at = 0; at < looks.length; at++) this.add(looks[at]!);
  }
}

/**
 * For each set of lists the hints that its lists give, end to end as far as they are needed: the look, how many groups of lists must stand
 * beside it, and for each of these where its lists begin and end. Worked out when a sentence first shows the set. Few lists give any.
 */
class SetHints {
  readonly arrays: LexiconArrays;
  readonly #table: ScanTable;
  readonly #hints: (readonly number[] | undefined)[];

  constructor(table: ScanTable, arrays: LexiconArrays) {
    this.#table = table;
    this.arrays = arrays;
    // At its full length, as V8 would keep one that is filled here and there as a dictionary.
    this.#hints = new Array(arrays.setAt.length - 1);
  }

  of(set: number): readonly number[] {
    this.#hints[set] ??= this.#workOut(set);
    return this.#hints[set];
  }

  #workOut(set: number): readonly number[] {
    const { setAt, setLists } = this.arrays;
    const { listHintsAt, listHints, hintLooks, hintGroupsAt, hintGroups, groupListsAt } = this.#table;
    const numbers: number[] = [];
    for (let at = setAt[set]!; at < setAt[set + 1]!; at++) {
      const list = setLists[at]!;
      // A list behind the last that gives a hint has no place in the table.
      const end = listHintsAt[list + 1] ?? 0;
      for (let place = listHintsAt[list] ?? 0; place < end; place++) {
        const hint = listHints[place]!;
        const groups = hintGroups.subarray(hintGroupsAt[hint]!, hintGroupsAt[hint + 1]!);
        numbers.push(hintLooks[hint]!, groups.length);
        for (const group of groups) numbers.push(groupListsAt[group]!, groupListsAt[group + 1]!);
      }
    }
    return numbers.length === 0 ? NO_HINTS : numbers;
  }
}

const NO_HINTS: readonly number[] = [];

function scanWords(table: ScanTable, reading: Reading, setHints: SetHints, marks: Marks): void {
  scanSets(table, reading.sets, reading.bits, setHints, marks);
  scanSets(table, reading.others, reading.bits, setHints, marks);
}

function scanSets(
  { groupLists }: ScanTable,
  sets: readonly number[],
  bits: Bits,
  setHints: SetHints,
  marks: Marks,
): void {
  for (const set of sets) {
    const hints = setHints.of(set);
    for (let at = 0; at < hints.length; ) {
      const look = hints[at++]!;
      const groups = hints[at++]!;
      const end = at + 2 * groups;
      if (!marks.has(look)) {
        while (at < end && standsOneOf(groupLists, hints[at]!, hints[at + 1]!, bits)) at += 2;
        if (at === end) marks.add(look);
      }
      at = end;
    }
  }
}

function standsOneOf(groupLists: Numbers, from: number, to: number, bits: Bits): boolean {
  for (let at = from; at < to; at++) if (hasBit(bits, groupLists[at]!)) return true;
  return false;
}

const shows = (sign: "disguise" | "meta", sentence: Sentence, document: Document): boolean =>
  sign === "meta" ? hasMeta(document) : spansWithin(sentence.in.bare.words, sentence).length > 0;

const hasMeta = (document: Document): boolean => {
  for (const _ in document.post.meta) return true;
  return false;
};
