import type { Context } from "./context.ts";
import { cues, gap, governed } from "./parts/cues.ts";

const NT = "(?:do|does|did|is|are|was|were|has|have|had|wo|would|ca|could|should|must|might|need|ai|sha)n't";
const NOT = `(?:${NT}|(?:\\p{L}+ )?not|cannot|never)`;
const SOMEONE_SILENT =
  "(?:they|nobody|no one|no-one|big pharma|doctors|your (?:gp|doctor)|the (?:media|msm|government|bbc|press|news|trust|bosses|board)|management)";
const FACT_VERB =
  "(?:know|realised?|realising|understand|get|see|care|care less|mind|matter|forget|like|love|sure|surprised|surprising|surprise me|ashamed|sorry|happy|thrilled|aware|shocked|wonder)";

export const negated: Context = {
  describe:
    "What a negation takes back: from the negating word to the end of its clause, or all that is called a myth or false.",
  spans: (sentence) => governed(sentence, { aheadToColon: NEGATOR, behind: CALLED_UNTRUE, except: STILL_ASSERTED }),
};

const NEGATOR = cues(
  NT,
  "(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|must|might|may) not",
  "cannot",
  "not",
  "never",
  "(?<!\\b(?:say|says|said|tick|ticked|answer|answered) )no(?! ?[\\d,.!?]|-| (?:is|and|to|or)\\b)",
  "nobody",
  "none",
  "nothing",
  "neither",
  "nor",
  "without",
  "hardly",
  "barely",
  "scarcely",
  "far from",
  "anything but",
  "rather than",
  "instead of",
  "(?:it's|it is|that's|that is) (?:just |simply |completely |totally )?(?:false|untrue|incorrect|a myth|a misconception|wrong) that",
  "(?:the )?(?:myth|misconception) that",
);

const CALLED_UNTRUE = cues(
  `(?:is|are|was|were|'s|'re) (?:all |just |simply |completely |totally |utterly |absolutely |plainly )?(?:an? (?:complete |total |common |urban |old )?(?:myth|misconception|falsehood)|myths|false|untrue|incorrect|inaccurate|fake news|misinformation|disinformation|debunked|baseless|unfounded)`,
);

/** Negations that leave what follows asserted. */
const STILL_ASSERTED = cues(
  // I shouldn't say this, but …; not supposed to tell; don't tell anyone
  `(?:(?:i|we) (?:really |probably |know i )?)?(?:should|ought|must|can|ca|do|may)(?: not|n't|not)(?: really| even| probably)? (?:be )?(?:say|saying|tell|telling|post|posting|share|sharing|repeat|repeating|mention)(?:ing)? (?:this|it|you|any|anyone|anybody|a soul|that)`,
  "(?:know|think|guess) (?:i|we) (?:really |probably )?should(?:n't| not)",
  `${NOT} (?:really |quite |actually )?(?:meant|supposed|allowed) to (?:say|tell|share|post|know|talk|mention|be (?:saying|telling|sharing|posting))`,
  `${NOT} (?:you dare |ever )?(?:tell|breathe|quote me|shoot the messenger|@|at me|let on|repeat|say a word|spread this|shout about|get me wrong|worry|panic|blame me|judge me|hate me)`,
  `not my place`,
  // not only, not just
  `not (?:only|just|merely|simply|least|to mention|for nothing|for the first time)`,
  `${NT} (?:just|only|merely|the only|the first)`,
  `not the (?:only|first|last)`,
  // can't believe, can't wait, couldn't be prouder
  `(?:can|could|ca)(?: not|n't|not) (?:quite |even |actually |still )?(?:believe|wait|help|stop|get over|stress|emphasise|recommend|thank|fault|have (?:done|asked)|be(?: any)? (?:more|happier|prouder|clearer|better|worse)|imagine a better|praise|overstate|unsee|deny|argue)`,
  // no wonder, no doubt, no names but
  `no (?:wonder|doubt|doubting|denying|surprise|surprises|secret|joke|offen[cs]e|lie|cap|less than|fewer than|matter|names|ifs|prizes|smoke|word of a lie|better than|other than|idea (?:why|how|who|what)|need to (?:tell|say)|two ways|thanks|way (?:i|we|he|she|they) (?:should|would)|exaggeration)`,
  `there is no denying`,
  "by no means the only",
  "in no time",
  // not gonna lie; not being funny
  `(?:not|never) (?:gonna|going to|to|one to|here to|even gonna) (?:lie|sugar-?coat|pretend|deny|be (?:funny|rude|horrible|mean|that person)|speak ill|gossip|judge)`,
  "not (?:being|wanting to be|trying to be|meaning to be|saying|accusing|judging|gossiping|naming)",
  `(?:'?m|am) not (?:a |an )?(?:racist|sexist|homophobic|transphobic|prejudiced|bigoted?|ableist|anti-?vaxx?(?:er)?|snob|conspiracy theorist|anti)${"(?=[^.!?]{0,20}\\bbut\\b)"}`,
  "not (?:even )?(?:joking|kidding|exaggerating|sorry|lying)",
  "not (?:a |an )?(?:racist|sexist|bigot|snob)(?=,? but)",
  // never been prouder, never forget, never seen such
  "never (?:mind|forget|thought (?:i'd|i would)|been (?:so|more|prouder|happier|a better|as)|seen (?:such|so|anything|a (?:worse|better|more))|met (?:such|a (?:more|worse|nicer|lazier))|heard (?:such|so)|felt (?:so|more)|known (?:such|a)|fails|again|ever forget|stops? amazing|ceases? to amaze|knew|have i|(?:once )?(?:told|mentioned|thanked|apologised|said sorry))",
  "nothing (?:but|short of|less than|to see here|beats|like)",
  "none other than",
  "(?:none|neither) the wiser",
  "hardly (?:a (?:surprise|secret)|surprising|news|surprised)",
  "barely (?:legal|concealed|hidden|sober)",
  "without (?:a )?(?:doubt|question|fail)",
  "without further ado",
  "without (?:anyone|anybody|telling|him knowing|her knowing|them knowing)",
  // what is known, or disliked, stays asserted
  `${NOT} (?:really |even |quite |that |so |very |at all |exactly |the least bit |entirely )?${FACT_VERB} (?:(?:about )?(?:that|how|why|who|what|where|the fact|the way)|(?:he|she|they|it)(?:'s)?)`,
  `${NOT} (?:be |been )?(?:surprised|shocked|surprising|wondering) (?:if|that|to)`,
  `(?:did|had)(?:n't| not) (?:know|known|realised?|think|expect)(?: that)? (?:i|we|he|she|they|it|the|this)`,
  `(?:it's|it is|that's|is) (?:no|not exactly an?|hardly an?) (?:secret|surprise|coincidence|accident)`,
  // what others keep quiet
  `${SOMEONE_SILENT}(?: will| would| ever| ever will|'ll| is| are|'s| wants? to)?(?: ${NOT})? (?:ever |even )?(?:tell(?:s|ing)?|say(?:s|ing)?|admit(?:s|ting)?|mention(?:s|ing|ed)?|reveal(?:s|ing)?|discuss(?:es|ing)?|report(?:s|ing)?|talk(?:s|ing)? about|want(?:s)? (?:you|us|people|anyone|me) to (?:know|see|hear|find out)|wants? to (?:say|talk about|admit|hear)|dares? (?:to )?say|told|noticed?|cares?|bats)`,
  `(?:wo|ca|do|does|did)n't (?:they |he |she )?(?:just |ever )?(?:admit|acknowledge|own up|come clean)`,
  // suggestions and negative questions
  "why (?:not|don't (?:you|we|they|u)|doesn't (?:he|she))",
  `(?:is|are|do|does|did|has|have|was|were|wo|would|could|ca|should|ai)n't (?:it|he|she|they|we|you|i|there)(?=\\s*(?:[?!,]|$|[,]? (?:folks|lads|guys|mate|though|eh|love)\\b))`,
  `(?:^|(?<=[.!?,] ))(?:is|are|do|does|did|has|have|was|were|wo|would|could|ca|should|ai)n't (?:it|he|she|they|we|you|i|there|this|that|the|dr|my|our|some|all|these|those)(?=[^.!]*\\?)`,
  "innit",
  "(?:couldn't|can't|could not|cannot) (?:organise|run|find|manage|agree more|be trusted|string|tell (?:his|her|their))",
  "(?:haven't|not|n't) (?:heard|seen|told)(?: it)? yet",
  "never once",
  `(?:is|ai)n't (?:it )?(?:funny|strange|odd|weird|interesting|curious|convenient)`,
  `(?:if|or|whether or|as like(?:ly)? as) not`,
  "not (?:a )?(?:surprised|surprising|surprisingly|surprise)",
  `not (?:all|every) ${gap(1)}(?:heroes|angels)`,
);
