import { isChannelName, readChannel } from "../channel.ts";
import { COLUMN_FIELDS, type ColumnField, type Headings, meaningsOf } from "./headings.ts";
import { columnIndex, isBlank } from "./sheet.ts";

/** What the columns of a calendar hold, each a 0-based index. */
export interface Columns {
  /** Not empty: each copy cell is a post. */
  readonly copy: readonly CopyColumn[];
  readonly fields: ReadonlyMap<ColumnField, number>;
  /** As written. */
  readonly headings: readonly (string | undefined)[];
  /** Columns that have a heading and are not read. */
  readonly unused: readonly number[];
}

export interface CopyColumn {
  readonly index: number;
  /** The channel that the heading names: "LinkedIn copy". */
  readonly channel: string | null;
  /** Whether that is so whatever the row says: "Tweet" is often no more than a word for a post. */
  readonly isSure: boolean;
}

/** Column letters or headings by what a person says they hold; copy is `text`. */
export type ColumnMap = Readonly<Record<string, readonly string[]>>;

/** What can stand before the equals sign of `--map`. */
export const MAPPABLE: readonly string[] = ["text", ...COLUMN_FIELDS];

export interface Recognition {
  /** Null where no column holds copy. */
  readonly columns: Columns | null;
  /** How much the row looks like the heading of a calendar; 0 for not at all. */
  readonly score: number;
  /** Names of the map that no column has. */
  readonly missing: readonly string[];
}

/** Reads a row as headings. `below` gives cells under a column: a heading that is the name of a channel may stand over ticks. */
export function recognise(
  row: readonly (string | undefined)[],
  words: Headings,
  map: ColumnMap,
  below: (index: number) => readonly string[],
): Recognition {
  const meanings = Array.from(row, (heading) => (isBlank(heading) ? [] : meaningsOf(heading!)));
  const mapped = placesIn(map, row, meanings, below);
  const found = copyIn(meanings, words, below);
  const byMap = mapped.copy.map((index): CopyColumn => ({ index, ...channelIn(meanings[index] ?? [], words) }));
  const copy = byMap.length > 0 ? byMap : found.copy.filter(({ index }) => !mapped.taken.has(index));
  const taken = new Set([...mapped.taken, ...copy.map(({ index }) => index)]);
  const fields = new Map(mapped.fields);
  for (const field of COLUMN_FIELDS) {
    if (fields.has(field)) continue;
    const index = bestColumn(meanings, words.fields.get(field)!, taken);
    if (index === null) continue;
    taken.add(index);
    fields.set(field, index);
  }
  const recognised = [...fields].filter(([field]) => !mapped.fields.has(field)).length;
  const score = 2 * recognised + (found.copy.length > 0 ? found.weight : 0) + mapped.byHeading;
  const unused = [...row.keys()].filter((index) => !isBlank(row[index]) && !taken.has(index));
  return {
    columns: copy.length === 0 ? null : { copy, fields, headings: row, unused },
    score,
    missing: mapped.missing,
  };
}

interface Mapped {
  readonly copy: readonly number[];
  readonly fields: ReadonlyMap<ColumnField, number>;
  readonly taken: ReadonlySet<number>;
  readonly missing: readonly string[];
  /** How many columns were found by their heading. */
  readonly byHeading: number;
}

function placesIn(
  map: ColumnMap,
  row: readonly (string | undefined)[],
  meanings: readonly (readonly string[])[],
  below: (index: number) => readonly string[],
): Mapped {
  const copy: number[] = [];
  const fields = new Map<ColumnField, number>();
  const missing: string[] = [];
  let byHeading = 0;
  for (const [field, names] of Object.entries(map)) {
    for (const name of names) {
      const [plain = ""] = meaningsOf(name);
      const named = meanings.findIndex(([first]) => first !== undefined && first === plain);
      if (named >= 0) byHeading += 1;
      const index = named >= 0 ? named : columnIndex(name);
      // A column may lack a heading, but not its cells too.
      if (index === null || (index >= row.length && below(index).length === 0)) missing.push(name);
      else if (field === "text") copy.push(index);
      else fields.set(field as ColumnField, index);
    }
  }
  return { copy, fields, taken: new Set([...copy, ...fields.values()]), missing, byHeading };
}

function copyIn(
  meanings: readonly (readonly string[])[],
  words: Headings,
  below: (index: number) => readonly string[],
): { readonly copy: readonly CopyColumn[]; readonly weight: number } {
  const certain = columnsWhere(meanings, (names) => copyColumn(names, words));
  if (certain.length > 0) return { copy: certain, weight: 3 };
  const channels = columnsWhere(meanings, ([name = ""], index) => {
    const channel = SOCIAL.test(name) || name.length > LONGEST_NAME ? null : readChannel(name);
    const holdsCopy = channel?.kind === "known" && below(index).some((cell) => cell.length > LONGEST_TICK);
    return holdsCopy ? { channel: channel.channel, isSure: true } : null;
  });
  if (headsColumns(channels, meanings, words)) return { copy: channels, weight: 3 };
  // A title such as "Posts" alone in its row is no heading, unless the table has one column.
  const isTitle = meanings.filter((names) => names.length > 0).length < 2 && meanings.length > 1;
  const index = isTitle ? null : bestColumn(meanings, words.copyIfNoOther, new Set());
  if (index === null) return { copy: [], weight: 0 };
  return { copy: [{ index, ...channelIn(meanings[index]!, words) }], weight: 1 };
}

/** One cell with a channel in it is a heading where it says nothing else, or stands beside one that is known. */
const headsColumns = (
  channels: readonly CopyColumn[],
  meanings: readonly (readonly string[])[],
  { fields }: Headings,
): boolean =>
  channels.length > 1 ||
  (channels.length === 1 &&
    (meanings[channels[0]!.index]!.some(isChannelName) ||
      COLUMN_FIELDS.some((field) => bestColumn(meanings, fields.get(field)!, new Set()) !== null)));

/** Names of channels that head other things: an address, a link. */
const SOCIAL = /\b(?:blog|web|website|web ?page|e ?mails?|newsletter|mailing|sms|text message|signal|messaging)\b/u;
/** Longer ones say something of a channel, as in a list of notes, and head nothing. */
const LONGEST_NAME = 40;
/** Longer words under a channel's name are copy; "Yes", "x" and "scheduled" say that the row goes there. */
const LONGEST_TICK = 20;

function columnsWhere(
  meanings: readonly (readonly string[])[],
  see: (names: readonly string[], index: number) => Omit<CopyColumn, "index"> | null,
): readonly CopyColumn[] {
  return meanings.flatMap((names, index) => {
    const seen = names.length === 0 ? null : see(names, index);
    return seen === null ? [] : [{ index, ...seen }];
  });
}

function copyColumn(names: readonly string[], words: Headings): Omit<CopyColumn, "index"> | null {
  const channel = channelIn(names, words);
  return channel.isSure || names.some((name) => words.copy.has(name.replace(NUMBERED, ""))) ? channel : null;
}

/** "Text 2", "tweet 3": a row that holds several posts numbers them. */
const NUMBERED = / \d{1,2}$/u;

/** The channel that a heading names together with a word for copy, or within such a word. */
function channelIn(names: readonly string[], { channelCopy }: Headings): Omit<CopyColumn, "index"> {
  for (const name of names) {
    for (const word of channelCopy) {
      const other = name.length - word.length - 1;
      const rest =
        name[other] === " " && name.endsWith(word)
          ? name.slice(0, other)
          : name[word.length] === " " && name.startsWith(word)
            ? name.slice(word.length + 1).replace(/^(?:for|on|pour|sur|fur|auf) /u, "")
            : null;
      const channel = rest === null ? null : readChannel(rest);
      if (channel?.kind === "known") return { channel: channel.channel, isSure: true };
    }
  }
  const channel = readChannel(names[0] ?? "");
  return { channel: channel.kind === "known" ? channel.channel : null, isSure: false };
}

/** The column whose heading is the best name of a field; null where none is. */
function bestColumn(
  meanings: readonly (readonly string[])[],
  ranks: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number | null {
  let best: { readonly index: number; readonly rank: number } | null = null;
  for (const [index, names] of meanings.entries()) {
    if (taken.has(index)) continue;
    for (const [order, name] of names.entries()) {
      const rank = ranks.get(name);
      // A heading that is a name as it stands beats one that is so only in part.
      const weighed = rank === undefined ? Number.POSITIVE_INFINITY : rank + order * 1000;
      if (weighed < (best?.rank ?? Number.POSITIVE_INFINITY)) best = { index, rank: weighed };
    }
  }
  return best?.index ?? null;
}
