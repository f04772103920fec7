import type { Span } from "../../model/span.ts";
import type { PreparedCopy, Sentence } from "../document.ts";
import { remembered } from "../remembered.ts";
import type { Context } from "./context.ts";
import { cues, gap, governed, neighbour } from "./parts/cues.ts";
import { tidy } from "./parts/reach.ts";

export const consented: Context = {
  describe:
    "Consent or authority is stated: with her permission, consent given, she asked me to share this. A sentence that says no more than that speaks for the whole copy.",
  spans: (sentence) => {
    if (isFramedByConsent(sentence.in)) return tidy(sentence, [sentence]);
    const next = neighbour(sentence, 1);
    const saidNext = next !== undefined && isStated(next) && POINTS_BACK.test(next.text);
    return saidNext ? tidy(sentence, [sentence]) : governed(sentence, { sentence: STATED, except: WITHHELD });
  },
};

const isFramedByConsent = remembered((copy: PreparedCopy): boolean =>
  copy.sentences.some((sentence) => isStated(sentence) && FRAME.test(sentence.text)),
);

const isStated = (sentence: Sentence): boolean =>
  (governed(sentence, { sentence: STATED, except: WITHHELD }) as readonly Span[]).length > 0;

const WHOSE =
  "(?:(?:her|his|their|its|your|everyone's|both|all|full|written|verbal|explicit|informed|parental|kind|signed|prior|express|the|a|of|and|[\\p{L}-]+'s?|families|patients|parents) ){0,4}";
const CONSENT = "(?:permission|consent|agreement|blessing|say-so|go-ahead)";
const STATED = cues(
  "(?:everyone|everybody|all|all of them|both|each of them|the panel)(?: (?:shown|pictured|featured|in it|in the (?:photo|picture|film|series)|here))(?: has| have)? (?:said yes|gave|agreed|signed|approved|okayed)",
  "(?:everyone|everybody|both|(?:his|her|their|my|the) (?:\\p{L}+ )?(?:mum|mam|dad|mother|father|parents|family|daughter|son|wife|husband|widow|sister|brother)|mum|dad)(?: has| have)? (?:said yes|agreed to|signed (?:a|the) (?:release|consent))",
  "(?:approved|checked|signed off|read|okayed|agreed) (?:every|each|all the|the) (?:single )?(?:lines?|words?|captions?|edit|cut|version|film|post)",
  "asked (?:me|us),? (?:in writing,? |kindly |specially ){0,4}to (?:announce|admit|confess|report|warn|pass|add|tell|say|share|post)",
  "signed (?:a |the |our |its )?(?:\\p{L}+'s )?(?:model |photo |media )?(?:release|consent)",
  "with (?:his|her|their) (?:\\p{L}+'s )?say[- ]so",
  `(?:with|by kind|has|have|had|got|given|gave|giving|gives|under) (?:me |us )?${WHOSE}${CONSENT}(?! (?:form needed|pending|to follow|required))`,
  `${CONSENT} (?:was |has been |is |are |were |been |form |forms ){0,4}(?:given|obtained|recorded|granted|sought and given|on file|signed|in place|held|logged|received|confirmed|ref(?:erence)?)`,
  "(?:consent|permission) (?:ref|reference|form|plan|no|number)\\b",
  `(?:shared|posted|told|published|reproduced|used|pictured|tagged|named|photo|photos|picture|story|image|quoted|filmed) (?:here |and tagged |and named |with )+${gap(4)}(?:permission|consent|agreement|blessing|approval)`,
  "(?:asked|wants|wanted|begged|encouraged|told) (?:me|us) to (?:share|post|tell|say|name|put|pass|mention|thank|publish|print|let)",
  "(?:wants|wanted|asked for) (?:you|everyone|people|others|her|his|their|this|it) (?:all )?(?:to (?:know|hear)|story (?:told|shared|to be))",
  "(?:happy|glad|keen|fine|okay|ok|delighted|content|pleased) (?:for (?:me|us|you|this|it) )?to (?:be (?:named|tagged|pictured|photographed|quoted|filmed|identified|shared)|let (?:me|us)|have (?:her|his|their) (?:name|story|photo|picture))",
  "(?:is|are|was|were|'s|'re) (?:happy|fine|ok|okay|cool) with (?:me|us) (?:sharing|posting|telling|saying)",
  "(?:has|have|had|'s|she|he|they|who|family|both) (?:kindly |all |both |also |very kindly )?(?:let|lets|allowed|agreed to let|agreed that|said) (?:me|us|i|we) (?:can |could |may |might )?(?:share|post|tell|say|name|use|quote|publish|tag|show|mention)",
  "(?:agreed|chosen|chose|volunteered|offered|asked|decided) to (?:share|tell|speak (?:about|out|publicly)|be (?:named|pictured|photographed|filmed|quoted|identified)|appear|have (?:her|his|their))",
  "(?:she|he|they|mum|dad|family|both|parents) (?:kindly |happily |all |both ){0,4}(?:said|says) (?:yes to (?:this|me sharing|us sharing)|it was (?:fine|ok|okay)|(?:i|we) (?:can|could|may)|go for it|happy to share)",
  "(?:cleared|approved|signed off|checked|okayed|agreed) (?:by|with) (?:the |our |my )?(?:comms|communications|press office|press team|family|patient|information governance|caldicott guardian|caldicott|parents?)",
  "(?:sharing|posting|telling|posted|shared) (?:this |it |her story |his story |their story |here )?(?:because|as|since|at) (?:she|he|they|the family|her|his|their|mum|dad)(?:'s| has| have)? (?:asked|wants|wanted|said|request)",
  "at (?:her|his|their|the family's|the patient's) (?:own )?request",
);
const WITHHELD = cues(
  `(?:without|no|nobody|no one|not|n't|never|lack of|lacking|instead of|forgot|hope|assum(?:e|ing|ed)|sure|hopefully|presum(?:e|ed|ably)|didn't|pending|awaiting|waiting for|before|until|if|unless|whether|get|getting|seek|seeking|ask for|need|needs|needed|require[sd]?|obtain|check|always|only|ever) (?:${gap(5)})(?:permission|consent|agreement|blessing|approval|say-so|go-ahead|mind|ask(?:ed)?(?: (?:me|us) to)?|know|share|(?:happy|fine|okay|ok) (?:to|with))`,
  "(?:consent|permission) (?:form|forms|policy|training|law|matters|is key|checklist|and|to treatment|for (?:surgery|treatment))(?! (?:signed|on file|recorded|given|obtained))",
  "(?:consent|permission) (?:is|was|to be|will be)? ?(?:pending|to follow|tbc|awaited|needed|required|refused|withdrawn|not|n't|missing)",
  "(?:consent|permission) ?(?:\\?|=|isn't|wasn't)",
  "(?:i'm|im|i am|pretty|quite|fairly) sure (?:she|he|they|nobody) (?:[\\p{L}']+ ){0,6}\\p{L}+",
  "(?:would|could|might|may|won't|would not|wouldn't) (?:be )?(?:have |give |mind|happy)",
);
/** Sentences that state consent for what the whole copy tells. */
const FRAME =
  /^[^a-z0-9]*(?:(?:all |this |story |her story |his story |their story |photos? |pictures? |images? |details |names? |and |posted |shared |sharing |told |published |reproduced |used |written |everyone |both |mum |dad |the family |family |he |she |they |patient |parents? |with )+|(?:consent|permission|cleared|approved|signed off)\b)/i;
const POINTS_BACK =
  /^[^a-z0-9]*(?:with|he|she|they|both|everyone|consent|permission|approved|cleared|photo|shared|posted|the family|her|his|their)/i;
