import { once } from "../../../model/once.ts";
import { keyOf, READY_SIGNS } from "./ready-signs.ts";

/** Null where nothing so simple can be said. */
type Signs = readonly string[] | null;

/**
 * Pieces of text of which a match of `wording` holds at least one, in lower case; null where nothing so simple can be said. They are
 * found without making the pattern, which costs a thousand times as much as to look for a few letters.
 */
export function signsOf(wording: string): Signs {
  const known = ready()?.[keyOf(wording)];
  return known === undefined ? alternativesFrom({ source: wording, at: 0 }) : known;
}

const ready = once(() =>
  READY_SIGNS === null ? null : (JSON.parse(READY_SIGNS) as Readonly<Record<string, Signs | undefined>>),
);

interface Reading {
  readonly source: string;
  at: number;
}

/** Reads up to the closing bracket or the end. */
function alternativesFrom(reading: Reading): Signs {
  const signs: string[] = [];
  let known = true;
  do {
    const best = sequenceFrom(reading);
    if (best === null) known = false;
    else signs.push(...best);
  } while (reading.source[reading.at++] === "|");
  return known ? signs : null;
}

/** The signs that tell most of what one alternative must hold. */
function sequenceFrom(reading: Reading): Signs {
  let best: Signs = null;
  let run = "";
  const offer = (signs: Signs) => {
    if (signs !== null && worth(signs) > (best === null ? 1 : worth(best))) best = signs;
  };
  const endRun = () => {
    offer(run === "" ? null : [run]);
    run = "";
  };
  while (reading.at < reading.source.length && !"|)".includes(reading.source[reading.at]!)) {
    const part = partFrom(reading);
    const quantifier = quantifierFrom(reading);
    const optional = /^[?*]|^\{0/.test(quantifier);
    if (typeof part === "string" && !optional) run += part;
    if (typeof part !== "string" || quantifier !== "") endRun();
    if (typeof part === "object" && !optional) offer(part);
  }
  endRun();
  return best;
}

/** A letter, the signs of a group, or null for whatever says nothing. */
function partFrom(reading: Reading): string | Signs {
  const { source } = reading;
  const from = source[reading.at++]!;
  if (from === "(") {
    const opening = take(reading, OPENING);
    const signs = alternativesFrom(reading);
    return opening === "?:" ? signs : null;
  }
  if (from === "[") {
    while (source[reading.at] !== "]") reading.at += source[reading.at] === "\\" ? 2 : 1;
    reading.at++;
    return null;
  }
  if (from === "\\") {
    take(reading, ESCAPED);
    return null;
  }
  return from >= "a" && from <= "z" ? from : null;
}

function quantifierFrom(reading: Reading): string {
  return QUANTIFIES.includes(reading.source[reading.at] ?? " ") ? (take(reading, QUANTIFIER) ?? "") : "";
}

function take(reading: Reading, pattern: RegExp): string | undefined {
  pattern.lastIndex = reading.at;
  const taken = pattern.exec(reading.source)?.[0];
  reading.at += taken?.length ?? 0;
  return taken;
}

const QUANTIFIES = "?*+{";
const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const OPENING = /\?(?:<?[=!]|:)/y;
const ESCAPED = /[pP]\{\w+\}|u[\dA-F]{4}|./y;

/** The shortest sign decides; among equals, few are better than many. */
const worth = (signs: readonly string[]): number =>
  Math.min(...signs.map((sign) => sign.length)) - Math.min(signs.length, 100) / 101;
