import type { Strength } from "../model/likeness.ts";

/** What training yields, in plain numbers. */
export interface Model {
  /** Of what it was trained on: shown in the model card, so that a change of the posts shows. */
  readonly trainedOn: { readonly posts: number; readonly digest: string };
  readonly clauses: readonly string[];
  /** From this score up a post resembles breaching ones so much; below `unlike` it resembles them so little that hints of rules are doubted. */
  readonly thresholds: Readonly<Record<Strength | "unlike", number>>;
  readonly bias: number;
  /** The features that it knows, ascending, none of them 0. */
  readonly keys: Int32Array;
  /** How rare a feature is, in steps of `RARITY_STEP`. */
  readonly rarity: Uint8Array;
  /** What a feature weighs for a breach, in steps of `weightStep`. */
  readonly weights: Int8Array;
  readonly weightStep: number;
  /** Features that say something about the clause, by their index, ascending. */
  readonly clauseFeatures: Int32Array;
  /** A row for each of them with a weight for each clause, in steps of `clauseStep`. */
  readonly clauseWeights: Int8Array;
  readonly clauseBias: readonly number[];
  readonly clauseStep: number;
}

export const RARITY_STEP = 1 / 20;

export type ParsedModel =
  | { readonly ok: true; readonly clauses: readonly string[]; readonly decode: () => Model }
  | { readonly ok: false; readonly detail: string };

const FORMAT = "postlint-resemblance";
const VERSION = 3;

/** As a file: JSON with the long columns in base64. The same model gives the same text. */
export function encodeModel(model: Model): string {
  const { keys, rarity, weights, clauseFeatures, clauseWeights, ...plain } = model;
  const file = {
    format: FORMAT,
    version: VERSION,
    ...plain,
    features: keys.length,
    clauseRows: clauseFeatures.length,
    keys: toBase64(bytesOfNumbers(keys)),
    rarity: toBase64(rarity),
    weights: toBase64(bytesOf(weights)),
    clauseFeatures: toBase64(bytesOfNumbers(clauseFeatures)),
    clauseWeights: toBase64(bytesOf(clauseWeights)),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Checks that a text is a model's file, and how it is built. The long columns are read when they are first needed; by then they
 * were found to have the length that they should.
 */
export function parseModel(text: string): ParsedModel {
  let file: Record<string, unknown>;
  try {
    file = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { ok: false, detail: "this is not JSON, so it is no model; npm run train makes one" };
  }
  if (typeof file !== "object" || file === null || file.format !== FORMAT) {
    return { ok: false, detail: `this is no model of ours: its format should be ${FORMAT}` };
  }
  if (file.version !== VERSION) {
    return {
      ok: false,
      detail: `this model has version ${String(file.version)}, and postlint reads version ${VERSION}`,
    };
  }
  const mistake = mistakeIn(file);
  if (mistake !== null) return { ok: false, detail: `the model is broken: ${mistake}; npm run train makes it anew` };
  const sound = file as unknown as ModelFile;
  return { ok: true, clauses: sound.clauses, decode: () => decoded(sound) };
}

interface ModelFile extends Omit<Model, "keys" | "rarity" | "weights" | "clauseFeatures" | "clauseWeights"> {
  readonly features: number;
  readonly clauseRows: number;
  readonly keys: string;
  readonly rarity: string;
  readonly weights: string;
  readonly clauseFeatures: string;
  readonly clauseWeights: string;
}

/** A file may be made to do harm: no column is larger than this many entries. */
const MOST_FEATURES = 500_000;

function mistakeIn(file: Record<string, unknown>): string | null {
  const { clauses, features, clauseRows, thresholds, clauseBias, trainedOn } = file;
  if (!isListOf(clauses, "string") || clauses.length === 0 || clauses.length > 100)
    return "clauses should be a list of clause ids";
  if (!isCount(features, MOST_FEATURES)) return `features should be a number up to ${MOST_FEATURES}`;
  if (!isCount(clauseRows, features)) return "clauseRows should be a number up to features";
  for (const name of ["bias", "weightStep", "clauseStep"]) {
    if (!isNumber(file[name])) return `${name} should be a number`;
  }
  if (
    !isRecord(thresholds) ||
    !isNumber(thresholds.likely) ||
    !isNumber(thresholds.hint) ||
    !isNumber(thresholds.unlike) ||
    thresholds.hint > thresholds.likely ||
    thresholds.unlike > thresholds.hint
  ) {
    return "thresholds should have likely, hint and unlike, none higher than the one before";
  }
  if (!isListOf(clauseBias, "number") || clauseBias.length !== clauses.length)
    return "clauseBias should have a number for each clause";
  if (!isRecord(trainedOn) || !isNumber(trainedOn.posts) || typeof trainedOn.digest !== "string") {
    return "trainedOn should say how many posts it has read, and their digest";
  }
  return (
    mistakeInColumn(file, "rarity", features) ??
    mistakeInColumn(file, "weights", features) ??
    mistakeInColumn(file, "clauseWeights", clauseRows * clauses.length) ??
    mistakeInNumbers(file, "keys", features, 2 ** 32) ??
    mistakeInNumbers(file, "clauseFeatures", clauseRows, features)
  );
}

function mistakeInColumn(file: Record<string, unknown>, name: string, length: number): string | null {
  const column = file[name];
  const sound = isBase64(column) && lengthOf(column) === length;
  return sound ? null : `${name} should hold ${length} bytes in base64`;
}

function mistakeInNumbers(file: Record<string, unknown>, name: string, count: number, range: number): string | null {
  const column = file[name];
  const sound = isBase64(column) && lengthOf(column) === 4 * count && isAscending(numbersOf(column), range);
  return sound ? null : `${name} should hold ${count} ascending numbers of four bytes in base64`;
}

const isAscending = (numbers: Int32Array, range: number): boolean =>
  numbers.every((number, at) => number < range && (at === 0 || numbers[at - 1]! < number)) &&
  (range > 2 ** 31 || (numbers[0] ?? 0) >= 0);

function decoded(file: ModelFile): Model {
  const { trainedOn, clauses, thresholds, bias, weightStep, clauseBias, clauseStep } = file;
  const { keys, rarity, weights, clauseFeatures, clauseWeights } = file;
  return {
    ...{ trainedOn, clauses, thresholds, bias, weightStep, clauseBias, clauseStep },
    keys: numbersOf(keys),
    rarity: fromBase64(rarity),
    weights: signed(fromBase64(weights)),
    clauseFeatures: numbersOf(clauseFeatures),
    clauseWeights: signed(fromBase64(clauseWeights)),
  };
}

/** The model in a text that was found sound before. */
export const modelIn = (text: string): Model => decoded(JSON.parse(text) as ModelFile);

const signed = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);

/** Numbers of four bytes, little-endian. */
const bytesOfNumbers = (numbers: Int32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, at) => {
    view.setInt32(4 * at, number, true);
  });
  return new Uint8Array(view.buffer);
};

function numbersOf(text: string): Int32Array {
  const bytes = fromBase64(text);
  // Every machine that runs Node is little-endian, so the bytes are the numbers.
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

const bytesOf = (array: Int8Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isListOf = <T extends "string" | "number">(
  value: unknown,
  type: T,
): value is readonly (T extends "string" ? string : number)[] =>
  Array.isArray(value) && value.every((item) => typeof item === type && (type === "string" || Number.isFinite(item)));

const isBase64 = (value: unknown): value is string =>
  typeof value === "string" && value.length % 4 === 0 && !/[^A-Za-z0-9+/=]|=(?!=?$)/.test(value);
const lengthOf = (text: string) => (text.length / 4) * 3 - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8190) text += String.fromCharCode(...bytes.subarray(at, at + 8190));
  return btoa(text);
}

/** Node's own way takes a tenth of the time; others have `atob`. The bytes begin at the beginning of their buffer. */
function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(lengthOf(text));
  if (typeof Buffer === "undefined") {
    const binary = atob(text);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  } else Buffer.from(bytes.buffer).write(text, "base64");
  return bytes;
}
