import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, gap, neighbour, shows } from "./parts/cues.ts";
import { tidy } from "./parts/reach.ts";

export const disclaimed: Context = {
  describe:
    "The author knows better and says it all the same: not my place, but …, between us, don't quote me, allegedly. It raises concern and never lowers it.",
  spans: (sentence) => (shows(sentence, DISCLAIMER) || besideDisclaimer(sentence) ? tidy(sentence, [sentence]) : []),
};

/** "Between us." speaks of the next sentence, "Just saying." of the one before. */
function besideDisclaimer(sentence: Sentence): boolean {
  const standsAlone = (other: Sentence | undefined) =>
    other !== undefined && other.endWord - other.firstWord <= 10 && shows(other, DISCLAIMER);
  return standsAlone(neighbour(sentence, -1)) || standsAlone(neighbour(sentence, 1));
}

const SHARE =
  "(?:say(?:ing)?|tell(?:ing)?|post(?:ing)?|shar(?:e|ing)|repeat(?:ing)?|leak(?:ing)?|mention(?:ing)?|write|writing|tweet(?:ing)?|reveal(?:ing)?|pass(?:ing)? (?:this|it) on|talk(?:ing)?|show(?:ing)?|let(?:ting)? (?:on|slip))";
const DISCLAIMER = cues(
  `(?:(?:i|we) )?(?:probably |really )?(?:should|ought|must)(?:n't| not)(?: really| probably| even)?(?: to)? (?:be )?${SHARE}(?: (?:this|you|it|that|anyone|here|yet|about))`,
  `(?:i |we )?(?:know |think )?(?:i|we)(?: really| probably)? should(?:n't| not)(?: really)?(?: have)?(?:,| but|$)`,
  `(?:not|n't|never) (?:really |strictly |technically |actually |exactly |meant |officially ){0,4}(?:supposed|meant|allowed|permitted|at liberty) to (?:be )?(?:${SHARE}|know)`,
  "(?:not|n't) my place(?: to \\p{L}+)?",
  "(?:just |strictly |only )?between (?:us|you and me|you & me|ourselves|friends|these four walls|us girls|us lot|you,? me and)(?! and | the )",
  "off the record",
  "(?:don't|do not|never|pls don't|dont) quote me",
  "(?:you|u) (?:didn't|did not|never) (?:hear|get|see) (?:it|this|that|nothing|anything)(?: from| off)? ?(?:me|us|here)?",
  "(?:don't|do not|dont) (?:you dare |go )?(?:tell|let on|breathe a word|breathe|spread (?:this|it)|repeat this|repeat that|share this with|screenshot|shout about|mention this)(?= |[.,!]|$)(?! (?:us|me|the police|patients|your gp|your age|people what))",
  "keep (?:this|it|that) (?:quiet|to (?:yourself|yourselves|ourselves)|under (?:your|yer) hat|hush|between|on the (?:dl|down ?low|qt)|in the family|secret|private)",
  "hush[- ]hush",
  "on the (?:qt|quiet|down ?low|dl|hush)",
  "(?:no names|naming no names|won't name names|no names,? no pack drill|not naming names|not going to name names|mentioning no names)",
  "(?:allegedly|apparently|supposedly|reportedly|so i(?:'ve)? heard|so i'm told|so they say|or so i hear|word is|rumour has it|rumou?rs? (?:is|are|says?)|a little bird|little birdie|heard (?:it )?(?:from|through|on) (?:a |the )?(?:good source|grapevine|friend)|can't say (?:how|who|where)|my (?:sources?|mole|spy|insider)|sources? (?:say|close|tell|inside)|from a (?:good|reliable|trusted) (?:source|authority))",
  "(?:just|only|im just|i'm just) (?:saying|sayin|sayin'|putting it out there)(?! (?:to|that)\\b)",
  "(?:i'm|im|i am|we're) (?:just |only )?(?:just saying|not saying|not being (?:funny|rude|mean|horrible|nasty|racist|sexist|\\p{L}+ist))",
  "(?:not|n't) being (?:funny|rude|mean|horrible|nasty|racist|sexist|homophobic|ageist|ableist|\\p{L}+ist|\\p{L}+phobic)",
  "(?:no offen[cs]e|with (?:all due|the greatest|the utmost) respect|don't shoot the messenger|don't judge me|don't @ me|don't at me|don't hate me)",
  "(?:i'm|im|i am) not (?:a |an )?(?:racist|sexist|homophobe|homophobic|transphobic|bigot|snob|prejudiced|anti-?vaxx?er|one to (?:gossip|judge|moan|complain|name names|tell tales))",
  "(?:not one to|hate to|don't (?:like|want|mean) to|i'd never|far be it from me to|loath to) (?:gossip|speak ill|tell tales|stir|name names|be that person|judge|accuse)",
  "(?:delete|deleting|will delete|taking this down) (?:this |it )?(?:later|soon|in (?:a|an) \\p{L}+|after)",
  "(?:my boss|my manager|hr|comms|the boss|they|someone|management)(?: will| would|'ll|'d) (?:kill|murder|fire|sack|shoot|skin|have) me",
  "(?:i|i'll|i'd|gonna|could|might|will|would)(?: could| might| will| may)? (?:probably )?get (?:in(?:to)? (?:so much )?trouble|sacked|fired|shot|told off|a bollocking|killed) for",
  "(?:strictly|technically|officially) (?:speaking )?(?:confidential|secret|embargoed|under wraps|i (?:can't|shouldn't|couldn't))",
  "(?:don't|do not|dont) (?:ask|look at) me how i know",
  "(?:forget|pretend) (?:i|you|u) (?:(?:never|didn't) )?(?:said|told|see|saw|heard|hear|read)",
  `(?:in my (?:humble )?opinion|imo|imho|just my (?:opinion|view|two pence|2p)|views (?:are )?my own)(?=,? ${gap(2)}\\p{L})`,
  "(?:naughty|cheeky|bad) of me(?:,| but| to)",
  "(?:under|still under|technically under|breaking the) embargo,? (?:but|so|till|until|shh)",
  "sh+h+",
  "🤫|🤐",
);
