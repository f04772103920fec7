import type { Span } from "../../model/span.ts";
import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, gap, matchesOf } from "./parts/cues.ts";
import { quotationsIn } from "./parts/quotations.ts";
import { ahead, tidy } from "./parts/reach.ts";

export const quoted: Context = {
  describe:
    "Words of someone else: between quotation marks, on a line quoted with >, or told after said, asked, shouted, called me …",
  spans: (sentence) => tidy(sentence, [...quotationsIn(sentence), ...reportedSpeech(sentence)]),
};

/** What was said without marks, from behind the words that announce it. */
function reportedSpeech(sentence: Sentence): readonly Span[] {
  return matchesOf(sentence, ANNOUNCED).flatMap((cue) => {
    const rest = ahead(sentence, cue.end);
    if (/^\s*["',.;!?]/.test(sentence.in.plain.text.slice(rest.start, rest.end))) return [];
    return rest.start < rest.end ? [rest] : [];
  });
}

const SPEAKER =
  "(?:he|she|they|who|someone|somebody|(?:a|an|one|the(?! (?:science|form|letter|sign|paper|policy|report|guidance|label|leaflet|poster|badge|article|research|board|screen|rota|website|app)\\b)|my|our|another|this|that|some|one of the|one of our|two|three|several) (?:\\p{L}[\\p{L}'-]*,? ){0,3}?\\p{L}[\\p{L}'-]*|(?:dr|mr|mrs|ms|prof|sister|matron) \\p{Lu}?\\p{L}+)";
const ADDRESSED = "(?: to)? (?:me|us|him|her|them|you|my \\p{L}+|our \\p{L}+|(?:the|a|an|another) \\p{L}+)";
const ADVERB = "(?:just |once |actually |then |even |recently |loudly |repeatedly |also )?";
/** Own words (I said …) are no quotation, nor is what everyone says. */
const ANNOUNCED = cues(
  `${SPEAKER} ${ADVERB}(?:told|asked|informed|reminded)${ADDRESSED}(?: (?:that|why|if|whether|to|how|not to|where))?(?! (?:all |only |just )?(?:about|off|yet|twice|everything|anything|nothing|so|this|it)\\b)`,
  `${SPEAKER} ${ADVERB}(?:said|says|shouted|yelled|screamed|muttered|joked|sneered|claimed|insisted|commented|replied|whispered|hissed|remarked|announced|quipped|wrote)(?:${ADDRESSED})?(?: that)?(?! (?:yes|no|about|so)\\b)`,
  `${SPEAKER} ${ADVERB}asked (?:if|whether|why|how|what|when|where|who)`,
  `(?:was|were|been|got|being|get|gets) (?:told|asked)(?: (?:that|why|if|whether|to|how|not to|where))?`,
  `(?:(?:was|were|been|got|being|get|gets) called(?= an? | names| the | all )|(?<!\\bi )(?:called|calls|calling) (?:me|us|my ${gap(2)}\\p{L}+|our ${gap(2)}\\p{L}+|(?:a|the|another) (?:colleague|nurse|patient|student|trainee|doctor|porter|midwife|paramedic)))`,
);
