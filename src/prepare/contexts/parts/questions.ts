import type { Span } from "../../../model/span.ts";
import type { Sentence } from "../../document.ts";
import { cues, gap, matchesOf, showsIn } from "./cues.ts";
import { clauseAround } from "./reach.ts";

/** The question that a sentence ends with, from its question word; null where it ends with none or only tags one on ("…, right?"). */
export function questionOf(sentence: Sentence): Span | null {
  const { text } = sentence;
  const mark = text.lastIndexOf("?");
  const asks = mark >= 0 && !/\p{L}{2,}/u.test(text.slice(mark));
  const openings = matchesOf(sentence, asks ? OPENING : OPENING_WITHOUT_MARK);
  const end = sentence.start + (asks ? mark + 1 : text.length);
  const opening = openings.find((cue) => startsClause(sentence, cue));
  if (opening === undefined || opening.start >= end) return null;
  const question = text.slice(opening.start - sentence.start, end - sentence.start);
  return TAG.test(question) ? null : { start: opening.start, end };
}

/** Whether nothing stands before the question in its clause but a greeting, a handle or a part closed by a comma. */
const startsClause = (sentence: Sentence, cue: Span) =>
  LEADS_IN.test(sentence.in.plain.text.slice(clauseAround(sentence, cue.start).start, cue.start));

/** Whether a question hints at an answer: it asks after what a certain person did, or how anyone could. */
export const insinuates = (sentence: Sentence, question: Span): boolean =>
  [question.start, clauseAround(sentence, question.start).start].some((start) =>
    showsIn(
      sentence.in.plain.text
        .slice(start, question.end)
        .toLowerCase()
        .replace(/^[^\p{L}]+/u, ""),
      HINTING,
    ),
  );

const LEADS_IN =
  /(?:^|,)[^a-z0-9]*(?:(?:and|so|but|or|also|ok|hi|hey|hello|please|quick (?:one|question)|question|just|now|then|today|yes|because|@[\w.]+)[^a-z0-9]*){0,3}$/i;
const AUXILIARY =
  "(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|must|might)(?:n't)?";
const OPENING = cues(
  `(?:how|what|when|where|which|who|whom|whose|why)(?:'s|'re|'d|'ll| is| are)?`,
  `(?:ca|wo)n't`,
  AUXILIARY,
  "any ?(?:one|body|ideas|tips|advice|suggestions|recommendations|chance|other|of you)",
  "(?:thinking of|thinking about|looking for|need|want|interested in|worried about|struggling with|wondering|ever wondered|curious|unsure|not sure|confused|got|have you|ever|heard|ready|still|new to|fancy) ?",
  "(?:questions?|queries)",
);
/** People leave the question mark out, above all after these. */
const OPENING_WITHOUT_MARK = cues(
  `(?:how|where|when|what) (?:do|does|can|should) (?:i|we|you|people|students|trainees)`,
  `(?:does|do|has|have|can|could|would|will) (?:anyone|anybody|someone|somebody|any of you)`,
  "(?:anyone|anybody) (?:know|knows|else had|tried|recommend|have any (?:tips|advice|experience))",
);
const TAG =
  /^(?:is|are|do|does|did|was|were|has|have|had|can|could|will|would|should|wo|ca|ai)(?:n'?t)? (?:it|he|she|they|we|you|i|there|this|that)\s*\?+$|^(?:right|eh|what|who|how|why|when)\s*\?+$/i;

const SOMEONE =
  "(?:he|she|they|(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame|lord|lady|sister|matron)\\.? \\p{L}+|@\\p{L}[\\p{L}\\p{N}_]*|(?:the|our|your|that|this|a certain) (?:[\\p{L}-]+ ){0,2}(?:chair|chairman|chief exec(?:utive)?|ceo|boss|director|dean|consultant|surgeon|manager|matron|registrar|tutor|supervisor|lead|head|minister|mp|councillor|professor|doctor|nurse|lecturer|partner|governor|trustee|rep|secretary|board|trust|union|bloke|woman|man|lad|guy|lot))";
const HINTING = cues(
  "^is it (?:just me|true|a coincidence|any wonder|me)",
  "\\b(?:am i the only one|are we (?:really )?(?:supposed|meant|expected) to|do they think we|does anyone (?:really |actually |still )?(?:believe|trust|buy)|who (?:else )?(?:thinks?|reckons|agrees|noticed|remembers|can guess)|anyone else (?:notice|noticed|think|find it|wonder|smell)|guess who|guess what|ever (?:wonder|wondered|notice|noticed) (?:why|how|that|who)|have you (?:ever )?(?:noticed|wondered)|coincidence|what (?:are|is|have|has) (?:they|he|she|the \\p{L}+) (?:hiding|got to hide|afraid of|scared of|trying to hide|covering)|who (?:are they|is he|is she) protecting|who benefits|who(?:'s| is) (?:he|she) (?:sleeping|shagging|related|paying)|how much (?:did|was|were) (?:he|she|they|it)|how many more|how (?:on earth|the hell|in god|can anyone|could anyone|does anyone)|how come|since when|what (?:on earth|the hell)|who (?:on earth|the hell)|why (?:on earth|the hell)|what did (?:you|we|they|he|she) expect|what (?:could|can) (?:possibly )?go wrong|who needs|who better|who(?:'s| is) going to|has anyone (?:ever )?(?:actually )?(?:met|seen)|anyone (?:else )?(?:want|fancy) (?:the|a|to buy)|what's not to|why (?:is|does|do|are|has|have) (?:nobody|no one|no-one|everyone|the media)|why (?:did|does|is|was|has|do|are|were|would) " +
    SOMEONE +
    ")",
  `\\bhow (?:is|are|was|were|does|do|did|has|have|can|could) ${SOMEONE}(?: \\p{L}+){0,2}? (?:still|get|got|getting|manage|managed|end up|allowed|employed|working|practising|a |afford|become|keep|sleep|live with)`,
  `^(?:was|were|did|has|have|had|would)(?:n'?t)? ${SOMEONE}\\b`,
  `^(?:is|are|does|do|ca|is|are|does|do|was|were|did|has|have|had|would|wo)n'?t (?:${SOMEONE}|it|that|this|all)\\b`,
  `^(?:is|are|does|do|can|could) ${SOMEONE}(?: \\p{L}+){0,2}? (?:still|really|even|actually|ever|seriously|on (?:drugs|the take|something)|drunk|corrupt|bent|sober|competent|qualified|hiding|lying|sleeping|trust)`,
  "\\b(?:wouldn'?t you (?:say|think)|do(?:n'?t| not) you think|know what i mean|see what i mean|you do the maths|remind you of any(?:one|body)|sound familiar|who do you think|what do you think (?:he|she|they))\\b",
);

/** Requests for information that are no question in form. */
export const REQUEST = cues(
  `(?:can|could|would|will) (?:someone|anyone|somebody|anybody|you|any of you|you guys) (?:please |pls |plz |kindly |just )?(?:explain|tell|help|advise|confirm|clarify|point|recommend|share (?:any )?(?:tips|advice)|signpost|suggest|let me know)`,
  `(?:please|pls|plz) (?:explain|advise|clarify|confirm|help me understand)`,
  `(?:does|do) (?:anyone|anybody|any of you|you guys) know`,
  `(?:anyone|anybody) (?:know|knows|able to (?:explain|advise|help|tell))`,
  `(?:i'd|i would|we'd|we would) (?:like|love) to (?:know|hear|understand)`,
  `(?:looking|asking|searching) for (?:${gap(1)})?(?:advice|tips|recommendations|information|guidance|suggestions)`,
  `(?:i'm|i was|im|just|was|am|i am) wondering (?:if|whether|how|what|when|where|which)`,
  `(?:advice|tips|recommendations|suggestions) (?:please|pls|needed|wanted|welcome)`,
  "(?:not sure|unsure|confused about|trying to find out|want to know|need to know|like to know) (?:if|whether|how to|what to|which|where to|when to)",
);
