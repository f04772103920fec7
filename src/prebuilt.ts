import type { Clue } from "./detectors/detector.ts";
import { SIGNS } from "./detectors/detector.ts";
import type { Resemblance } from "./learned/resemblance.ts";
import { type RuleData, type RuleSetData, type RuleSetHead, ruleSetFrom } from "./rules/rule-data.ts";
import type { RuleSet } from "./rules/ruleset.ts";
import type { VocabularyData } from "./rules/vocabulary-data.ts";
import { rememberTable, type ScanTable } from "./scan/table.ts";

/**
 * A rule set as one file that is ready when it is read: the scan's arrays as they are, and each rule as text that is parsed when a
 * post comes close to it. First "PLR1", then the length of the header in bytes, the header (JSON), and the parts it points to.
 */
const MAGIC = "PLR1";

/** Byte offset behind the header, and length in bytes. */
type Stretch = readonly [start: number, length: number];

interface Header {
  readonly head: RuleSetHead;
  readonly rules: readonly Stretch[];
  readonly vocabularies: Stretch;
  readonly clues: Stretch;
  readonly words: Stretch;
  readonly arrays: Readonly<Record<string, Stretch>>;
}

export function encodePrebuilt(
  data: RuleSetData,
  table: ScanTable,
  clueOfPattern: (pattern: string) => Clue,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array): Stretch => {
    parts.push(bytes, new Uint8Array(-bytes.length & 3));
    const start = length;
    length += bytes.length + (-bytes.length & 3);
    return [start, bytes.length];
  };
  const addText = (text: string) => add(new TextEncoder().encode(text));
  const { vocabularies, rules, ...head } = data;
  const patterns = new Set(rules.flatMap(({ find, unless }) => patternsIn([find, ...unless])));
  const clues = Object.fromEntries([...patterns].map((pattern) => [pattern, clueOfPattern(pattern)]));
  const { words, bySign, ...others } = table;
  const arrays = { ...others, ...Object.fromEntries(SIGNS.map((sign) => [`bySign.${sign}`, bySign[sign]])) };
  const header: Header = {
    head,
    rules: rules.map((rule) => addText(JSON.stringify(rule))),
    vocabularies: addText(JSON.stringify(vocabularies)),
    clues: addText(JSON.stringify(clues, (_, value) => (value instanceof Set ? [...value] : value))),
    words: addText(words),
    arrays: Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, add(bytesOf(array))])),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(text.length + (-text.length & 3)).fill(32);
  padded.set(text);
  return joined([new TextEncoder().encode(MAGIC), bytesOf(Int32Array.of(padded.length)), padded, ...parts]);
}

/** Every `pattern:` in finds, however deep. */
function patternsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "pattern" && typeof inner === "string" ? [inner] : patternsIn(inner),
  );
}

/** The rule set in the file if it is one, and was made of files with this digest; else null. A learned model stays a file of its own. */
export function decodePrebuilt(
  bytes: Uint8Array,
  digest: string,
  resemblance: () => Resemblance | null = () => null,
): RuleSet | null {
  const text = (start: number, length: number) => new TextDecoder().decode(bytes.subarray(start, start + length));
  if (bytes.length < 8 || text(0, 4) !== MAGIC) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
  const header = JSON.parse(text(8, length)) as Header;
  if (header.head.name.digest !== digest) return null;
  const part = ([start, size]: Stretch) => text(8 + length + start, size);
  const ruleset = ruleSetFrom({
    head: header.head,
    rules: header.rules.map((stretch) => () => JSON.parse(part(stretch)) as RuleData),
    vocabularies: () => JSON.parse(part(header.vocabularies)) as Record<string, VocabularyData>,
    clueOfPattern: clueReader(() => part(header.clues)),
    resemblance,
  });
  rememberTable(ruleset, tableFrom(header, bytes, 8 + length, part(header.words)));
  return ruleset;
}

function clueReader(text: () => string): (pattern: string) => Clue {
  let clues: Record<string, Clue> | undefined;
  return (pattern) => {
    clues ??= JSON.parse(text(), (key, value) =>
      key === "beside" ? value.map((words: readonly string[]) => new Set(words)) : value,
    ) as Record<string, Clue>;
    return clues[pattern]!;
  };
}

function tableFrom({ arrays }: Header, bytes: Uint8Array, base: number, words: string): ScanTable {
  const array = ([start, length]: Stretch) => {
    const from = bytes.byteOffset + base + start;
    // A view where the bytes allow one, else a copy.
    return from % 4 === 0
      ? new Int32Array(bytes.buffer, from, length / 4)
      : new Int32Array(bytes.slice(base + start, base + start + length).buffer);
  };
  const named = Object.fromEntries(Object.entries(arrays).map(([name, stretch]) => [name, array(stretch)]));
  const bySign = Object.fromEntries(SIGNS.map((sign) => [sign, named[`bySign.${sign}`]!]));
  return { ...named, bySign, words } as unknown as ScanTable;
}

const bytesOf = (array: Int32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
