import type { Context } from "./context.ts";
import { cues, governed } from "./parts/cues.ts";

export const praised: Context = {
  describe: "Thanks, congratulations, well done, proud of, best of luck. Thanks for nothing is none.",
  spans: (sentence) => governed(sentence, { clause: PRAISE, except: NO_PRAISE }),
};

const GOOD =
  "(?:amazing|brilliant|fantastic|wonderful|fabulous|incredible|outstanding|excellent|awesome|superb|lovely|inspiring|inspirational|kind|kindest|hardworking|hard-working|dedicated|marvellous|tremendous|great|best|finest|loveliest|nicest|cracking|stellar|remarkable|talented|compassionate|extraordinary|phenomenal|exceptional|magnificent|top|terrific|sterling)";
const WHO =
  "(?:team|teams|colleagues?|staff|nurses?|doctors?|midwives|midwife|students?|trainees?|people|person|crew|bunch|group|job|work|effort|friend|friends|mate|mentor|supervisor|porters?|volunteers?|department|ward|consultant|manager|boss|human|humans|woman|women|man|lady|ladies|lads|folk|apprentices?|educators?|teacher|role model)";
const PRAISE = cues(
  "(?:a |an )?(?:huge |massive |big |enormous |special |heartfelt |sincere |many |so |very ){0,4}(?:thanks|thank you|thankyou|thank u|ty|cheers|ta)(?: very much| so much| again| all| everyone)?(?: (?:to|for|@|everyone|all|team|you))",
  "(?:thanks|thank you|thankyou|cheers)",
  "(?:many |huge |massive |warmest |heartiest |big ){0,4}congrat(?:ulation)?s",
  "(?:very |really )?well (?:done|played|deserved|earned)",
  "(?:so |very |incredibly |immensely |super |dead |beyond |really |extremely ){0,4}proud (?:of|to|as)",
  "(?:hats off|kudos|props|big up|shout[- ]?out|bravo|three cheers|hurrah|hooray|round of applause|take a bow|high five|fair play|credit) to",
  "(?:bravo|kudos|chapeau|fair play)",
  `${GOOD} ${WHO}`,
  `(?:such|what) (?:an? )?(?:absolutely |truly |really )?${GOOD}`,
  `(?:is|are|was|were|'s|'re|been) (?:an? |the |all |both |just |absolutely |truly |so |simply |one of the |quite |very |really |utterly ){0,4}${GOOD}`,
  "(?:good luck|best of luck|best wishes|happy (?:birthday|retirement|anniversary)|welcome (?:to|aboard|back))",
  "(?:we|i) (?:really |truly |so |absolutely |do ){0,4}(?:appreciate|admire|salute|applaud|celebrate|love working with|loved working with)",
  "(?:grateful|thankful|appreciative|in awe|indebted) (?:to|for|of)",
  "(?:smashed|nailed|aced|bossed|knocked) it",
  "(?:couldn't|could not|can't|cannot) (?:have done|do|thank|praise|fault|speak highly|be prouder|be happier|have asked)",
  "(?:a )?(?:credit|asset|inspiration|pleasure|joy|legend|star|superstar|hero|heroes|gem|treasure|diamond) (?:to|for|of|in)",
  "(?:you|they|he|she|these|this|who)(?: is|'re| are|'s) (?:an? |the |all |absolute |total |true |real |such ){0,4}(?:legends?|stars?|superstars?|heroes|hero|heroine|gems?|diamonds?|angels?|inspirations?|rockstars?)",
  "deserves? (?:a |an |every |all |so much ){0,4}(?:medal|award|recognition|credit|praise|thanks|pay rise|raise|hug)",
);
const NO_PRAISE = cues(
  "which (?:[\\p{L}'-]+ ){0,4}(?:is|are) (?:the )?best",
  "(?:thanks|thank you|cheers|ta|congratulations|congrats|well done|bravo|kudos|hats off|good luck) (?:to (?:the|my|our|whoever) )?(?:\\p{L}+ )?(?:for|on|with|to) (?:nothing|ruin(?:ing)?|wast(?:e|ing)|mak(?:e|ing) (?:me|us|it|my|everything) (?:worse|cry|ill|late|miserable|sick)|being (?:the (?:worst|laziest|rudest)|useless|late|rude|so (?:useless|rude|lazy))|absolutely nothing|not (?:\\p{L}+)|cancel\\p{L}*|screw\\p{L}*|destroy\\p{L}*|break\\p{L}*|forgetting|losing|letting (?:me|us) down|killing|leaving (?:me|us)|the worst)",
  "(?:no|not|n't|never|hardly|without|zero|far from) (?:\\p{L}+ )?(?:thanks|thank you|a thank you|well done|proud|congratulat\\p{L}+|great|amazing|the best|brilliant|wonderful|lovely|kind)",
  "(?:no|no,) thank(?:s| you)",
  "thanks to (?:their|his|her|the) (?:incompetence|negligence|laziness|cuts|lies|stupidity|failure)",
  "thank (?:god|goodness|heavens|fuck|christ)",
  "(?:not|n't) (?:exactly )?(?:well done|proud)",
  "best (?:not|before|if|to|avoided|left|way|practice|time|part|before)",
  "well done (?:steak|chips|toast)",
);
