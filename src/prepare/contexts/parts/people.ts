import { wordSet } from "../../../model/word-set.ts";

/** What one person is called for their work, place or part in a story. */
const ROLES = wordSet(`
  doctor nurse midwife consultant surgeon registrar anaesthetist paramedic porter pharmacist physio physiotherapist radiographer dentist gp psychiatrist
  psychologist therapist dietitian podiatrist optometrist healthcare-assistant hca sho fy1 fy2 f1 f2 ct1 ct2 st1 st2 st3 matron sister receptionist secretary cleaner
  cook chef caterer driver technician scientist audiologist clinician medic houseman intern locum practitioner assistant apprentice volunteer chaplain imam vicar priest
  manager boss director chair chairman chairwoman chairperson chief ceo dean head lead tutor teacher lecturer professor supervisor trainer examiner assessor mentor
  coordinator administrator officer commissioner governor trustee councillor minister mp politician leader president secretary treasurer rep representative
  student trainee learner candidate applicant graduate fresher pupil resident fellow colleague coworker workmate teammate neighbour friend mate
  patient client resident service-user inpatient outpatient visitor relative carer mother father mum dad parent son daughter wife husband partner boyfriend girlfriend
  sibling brother sister baby toddler child kid boy girl teenager teen lad lass bloke chap guy fella man woman lady gentleman person pensioner grandmother grandfather
  gran nan widow widower orphan victim survivor witness suspect defendant prisoner inmate claimant whistleblower journalist reporter lawyer solicitor judge juror
  contractor supplier bidder landlord tenant employee employer staffer recruit newcomer recruiter planner analyst accountant developer editor author
  footballer singer actor celebrity influencer blogger youtuber
  idiot moron fool clown liar thief fraud bully coward cow bitch bastard twat prick dick arsehole cunt tosser wanker creep pervert predator psycho nutter weirdo loser
  snowflake dinosaur jobsworth quack butcher crook cheat snake witch hag pig slob
`);

/** Plural nouns for people that are not made by adding an s to a role, and groups of people. */
const GROUPS = wordSet(`
  people folk folks men women children kids youngsters youths elderly pensioners oaps boomers millennials adults teenagers humans persons ladies gentlemen guys lads girls boys blokes
  midwives wives housewives staff personnel everyone everybody
  immigrants migrants refugees foreigners asylum-seekers travellers gypsies gypsys roma muslims christians jews hindus sikhs buddhists catholics protestants atheists mormons
  blacks whites asians africans arabs europeans indians pakistanis bangladeshis nigerians ghanaians kenyans poles romanians bulgarians albanians lithuanians latvians
  germans italians spaniards greeks turks iranians iraqis syrians afghans somalis eritreans sudanese egyptians filipinos americans canadians australians jamaicans
  scots irish welsh english brits britons chinese japanese vietnamese koreans portuguese
  gays lesbians bisexuals transsexuals trans queers homosexuals disabled wheelchair-users autistics autists dyslexics diabetics schizophrenics addicts alcoholics junkies alkies
  smokers drinkers vegans feminists mothers fathers parents tories conservatives socialists lefties remainers brexiteers voters scroungers benefits-claimants
  managers juniors seniors returners bosses bureaucrats pen-pushers physios anti-vaxxers antivaxxers chavs peasants
`);

/** The author's own family, whose story is told as the author's own. */
export const FAMILY = wordSet(`
  mum mam mom mummy mother dad daddy father parents nan nana nanna nanny gran granny grandma grandad grandpa grandfather grandmother grandparents sister brother
  siblings husband wife hubby partner fiance fiancé fiancée boyfriend girlfriend son daughter kid kids child children boy boys girl girls baby babies twins toddler
  aunt auntie aunty uncle cousin cousins niece nephew family stepdad stepmum stepson stepdaughter godmother godson goddaughter in-laws
`);

/** "My ward sister" is a nurse, and "my work wife" nobody's wife: a word for family that stands for somebody at work behind `before`. */
export const isColleague = (word: string, before: string): boolean =>
  word === "sister" ? OF_A_NURSE.has(before) : OF_A_FRIEND.has(before) && FRIENDS.has(word);
const OF_A_NURSE = wordSet(
  "ward night charge theatre clinic clinical outpatient outpatients icu itu a&e ed maternity duty",
);
const OF_A_FRIEND = wordSet("work office ward");
const FRIENDS = wordSet("wife husband mum dad");

/** What else is the author's own: body, health, life. */
export const OWN = wordSet(`
  own diagnosis diagnoses depression anxiety adhd autism ocd ptsd epilepsy diabetes cancer breast breasts knee knees back scar scars hair body brain mind head heart lungs bowel bowels womb
  kidney skin legs arm arms hand hands face feet foot eyes voice weight disability wheelchair stoma hijab turban faith skirt accent stammer dyslexia dyspraxia deafness implant pregnancy
  miscarriage miscarriages surgery operation chemo mastectomy smear endometriosis menopause period periods story experience journey life career childhood degree shift shifts
  first last own appointment therapy counselling recovery sobriety mental health illness condition symptoms medication tablets meds day week feelings tears name pronouns
  birthday training placement exam exams results dissertation thesis ward round rota car desk lunch house garden dog cat phone
`);

export const isRole = (word: string): boolean => ROLES.has(word);

/** A word for several people: "nurses", "people", "women". */
export const isGroupNoun = (word: string): boolean =>
  GROUPS.has(word) ||
  (word.endsWith("s") && ROLES.has(word.slice(0, -1)) && !NO_PLURAL.has(word)) ||
  (word.endsWith("ies") && ROLES.has(`${word.slice(0, -3)}y`));

const NO_PLURAL = wordSet("heads leads chairs cooks dicks pigs snakes cows");
