import type { Candidate } from "./candidates.ts";

/** How far a sentence is followed in either direction, in UTF-16 units: what keeps a long text cheap. */
const REACH = 160;

/** The sentence up to the candidate. */
export function before({ text, start }: Pick<Candidate, "text" | "start">, reach = REACH): string {
  const passage = text.slice(Math.max(0, start - reach), start);
  let cut = 0;
  for (const stop of passage.matchAll(SENTENCE_END)) cut = stop.index + stop[0].length;
  return passage.slice(cut);
}

/** The sentence from the candidate on. */
export function after({ text, end }: Pick<Candidate, "text" | "end">, reach = REACH): string {
  const passage = text.slice(end, end + reach);
  const stop = passage.search(SENTENCE_END);
  return stop === -1 ? passage : passage.slice(0, stop);
}

/** The sentence with the candidate taken out of it. */
export const around = (candidate: Candidate): string => `${before(candidate)} ${after(candidate)}`;

/** A person, named or not, stands in the candidate's sentence. */
export const isBesidePerson = (candidate: Candidate): boolean => {
  const sentence = around(candidate);
  return PERSON.test(sentence) || hasTitledName(sentence);
};

/** "Mrs Garforth", not "miss the bus". */
export const hasTitledName = (passage: string): boolean => NAME_WITH_TITLE.test(passage);

/** Offset of the last mention, -1 without one. The pattern is global. */
export function lastMention(passage: string, pattern: RegExp): number {
  let last = -1;
  for (const mention of passage.matchAll(pattern)) last = mention.index;
  return last;
}

/** The candidate is part of a web address or of an e-mail address. */
export function isInsideLink({ text, start }: Pick<Candidate, "text" | "start">): boolean {
  const token = /\S*$/.exec(text.slice(Math.max(0, start - 300), start))![0];
  return /:\/\/|^\W*www\.|[a-z]\.[a-z]{2,}[/?]|@/i.test(token);
}

/** The sentence says itself that its person or its data are invented. Only numbers that nobody can have may rest on it. */
export const isDeclaredFiction = (candidate: Candidate): boolean => FICTION.test(around(candidate));

/** Not after the full stop of "no.", "Dr." or "d.o.b."; a single line break separates a label from its value often enough. */
const SENTENCE_END =
  /[!?](?=\s|$)|(?<!\b(?:nos?|num|ref|tel|ext|mob|reg|pt|dr|mr|mrs|ms|st|rd|prof|rev|sr|dob|[a-z]))\.(?=\s|$)|\n[ \t]*\n/gi;

const NAME_WITH_TITLE =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Professor|Sister|Nurse|Matron|Sir|Dame|Lady|Rev|Cllr)\.? \p{Lu}[\p{L}'-]*/u;

const PERSON =
  /\b(?:(?<!\b(?:test|dummy|sample|example|fictional|fake|made-up|pretend|a|each|every|any) )(?:in)?patients?(?! (?:records?|data|systems?|safety|portal|information|identifiers?|numbers?|ids?|leaflets?))|mums?|mam|mother|dads?|father|sons?|daughters?|baby|babies|toddler|husband|wife|widow|widower|brother|sister|gran|granny|grandad|grandma|grandmother|grandfather|nan|uncle|aunt|auntie|nephew|niece|neighbour|lady|gentleman|chap|bloke|lad|lass|admitted|bed \d|bay \d|wristband|he|she|his|her|hers|him)\b/i;

const FICTION =
  /\b(?:made[- ]up|fictional|fictitious|invented|imaginary|pretend|dummy|mock(?:[- ]up)?|placeholder|not (?:a )?real|isn't (?:a )?real|aren't real|simulated|(?:test|sample|example|demo) (?:patients?|records?|data|numbers?|range|series|account))\b/i;
