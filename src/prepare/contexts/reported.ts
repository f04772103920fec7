import { type Span, spansWithin } from "../../model/span.ts";
import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, gap, governed, neighbour, shows } from "./parts/cues.ts";
import { tidy } from "./parts/reach.ts";

export const reported: Context = {
  describe:
    "What is said to be on a public record: published, announced, found by a tribunal, heard in court, or linked to an official site.",
  spans: (sentence) =>
    tidy(sentence, [
      ...governed(sentence, { clause: ON_RECORD, except: NOT_ON_RECORD }),
      ...beneathOfficialLink(sentence),
    ]),
};

/** A link to a public body stands for the whole sentence, and for the one before where it stands by itself. */
function beneathOfficialLink(sentence: Sentence): readonly Span[] {
  const next = neighbour(sentence, 1);
  const linked = linksToRecord(sentence) || (next !== undefined && linksToRecord(next) && proseWords(next) <= 4);
  return linked && !shows(sentence, NOT_ON_RECORD) ? [sentence] : [];
}

const linksToRecord = (sentence: Sentence): boolean =>
  spansWithin(sentence.in.marked, sentence).some(
    ({ kind, start, end }) => kind === "link" && OFFICIAL_HOST.test(sentence.in.plain.text.slice(start, end)),
  );

const proseWords = (sentence: Sentence): number => sentence.words.filter((word) => word.within === "prose").length;

const OFFICIAL_HOST =
  /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:gov\.uk|gov\.scot|gov\.wales|nhs\.uk|nhs\.scot|nhs\.wales|parliament\.uk|judiciary\.uk|gmc-uk\.org|nmc\.org\.uk|hcpc-uk\.org|mpts-uk\.org|pharmacyregulation\.org|gdc-uk\.org|cqc\.org\.uk|nice\.org\.uk|who\.int|nationalarchives\.gov\.uk|legislation\.gov\.uk|bailii\.org|ons\.gov\.uk)(?=[/?:#]|$)/i;

const BODY =
  "(?:(?:the |a |an )?(?:\\p{L}+ ){0,2}?(?:tribunal|court|judge|jury|inquest|coroner|panel|ombudsman|inquiry|inspectors|regulator|cqc|gmc|nmc|hcpc|mpts|gphc|gdc|ico|hse|nao|mhra|nice|ofsted|police|met|cps|report|review|investigation|audit|study|paper|trial|commission|committee|select committee|minister|secretary of state|chancellor|dhsc|nhs england|hee|health education england|department of health|government|council|trust|ons|kings fund|king's fund|nuffield trust|bma|rcn|unison|royal college))";
/** "According to the form on my manager's desk" is no public record. */
const SOURCE =
  "(?:the |a |an |new |official |latest |recent |national |government |published ){0,4}(?:[\\p{L}&'-]+ ){0,2}?(?:figures|statistics|data|report|review|study|survey|research|census|inquiry|tribunal|court|judge|judgment|coroner|ombudsman|inspectors|cqc|gmc|nmc|hcpc|ons|nice|mhra|hse|bma|rcn|bbc|guardian|times|hsj|lancet|bmj|nhs england|nhs digital|hee|health education england|ucas|department of health|police|government|minister|who|world health organization|parliament|hansard)";
const ON_RECORD = cues(
  "(?:up|available|published|posted|live|out|is|are|now|today|it's|all|full|free|details) (?:now |up |today )?on (?:the|our|its|their|hee's|ucas's) (?:public |own |nhs |mpts |gmc |\\p{L}+ ){0,2}?(?:websites?|web site|public site|statistics page|publications? page|public page|board papers|reporting tool|public papers)",
  "(?:is|are|it's|now) (?:now |already )?(?:public|open to the public)(?=[^\\p{L}]*$|,|;| and| so)",
  "(?:is|are|'s) (?:now |finally )?out (?:today|now|this (?:morning|week|afternoon)|for (?:comment|consultation))",
  "(?:went|is|are) live (?:today|this (?:morning|week)|at \\p{L}+|yesterday|on (?:the|our))",
  "public board papers",
  "(?:the )?embargo (?:has )?(?:lifted|ended)",
  `according to ${SOURCE},? [\\p{L}\\p{N}]+`,
  `according to ${SOURCE}`,
  `${BODY} (?:today |has today |has |have |had |have today |yesterday |this week |this morning |also )?(?:found|heard|ruled|concluded|announced|published|recorded|upheld|dismissed|sentenced|struck off|suspended|convicted|acquitted|cleared|warned|launched|released|set out|erased|said in a statement)`,
  "(?:has|have|had) (?:just |now |today |been |also ){0,4}(?:published|announced|released|launched)(?! (?:my|his|her) )",
  "(?:was|were|been|is|are|being|be) (?:today |now |just |officially |publicly |formally |recently |first )?(?:published|announced|convicted|sentenced|struck off|jailed|acquitted|erased|fined)",
  "(?:published|announced|released|launched|reported|confirmed) (?:today|yesterday|this (?:week|morning|afternoon|month)|last (?:week|month|year)|on (?:monday|tuesday|wednesday|thursday|friday|\\d)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:bmj|lancet|journal|guardian|times)|\\d{4})|by|earlier)",
  "(?:convicted of|pleaded guilty|pled guilty|found guilty|admitted (?:in court|at|\\p{L}+ charges)|jailed for|sentenced to|struck off by|fined)",
  "(?:court|inquest|tribunal|inquiry|hearing) (?:heard|was told|hears|is told)",
  "(?:the |a |an |our |new |latest |annual |full |final |this |official )+(?:report|review|statement|judgment|judgement|determination|press release|white paper|green paper|inquiry report|board papers|figures|minutes) (?:says?|finds?|found|shows?|show|sets? out|states?|notes?|reveals?|recommends?|concludes?|is (?:out|published|live|online|available|on)|are (?:out|published|live|online|available|on))",
  "(?:statement|press release|announcement|judgment|decision) (?:from|by|of) (?:the )?\\p{L}+",
  "hansard",
  "(?:in|from|on) (?:the )?(?:public (?:domain|record|register|papers|part|session)|published (?:\\p{L}+ )?(?:report|papers|minutes|accounts|decision|judgment|figures|data)|court (?:judgment|report))",
  "(?:public|official) record",
  `(?:study|trial|research|survey|review|report|paper|data|figures|evidence) (?:${gap(2)})?(?:finds?|found|suggests?|shows?|showed|published)`,
  "(?:first )?(?:on|to|with) the (?:bbc|today programme)",
  "(?:bbc|itv|sky|guardian|telegraph|hsj|nursing times|bmj|lancet|pulse)(?: news)? (?:reports?|reported|story|article|says)",
);
const NOT_ON_RECORD = cues(
  "(?:isn't|aren't|wasn't|not|never) (?:going public|public|on (?:the|our) (?:\\p{L}+ )?website)",
  `(?:before|until|till|ahead of|prior to|not|n't|yet|never|un|hasn't|haven't|isn't|aren't|wasn't) (?:${gap(4)})?(?:been |being |be |is |it's |they're |gets? |officially |formally ){0,4}(?:published|announced|released|launched|announcement|publication|release|report)`,
  "(?:will|to|due to|going to|about to|yet to|set to|gets?|getting|waiting to|would) (?:be |get )?(?:officially |formally |soon |finally )?(?:publish|published|announced?|released?|launched?)",
  "(?:embargo(?:ed)?(?! (?:has )?(?:lifted|ended))|leak(?:ed|s)?|draft|unpublished|confidential|internal|not for (?:publication|release))",
  "(?:reportedly|allegedly|rumour has it)",
  "(?:i|i've|i have) (?:just |have |'ve ){0,4}(?:published|announced|launched|released)",
);
