import type { Span } from "../../model/span.ts";
import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, gap, governed, matchesOf, neighbour, shows } from "./parts/cues.ts";
import { quotationsIn } from "./parts/quotations.ts";
import { behind, tidy } from "./parts/reach.ts";

export const condemned: Context = {
  describe:
    "Words or an act that the post rejects: … is unacceptable, stop saying …, zero tolerance for …, and a quotation beside such a sentence.",
  spans: (sentence) =>
    tidy(sentence, [
      ...governed(sentence, { ahead: REJECTS, sentence: TELLS_OF_REJECTION, except: NO_REJECTION }),
      ...rejectedBehind(sentence),
      ...quotationsBesideRejection(sentence),
    ]),
};

/** `… is unacceptable` rejects what people say or do; said of the people themselves it is abuse. */
function rejectedBehind(sentence: Sentence): readonly Span[] {
  if (shows(sentence, NO_REJECTION)) return [];
  return matchesOf(sentence, REJECTED)
    .map((cue) => behind(sentence, cue))
    .filter(({ start, end }) => !OF_PEOPLE.test(sentence.in.plain.text.slice(start, end)));
}

function quotationsBesideRejection(sentence: Sentence): readonly Span[] {
  const quotations = quotationsIn(sentence);
  if (quotations.length === 0) return [];
  const beside = [-2, -1, 0, 1, 2, 3].flatMap((steps) => neighbour(sentence, steps) ?? []);
  return beside.some((other) => (other !== sentence && rejects(other)) || answers(other)) ? quotations : [];
}

const rejects = (sentence: Sentence): boolean =>
  (shows(sentence, REJECTS) || shows(sentence, REJECTED) || shows(sentence, TELLS_OF_REJECTION)) &&
  !shows(sentence, NO_REJECTION);

/** What someone did about words that they quote; by itself it rejects nothing. */
const answers = (sentence: Sentence): boolean => shows(sentence, ANSWERS) && !shows(sentence, NO_REJECTION);

const ANSWERS = cues(
  "(?:i|we)(?:'ve| have)? (?:removed|took down|taken down|deleted|hid|reported|stopped the|walked out)",
  "(?:been|was|were) (?:reported|referred) to",
  "(?:i|we|she|he|they) (?:have |'ve )?(?:dealt with|spoke up|said so|complained)",
  "(?:bin|retire|ditch) (?:the (?:words?|phrases?|terms?|jokes?)|that word|these|those|them|it)",
  "without calling",
  "stop (?:writing|sharing|saying|using|calling)",
  "(?:nobody|no one|nobody else) (?:spoke up|laughed|said anything)",
  "(?:so|very|really|deeply) (?:hurtful|unkind|cruel|offensive|rude|damaging)",
  "(?:still|so) (?:angry|cross|hurt|ashamed)",
  "not on(?=[.!]|$)",
);
const NOT = "(?:is|are|was|were|'s|'re)(?:n't| not| never)|will never be|can never be|should never be|must never be";
const EVER = "(?: ever| just| simply| remotely| at all| in any way| even)?";
const REJECTED = cues(
  `(?:${NOT})${EVER} (?:ok|okay|acceptable|appropriate|banter|funny|a joke|an excuse|a compliment|humou?r|alright|all right|welcome here|part of the job|how we|who we are|tolerated|harmless|an insult|what we stand for|clever|big and clever|["']?character[- ]building|kind|professional|normal|a laugh|edgy|on(?=[.!]|$))`,
  `(?:is|are|was|were|'s|'re) (?:absolutely |totally |completely |just |utterly |simply |wholly |so |plain |always |deeply )?(?:unacceptable|intolerable|inexcusable|indefensible|abhorrent|appalling|disgraceful|despicable|racist|sexist|ableist|homophobic|transphobic|misogynist(?:ic)?|antisemitic|islamophobic|dehumanising|hate speech|abuse|bullying|harassment|discrimination|never ok(?:ay)?|not ok(?:ay)?|out of order|vile|hurtful|just wrong|plain wrong)`,
  "(?:has|have) no place (?:(?:in|on|at)(?: [\\p{L}'-]+){1,5}|here|anywhere)",
  "(?:will|would|must|should|can|could)(?: not|n't|not| never) (?:be tolerated|be accepted|be said|go unchallenged)",
  "(?:will|should|must|needs? to|has to|have to) (?:always )?(?:be|get) (?:challenged|called out|reported|stopped|stamped out|condemned)",
  "(?:this|that|it|abuse|bullying|racism|banter|behaviour|behavior|comments|jokes|harassment|language|stigma) (?:has|have|needs?) (?:got )?to stop",
  "cross(?:es|ed)? a line",
);

const REJECTS = cues(
  "(?:(?<=^[^\\p{L}]{0,30})|(?<=[:;.!,\\u2013-]\\s+))(?:challenge|condemn|call out|speak up against|stand up to) (?:it|them|this|that|any|every|all|racis[mt]|sexis[mt]|abuse|bullying|hate|harassment|discrimination|ableism|homophobia)",
  "zero[- ]tolerance",
  "no (?:place|excuse|room|tolerance|justification) for",
  `(?:stop|quit|enough of|sick of|tired of|fed up of|fed up with) (?:people |colleagues |the )?(?:saying|calling|using|telling|joking about|shouting|labelling|referring to|hearing|being (?:called|told|asked))`,
  `(?:should|must|deserves? to|needs? to|wants? to)(?: never|n't| not) (?:(?:have|had) to )?(?:hear|be told|be called|face|put up with|endure|experience|listen to|deal with|be asked|be subjected|tolerate|accept)`,
  `(?:nobody|no one|no-one|no (?:nurse|doctor|midwife|student|trainee|colleague|member of staff|patient|child|paramedic)) (?:should|deserves to|ought to)(?: ever)? (?:(?:have|had) to )?(?:hear|be told|be called|face|put up with|endure|experience|listen to|deal with|be asked|be subjected)`,
  "(?:i|we|let's|please|always|should|must|to|and)(?: will| all| must| always)? (?:condemn|call out|challenge|oppose|reject|denounce|stamp out|speak out against|stand up to|push back on)",
  "(?:calling out|challenging|tackling|confronting|condemning|stamping out|ending|fighting|combating|eradicating|standing up to) (?:[\\p{L}-]+ ){0,2}(?:racism|sexism|ableism|ageism|homophobia|transphobia|antisemitism|islamophobia|misogyny|abuse|violence|stigma|discrimination|harassment|bullying|hate|hatred|prejudice|stereotypes?|banter|language|slurs?|behaviours?)",
  "(?:we|i) (?:stand|stood|are|speak) (?:firmly |united |together )?against",
  "(?:we|i) (?:do not|don't|won't|will not|never|cannot|can't) (?:ever )?(?:tolerate|accept|stand for|put up with|condone)",
  "say no to",
  "call (?:it|this|that|them) out",
);

const TELLS_OF_REJECTION = cues(
  "(?:i|we) (?:have |had |all |both |immediately |then )?(?:reported|challenged|called out|condemned) (?:it|this|that|him|her|them)(?! to an?\\b)",
  "(?:and|she|he|they) (?:then |immediately )?(?:reported|challenged) (?:it|this)",
  "(?:i|we|she|he|they)(?:'ve| have|'d)? called (?:it|this|that|him|her|them|you) out",
  "(?:i|we) (?:was|were|am|are|'m|'re) (?:so |absolutely |utterly |still |all |just |genuinely ){0,4}(?:appalled|disgusted|horrified|sickened|fuming|furious|livid)",
  "(?:i'm|we're|im) (?:so |absolutely |utterly |still |all |just |genuinely ){0,4}(?:appalled|disgusted|horrified|sickened|fuming|furious|livid)",
  "(?:we|i) (?:won't|will not) be having it",
  "(?:no,? )?(?:that's|this is|it's) not (?:a joke|banter|a compliment|funny|ok|okay)",
  "(?:here's|this is) what i wish i(?:'d| had) said",
  "i (?:spoke up|said something|pulled (?:him|her|them) up|had a word|took (?:him|her|them) (?:aside|to one side)|told (?:him|her|them) to stop|asked (?:him|her|them) to (?:stop|leave))",
  "(?:shame on|have a word with) (?:you|him|her|them|whoever|yourself|anyone|those)",
  "if (?:that|this) (?:was|were) your",
  `take it down(?=,| ${gap(1)}now|\\W*$)`,
  "(?<=^[^\\p{L}]{0,30})do better",
);

/** Irony, and rejection of being challenged. */
const NO_REJECTION = cues(
  "(?:apparently|supposedly|allegedly|so now|these days|can't say anything|you can't say|pc brigade|woke|snowflakes?)",
  "political correctness",
);
const OF_PEOPLE =
  /^[^a-z"']*(?:(?:he|she|they|you|people like [a-z]+|(?:these|those|all|such|most) (?:[a-z]+ )?(?:people|immigrants|foreigners|muslims|jews|women|men|gays|travellers|migrants|nurses|doctors|patients|managers|lot))\b(?!['’]s? ))[^"']*$/i;
