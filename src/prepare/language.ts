import type { PreparedCopy, Sentence } from "./document.ts";
import type { Word } from "./words.ts";

/** What of a post's copy is in English. */
export type Language =
  | { readonly kind: "english" }
  | { readonly kind: "foreign" }
  /** `foreign` is not empty, in reading order, and not all of the copy. */
  | { readonly kind: "mixed"; readonly foreign: readonly Sentence[] };

/**
 * A cheap look at whether a post is in English: its scripts, then the little words of other languages and the letters that English has
 * not, against the little words of English. Where there is enough of another language each paragraph is asked, and in it each sentence
 * that can tell for itself. Anything too short or too even to tell is as what stands around it, and English in the end.
 */
export function languageOf(copies: readonly PreparedCopy[]): Language {
  if (!copies.some(mayBeForeign)) return ENGLISH_THROUGHOUT;
  const foreign = copies.flatMap(foreignIn);
  if (foreign.length === 0) return ENGLISH_THROUGHOUT;
  const rest = copies.flatMap(({ sentences }) => sentences).filter((sentence) => !foreign.includes(sentence));
  // A line of hashtags or a title of two words is nothing that a rule for English would have to read.
  return rest.some(mayBeRead) ? { kind: "mixed", foreign } : { kind: "foreign" };
}

const ENGLISH_THROUGHOUT: Language = { kind: "english" };

/** Signs of another language below which nothing is said. */
const ENOUGH = 3;
/** Words of prose below which a stretch does not tell. */
const TELLING = 6;

/** English, or with nothing in it that speaks against: notes and headlines leave the little words out. */
const mayBeRead = (sentence: Sentence): boolean => {
  const its = tally([sentence]);
  return isSurelyEnglish(its) || (its.words >= TELLING && its.signs === 0 && !its.foreignScript);
};

/** Whether a closer look is worth its time: a few comparisons a word, and none for a long word of plain letters. */
function mayBeForeign({ plain, words }: PreparedCopy): boolean {
  if (FOREIGN_SCRIPT.test(plain.text)) return true;
  const accents = ACCENTED.test(plain.text);
  let signs = 0;
  for (const word of words) {
    if (word.within !== "prose") continue;
    if (word.text.length <= LONGEST_LITTLE_WORD && FOREIGN.has(word.text) && standsAlone(plain.text, word)) signs++;
    else if (accents && ACCENTED.test(word.text)) signs++;
    if (signs === ENOUGH) return true;
  }
  return false;
}

function foreignIn(copy: PreparedCopy): readonly Sentence[] {
  const { sentences } = copy;
  const ofCopy = isForeign(tally(sentences));
  return paragraphsOf(copy).flatMap((paragraph) => {
    const all = tally(paragraph);
    const ofParagraph = isForeign(all) || (ofCopy && all.signs > 0 && !isSurelyEnglish(all));
    return paragraph.filter((sentence) => {
      const its = tally([sentence]);
      return isForeign(its) || (ofParagraph && !isSurelyEnglish(its));
    });
  });
}

function paragraphsOf({ plain, sentences }: PreparedCopy): readonly (readonly Sentence[])[] {
  const paragraphs: Sentence[][] = [];
  let end = 0;
  for (const sentence of sentences) {
    if (end === 0 || /[\r\n]/.test(plain.text.slice(end, sentence.start))) paragraphs.push([]);
    paragraphs.at(-1)!.push(sentence);
    end = sentence.end;
  }
  return paragraphs;
}

/** What speaks for English in a stretch, and what for another language. */
interface Tally {
  readonly words: number;
  /** Words of English that the other language has not. */
  readonly english: number;
  /** Words of the other language that English has not, and words with a letter that English has not. */
  readonly signs: number;
  /** How many different ones among the signs; what stands in names as well ("de la Cruz") is none. */
  readonly kinds: number;
  readonly foreignScript: boolean;
}

const isForeign = ({ words, english, signs, kinds, foreignScript }: Tally): boolean =>
  foreignScript || (words >= TELLING && signs >= ENOUGH && kinds >= ENOUGH && signs > english * 1.5);

const isSurelyEnglish = ({ english, signs, foreignScript }: Tally): boolean =>
  !foreignScript && english >= 2 && english > signs * 1.5;

/** Against the language that has most of the words. */
function tally(sentences: readonly Sentence[]): Tally {
  const prose = sentences.flatMap(({ words }) => words).filter(({ within }) => within === "prose");
  const accented = sentences.flatMap(accentedWords);
  const counts = new Map<string, number>();
  const alone = sentences.flatMap(aloneIn);
  for (const text of alone)
    for (const language of FOREIGN.get(text) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [strongest] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [""];
  const own = alone.filter((text) => FOREIGN.get(text)?.includes(strongest) ?? false);
  const signs = [...own, ...accented.filter((text) => !own.includes(text))];
  return {
    words: prose.length,
    english: prose.filter(({ text }) => ENGLISH.has(text) && !isShared(text, strongest)).length,
    signs: signs.length,
    kinds: new Set(signs.filter((text) => !IN_NAMES.has(text))).size,
    foreignScript: isMostlyForeignScript(sentences.map(writtenIn).join(" ")),
  };
}

/** Words of prose that stand alone, in small letters but for the first: PO, OD and NG are no words, and neither is the "pre" of "pre-op". */
const aloneIn = ({ words, in: { plain } }: Sentence): readonly string[] =>
  words.filter((word) => word.within === "prose" && standsAlone(plain.text, word)).map(({ text }) => text);

const standsAlone = (text: string, { start, end }: Word): boolean =>
  !JOINING.test(text.charAt(start - 1)) &&
  !JOINING.test(text.charAt(end)) &&
  !/\p{Lu}/u.test(text.slice(start + 1, end)) &&
  !(end - start === 1 && /\p{Lu}/u.test(text.charAt(start)));

const JOINING = /[-/&@#]/;

/** Words in small letters: a capital may begin a name ("Siân", "Łukasz"). */
const accentedWords = ({ words, in: { plain } }: Sentence): readonly string[] =>
  words
    .filter(({ text, start, within }) => within === "prose" && ACCENTED.test(text) && text[0] === plain.text[start])
    .map(({ text }) => text)
    .filter((text) => !LOANS.has(text));

const writtenIn = (sentence: Sentence): string => {
  const { start, end } = sentence.in.plain.toOriginal(sentence);
  return sentence.in.copy.text.slice(start, end);
};

function isMostlyForeignScript(text: string): boolean {
  if (!FOREIGN_SCRIPT.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0;
  return letters >= 8 && latin < letters / 2;
}

const FOREIGN_SCRIPT =
  /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Tamil}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** A letter of the Latin script that English has not. */
const ACCENTED = /[ß-öø-ÿ\u0100-\u024F\u1E00-\u1EFF]/;

const listed = (words: string) => words.split(" ");
const ENGLISH = new Set(
  listed(
    "the a an and of to in is are was were be been it that this for on with as at by from or not you we they he she i my our your their his her have has had will would can could do does did what who when how all so if but there here than then them us me no yes up out about into more most some any just only am should must may might go get got its him also very much many such too through because these those which while where why after before over",
  ),
);
/** With an accent, and in an English dictionary. */
const LOANS = new Set(
  listed(
    "café cafés cliché clichés fiancé fiancée résumé résumés naïve façade façades décor crème brûlée jalapeño jalapeños piñata über soufflé entrée protégé protégés protégée déjà à pâté rosé sauté sautéed née touché passé blasé exposé risqué émigré soirée matinée mêlée crèche crèches crêpe crêpes purée flambé glacé négligée première débâcle doppelgänger señor señora über maté fête fêtes tête entrecôte gruyère señorita voilà communiqué précis ménage piqué canapé canapés macramé habitué mâché consommé glühwein jäger smörgåsbord",
  ),
);
/** What stands in names of people and places too. */
const IN_NAMES = new Set(listed("de la del der den von van di da du dos le les el los las al y na e ni mac san lo"));
/**
 * Frequent little words of the languages that UK drafts are likely to come in, without their accents too where people leave them out.
 * Those that English has as well ("i", "to", "do") speak for neither, and what British notes and adverts abbreviate ("po", "od", "pre",
 * "med", "per", "et al") stands in none.
 */
const LITTLE_WORDS: Readonly<Record<string, string>> = {
  welsh:
    "yn y yr yng ym mae mewn ar gyfer fel wrth rhwng trwy drwy pob sut lle yma heddiw nesaf newydd dewch fydd fyddwn byddwn gallwch cael gael roedd dyma gan wedi bod eich ein ond hefyd oedd sydd ac nid rydym rydyn ni gyda bydd i a o am yw ydy eu ei hyn hwn iawn pawb bawb croeso diolch chi nhw neu sy dydd fwy mwy",
  gaelic: "agus tha chan air aig gu gus anns leis bha bidh airson dhan nach sinn sibh iad seo an a is do na ann",
  irish: "agus tá níl ar na le ag sé sí seo atá bhí gach ach leis sinn againn conas raibh bhfuil an a is do go i as",
  french:
    "le la les des une pour dans avec vous nous sur qui que du au aux sont votre notre ce cette il elle mais je ne plus leur ont être un de a on",
  german:
    "der das und ist nicht mit für auf ein eine dem von zu im wir sie ihr auch sich bei als wird ich es sind haben oder nach aber uns unser noch nur in an was so am",
  spanish:
    "el los las una es por para con que del su más como pero sus este esta y está son nuestra nuestro un en lo al muy todos de la ya hay tiene a no me",
  portuguese:
    "os um uma é por para com que não nao da dos na em seu sua mais mas foi são nós você ao pelo pela muito também de e o a do no as me",
  italian:
    "il lo gli una è che non di della del sono più nel alla anche questo questa ma un la dei delle nella siamo con e i a in",
  polish:
    "w na z nie się sie jest że ze jak za dla przez są czy tak ale oraz jego jej już juz tym tylko będzie nasz nasza nasze naszym naszej wszyscy wszystkich także tego kiedy bardzo proszę niej i a to do o",
  romanian:
    "și în la cu pentru este sunt nu din pe sau mai ce fi au dar prin acest această aceasta un să sa ne vă noi toate despre de a in o am",
  dutch:
    "het een en niet met voor op zijn dat aan ook maar wij naar bij deze wordt ik je nog om te ons onze de is in was over",
  somali:
    "waa oo iyo ka ku ee ay uu waxaa waxay aan ayaa ayuu la ah kale dhan yihiin tahay ugu soo leh inay wuxuu ama laakiin in u",
  turkish: "ve bir bu için icin da de çok cok olarak olan daha var gibi kadar sonra ama bizim sizin en ne o",
  lithuanian: "yra kad su iš bet apie mes jūs kaip taip jau dėl ar į o",
  latvian: "un par uz kas ar mēs jūs lai vai tas no es",
  hungarian: "az és es hogy nem egy csak már ez vagy még minden el a is de",
  czech: "je na že z jsou ale jako tak jsme nebo sme som nie aj a i do to o by",
  albanian: "në ne për dhe është eshte një nje të te që qe nga më ka janë jane e i me do",
  nordic: "og och det är på til ikke inte vi för att som av så en ett i for",
  tagalog: "ang ng mga sa na ay ko ako ka kami tayo hindi namin inyong lang para at",
};
const FOREIGN: ReadonlyMap<string, readonly string[]> = invert((word) => !ENGLISH.has(word));
const SHARED: ReadonlyMap<string, readonly string[]> = invert((word) => ENGLISH.has(word));
const LONGEST_LITTLE_WORD = Math.max(...[...FOREIGN.keys()].map(({ length }) => length));

const isShared = (word: string, language: string): boolean => SHARED.get(word)?.includes(language) ?? false;

function invert(isWanted: (word: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>();
  for (const [language, words] of Object.entries(LITTLE_WORDS)) {
    for (const word of listed(words).filter(isWanted)) byWord.set(word, [...(byWord.get(word) ?? []), language]);
  }
  return byWord;
}
