import type { Clue, Needs } from "../detectors/detector.ts";
import { type Lexicon, lexiconOf } from "../detectors/lexicon.ts";
import type { LexiconArrays, Numbers } from "../detectors/lexicon-arrays.ts";
import { SIGNS } from "../detectors/signs.ts";
import type { Model } from "../learned/model.ts";
import { type Resemblance, resemblanceOf } from "../learned/resemblance.ts";
import type { WordLists } from "../learned/word-lists.ts";
import type { DatedData } from "../model/dated.ts";
import type { FinderOptions } from "../rules/compile.ts";
import type { RuleFileSize } from "../rules/files.ts";
import { ruleSetFrom } from "../rules/rule-data.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import type { VocabularyData } from "../rules/vocabulary-data.ts";
import { rememberTable, type ScanTable } from "../scan/table.ts";
import {
  type Column,
  type Header,
  MAGIC,
  numberOfKey,
  PREAMBLE,
  patternKey,
  phrasesOf,
  type ReadBytes,
  type StoredClue,
  type StoredModel,
  type StoredNeeds,
  type StoredRule,
  type Stretch,
} from "./format.ts";

export interface Prebuilt {
  readonly digest: string;
  /** What it was made of. */
  readonly files: readonly RuleFileSize[];
  readonly ruleset: (options?: FinderOptions) => RuleSet;
}

/** The rule set that was made ready in these bytes; null where they hold none. `read` is asked again whenever a rule is first needed. */
export function readPrebuilt(read: ReadBytes): Prebuilt | null {
  const preamble = read(0, PREAMBLE);
  if (preamble.length < PREAMBLE || textOf(preamble.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const lengths = new DataView(preamble.buffer, preamble.byteOffset);
  const behindHeader = PREAMBLE + lengths.getInt32(4, true);
  const arrays = lengths.getInt32(8, true);
  const first = read(PREAMBLE, behindHeader + arrays);
  const header = JSON.parse(textOf(first.subarray(0, behindHeader - PREAMBLE))) as Header;
  const part = ([start, size]: Stretch | Column) =>
    start < arrays
      ? first.subarray(behindHeader - PREAMBLE + start, behindHeader - PREAMBLE + start + size)
      : read(behindHeader + start, behindHeader + start + size);
  return {
    digest: header.head.name.digest,
    files: header.files,
    ruleset: (options) => ruleSetIn(header, part, options),
  };
}

/** The bytes of a stretch. */
type Part = (stretch: Stretch | Column) => Uint8Array;

function ruleSetIn(header: Header, part: Part, options: FinderOptions | undefined): RuleSet {
  const lexicon = lexiconIn(header, part);
  const clues = new Map<string, Clue>();
  const needs = new Map<string, StoredNeeds>();
  const ruleset = ruleSetFrom({
    head: header.head,
    rules: header.rules.map((stretch) => () => {
      const stored = JSON.parse(textOf(part(stretch))) as StoredRule;
      for (const [key, clue] of Object.entries(stored.clues)) clues.set(key, clueFrom(clue, lexicon));
      phrasesOf(stored.rule).forEach((template, at) => {
        needs.set(template, stored.needs[at]!);
      });
      return stored.rule;
    }),
    vocabularies: Object.keys(header.vocabularies),
    vocabulary: (name) => JSON.parse(textOf(part(header.vocabularies[name]!))) as VocabularyData,
    data: () => JSON.parse(textOf(part(header.data))) as Record<string, DatedData>,
    clueOfPattern: (pattern, caseSensitive) => clues.get(patternKey(pattern, caseSensitive))!,
    needsOf: (template) => {
      const stored = needs.get(template);
      return stored === undefined ? null : needsFrom(stored, lexicon);
    },
    lexicon: () => lexicon,
    resemblance: (lists) => (header.model === null ? null : resemblanceFrom(header.model, part, lists)),
    options,
  });
  rememberTable(ruleset, tableFrom(header.scan, part));
  return ruleset;
}

function lexiconIn(header: Header, part: Part): Lexicon {
  const arrays = { ...numbersBy(header.lexicon, part), lists: header.lists };
  const column = (stored: Column) => numbers(stored, part) as Int32Array;
  const [keys, slots, costs] = [column(header.keys), column(header.keySlots), column(header.costs)];
  return lexiconOf({
    number: (key) => numberOfKey(key, keys, slots),
    costOf: (list) => costs[list]!,
    hashOf: (list) => keys[2 * list]!,
    arrays: () => arrays as unknown as LexiconArrays,
  });
}

function resemblanceFrom(
  { plain, columns, buckets, setFeatures }: StoredModel,
  part: Part,
  lists: WordLists,
): Resemblance {
  const { weights, clauseWeights, ...others } = columns;
  const model: Model = {
    ...(plain as Model),
    ...(numbersBy(others, part) as Pick<Model, "keys" | "rarity" | "clauseFeatures">),
    weights: signed(part(weights!)),
    clauseWeights: signed(part(clauseWeights!)),
  };
  const [at, features] = [numbers(setFeatures.at, part), numbers(setFeatures.features, part)];
  return resemblanceOf(model, lists, {
    buckets: numbers(buckets, part) as Int32Array,
    setFeatures: { at, features },
  });
}

const clueFrom = ({ always, signs, besideSigns, hints }: StoredClue, lexicon: Lexicon): Clue => ({
  always,
  signs,
  hints: hints.map(([list, beside]) => ({ list: lexicon.numbered(list), beside: needsFrom(beside, lexicon) })),
  besideSigns: needsFrom(besideSigns, lexicon),
});

const needsFrom = (stored: StoredNeeds, lexicon: Lexicon): Needs => stored.map((group) => group.map(lexicon.numbered));

function tableFrom(columns: Header["scan"], part: Part): ScanTable {
  const named = numbersBy(columns, part);
  const bySign = Object.fromEntries(SIGNS.map((sign) => [sign, named[`bySign.${sign}`]!]));
  return { ...named, bySign } as unknown as ScanTable;
}

const numbersBy = (columns: Readonly<Record<string, Column>>, part: Part): Record<string, Numbers> =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, numbers(column, part)]));

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A view where the bytes allow one, else of a copy. */
function numbers(column: Column, part: Part): Numbers {
  const stored = part(column);
  const width = column[2];
  const { buffer, byteOffset, length } = stored.byteOffset % width === 0 ? stored : new Uint8Array(stored);
  if (width === 1) return new Uint8Array(buffer, byteOffset, length);
  return width === 2 ? new Uint16Array(buffer, byteOffset, length / 2) : new Int32Array(buffer, byteOffset, length / 4);
}

const signed = ({ buffer, byteOffset, length }: Uint8Array) => new Int8Array(buffer, byteOffset, length);
