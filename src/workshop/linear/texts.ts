import { findsOf, vocabulariesIn } from "../../audit/finds.ts";
import { findsOfKind } from "../../detectors/finds.ts";
import type { Rule, RuleSet } from "../../rules/ruleset.ts";

/** `piece` again and again, up to `size` UTF-16 units. */
export const repeated = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** What a rule is likely to be slowest on, as pieces to repeat, each under a name. No piece ends a sentence. */
export function piecesOf(rule: Rule, { vocabularies }: RuleSet): ReadonlyMap<string, string> {
  const finds = findsOf(rule);
  const examples = [...rule.examples.breach, ...rule.examples.fine].flatMap((example) => {
    if (typeof example === "string") return [example];
    return "text" in example ? [example.text] : [];
  });
  const words = [
    ...findsOfKind("terms", finds).flatMap(({ terms }) => terms),
    ...findsOfKind("phrase", finds)
      .flatMap(({ phrase }) => phrase)
      .map((template) => template.replace(/\.\.\d+|[[\](){}|?=]/gu, " ")),
    ...vocabulariesIn(finds).flatMap((name) => (vocabularies.get(name)?.words ?? []).slice(0, SAMPLE)),
  ].map((word) => word.replace(/^=/u, ""));
  const letters = findsOfKind("pattern", finds).flatMap(({ pattern }) => pattern.match(/[a-z]{2,}|\\d/giu) ?? []);
  const pieces = {
    "its examples": examples.map((example) => example.replaceAll(/\[\[|\]\]/gu, "")).join(" "),
    "its words": words.join(" "),
    "its patterns' letters": letters.map((part) => (part === "\\d" ? "9" : part)).join(" "),
    "those letters without a space": letters.map((part) => (part === "\\d" ? "9" : part)).join(""),
  };
  return new Map(
    Object.entries(pieces).flatMap(([name, piece]) => {
      const endless = `${piece.replaceAll(/[\n\r.!?…‽]+/gu, ",")} `;
      return endless.trim() === "" ? [] : [[name, name.includes("without") ? endless.trim() : endless] as const];
    }),
  );
}

/** So many words of each vocabulary. */
const SAMPLE = 60;

/** What preparation is likely to be slowest on. */
export const AWKWARD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "one letter": "a",
    "letters apart": "f u c k ",
    "letters with dots": "s.h.i.t ",
    "a drawn-out word": "shiiiiiit ",
    stars: "f*",
    hashtags: "#NHSCareers ",
    "hash signs": "#",
    handles: "@a ",
    "at signs": "@",
    links: "https://a.b/c ",
    "a link without end": "https://",
    "domains without end": "a.b-",
    brackets: "(",
    "quotation marks": "“",
    "straight quotes": '"',
    apostrophes: "'",
    "words with apostrophes": "don't ",
    "full stops": ".",
    initials: "A. ",
    "exclamation marks": "!",
    emoji: "😂",
    "joined emoji": "👩‍⚕️ ",
    "zero-width spaces": "a\u200B",
    "marks on one letter": "\u0301",
    "letters of another script": "аb",
    "capitals in a frame": "🅰",
    spaces: " ",
    "spaces and commas": " ,",
    "line breaks": "\n",
    "clauses without end": "and I said, but ",
    "questions without end": "is it? ",
    digits: "9",
    "digits with spaces": "999 ",
    "a lone surrogate": "\uD83D",
    "full-width letters": "ａ",
  }),
);
