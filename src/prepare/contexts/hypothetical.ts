import type { Span } from "../../model/span.ts";
import type { PreparedCopy, Sentence } from "../document.ts";
import { remembered } from "../remembered.ts";
import type { Context } from "./context.ts";
import { cues, gap, governed, matchesOf, neighbour, shows } from "./parts/cues.ts";
import { ahead, tidy } from "./parts/reach.ts";

export const hypothetical: Context = {
  describe:
    "What is supposed, not told: if, imagine, would and could, an example, fiction, a simulation, an exam question (a post that calls its case fictional is so throughout).",
  spans: (sentence) => {
    if (isInvented(sentence.in) || isStaged(sentence)) return tidy(sentence, [sentence]);
    return tidy(sentence, [
      ...conditionsIn(sentence),
      ...governed(sentence, { ahead: SUPPOSED, clause: MODAL, except: NO_SUPPOSITION }),
    ]);
  },
};

/** A condition, and what follows from it where that is put as a possibility or as advice. */
function conditionsIn(sentence: Sentence): readonly Span[] {
  const excepted = matchesOf(sentence, NO_CONDITION);
  return matchesOf(sentence, CONDITION)
    .filter((cue) => !excepted.some((other) => other.start < cue.end && cue.start < other.end))
    .flatMap((cue) => {
      const condition = ahead(sentence, cue.start);
      const rest = { start: condition.end, end: ahead(sentence, Math.min(condition.end + 2, sentence.end - 1)).end };
      const consequence = sentence.in.plain.text.slice(rest.start, rest.end);
      return OPEN_CONSEQUENCE.test(consequence) ? [condition, rest] : [condition];
    });
}

const isInvented = remembered((copy: PreparedCopy): boolean =>
  copy.sentences.some((sentence) => shows(sentence, INVENTED) && !shows(sentence, NOT_INVENTED)),
);

/** A simulation, and the sentence that goes on with it. */
function isStaged(sentence: Sentence): boolean {
  if (shows(sentence, STAGED)) return !shows(sentence, NOT_INVENTED);
  const before = neighbour(sentence, -1);
  return (
    before !== undefined && shows(before, STAGED) && !shows(before, NOT_INVENTED) && !shows(sentence, BACK_TO_LIFE)
  );
}

const SOMEBODY =
  "(?:an?|any|anyone|anybody|someone|somebody|people|patients|students|trainees|staff|colleagues|children|your|the patient|the child)";
const CONDITION = cues(
  "(?:even |only |and |or |but |what |as )?if",
  `when(?:ever)? ${SOMEBODY}`,
  "(?:in case|(?:provided|providing|assuming)(?: that| you| no| the| they| he| she| it)|as long as|supposing|(?<=^[^\\p{L}]{0,30}|[.,;:] *)should you|were (?:you|i|we|he|she|they) to|unless)",
);
const NO_CONDITION = cues(
  "(?:as|only|no|even) ifs?(?= only| \\p{L}+(?:ed|'d)| i needed)",
  "as if",
  "if (?:you|u) (?:ask me|know,? (?:you|u) know|know what i mean|can believe it|can call (?:him|her|it|them) that|must know|please|don't mind me saying)",
  "if (?:i'm|we're|i am|we are) (?:being )?(?:honest|brutally|perfectly|truthful)",
  "if truth be told",
  "if only",
  "(?:if|when) not (?:before|sooner|now)",
  "(?:if|unless) (?:i'm|i am) (?:very much )?mistaken",
  "if (?:looks|i) (?:could|had)(?: (?:kill|a (?:pound|quid|pound coin|penny|fiver)|£1))",
  "(?:what|but|and) ifs",
  "if (?:it|that|this)(?:'s| is| was) (?:any )?(?:consolation|anything)",
  "if you're reading this",
  "if (?:you've|you have) ever (?:wondered|met|worked)",
  "(?:wonder(?:ing|ed|s)?|know|knows|ask(?:s|ed|ing)?|see|check|tell (?:me|us)|say|sure|remember|doubt|mind|decides?|decided) if",
  "(?:be|been|is|was|such) a (?:real |terrible |crying )?(?:shame|pity) if",
  "no surprise if",
  "whether (?:he|she|they|you|we|it|i) (?:likes?|like) it or not",
);
const OPEN_CONSEQUENCE =
  /^\W*(?:then |please |just |we'd |i'd |you'd |he'd |she'd |they'd |it'd |(?:do|don't|never|call|ring|speak|tell|ask|report|contact|seek|stop|get|go|see|use|check|let|remember|book|visit|talk|listen|say|text|email|dial|take|keep|stay|head|think)\b)|\b(?:would|could|might|may|should|can|must|will|'ll|need to|have to|has to|are likely|is likely|ought)\b/i;

const SUPPOSED = cues(
  "imagine(?!d)",
  "picture (?:this|the scene|a|an|someone)",
  "(?:let's |lets |let us )(?:suppose|pretend|imagine|say (?:you|someone|somebody|an?|there|that an?|your))|suppose(?! to|d)",
  "what if",
  "hypothetically(?: speaking)?",
  "in (?:theory|principle|an ideal world)",
  "(?:for example|for instance|e\\.g\\.|eg),? (?:an?|someone|somebody|if|patients?|people|students?|say|the)",
  "(?:such as|like) (?:someone|a patient|a person|a student|a colleague) (?:who|with|having)",
  "(?:worked )?(?:example|scenario|case study|vignette|thought experiment)(?: \\d+)? ?(?=[:\\u2013\\u2014-])",
  "(?:a|an|one|this|the|today's|our|your) (?:\\p{L}+ )?(?:scenario|vignette)",
  "(?:would|d) you rather",
  "wish (?:i|we|they|he|she|you|someone)",
  "in case",
);
const MODAL = cues(
  "(?:i|we|you|he|she|it|they|that|this|there|who|which|people|someone|anyone|nobody|patients|symptoms|it all|what|\\p{L}+s?)(?: \\p{L}+)? (?:would|could|might)(?!n't (?:be (?:prouder|happier)|have (?:done|asked))) (?!(?:i|we|you|he|she|they|it|someone|anyone|somebody|not be (?:prouder|happier)|like|love|prefer|rather|never|welcome|be (?:ideal|great|lovely|nice|good|grand|perfect|amazing|brilliant)|recommend|you please)\\b)\\p{L}+",
  "(?:may|might|could) (?:also |sometimes |still |not )?(?:be|cause|have|lead|include|mean|feel|need|affect|help|happen|experience|qualify|notice|get|result|make)",
);
/** Possibility in form only. */
const NO_SUPPOSITION = cues(
  "(?:you )?(?:would|could|might)(?:n't| not)? (?:believe|have believed|think|have thought|make (?:it|this) up|as well|be forgiven)",
  "(?:can|could)(?:n't| not) (?:believe|be (?:prouder|happier)|have (?:done|asked)|wait|help)",
  "(?:i|we|you|he|she|they|everyone|nobody) could (?:hear|see|smell|tell|feel|not|n't)(?= (?:him|her|them|the|it|that|he|she|from|i|we|believe|stand|stop))",
  "who would have thought",
  "as (?:you|one) (?:would|might) (?:expect|imagine)",
  "(?:would|could)(?: not|n't)? stop",
  "(?:i|we) (?:would|could) (?:say|argue|suggest|bet|hope|urge|advise)",
  "imagine (?:my|our) (?:surprise|shock|delight|joy)",
  "imagine (?:being|having|thinking|paying|\\p{L}+ing) ",
  "(?:would|could|might) (?:sell|kill|murder) (?:his|her|their|my)",
  "wish (?:you|him|her|them|everyone|everybody|all) (?:a |all |well|the best|luck|good|happy|\\p{L}+ (?:well|luck|the best|all the best|a))",
);

const INVENTED = cues(
  "(?:invented|made[- ]up|pretend|imaginary|dummy) (?:patients?|villages?|beds?|cases?|person|people|prescriptions?|family|wards?|hospitals?|trainees?|names?)",
  "(?:nobody|no one|none of this|nothing|no-one)(?: in (?:this|it|here)| here)? is real",
  "(?:he|she|they|we|you)(?:'s|'re| is| are) (?:all |entirely |completely ){0,4}(?:made up|invented|fictional|fictitious)(?=[^\\p{L}]*$|[!.,;)])",
  "(?:all|both) (?:entirely |completely )?(?:invented|fictional|made up)(?=[^\\p{L}]*$|[!.,;)])",
  "i(?:'ve)? made up (?:a|an|the) (?:\\p{L}+ )?(?:patient|village|case|person|family|town|ward|character)",
  `(?:entirely |purely |completely |wholly |totally )?(?:fictional|fictitious|hypothetical) (?:${gap(1)})?(?:patients?|cases?|scenarios?|vignettes?|characters?|story|stories|examples?|person|people|trainee|nurse|doctor|names?)`,
  `(?:patients?|cases?|characters?|names?|people|details|scenarios?|everyone|examples?|villains|everything|story|all) (?:here |in (?:it|this|them|bay|bed|room|the) (?:\\p{L}+ |\\d+ )?)?(?:is|are|'re|all|were|has been|have been|both|being)? ?(?:all |entirely |completely |purely |both |wholly )?(?:fictional|fictitious|invented|made[- ]up|imaginary|composites?)`,
  "work of fiction",
  "not (?:a )?(?:real|actual) (?:patients?|person|people|case|cases|story|name|names)",
  "no(?:ne of (?:these|them) is a)? real (?:patients?|people|person|names?)(?: (?:here|were|was|involved|used|in))?",
  "(?:composite (?:case|patient|story|of)|a composite)",
  "(?:exam|osce|prsa|psa|sba|mcq|finals)[- ](?:style|type) ?(?:question|case|scenario)?",
  "(?:practice|sample|revision|mock|quick|weekly|daily|monday|friday|example) (?:question|sba|mcq|emq|osce|viva|station|quiz)",
  "(?:sba|mcq|emq|question|quiz|case) of the (?:day|week)",
  "case \\((?:all |both )?(?:invented|fictional|made up)",
  "(?:teaching|training|tabletop|desktop) (?:scenario|vignette|exercise)",
  "(?:in|for|from|about) my (?:new |first |second |next |latest |forthcoming |debut )?(?:novel|short story|screenplay|sitcom|crime novel|play)",
  "(?:any resemblance|no resemblance)",
);
const NOT_INVENTED = cues(
  "(?:this is|this was|it's|that's|is|was|it was|it is|these are)(?:n't| not|no)? (?:not |no )?(?:a )?(?:drill|simulation|sim|fiction|fictional|exercise|role[- ]play)(?<=(?:\\bnot|\\bno|(?:is|was)n't) .{0,25})",
  "(?:couldn't|could not|can't|cannot) make (?:it|this) up",
  "(?:true story|real life|for real|irl)",
  "(?:stranger than|like something (?:from|out of)|straight out of|better than) (?:a |an )?(?:fiction|sitcom|novel)",
);
const STAGED = cues(
  "(?:simulat(?:ed|ing)|simulation (?:day|session|training|exercise|scenario|teaching|suite|lab|week|course)|sim (?:day|lab|suite|session|man|training|teaching|patient|baby|ward|week|scenario)|simman)",
  "(?:mannequins?|manikins?|role[- ]?play(?:ing|ed|s)?|standardised patients?|moulage|murder mystery)",
);
const BACK_TO_LIFE = cues(
  "(?:meanwhile|back on the ward|back at work|then|in real life|real|actually|today|tonight|yesterday|later|afterwards|on shift|but)",
);
