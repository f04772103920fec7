import type { Finder, Sighting } from "../detectors/detector.ts";
import { clearedBy } from "../detectors/exceptions.ts";
import { allSentences, type Document } from "../prepare/document.ts";
import { visible } from "../reporters/parts/visible.ts";
import type { Said } from "./wording.ts";

/** A line of a trace and how deep it stands, from 0. */
export interface TraceLine {
  readonly text: string;
  readonly depth: number;
}

/** A find and its parts, each with what a document shows of it. Of many that are not there it says only how many. */
export function traceFind(said: Said, document: Document, depth = 0): readonly TraceLine[] {
  switch (said.joins) {
    case "any":
      return traceChoices(said, document, depth);
    case "all":
      return [
        line(isThere(said, document), `all of these ${said.where}`, depth),
        ...said.parts.flatMap((part) => traceFind(part, document, depth + 1)),
      ];
    case "weights":
      return traceSum(said, document, depth);
    case null:
      return traceOne(said, document, depth);
  }
}

/** One that is there stands for the choice. */
function traceChoices({ parts, name }: Said, document: Document, depth: number): readonly TraceLine[] {
  if (parts.length === 1) return traceFind({ ...parts[0]!, name }, document, depth);
  const there = parts.filter((part) => isThere(part, document));
  if (there.length === 1) return traceFind({ ...there[0]!, name }, document, depth);
  const found = there.length > 0;
  const shown = found ? there : parts.slice(0, FEW);
  const count = found
    ? `${there.length} of ${parts.length} things, of which one is enough`
    : `one of ${parts.length} things`;
  return [
    line(found, named(name, count), depth),
    ...shown.flatMap((part) => traceFind(part, document, depth + 1)),
    ...(found || parts.length <= FEW ? [] : [line(false, `nor ${parts.length - FEW} more`, depth + 1)]),
  ];
}

function traceSum({ parts, needs }: Said, document: Document, depth: number): readonly TraceLine[] {
  const there = parts.filter((part) => isThere(part, document));
  const needed = parts.filter((part) => part.isRequired && !there.includes(part));
  const gone = parts.length - there.length - needed.length;
  const sum = there.reduce((total, { weight }) => total + weight, 0);
  const enough = sum >= needs && needed.length === 0;
  return [
    line(enough, `signs that add up: ${sum} ${sum === 1 ? "point" : "points"} here, and it takes ${needs}`, depth),
    ...[...there, ...needed].flatMap((part) => traceFind({ ...part, name: weighed(part) }, document, depth + 1)),
    ...(gone === 0
      ? []
      : [line(false, `${gone === 1 ? "1 other sign is" : `${gone} other signs are`} not here`, depth + 1)]),
  ];
}

const weighed = ({ name, weight, isRequired }: Said): string => {
  const points = Math.abs(weight) === 1 ? "1 point" : `${Math.abs(weight)} points`;
  return `${name} (${weight < 0 ? `takes away ${points}` : points}${isRequired ? ", needed" : ""})`;
};

function traceOne({ finder, name, brief, such }: Said, document: Document, depth: number): readonly TraceLine[] {
  const seen = finder.find(document, allSentences(document));
  if (seen.length > 0) {
    const words = seenWords(seen);
    return [line(true, named(name, brief === "" || brief === words ? words : `${words}, ${brief}`), depth)];
  }
  const cleared = clearedInside(finder, document);
  if (cleared !== null) return [line(false, named(name, cleared), depth)];
  return [line(false, named(name, [brief, such].filter((words) => words !== "").join(", ")), depth)];
}

/** What a find would see, were it not for what it excepts itself; null where there is nothing of the kind. */
function clearedInside({ excepting }: Finder, document: Document): string | null {
  const seen = excepting?.finder.find(document, allSentences(document)) ?? [];
  if (seen.length === 0) return null;
  const clearing = clearedBy(seen[0]!, excepting!.exceptions, document);
  const why =
    clearing === null ? "" : `: ${clearing.context ?? seenWords(clearing.find(document, allSentences(document)))}`;
  return `${seenWords(seen)} is here, but may stand${why}`;
}

/** What was seen, in quotation marks where it is copy. */
export function seenWords(seen: readonly Sighting[]): string {
  const shown = [...new Set(seen.map(wordsOf))];
  return `${shown.slice(0, FEW).join(", ")}${shown.length > FEW ? " …" : ""}`;
}

/** A context is shown by the words that it governs: its name says nothing of them. */
const wordsOf = ({ shows, sentence, start, end }: Sighting): string =>
  sentence === null || /[“(:]/u.test(shows)
    ? visible(shows)
    : `“${visible(shortened(sentence.in.plain.text.slice(start, end).trim()))}”`;

const shortened = (words: string): string =>
  words.length <= LONG ? words : `${words.slice(0, LONG).replace(/\s+\S*$/u, "")} …`;

const isThere = ({ finder }: Said, document: Document): boolean =>
  finder.find(document, allSentences(document)).length > 0;

const named = (name: string, says: string): string => (name === "" ? says : `${name}: ${says}`);
const line = (found: boolean, text: string, depth: number): TraceLine => ({
  text: `${found ? "✓" : "✗"} ${text}`,
  depth,
});

const FEW = 3;

/** UTF-16 units. */
const LONG = 40;
