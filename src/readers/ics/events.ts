import type { Stretch } from "../../model/post.ts";

/** Where an event stands in its file, found by reading lines: the parser of its values keeps no places. */
export interface EventPlace {
  /** 1-based line of `BEGIN:VEVENT`. */
  readonly line: number;
  /** 1-based line on which each property first stands, by its name in capitals. */
  readonly lines: ReadonlyMap<string, number>;
  /** 1-based lines of further descriptions, which an event may not have. */
  readonly otherDescriptions: readonly number[];
  /** Its description as written, a physical line each, without the folding. */
  readonly description: readonly FoldedLine[];
  /** Whether `END:VEVENT` follows. */
  readonly isWhole: boolean;
}

export interface FoldedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** The events in the order of the file; what stands in an alarm or another part of one is left out. */
export function eventPlaces(lines: readonly string[]): readonly EventPlace[] {
  const places: EventPlace[] = [];
  const open: string[] = [];
  let event: (Omit<EventPlace, "isWhole"> & Open) | null = null;
  let inDescription = false;
  const close = (isWhole: boolean) => {
    if (event !== null) places.push({ ...event, isWhole });
    event = null;
  };
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (/^[ \t]/u.test(text)) {
      if (inDescription && event !== null) event.description.push({ line, text: text.slice(1) });
      continue;
    }
    inDescription = false;
    const property = /^[\w-]+/u.exec(text)?.[0].toUpperCase() ?? "";
    const value = text.slice(valueStart(text));
    if (property === "BEGIN") {
      open.push(value.trim().toUpperCase());
      if (open.at(-1) === "VEVENT") event = { line, lines: new Map(), description: [], otherDescriptions: [] };
    } else if (property === "END") {
      if (open.pop() === "VEVENT") close(true);
    } else if (event === null || open.at(-1) !== "VEVENT") {
      // Of an alarm, a zone, a calendar.
    } else if (event.lines.has(property)) {
      if (property === "DESCRIPTION") event.otherDescriptions.push(line);
    } else {
      event.lines.set(property, line);
      inDescription = property === "DESCRIPTION";
      if (inDescription) event.description.push({ line, text: value });
    }
  }
  close(false);
  return places;
}

interface Open {
  readonly lines: Map<string, number>;
  readonly description: FoldedLine[];
  readonly otherDescriptions: number[];
}

/** Behind the colon that ends the name and its parameters; one in quotes is part of a parameter. */
function valueStart(text: string): number {
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') quoted = !quoted;
    else if (text[index] === ":" && !quoted) return index + 1;
  }
  return text.length;
}

/** Whether some property has more parameters than can be followed: ical.js looks for the end of its line behind each of them. */
export function hasEndlessParameters(lines: readonly string[]): boolean {
  for (let start = 0, end = 1; start < lines.length; start = end++) {
    let length = lines[start]!.length;
    while (end < lines.length && /^[ \t]/u.test(lines[end]!)) length += lines[end++]!.length - 1;
    if (length <= LONGEST_PARAMETERS) continue;
    const [first, ...folded] = lines.slice(start, end);
    if (valueStart(first! + folded.map((line) => line.slice(1)).join("")) > LONGEST_PARAMETERS) return true;
  }
  return false;
}

/** In UTF-16 units, with the name of the property. An address with a name and a role takes some two hundred. */
const LONGEST_PARAMETERS = 10_000;

/** The way back of a description to its physical lines; of one that is escaped in other ways, only its first line is known. */
export function descriptionStretches(lines: readonly FoldedLine[], value: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let text = "";
  let held = "";
  for (const { line, text: written } of lines) {
    const whole = held + written;
    // A fold may part a backslash from its letter.
    held = /(?<!\\)(?:\\\\)*\\$/u.test(whole) ? "\\" : "";
    stretches.push({ start: text.length, line, column: null, breaks: false });
    text += unescaped(held === "" ? whole : whole.slice(0, -1));
  }
  const [first] = lines;
  if (first === undefined) return [];
  return text === value ? stretches : [{ start: 0, line: first.line, column: null, breaks: false }];
}

const unescaped = (text: string): string =>
  text.replace(/\\([nN;,\\])/gu, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
