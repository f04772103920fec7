import type { Span } from "../../model/span.ts";
import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, gap, governed, neighbour, shows } from "./parts/cues.ts";
import { insinuates, questionOf } from "./parts/questions.ts";
import { tidy } from "./parts/reach.ts";

export const insinuated: Context = {
  describe:
    "What the post hints at without saying it: a question that knows its answer, funny how …, no names but …, do the maths, you know who.",
  spans: (sentence) =>
    tidy(sentence, [...hintingQuestion(sentence), ...governed(sentence, { sentence: HINTS }), ...beforeHint(sentence)]),
};

function hintingQuestion(sentence: Sentence): readonly Span[] {
  const question = questionOf(sentence);
  return question !== null && insinuates(sentence, question) ? [question] : [];
}

/** "Draw your own conclusions." hints at the sentence before. */
function beforeHint(sentence: Sentence): readonly Span[] {
  const next = neighbour(sentence, 1);
  return next !== undefined && next.endWord - next.firstWord <= 9 && shows(next, LOOKS_BACK) ? [sentence] : [];
}

const LOOKS_BACK = cues(
  "(?:you )?(?:do|did) the maths?",
  "(?:draw|make|reach) your own conclusions?",
  "make of (?:that|it|this) what you will",
  "(?:i'll|will|we'll) (?:leave|let) (?:it|that|you) (?:there|to)",
  "say(?:ing)? no more",
  "nuff said",
  "enough said",
  "'nuff said",
  "need i say more",
  "work (?:it|that one) out",
  "join the dots",
  "connect the dots",
  "(?:a )?coincidence",
  "(?:i think )?not a coincidence",
  "(?:just )?saying",
  "iykyk",
  "if (?:you|u) know,? (?:you|u) know",
  "(?:funny that|strange that|odd that|fancy that|go figure|how convenient|makes you think|makes you wonder|you be the judge|no smoke without fire|the plot thickens|what a coincidence|what are the odds)",
  "(?<=^[^\\p{L}]{0,30})(?:hmm+|convenient|curious|interesting)(?=\\P{L}*$)",
  "wink,? wink",
  "(?:you )?know what i mean",
  "read into that what you (?:will|like)",
);
const HINTS = cues(
  "(?:funny|strange|odd|weird|interesting|curious|convenient|amazing|remarkable|telling) (?:how|that (?:the|he|she|they|it|a|no|this)|isn't it)",
  "(?:isn't it|ain't it) (?:funny|strange|odd|weird|interesting|curious|convenient)",
  "(?:makes|made|got) (?:you|me|one) wonder(?:ing)?",
  `(?:i|we|you|one|you've got to|got to|have to|gotta) (?:do |can only |sometimes |often |really )?wonder (?:how|why|who|what|if|whether|where)`,
  "wonder (?:how|why|who|what) (?:he|she|they|that|the|a certain|@)",
  "(?:naming )?no names(?:,? no pack drill)?",
  "(?:not|without|won't|i won't|never) (?:going to |gonna )?nam(?:e|ing) (?:any )?(?:names|no names|anyone|him|her|them)",
  "name no names",
  "you know who(?: you are|m)?",
  "a certain (?!(?:amount|age|level|extent|degree|point|number|time|way|type|kind|point|standard|percentage|size|je)\\b)\\p{L}+",
  "rhymes with (?:an? )?[\\p{L}'\"]+",
  "(?:begins|starts|ends) with (?:an? |the letter )?['\"]?\\p{L}['\"]?(?!\\p{L})",
  "(?:clue|hint|hints|clues)(?=:|'s? in| he| she| it rhymes)",
  "guess (?:who|which|whose|what (?:he|she|they)|where (?:he|she|they))",
  "(?:three|two|3|2|one|1|no prizes for) guess(?:es|ing)?(?: who| what| why| which)?",
  "someone (?:not a million miles|very senior|high up|who shall remain nameless)",
  "(?:who|that) shall (?:remain|be) nameless",
  "not a million miles (?:away )?from",
  "no smoke without fire",
  "there's more to this than",
  "(?:must be|must have been) (?:nice|lovely|great|hard)(?= (?:to|being|having|when))",
  "(?:draw|make) your own conclusions?",
  "make of (?:that|it|this) what you will",
  "do the maths?(?=\\P{L}*$)",
  "join the dots",
  "connect the dots",
  "if (?:you|u) know,? (?:you|u) know",
  "iykyk",
  "say(?:ing)? no more",
  "nudge,? nudge",
  "just asking(?: questions)?",
  "(?:some|certain) (?:people|folk|folks|colleagues|consultants|managers|individuals|someone) (?:seem|think|thinks|in|on|around|here|need|should|never|always|can't|get|know)",
  "(?:somebody|someone|one of (?:us|you|them|our \\p{L}+)) (?:in|on|at|from) (?:this|our|the|my) \\p{L}+ (?:is|has|was|seems|thinks|smells|needs)",
  "(?:wouldn't|would not|won't) (?:be surprised|surprise me|put it past)",
  "(?:suddenly(?= (?:has|have|had|got|gets|needs?|wants?|found|finds|appears?|appeared|can|remembers?|remembered|decided|lost|loses|there|off|is|all|very|no|the whole)\\b)|mysteriously|miraculously|conveniently|coincidentally|magically|by (?:sheer|pure|some|complete|total|strange|happy) (?:coincidence|chance|luck|fluke))",
  `(?:wonder|ask yourself|ask yourselves|ask|remember)(?: just)? (?:who|why|how|what) ${gap(2)}(?:pays|paid|signed|gains|benefits|owns|funds|really)`,
);
