import type { Context } from "./context.ts";
import { cues, gap, governed } from "./parts/cues.ts";

/** Where an order can begin: at the start of a sentence or clause, or behind a softener. */
const ORDER =
  "(?:(?<=^[^\\p{L}\\p{N}]{0,30})|(?<=[.,;:!?)\\u2013\\u2014|-] *)|(?<=[^\\p{L}\\p{N}\\s'] ?)|(?<=\\b(?:and|but|so|also|just|always|kindly|then|reminder|remember|folks|everyone|all|or) )|please )";
/** Orders that ask for silence, calm or nothing at all. */
const NO_ORDER =
  "(?!(?:you dare |ever )?(?:tell (?!patients|people|callers|candidates|learners|students|staff|others)|ring|bother|declare|sign|apply|cross|turn up|fret|fuss|make eye contact|listen|pay|vaccinate|go|waste|fall for|send us|fear|report|breathe|quote|shoot|let on|let anyone|repeat|say a word|say anything|say i|mention (?:it|this|my)|spread this|@|at me|get me|worry|panic|blame|judge|hate me|forget|miss|know|think|care|mind|like|want|need|have|believe|understand|see|feel|trust|even|really|be (?:fooled|shy|surprised|a stranger|late|afraid|sad|scared)|all rush|hold your breath|make me|wait|ask (?:me|us) (?:how|why|about)|you|we|they|i|hesitate|start me|mess|bother|look now|just take|cry|give up|come|expect)(?![\\p{L}]))";
const DO_NOT = "(?:do not|don't|never|do n't)";

export const instructed: Context = {
  describe:
    "What people are told not to do, or taught to deal with: never share …, please don't …, how to spot …, training on …",
  spans: (sentence) =>
    governed(sentence, { ahead: ORDERS, clause: TEACHING_CLAUSE, sentence: TEACHING_SENTENCE, except: SECRECY }),
};

const ORDERS = cues(
  `${ORDER}${DO_NOT} (?:ever )?${NO_ORDER}(?!(?:been|thought|seen|had|felt|heard|knew|again|a|an|in|has|have|met|known|did|was|so|the|once|too|fails?|underestimate|ever|been|said|told|going|gonna|mind|got|let|stop (?:learning|dreaming|believing)|change|better|worse|more|not)(?!\\p{L}))(?!\\p{L}+(?:ed|[^s]s)\\b)(?=\\p{L})`,
  `${ORDER}avoid(?:ing)? (?!me\\b|us\\b)`,
  `${ORDER}(?:think (?:twice|before)|beware(?: of)?|be (?:careful|wary|alert|aware|cautious) (?:of|about|with|to|when)|watch out for|look out for|report (?:it|any|anything|abuse|concerns?|suspicious|bullying|phishing|to)|stop and think|check before)`,
  "(?:please|kindly|remember|remind (?:staff|them|colleagues|everyone|yourself)|reminder|careful|make sure|best|ask (?:staff|colleagues|people))(?: to staff| to all| everyone)?(?: you)? (?:to )?(?:not|never|don't|do not|avoid|refrain)(?: to)?",
  `(?:you|staff|students?|trainees?|volunteers?|colleagues|employees|everyone|anyone|we|they|ambassadors|learners|panels?|interviewers?|employers?|managers) (?:should|must|may|can|ought)(?:n't| not| never)(?: ever| to)? (?!be (?:saying|telling|surprised|sharing|posting)|(?:really )?(?:say|tell|help|believe|wait|complain|stop|possibly|even|beat|go wrong|deny|fault))`,
  `(?:hee|we|the nhs|nhs|hmrc|your bank|banks|our team|it|the trust|staff|genuine \\p{L}+) (?:will|would|do|does)(?:n't| not| never) (?:ever )?(?:ask|request|call|phone|email|text|share|post|discuss)`,
  "(?:we|hee|the nhs) never (?:ask|request|share|post|discuss)",
  "(?:is|are|it's|it is) (?:not (?:permitted|allowed|okay to|ok to)|against (?:the |our )?(?:policy|rules|law)|prohibited|forbidden|a disciplinary matter|misconduct) ?(?:to|for)?",
  `how (?:to|you can|not to|we) (?:${gap(1)})?(?:spot|recognise|report|deal with|handle|respond|avoid|prevent|challenge|tell|protect|identify|manage|stop|cope|support|raise|stay safe|keep|talk about|have|use|break|approach|escalate|document|record|redact|anonymise)`,
  "what to (?:do|say|look (?:out )?for|watch (?:out )?for|expect|check)(?: if| when| about)?",
  "what (?:not to|(?:counts|qualifies) as|is meant by|we mean by|does .{1,30} mean)",
  "(?:refrain|abstain) from",
  "think before you",
  "please stop (?:\\p{L}+ing)",
);

const SUBJECT_OF_TEACHING =
  "(?:training|e-?learning|module|webinar|workshop|checklist|guidance|guide|policy|masterclass|lunch[- ]and[- ]learn|toolkit|factsheet|infographic|seminar|briefing|refresher|teaching|explainer)";
const TEACHING_CLAUSE = cues(
  `${SUBJECT_OF_TEACHING}s? (?:today |tomorrow |this \\p{L}+ |session |day |week |event |module |video |sheet )?(?:on|about|covers?|covering|explains?|explaining|says?|requires?|looks? at|looking at|sets? out|to help|is clear|states?|titled|called)`,
  "(?:policy|code|guidance|handbook|gmc|nmc|rules?) (?:says?|is clear|states?|requires?|asks?)",
  "(?<=^[^\\p{L}]{0,30})learn (?:how|about|what|why|more about)",
);

const TEACHING_SENTENCE = cues(
  "(?<=^[^\\p{L}\\p{N}]{0,30})(?:friendly |gentle |quick |weekly |daily |another |today's |a |just a ){0,4}(?:reminder(?: to (?:all )?(?:staff|trainees|students|everyone|colleagues))?|tip(?: of the (?:day|week))?(?: \\d+)?|psa|nudge) ?(?=[:\\u2013\\u2014!]|to |not |about )",
  "(?<=^[^\\p{L}\\p{N}]{0,30})(?:free |new |online ){0,4}(?:training|webinar|e-?learning|module|workshop|checklist|refresher|guidance|lunch[- ]and[- ]learn|masterclass) ?(?=[:\\u2013\\u2014!])",
);

const SECRECY = cues(
  "(?:do not|don't|never) (?:ever )?(?:tell|let) (?:anyone|anybody|a soul|on|the boss|my|him|her|them)",
  `(?:don't|do not) ${gap(3)}but`,
  "(?:i|we|he|she|they) (?:never|don't|do not)",
);
