import type { PreparedCopy } from "./document.ts";

/**
 * A cheap look at whether a copy is in English: its script, then its little words against those of other languages.
 * Anything too short or too even to tell counts as English.
 */
export function isEnglish(copy: PreparedCopy): boolean {
  const { text } = copy.plain;
  if (FOREIGN_SCRIPT.test(text) && isMostlyForeignScript(copy.copy.text)) return false;
  let prose = 0;
  let english = 0;
  const foreign = new Map<string, number>();
  for (const word of copy.words) {
    if (word.within !== "prose") continue;
    prose++;
    if (ENGLISH.has(word.text)) english++;
    for (const language of FOREIGN.get(word.text) ?? []) foreign.set(language, (foreign.get(language) ?? 0) + 1);
  }
  if (prose < 6) return true;
  const strongest = Math.max(0, ...foreign.values());
  return strongest < 3 || strongest <= english * 1.5;
}

function isMostlyForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0;
  return letters >= 8 && latin < letters / 2;
}

const FOREIGN_SCRIPT =
  /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Tamil}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

const listed = (words: string) => words.split(" ");
const ENGLISH = new Set(
  listed(
    "the a an and of to in is are was were be been it that this for on with as at by from or not you we they he she i my our your their his her have has had will would can could do does did what who when how all so if but there here than then them us me no yes up out about into more most some any just only",
  ),
);
/** Frequent little words of the languages that UK drafts are likely to come in; none of them is an English word. */
const FOREIGN: ReadonlyMap<string, readonly string[]> = invert({
  welsh: "yn y yr mae ar gyfer gan wedi bod eich ein ond hefyd oedd sydd ac nid rydym rydyn ni gyda bydd",
  french: "le la les des une est pour dans avec vous nous sur pas qui que et du au aux sont votre notre ce cette",
  german: "der die das und ist nicht mit für auf ein eine den dem von zu im wir sie ihr auch sich bei als wird",
  spanish: "el los las una es por con para que del se su más como pero sus este esta y está son nuestra",
  portuguese: "os um uma é por com para que não da dos na em seu sua mais como mas foi são nós você",
  italian: "il lo gli una è per con che non di della del sono più nel alla anche questo questa come ma",
  polish: "i w na z nie się jest że do to jak za od dla przez po są czy tak ale oraz jego",
  romanian: "și în la cu pentru este sunt nu din pe care sau mai ce fi au dar prin acest această",
  dutch: "het een van en is niet met voor op zijn dat die aan ook maar wij naar bij deze wordt",
});

function invert(languages: Record<string, string>): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>();
  for (const [language, words] of Object.entries(languages)) {
    for (const word of listed(words)) {
      if (ENGLISH.has(word)) continue;
      byWord.set(word, [...(byWord.get(word) ?? []), language]);
    }
  }
  return byWord;
}
