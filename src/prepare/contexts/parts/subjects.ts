import type { Span } from "../../../model/span.ts";
import type { Sentence } from "../../document.ts";
import { nameEnd } from "../../names.ts";
import { remembered } from "../../remembered.ts";
import { FAMILY, isColleague, isGroupNoun, isRole, OWN } from "./people.ts";
import { tidy } from "./reach.ts";

/** Whom or what a stretch is about. `us` stands for "we", who are none of the four that rules ask for. */
export type About = "self" | "person" | "group" | "thing" | "us";

/** A word or noun phrase that names someone or something. Word positions in the copy, the end exclusive. */
interface Mention {
  readonly about: About;
  readonly first: number;
  readonly end: number;
  /** A form that can only be a subject: I, he, they. */
  readonly nominative: boolean;
}

/**
 * The stretches of a sentence about someone: from a subject to the next one or the end of the clause, and from an object on. A clause
 * without any subject goes on with that of the clause before.
 */
export const stretchesAbout = (sentence: Sentence, about: About): readonly Span[] =>
  tidy(sentence, stretches(sentence).get(about) ?? []);

const stretches = remembered((sentence: Sentence): ReadonlyMap<About, Span[]> => {
  const found = new Map<About, Span[]>();
  const add = (about: About, span: Span) => found.set(about, [...(found.get(about) ?? []), span]);
  const mentions = mentionsIn(sentence);
  const { words } = sentence.in;
  let before: About | null = impliesAuthor(sentence) ? "self" : null;
  for (const clause of sentence.clauses) {
    const here = mentions.filter(
      ({ first }) => words[first]!.start >= clause.start && words[first]!.start < clause.end,
    );
    if (
      here.length === 0 ||
      (before === "self" &&
        here.every(({ first, nominative }) => !nominative && first > sentence.firstWord + 1) &&
        clause.start === sentence.start)
    ) {
      if (before !== null) add(before, clause);
    }
    const subjects = here.filter(
      (mention, at) => at === 0 || mention.nominative || isFollowedByVerb(sentence, mention),
    );
    for (const mention of here) {
      if (mention.about === "thing" && !isSubjectThing(sentence, mention, clause)) continue;
      const next = subjects.find(({ first }) => first > mention.first);
      const start = mention === here[0] ? clause.start : words[mention.first]!.start;
      add(mention.about, { start, end: next === undefined ? clause.end : words[next.first]!.start });
    }
    before = subjects.at(-1)?.about ?? before;
  }
  return found;
});

/** "Put it back" is not about it. */
const isSubjectThing = (sentence: Sentence, mention: Mention, clause: Span): boolean =>
  isFollowedByVerb(sentence, mention) ||
  !/\p{L}{4}/u.test(sentence.in.plain.text.slice(clause.start, sentence.in.words[mention.first]!.start));

function mentionsIn(sentence: Sentence): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = sentence.firstWord; at < sentence.endWord; ) {
    const mention = mentionAt(sentence, at, mentions);
    if (mention === null) at++;
    else {
      mentions.push(mention);
      at = mention.end;
    }
  }
  return mentions;
}

function mentionAt(sentence: Sentence, at: number, earlier: readonly Mention[]): Mention | null {
  const word = sentence.in.words[at]!;
  if (word.within === "handle")
    return { about: "person", first: at, end: endOfHandle(sentence, at), nominative: false };
  if (word.within !== "prose") return null;
  return pronounAt(sentence, at, earlier) ?? nounPhraseAt(sentence, at) ?? nameAt(sentence, at);
}

function endOfHandle(sentence: Sentence, at: number): number {
  let end = at + 1;
  while (end < sentence.endWord && sentence.in.words[end]!.within === "handle" && sentence.in.words[end]!.tight) end++;
  return end;
}

function pronounAt(sentence: Sentence, at: number, earlier: readonly Mention[]): Mention | null {
  const { words } = sentence.in;
  const text = words[at]!.text;
  const next = at + 1 < sentence.endWord ? words[at + 1]!.text : "";
  const of = (about: About, nominative: boolean, end = at + 1): Mention => ({ about, first: at, end, nominative });
  if (text === "you" || text === "u") return MANY_OF_YOU.has(next) ? of("group", false, at + 2) : of("person", false);
  if (text === "they" || text === "theyre" || text === "theyve") {
    const after = words[at + 2]?.text ?? "";
    if (next === "all" || (BE.has(next) && after === "all") || after === "lot") return of("group", true);
    const who = whoTheyAre(sentence, earlier);
    return who === null ? null : of(who, true);
  }
  if (text === "them") {
    if (next === "lot" || next === "all") return of("group", false, at + 2);
    const who = whoTheyAre(sentence, earlier);
    return who === null ? null : of(who, false);
  }
  if (text === "it" || text === "its") return of("thing", false);
  if (DEMONSTRATIVES.has(text) && (BE.has(next) || (text.endsWith("s") && text === "thats"))) return of("thing", false);
  const plain = PRONOUNS.get(text);
  return plain === undefined ? null : of(plain.about, plain.nominative);
}

/** "They" are whoever was spoken of last, in the sentence or the two before it. */
function whoTheyAre(sentence: Sentence, earlier: readonly Mention[]): "person" | "group" | null {
  const last = earlier.findLast(({ about }) => about === "person" || about === "group");
  if (last !== undefined) return last.about as "person" | "group";
  for (const steps of [1, 2]) {
    const before = sentence.in.sentences[sentence.position - steps];
    if (before === undefined) return null;
    const noun = lastPeopleNoun(before);
    if (noun !== null) return noun;
  }
  return null;
}

function lastPeopleNoun(sentence: Sentence): "person" | "group" | null {
  const word = sentence.words.findLast(
    ({ text }) => isGroupNoun(text) || isRole(text) || text === "someone" || text === "somebody",
  );
  if (word === undefined) return null;
  return isGroupNoun(word.text) ? "group" : "person";
}

function nounPhraseAt(sentence: Sentence, at: number): Mention | null {
  const { words } = sentence.in;
  const text = words[at]!.text;
  if (isGroupNoun(text) && !isModifier(sentence, at))
    return { about: "group", first: at, end: at + 1, nominative: false };
  if (!DETERMINERS.has(text)) return null;
  for (
    let head = at + 1;
    head < sentence.endWord && head <= at + 5 && words[head]!.tight && words[head]!.within === "prose";
    head++
  ) {
    const noun = words[head]!.text;
    const about = aboutOf(text, noun, head - at, sentence, head);
    if (about !== null) return { about, first: at, end: head + 1, nominative: false };
    if (BE.has(noun) || AUXILIARIES.has(noun))
      return head > at + 1 ? { about: "thing", first: at, end: head, nominative: false } : null;
    if (ENDS_PHRASE.has(noun)) return null;
  }
  return null;
}

/** What a noun phrase that begins with `determiner` is about once `noun` is read as its head; null to read on. */
function aboutOf(determiner: string, noun: string, distance: number, sentence: Sentence, head: number): About | null {
  const own = determiner === "my" || determiner === "our";
  if (own && FAMILY.has(noun) && !isModifier(sentence, head)) {
    return isColleague(noun, sentence.in.words[head - 1]!.text) ? "person" : ownedBy(sentence, head);
  }
  if (determiner === "my" && OWN.has(noun) && !leadsToPerson(sentence, head)) return "self";
  if (isGroupNoun(noun) && !isModifier(sentence, head)) return "group";
  if (isRole(noun) && !isModifier(sentence, head)) return INDEFINITE.has(determiner) ? null : "person";
  if (determiner === "the" && distance === 1 && ADJECTIVES_FOR_PEOPLE.has(noun) && !leadsToNoun(sentence, head))
    return "group";
  return null;
}

/** "My mum's consultant" is another person; "my mum's cancer" is still family. */
function ownedBy(sentence: Sentence, head: number): About {
  const { words } = sentence.in;
  if (words[head + 1]?.text !== "'s" || head + 2 >= sentence.endWord) return "self";
  return isRole(words[head + 2]!.text) || isRole(words[head + 3]?.text ?? "") ? "person" : "self";
}

const leadsToPerson = (sentence: Sentence, head: number): boolean =>
  [1, 2].some(
    (steps) =>
      head + steps < sentence.endWord &&
      sentence.in.words[head + steps]!.tight &&
      isRole(sentence.in.words[head + steps]!.text),
  );

/** "The student union", "staff room": the noun only qualifies the one behind it. */
function isModifier(sentence: Sentence, at: number): boolean {
  const next = at + 1 < sentence.endWord ? sentence.in.words[at + 1]! : undefined;
  return (
    next?.tight === true &&
    next.within === "prose" &&
    (MODIFIED.has(next.text) || isRole(next.text) || isGroupNoun(next.text))
  );
}

const leadsToNoun = (sentence: Sentence, head: number): boolean => {
  const next = head + 1 < sentence.endWord ? sentence.in.words[head + 1]! : undefined;
  return next?.tight === true && !BE.has(next.text) && !AUXILIARIES.has(next.text) && !ENDS_PHRASE.has(next.text);
};

function nameAt(sentence: Sentence, at: number): Mention | null {
  const end = nameEnd(sentence.in, at, sentence.endWord);
  if (end <= at || sentence.in.words.slice(at, end).some(({ text }) => INSTITUTION.test(text))) return null;
  const mention: Mention = { about: "person", first: at, end, nominative: false };
  const titled = TITLED.has(sentence.in.words[at]!.text);
  return titled || end - at > 1 || at === sentence.firstWord || isFollowedByVerb(sentence, mention) ? mention : null;
}

function isFollowedByVerb(sentence: Sentence, mention: Mention): boolean {
  const { words } = sentence.in;
  for (let at = mention.end; at < sentence.endWord && at <= mention.end + 1; at++) {
    const text = words[at]!.text;
    if (!words[at]!.tight) return false;
    if (BE.has(text) || AUXILIARIES.has(text)) return mention.about !== "thing" || at === mention.end;
    if (!ADVERBS.has(text)) return false;
  }
  return false;
}

/** Posts leave out their first "I": "Been off sick", "Diagnosed at 40". */
const impliesAuthor = (sentence: Sentence): boolean => LEFT_OUT_I.test(sentence.text);

const LEFT_OUT_I =
  /^[^a-z0-9]{0,30}(?:(?:just |so |finally |still |really |absolutely |recently |have |had |was |am ){0,4}(?:been (?:off|diagnosed|a|an|on|there|sober|wearing|living|told|in)|diagnosed|feeling|felt|woke|cried|sobbed|spent|missing my|loving my|proud to|looking forward|delighted|chuffed|excited|knackered|exhausted|hungover|finished my|started my|passed my|failed my|sat my|off to|home from|can't believe i|dont think i|don't think i|wish i|hope i|survived|lost my|living with|managed my|as an? (?:[a-z]+ ){0,3}(?:nurse|doctor|student|trainee|woman|man|patient|mum|dad|person|user|midwife|paramedic)))(?![a-z'])/i;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const pronouns = (about: About, nominative: boolean, text: string) =>
  text.split(" ").map((word) => [word, { about, nominative }] as const);
const PRONOUNS = new Map([
  ...pronouns("self", true, "i im ive"),
  ...pronouns("self", false, "me myself mine"),
  ...pronouns("person", true, "he she hes shes"),
  ...pronouns("person", false, "him her his hers himself herself your yourself youre ur"),
  ...pronouns("us", true, "we weve"),
]);
const MANY_OF_YOU = words("lot all people guys folks both two");
const DEMONSTRATIVES = words("this that these those thats there");
const BE = words("is are was were be been 's 're isnt arent wasnt");
const AUXILIARIES = words(
  "am has have had do does did will would can could should must may might won't ca wo 'll 'd 've 'm n't not needs wants looks seems makes gets goes comes came went got took gave said says told asked thinks thought keeps kept stole left lost found knows knew lied works worked stinks sucks smells feels felt starts started ran runs became becomes",
);
const ADVERBS = words("also just really still never always only actually probably clearly both all often even once");
const DETERMINERS = words(
  "the our my your that this these those his her their some a an one every each another all most many no both too such",
);
const INDEFINITE = words("a an one every each another all most many no both too such");
const ENDS_PHRASE = words(
  "of in on at to for from with by about into over under as than and or but so if who which that because when while i he she they we it you me him them us",
);
const ADJECTIVES_FOR_PEOPLE = words(
  "disabled deaf blind poor rich elderly old young homeless unemployed mentally sick dying chinese irish welsh english french japanese vietnamese portuguese british gays jews obese overweight unvaccinated vulnerable working-class",
);
const MODIFIED = words(
  "union room rooms network networks survey team teams board boards service services week day awareness group groups forum council office list lounge canteen safety care experience story stories records record notes voice education support training rota party member members newsletter bulletin app portal feedback loan loans discount development wellbeing side flow choice helpline hub desk journey pathway bank association society",
);
const INSTITUTION =
  /^(?:hospital|infirmary|trust|street|road|lane|house|centre|center|school|college|university|academy|institute|foundation|ward|unit|city|town|park|hall|station|club|fc|united|ltd|group|service|council|week|day|month|award|awards|conference|festival|health|care|education|england|north|south|east|west|media|news|times|team|app|act|fund|appeal|company|press|party|project|scheme|bridge|bay|society|association|programme|church|library|museum|theatre|hotel|arms|inn|hub|desk|helpline)$/;
const TITLED = words(
  "dr mr mrs ms miss mx prof professor sir dame lord lady sister matron nurse doctor councillor cllr rev reverend father",
);
