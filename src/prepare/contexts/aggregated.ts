import type { Context } from "./context.ts";
import { cues, governed } from "./parts/cues.ts";

export const aggregated: Context = {
  describe:
    "A statistic: per cent, one in five, a survey of 1,200, nationally, on average, rates, a cohort. It speaks of many and of no one.",
  spans: (sentence) => governed(sentence, { clause: COUNTED, except: NOT_COUNTED }),
};

const NUMBER =
  "(?:\\d[\\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|several|many)";
const COUNTED = cues(
  "\\d[\\d.,]* ?(?:%|per ?cent|percent|pc|percentage points?)(?= |[,.;:)!?]|$)",
  "\\d[\\d.,]*%(?:[-\\u2013]\\d[\\d.,]*%)?",
  "(?:\\p{L}+|\\d+) per cent",
  `${NUMBER} (?:in|out of)(?: every)? (?:\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred)(?! minutes?| years?| days?| weeks?| hours?| months?| nights?| beds?| stars?| places?| shifts?| this| \\p{L}*day|/)`,
  "(?:survey|poll|study|sample|cohort|review|census|trial|audit|analysis|panel) of (?:over |nearly |almost |more than |around |about |some )?[\\d,]+",
  "(?:[\\d,]{3,}|hundreds of|thousands of|millions of|more than \\d+|over \\d+|nearly \\d+|almost \\d+) (?:\\p{L}+ )?(?:respondents|participants|deaths|cases|admissions|births|responses|patients took part|people took part|patients were|people were|people (?:die|live|have)|adults|referrals)",
  "(?:nationally|on average|statistically|in total|year[- ]on[- ]year|per capita|per 100,000|per 1,000|nationwide|proportionally|median|mean age)",
  "(?:the |an |our )?(?:national |annual |overall |median |crude |infant |uk ){0,4}(?:average|rates?|proportion|percentage|prevalence|incidence|majority|minority|share|likelihood|odds) of (?!course|the (?:week|day))\\p{L}+",
  "(?:vacancy|attrition|mortality|survival|fill|dropout|drop-out|pass|sickness|suicide|birth|death|infection|uptake|conversion|turnover|retention|response|readmission|admission|unemployment) rates?",
  "(?:statistics|figures|data|stats|numbers|census|survey|studies|research) (?:shows?|suggests?|from|reveals?|released|published|say|says|tells?|found|finds)",
  "(?:half|a third|two[- ]thirds|three[- ]quarters|a quarter|a fifth|most|the majority|around half|over half|nearly half|more than half) of (?:all|people|patients|women|men|adults|children|staff|students|trainees|nurses|doctors|respondents|those|them all|uk|us all|over|under)",
  "(?:are|is|were|be) (?:\\d+|two|three|four|five|six|ten|twice|\\p{L}+) times (?:more|less|as) (?:likely|common)",
  "(?:under|over)-?represented",
  "more likely (?:than|to)",
  "less likely (?:than|to)",
  "(?:rose|risen|fell|fallen|went up|gone up|went down|dropped|doubled|trebled|halved|increased|decreased|climbed|up|down)(?: \\p{L}+){0,4} (?:from|by) [\\d£]",
  "\\d[\\d,]+ \\p{L}+(?: \\p{L}+){0,6} (?:last|per|each) (?:year|month|quarter)",
  "cohort (?:study|studies|data|of)",
);
const NOT_COUNTED = cues(
  "(?:save|saves|saving|get|earn) (?:you )?(?:an? )?(?:extra )?\\d+ ?%",
  "(?:100|110|1000|120|200|1,000) ?(?:%|per ?cent|percent)",
  "(?:one|1) in a (?:million|billion)",
  "(?:nine|9|ten|10) times out of (?:ten|10)",
  "(?:ten|10) out of (?:ten|10)",
  "(?:\\d+|zero|ten) out of (?:10|ten|5|five)(?= (?:for|stars|would|from)|[.!?]|$)",
  "give(?:s|n)? (?:it )?\\d+ ?%",
  "\\d+ ?(?:%|per cent) (?:off|a year|a month|guaranteed|return|discount|cashback|commission|battery|of the (?:fee|profits|price)|on)",
  "(?:one|two|three) in (?:two|three|one)(?= days| weeks| nights)",
);
