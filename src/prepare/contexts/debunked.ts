import { matchesIn } from "../../model/matches.ts";
import { allOverlapping, firstOverlapping, lastFrom, type Span } from "../../model/span.ts";
import type { PreparedCopy, Sentence } from "../document.ts";
import { remembered } from "../remembered.ts";
import type { Context } from "./context.ts";
import { cues, gap, governed, neighbour, shows } from "./parts/cues.ts";
import { quotationsIn } from "./parts/quotations.ts";
import { tidy } from "./parts/reach.ts";

export const debunked: Context = {
  describe:
    "A claim put up to be taken down: Myth: …, ❌ …, claims that … are wrong, you may have read that …. The fact beside it is not.",
  spans: (sentence) =>
    tidy(
      sentence,
      [
        ...allOverlapping(mythsOf(sentence.in), sentence),
        ...beforeRebuttal(sentence),
        ...governed(sentence, { ahead: CLAIM_AHEAD, behind: CLAIM_BEHIND, except: DEFENDED }),
      ].filter((span) => span.start < sentence.end && span.end > sentence.start),
    ),
};

/** A claim in someone's mouth that the next sentence contradicts: `"It gives you flu." It can't.` */
function beforeRebuttal(sentence: Sentence): readonly Span[] {
  const next = neighbour(sentence, 1);
  if (next === undefined) return [];
  const told = quotationsIn(sentence).length > 0 || shows(sentence, TOLD);
  return CALLED_FALSE.test(next.text) || (told && CONTRADICTS.test(next.text)) ? [sentence] : [];
}

const TOLD = cues(
  "(?:claim(?:s|ed|ing)?|say(?:s|ing)|said|insist(?:s|ed|ing)?|reckons?|swears?|heard|read|forwarded|shared|asked?|rumour|myth|doing the rounds|going (?:a)?round|true or false)",
);
const CALLED_FALSE =
  /^[^a-z]*(?!myth:)(?:(?:that|this|it|which)(?: i|['\u2019])s (?:(?:just|simply|all|an?|the|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|absolute(?:ly)?|pure|old|common|popular|dangerous) ){0,4})?(?:false|myth|busted|debunked|fake(?: news)?|not true|untrue|misinformation|disinformation|nonsense|rubbish|bunk|lie)(?:[^a-z]*$|[,;:\u2013\u2014])/i;
const CONTRADICTS =
  /^[^a-z]*(?:(?:no|nope|wrong|false|nonsense|rubbish)[.,!]|(?:no|nope)$|(?:it|they|that|this) (?:really |simply |just )?(?:doesn'?t|does not|don'?t|do not|isn'?t|is not|aren'?t|can'?t|cannot|won'?t|wasn'?t|didn'?t|couldn'?t|never)\b)/i;

/** From each myth mark to the fact mark that answers it; without one, to the end of the sentence that it opens. */
const mythsOf = remembered((copy: PreparedCopy): readonly Span[] =>
  MAY_DEBUNK.test(copy.plain.text) ? findMyths(copy) : [],
);

function findMyths(copy: PreparedCopy): readonly Span[] {
  const { text } = copy.plain;
  const marks = matchesIn(text, MARK)
    .map(({ 0: mark, index, groups }) => ({
      start: index,
      end: index + mark.length,
      myth: groups!.myth !== undefined,
    }))
    .filter(({ start, end }) => !/\p{L}/u.test(text.slice(start, end)) || opensSentence(copy, { start, end }));
  return marks.flatMap((mark, at) => {
    if (!mark.myth) return [];
    const next = marks[at + 1];
    const opened = firstOverlapping(copy.sentences, { start: mark.end + 1, end: Number.POSITIVE_INFINITY });
    const answer = next?.start ?? Number.POSITIVE_INFINITY;
    const answered = next !== undefined && !next.myth && sentencesBetween(copy, mark.end, next.start) <= 4;
    return [{ start: mark.start, end: answered ? answer : Math.min(answer, opened?.end ?? mark.end) }];
  });
}

function opensSentence(copy: PreparedCopy, { start, end }: Span): boolean {
  const { text } = copy.plain;
  const sentence = lastFrom(copy.sentences, start);
  if (sentence === undefined) return true;
  const which = /^m(?:yth|isc)/i.test(text.slice(start, end)) ? WHICH_MYTH : WHICH;
  return !/\p{L}/u.test(text.slice(sentence.start, start).replace(which, ""));
}

/** Which claim, in front of the word for it: "Another claim:". */
const WHICH = /^[^\p{L}]*(?:common|popular|the|another)/iu;
/** Nobody calls a myth what they mean, so more may stand there: "A very popular myth:". */
const WHICH_MYTH =
  /^[^\p{L}]*(?:(?:an?|the|one|another|yet another|today['\u2019]s|this week['\u2019]s|number one)\b\s*)?(?:(?:most|very|biggest|common|popular|classic|favourite|old|stubborn|persistent)\b\s*){0,2}/iu;

const sentencesBetween = (copy: PreparedCopy, from: number, to: number): number =>
  allOverlapping(copy.sentences, { start: from, end: to }).length;

const MAY_DEBUNK = /myth|false|fiction|claim|rumou?r|fake|misconception|wrong|❌|✖|✗|✘|🚫|👎|\bno\b/i;
const COUNT = String.raw`(?: (?:no\.? ?)?(?:\d+|one|two|three|four|five|six))?[*_]{0,2}\s?`;
const MARK = new RegExp(
  [
    String.raw`(?<myth>[\u274C\u2716\u2717\u2718\u{1F44E}]\uFE0F?`,
    String.raw`(?<![\p{L}\p{N}])(?:myths?|false|fiction|claim|rumou?r|fake(?: news)?|misconception|misinformation)${COUNT}(?::|[-\u2013\u2014](?=\s)|\.(?=\s)|\?(?=\s)|(?=\n)|$))`,
    String.raw`[\u2705\u2714\u2611\u{1F44D}\u{1F7E2}]\uFE0F?`,
    String.raw`(?<![\p{L}\p{N}])(?:facts?|truth|true|reality|actually|answer|correct|busted|nope|wrong)${COUNT}(?:[:\u2013\u2014,!.]|-(?=\s)|(?=\n))`,
  ].join("|"),
  "giu",
);

const CLAIM_AHEAD = cues(
  `(?:poster|message|post|video|leaflet|reel|blog|chain e-?mail|meme|clip|website)s?(?: ${gap(5)})? ?(?:claim(?:s|ed|ing)|insist(?:s|ed|ing))(?: that)?`,
  `(?:(?:you|you've|you may|you might|some of you)(?: may| might| will| have|'ve| probably)* (?:have )?(?:read|heard|seen)(?: online| on (?:facebook|tiktok|social media|here|whatsapp)| a (?:post|rumour|claim|video) (?:saying|claiming))? that)`,
  "contrary to (?:popular (?:belief|opinion)|(?:what|the) )",
  `(?:posts?|videos?|people|some|memes?|messages?|influencers?|someone|accounts?|rumours?|leaflets?)(?: (?:online|on \\p{L}+|going round|going around|doing the rounds))? (?:are |is |have been )?(?:wrongly |falsely |incorrectly |still )?(?:claim(?:s|ing|ed)?|insist(?:s|ing)? that|circulating) (?:that )?`,
  `(?:false|untrue|bogus|misleading|incorrect|wrong|debunked|viral|baseless|dangerous|fake|unfounded) (?:claims?|posts?|rumours?|stories|story|beliefs?|ideas?|videos?|messages?)(?: (?:that|about|saying|claiming|suggesting|linking))?`,
  `(?:claims?|idea|notion|belief|suggestion|rumours?|theory|story) that (?=[^.!?]{3,120}(?:wrong|false|untrue|myth|nonsense|rubbish|debunked|not true|n't true|no evidence|unfounded|bunk|baseless|misleading|disproved|incorrect|not supported|n't supported|dangerous))`,
  "(?:bust|busting|busted|debunk|debunking|debunked|dispel|dispelling|dismantling|tackling|correct|correcting|rebut|rebutting|quash|quashing|countering) (?:the |a |this |some |common |old |another |that |any |all ){0,4}(?:myth|myths|claim|claims|rumour|rumours|idea|misconceptions?|misinformation|belief|nonsense)(?: (?:that|about|around|on))?",
  "(?:there's|there is|there are|seeing|heard|hearing) (?:a |an |the |some |lots of |that ){0,4}(?:myth|myths|rumours?|misconception|misinformation|nonsense)(?: (?:going|doing) (?:a)?(?:round|the rounds))?(?: (?:that|about|saying))?",
  "(?:no|zero|n't any|not any|never been any) (?:good |credible |scientific |reliable |real |robust |convincing |clinical ){0,4}(?:evidence|proof|truth|data)(?: (?:at all|whatsoever))? (?:that|for|to (?:show|suggest|support)|in|behind|linking)",
  "(?:it's|it is|that's) (?:simply |just |completely )?(?:not true|untrue|false|a myth|nonsense|wrong) that",
  "(?:myth|myths|misconception|misinformation|disinformation) (?:that|about|around)",
);
const CLAIM_BEHIND = cues(
  `(?:is|are|was|were|'s|'re)(?:n't| not)? ?(?:all |just |simply |completely |totally |utterly |a |an |complete |total |common |old |urban |dangerous ){0,4}(?:myths?|false|untrue|debunked|disproved|misinformation|disinformation|fake news|nonsense|true|bunk|a misconception|misconceptions?|baloney|unfounded|baseless)(?<=(?:n't|nt|not) true|[^t] ?(?:myths?|false|untrue|debunked|disproved|misinformation|disinformation|news|nonsense|bunk|misconceptions?|baloney|unfounded|baseless))`,
  "(?:has|have) (?:long |now |since |all |repeatedly )?been (?:thoroughly |completely |repeatedly )?(?:debunked|disproved|discredited|retracted|disproven)",
  "myth(?:[- ])?bust(?:ed|er|ing)",
);
/** "They will tell you that … is a myth" defends the claim. */
const DEFENDED = cues(
  `(?:they|doctors|big pharma|the media|experts|government|so[- ]called experts|msm|nhs)(?: will|'ll| would| all| keep| always)* (?:tell(?:s|ing)? (?:you|us)|say(?:s|ing)?|call(?:s|ing)? (?:it|this|us)|claim(?:s|ed)?|want you to (?:think|believe)|insist) ${gap(12)}\\p{L}+`,
);
