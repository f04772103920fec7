import { joined } from "../containers/bytes.ts";
import type { Clue, Needs } from "../detectors/detector.ts";
import { findsOfKind } from "../detectors/finds.ts";
import { type GrowingLexicon, growingLexicon } from "../detectors/growing-lexicon.ts";
import type { Numbers } from "../detectors/lexicon-arrays.ts";
import { needsOfItems } from "../detectors/phrase/matcher.ts";
import { parsePhrase } from "../detectors/phrase/template.ts";
import { SIGNS } from "../detectors/signs.ts";
import { termsKey } from "../detectors/terms.ts";
import { bucketsOf, indexOfKey } from "../learned/buckets.ts";
import { type Model, modelIn } from "../learned/model.ts";
import { setFeaturesOf } from "../learned/set-features.ts";
import { hashesOf } from "../model/hash.ts";
import { isModel, type RuleFile, sizesOf } from "../rules/files.ts";
import { clueOfPattern } from "../rules/patterns.ts";
import { type RuleSetData, ruleSetFrom, wordListsOf } from "../rules/rule-data.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { tableOf } from "../scan/table.ts";
import {
  type Column,
  type Header,
  MAGIC,
  numberOfKey,
  patternKey,
  phrasesOf,
  type StoredClue,
  type StoredNeeds,
  type StoredRule,
  type Stretch,
} from "./format.ts";

/** The rule set of these files as one file that `readPrebuilt` reads. The files are sound; `data` was read from them. */
export function encodePrebuilt(files: readonly RuleFile[], data: RuleSetData): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array): Stretch => {
    const filling = -bytes.length & 3;
    parts.push(bytes, new Uint8Array(filling));
    const start = length;
    length += bytes.length + filling;
    return [start, bytes.length];
  };
  const addText = (text: string) => add(new TextEncoder().encode(text));
  const addArray = (array: Numbers | Int8Array): Column => [...add(bytesOf(array)), array.BYTES_PER_ELEMENT];
  const addArrays = (arrays: Readonly<Record<string, Numbers | Int8Array>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, addArray(array)]));
  const addModel = ({ keys, rarity, weights, clauseFeatures, clauseWeights, ...plain }: Model) => {
    const buckets = bucketsOf(keys);
    const { sets, keyOf } = wordListsOf(lexicon);
    const { at, features } = setFeaturesOf(sets(), (list) => indexOfKey(keyOf(list), keys, buckets));
    return {
      plain,
      columns: addArrays({ keys, rarity, weights, clauseFeatures, clauseWeights }),
      buckets: addArray(buckets),
      setFeatures: { at: addArray(Int32Array.from(at)), features: addArray(Int32Array.from(features)) },
    };
  };
  const { vocabularies, data: facts, rules, ...head } = data;
  let lexicon = growingLexicon();
  const ruleset = ruleSetFrom({
    head,
    vocabularies: Object.keys(vocabularies),
    vocabulary: (name) => vocabularies[name]!,
    data: () => facts,
    rules: rules.map((rule) => () => rule),
    clueOfPattern,
    lexicon: (complete) => {
      lexicon = growingLexicon(complete);
      return lexicon;
    },
  });
  const { bySign, ...table } = tableOf(ruleset);
  const stored = rules.map((rule) => storedRule(rule, lexicon, ruleset));
  const { lists, ...arrays } = lexicon.arrays();
  const model = files.find(({ path }) => isModel(path));
  const { keys, keySlots } = keyArrays(lexicon.keys());
  const ready = {
    keys: addArray(keys),
    keySlots: addArray(keySlots),
    costs: addArray(Int32Array.from({ length: lists }, (_, list) => lexicon.costOf(list))),
    lexicon: addArrays(arrays),
    scan: addArrays({ ...table, ...Object.fromEntries(SIGNS.map((sign) => [`bySign.${sign}`, bySign[sign]])) }),
  };
  const lengthOfArrays = length;
  const header: Header = {
    head,
    files: sizesOf(files),
    lists,
    ...ready,
    rules: stored.map((rule) => addText(JSON.stringify(rule))),
    vocabularies: Object.fromEntries(
      Object.entries(vocabularies).map(([name, list]) => [name, addText(JSON.stringify(list))]),
    ),
    data: addText(JSON.stringify(facts)),
    model: model === undefined ? null : addModel(modelIn(model.text)),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(text.length + (-text.length & 3)).fill(32);
  padded.set(text);
  return joined([
    new TextEncoder().encode(MAGIC),
    bytesOf(Int32Array.of(padded.length, lengthOfArrays)),
    padded,
    ...parts,
  ]);
}

function storedRule(rule: RuleSetData["rules"][number], lexicon: GrowingLexicon, ruleset: RuleSet): StoredRule {
  const lists = { list: lexicon.list, vocabulary: (name: string) => ruleset.vocabularies.get(name)!.words };
  const listOf = (terms: readonly string[]) => lexicon.list(termsKey(terms), () => terms);
  const clues = findsOfKind("pattern", [rule.find, ...rule.unless]).map(({ pattern, case_sensitive = false }) => [
    patternKey(pattern, case_sensitive),
    storedClue(clueOfPattern(pattern, case_sensitive, listOf)),
  ]);
  const needs = phrasesOf(rule).map((template) => storedNeeds(needsOfItems(parsePhrase(template), lists)));
  return { rule, clues: Object.fromEntries(clues), needs };
}

const storedClue = ({ always, signs, besideSigns, hints }: Clue): StoredClue => ({
  always,
  signs,
  hints: hints.map(({ list, beside }) => [list.number, storedNeeds(beside)]),
  besideSigns: storedNeeds(besideSigns),
});

const storedNeeds = (needs: Needs): StoredNeeds => needs.map((lists) => lists.map(({ number }) => number));

/** Two hashes stand for a key, as all keys together are as long as the rules. Throws where two keys share both. */
function keyArrays(all: readonly string[]): { readonly keys: Int32Array; readonly keySlots: Int32Array } {
  const keys = Int32Array.from(all.flatMap(hashesOf));
  const keySlots = new Int32Array(2 ** Math.ceil(Math.log2(all.length * 2 + 2)));
  all.forEach((key, list) => {
    if (numberOfKey(key, keys, keySlots) >= 0) throw new Error(`two word lists share their hashes: ${key}`);
    let slot = keys[2 * list]! & (keySlots.length - 1);
    while (keySlots[slot] !== 0) slot = (slot + 1) & (keySlots.length - 1);
    keySlots[slot] = list + 1;
  });
  return { keys, keySlots };
}

const bytesOf = (array: Numbers | Int8Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
