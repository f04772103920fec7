import type { Span } from "../../model/span.ts";
import { wordSet } from "../../model/word-set.ts";
import type { Sentence } from "../document.ts";
import type { Word } from "../words.ts";
import type { Context } from "./context.ts";
import { cues, matchesOf } from "./parts/cues.ts";
import { clauseAround, tidy } from "./parts/reach.ts";

export const clinical: Context = {
  describe:
    "Words in clinical company: what stands before screening, clinic, prevention, pathway … and behind diagnosis of, clinic for, awareness of …; set terms such as spastic quadriplegia.",
  spans: (sentence) =>
    tidy(sentence, [
      ...matchesOf(sentence, SET_TERM),
      ...sentence.words.flatMap((word, at, words) => (isService(word) ? [around(sentence, words, at)] : [])),
    ]),
};

/** A service noun with the noun phrase that it closes and the one that its preposition opens, within its clause. */
function around(sentence: Sentence, words: readonly Word[], at: number): Span {
  const clause = clauseAround(sentence, words[at]!.start);
  let first = at;
  while (
    first > 0 &&
    at - first < 3 &&
    words[first]!.tight &&
    words[first - 1]!.start >= clause.start &&
    qualifies(words[first - 1]!)
  )
    first--;
  let last = at;
  if (PREPOSITIONS.has(words[at + 1]?.text ?? "")) {
    while (
      last + 1 < words.length &&
      last - at < 7 &&
      words[last + 1]!.end <= clause.end &&
      words[last + 1]!.tight &&
      goesOn(words[last + 1]!)
    )
      last++;
  }
  return { start: words[first]!.start, end: words[last]!.end };
}

const isService = (word: Word) =>
  SERVICES.has(word.text) || (word.text.endsWith("s") && SERVICES.has(word.text.slice(0, -1)));
const qualifies = (word: Word) => !STOPS.has(word.text) && !VERBS.has(word.text);
/** Nobody's diagnosis is spoken of as "that …", "my …" or "him". */
const goesOn = (word: Word) => !POINTING.has(word.text) && !VERBS.has(word.text);

const SERVICES = wordSet(
  `screening clinic prevention diagnosis diagnoses diagnostic pathway treatment awareness research surgery surgeon therapy therapies therapist counselling
  rehabilitation rehab detox helpline hotline examination exam assessment consultation disease syndrome disorder infection cancer tumour symptom symptoms
  vaccination vaccine immunisation contraception medicine medication prescribing pharmacology anatomy physiology pathology radiology oncology gynaecology urology
  psychiatry paediatrics obstetrics midwifery dermatology cardiology neurology gastroenterology haematology history-taking guideline guidelines protocol
  leaflet webinar module training teaching course curriculum lecture conference study trial survivor survivors recovery referral referrals specialist service services
  biopsy smear swab scan ultrasound endoscopy colonoscopy microscopy culture sample test testing tests injury injuries fracture wound ulcer pain abscess fissure fistula haemorrhage bleed bleeding
  prolapse palsy quadriplegia diplegia paraplegia spasticity hernia lesion rash stenosis failure deficiency oedema sepsis dysfunction discharge
  safeguarding charity campaign audit intervention interventions harm-reduction misuse dependence addiction withdrawal overdose bereavement postvention ideation`,
);
const PREPOSITIONS = wordSet("for of in about with on to into around against after following");
const STOPS = wordSet(
  `the a an this that these those my your his her our their its some any no every each and or but so of in on at to for from with by about into over under as than then
  i you he she it we they me him us them who which what when where why how is are was were am be been has have had do does did will would can could should may might must not n't 's 're 'm 've 'll 'd
  just only really very too also all such new free another next online great lovely please join big short`,
);
const POINTING = wordSet(
  "that this my his he she him they them i me you your it we us who which is are was were am has had will would can could n't 'm 're 've 'll",
);
const VERBS = wordSet(
  "run runs ran attend attends attended attending book booked join joined visit visited get got gets getting need needs needed want wants offer offers offered use uses used using give gave given stop stopped start started go goes went left leave take took taking finish finished missed miss says said see saw seen love loves hate hates hated",
);

const SET_TERM = cues(
  "(?:hereditary |bilateral |ataxic )?spastic (?:quadriplegia|diplegia|hemiplegia|paraplegia|paraparesis|paresis|cerebral palsy|gait|tetraplegia|colon|muscles?|dysarthria)",
  "(?:growth|psychomotor|intrauterine growth|fire) retard(?:ation|ant)",
  "(?:blood|stool|urine|semen|sputum|faecal|cervical|vaginal|throat|nasal|rectal|anal|tissue|hair) (?:sample|samples|swab|swabs|test|tests|smear|culture)",
  "(?:anal|rectal|vaginal|breast|penile|testicular|cervical|vulval|pelvic|genital|prostate|scrotal|nipple|bowel|vulvo-?vaginal|perineal) (?:exam|examination|examinations|cancers?|pain|health|floor|fissures?|fistulas?|lump|lumps|discharge|tissue|reconstruction|implants?|pump|pumps|milk|feeding|checks?|self-exam|atrophy|dryness|mesh|tears?|trauma|warts?|herpes|mucosa)",
  "breast-?feed(?:ing|s)?",
  "(?:sexual|reproductive|mental|public|women's|men's|maternal|perinatal|occupational|child|oral) health",
  "(?:domestic|sexual|substance|child|elder|alcohol|drug) (?:abuse|violence|assault|misuse|exploitation|use)(?: (?:referral|support|survivors?|services?|centre|disclosure|training|worker))?",
  "(?:double|single|colour|night|snow)[- ]blind(?:ed|ness)?",
  "blind spots?",
  "(?:gunshot|stab|puncture|bite) wounds?",
  "(?:heart|panic|asthma|ischaemic|transient ischaemic) attacks?",
  "(?:cardiac|respiratory) arrests?",
  "(?:suicide|self-harm|overdose|ligature|violence|falls|fire) (?:prevention|awareness|risk|rates?|statistics|audits?|safety|helpline|ideation|policy|strategy|reduction|training|bereavement)",
  "(?:suicidal|homicidal|intrusive) (?:ideation|thoughts?|feelings)",
  "(?:erectile|sexual|bladder) dysfunction",
  "(?:stillborn|still) ?birth",
  "(?:controlled|illicit|recreational|prescription|street|class a) drugs?",
  "(?:needle|syringe) (?:exchange|stick)(?: (?:scheme|service|injur(?:y|ies)))?",
  "(?:learning|physical|intellectual) disabilit(?:y|ies)",
  "(?:killer|t) cells?",
  "(?:toxic (?:shock|megacolon|dose))",
  "(?:hot flush(?:es)?|morning-after pill|missed miscarriage|ectopic pregnancy|termination of pregnancy|gag reflex|chest x-?ray)",
);
