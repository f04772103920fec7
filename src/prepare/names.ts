import type { PreparedCopy } from "./document.ts";
import { FIRST_NAMES } from "./first-names.ts";

/**
 * Where a person's name that begins at word `at` ends; `at` where none begins there. A name is a title with a capitalised word, two
 * or three capitalised words, or one capitalised word inside a sentence that is no day, month, place or body known to everyone.
 * It is a guess from form alone: what calls it a breach must say more than that.
 */
export function nameEnd(copy: PreparedCopy, at: number, limit: number): number {
  const { words } = copy;
  const titled = TITLES.has(words[at]!.text);
  let end = titled ? at + 1 : at;
  // A full stop may stand behind the title: "Dr. Patel".
  while (
    end < limit &&
    end < at + 4 &&
    (end === at || words[end]!.tight || (titled && end === at + 1)) &&
    isCapitalised(copy, end)
  )
    end++;
  const capitalised = end - at - (titled ? 1 : 0);
  if (titled) return capitalised > 0 ? end : at;
  if (capitalised === 0 || isKnownOther(words[at]!.text)) return at;
  if (capitalised === 1 && startsSentence(copy, at)) return FIRST_NAMES.has(words[at]!.text) ? end : at;
  return end;
}

function isCapitalised(copy: PreparedCopy, at: number): boolean {
  const word = copy.words[at]!;
  if (word.within !== "prose" || word.end - word.start < 2) return false;
  return /^\p{Lu}\p{Ll}/u.test(copy.plain.text.slice(word.start, word.start + 2)) && !isKnownOther(word.text);
}

function startsSentence(copy: PreparedCopy, at: number): boolean {
  const { start } = copy.words[at]!;
  // What stands far before decides nothing: a search for the end of all of it would take as long for every word.
  const before = copy.plain.text.slice(Math.max(0, start - REACH), start);
  const said = before.trimEnd();
  return said === "" || /[.!?…:"'\p{Extended_Pictographic}]$/u.test(said) || /[\n\r]/.test(before.slice(said.length));
}

/** In UTF-16 units. */
const REACH = 80;

const isKnownOther = (word: string) => OTHERS.has(word);

const words = (text: string) => new Set(text.split(" "));
const TITLES = words(
  "dr mr mrs ms miss mx prof professor sir dame lord lady sister matron nurse doctor councillor cllr rev reverend father",
);
/** Capitalised words of the field that name no person. */
const OTHERS = words(
  "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays tue tues wed weds thu thurs fri january february march april may june july august september october november december feb apr aug sep sept oct nov dec christmas easter ramadan eid diwali england english scotland scottish wales welsh ireland irish britain british london uk nhs hee gp gps trust hospital university college school royal ward board department team programme service council government parliament minister twitter facebook instagram linkedin youtube whatsapp teams zoom google covid i the a an our my this that we you it he she they and but so if when what who how why here there today tomorrow yesterday now please thank thanks happy congratulations great good well done join come read see find watch listen apply book register don't no yes not just all every new some one two three first last next very european muslim christian jewish hindu sikh black asian white african polish indian chinese french german spanish italian then also once well still even only never always maybe perhaps because since while after before during from with without for at in on to of by as my your his her its their are is was were do does did has have had can could will would should may might let lets get got give take make look think know remember meet say says said ask asks dear hi hello hey oh ok okay wow yes so very such many most more much few other another these those outcome",
);
