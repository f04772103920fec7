import type { Clue } from "../detectors/detector.ts";
import { type Lexicon, lexiconOf } from "../detectors/lexicon.ts";
import type { LexiconArrays } from "../detectors/lexicon-arrays.ts";
import { SIGNS } from "../detectors/signs.ts";
import type { Model } from "../learned/model.ts";
import { resemblanceOf } from "../learned/resemblance.ts";
import type { DatedData } from "../model/dated.ts";
import type { FinderWatch } from "../rules/compile.ts";
import type { RuleFileSize } from "../rules/files.ts";
import { ruleSetFrom } from "../rules/rule-data.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import type { VocabularyData } from "../rules/vocabulary-data.ts";
import { rememberTable, type ScanTable } from "../scan/table.ts";
import {
  type Header,
  MAGIC,
  numberOfKey,
  patternKey,
  type StoredClue,
  type StoredRule,
  type Stretch,
} from "./format.ts";

export interface Prebuilt {
  readonly digest: string;
  /** What it was made of. */
  readonly files: readonly RuleFileSize[];
  readonly ruleset: (watch?: FinderWatch) => RuleSet;
}

/** The rule set that was made ready in these bytes; null where they hold none. */
export function readPrebuilt(bytes: Uint8Array): Prebuilt | null {
  if (bytes.length < 8 || textOf(bytes.subarray(0, 4)) !== MAGIC) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
  const header = JSON.parse(textOf(bytes.subarray(8, 8 + length))) as Header;
  const part = ([start, size]: Stretch) => bytes.subarray(8 + length + start, 8 + length + start + size);
  return { digest: header.head.name.digest, files: header.files, ruleset: (watch) => ruleSetIn(header, part, watch) };
}

/** The bytes of a stretch. */
type Part = (stretch: Stretch) => Uint8Array;

function ruleSetIn(header: Header, part: Part, watch: FinderWatch | undefined): RuleSet {
  const lexicon = lexiconIn(header, part);
  const clues = new Map<string, Clue>();
  const needs = new Map<string, readonly (readonly number[])[]>();
  const ruleset = ruleSetFrom({
    head: header.head,
    rules: header.rules.map((stretch) => () => {
      const stored = JSON.parse(textOf(part(stretch))) as StoredRule;
      for (const [key, clue] of Object.entries(stored.clues)) clues.set(key, clueFrom(clue, lexicon));
      for (const [template, groups] of Object.entries(stored.needs)) needs.set(template, groups);
      return stored.rule;
    }),
    vocabularies: () => JSON.parse(textOf(part(header.vocabularies))) as Record<string, VocabularyData>,
    data: () => JSON.parse(textOf(part(header.data))) as Record<string, DatedData>,
    clueOfPattern: (pattern, caseSensitive) => clues.get(patternKey(pattern, caseSensitive))!,
    needsOf: (template) => needs.get(template)?.map((group) => group.map(lexicon.numbered)) ?? null,
    lexicon: () => lexicon,
    resemblance: () => (header.model === null ? null : resemblanceOf(modelFrom(header.model, part))),
    watch,
  });
  rememberTable(ruleset, tableFrom(header.scan, part));
  return ruleset;
}

function lexiconIn(header: Header, part: Part): Lexicon {
  const { words, ...others } = header.lexicon;
  const arrays = { ...numbersBy(others, part), words: units(part(words!)), lists: header.lists };
  const [keys, slots, costs] = [header.keys, header.keySlots, header.costs].map((stretch) => numbers(part(stretch)));
  return lexiconOf({
    number: (key) => numberOfKey(key, keys!, slots!),
    costOf: (list) => costs![list]!,
    arrays: () => arrays as unknown as LexiconArrays,
  });
}

function modelFrom({ plain, columns }: NonNullable<Header["model"]>, part: Part): Model {
  const bytes = (name: string) => part(columns[name]!);
  const signed = (name: string) => new Int8Array(bytes(name).buffer, bytes(name).byteOffset, bytes(name).length);
  return {
    ...(plain as Model),
    keys: numbers(bytes("keys")),
    rarity: bytes("rarity"),
    weights: signed("weights"),
    clauseFeatures: numbers(bytes("clauseFeatures")),
    clauseWeights: signed("clauseWeights"),
  };
}

const clueFrom = ({ always, signs, hints }: StoredClue, lexicon: Lexicon): Clue => ({
  always,
  signs,
  hints: hints.map(([list, beside]) => ({
    list: lexicon.numbered(list),
    beside: beside.map((lists) => lists.map(lexicon.numbered)),
  })),
});

function tableFrom(stretches: Header["scan"], part: Part): ScanTable {
  const named = numbersBy(stretches, part);
  const bySign = Object.fromEntries(SIGNS.map((sign) => [sign, named[`bySign.${sign}`]!]));
  return { ...named, bySign } as unknown as ScanTable;
}

const numbersBy = (stretches: Readonly<Record<string, Stretch>>, part: Part): Record<string, Int32Array> =>
  Object.fromEntries(Object.entries(stretches).map(([name, stretch]) => [name, numbers(part(stretch))]));

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A view where the bytes allow one, else a copy. */
const numbers = (bytes: Uint8Array): Int32Array =>
  bytes.byteOffset % 4 === 0
    ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    : new Int32Array(new Uint8Array(bytes).buffer);

const units = (bytes: Uint8Array): Uint16Array =>
  bytes.byteOffset % 2 === 0
    ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
    : new Uint16Array(new Uint8Array(bytes).buffer);
