import { matchesIn } from "../../model/matches.ts";
import { findAny, onlyWhere } from "./candidates.ts";
import type { IdentifierHit, IdentifierKind } from "./identifier-kind.ts";

const SAID = String.raw`(?<said>(?:\s+(?:(?:is|was|has been)\s+)?(?:(?:changed|reset|set|switched|back|now|still)\s+)?to|['’]s|\s+(?:is|was|are|will be|remains|stays)|\s*[:=→?]|\s+[-–])?(?:\s+(?:still|now|currently|always|just|simply))?,?\s*["'“‘(]{0,2})`;
/** "… for the drug safe", where what is given follows clearly. */
const FOR = String.raw`(?:\s(?:for|to|on|of)\s[\p{L}\p{N}'’@&-][\p{L}\p{N}'’@& -]{1,40}?(?=\s(?:is|was)\s|\s?[:=→]))?`;
/** Up to the last unit that is no closing punctuation; an exclamation mark belongs to many a password. */
const TOKEN = String.raw`[^\s"“”'‘’,;()]{1,39}[^\s"“”'‘’,;().:?]`;
const CODE = String.raw`[A-Z]{0,2}\d(?:[ -]?\d){2,7}[A-Z]?[#*]?(?![\p{L}\p{N}]|[.:/]\d|\s?%)`;
const LOCK =
  "door|gate|entry|entrance|exit|key ?pad|key ?safe|safe|alarm|lock|locker|padlock|cupboard|fridge|shed|key|fob|room|host|guest|printer|security|building|office|pharmacy|store ?room|store|mess|lift|barrier|car park|utility|access|meeting|conference|dial-?in|participant|chair|theatres?";

/*
 * People give a password away in many words. Each pattern names what it is called (`label`), the words between (`said`)
 * and what follows (`value`); whether that can be a secret depends on all three. A hit reaches from the label to the value.
 */
export const credential: IdentifierKind = {
  describe:
    "A password, passcode, PIN, wifi key, door or cupboard code, or a user name with its password, given with its value. Advice about passwords, discount and booking codes, quiz PINs and postcodes pass.",
  needs: "any",
  find: findAny(
    findGiven(/pass|pw|p\/w/i, passwordPattern, judgePassword),
    findGiven(
      /has[łl]o|cyfrinair|contrase|parol|senha|passe|kennwort|passwort|wachtwoord|[sş]ifre/i,
      foreignPattern,
      judgeForeign,
    ),
    findGiven([/\bpin/i, /\d/], pinPattern, judgePin),
    findGiven([/code|comb/i, /\d/], lockCodePattern, () => "a door or access code"),
    findGiven(/\d{4}/, doorPattern, judgeDoor),
    findGiven([/\bcode/i, /\d/], codeForPattern, judgeCodeFor),
    findGiven(/\d{4}/, lockShapePattern, judgeLockShape),
    findGiven(/ key/i, keyPattern, ({ value }) => (isMixed(value) ? "a network key" : null)),
    findGiven(/log|sign|wi-?fi|user/i, loginPairPattern, ({ value }) =>
      isMixed(value) || isSymbolic(value) ? "a user name with its password" : null,
    ),
    findGiven(/log-?in|pass|wi-?fi/i, stillPattern, judgeStill),
    findGiven(/wi-?fi|log-?in/i, slashPairPattern, judgeSlashPair),
  ),
};

interface Given {
  /** The user name, where it stands before the password. */
  readonly user: string;
  readonly label: string;
  readonly said: string;
  readonly value: string;
  /** Up to 140 units before and behind; neither stops at the end of a sentence. */
  readonly before: string;
  readonly after: string;
}

/** The signs are quickly looked for, and stand in every text in which the pattern has something to find. */
function findGiven(
  signs: RegExp | readonly RegExp[],
  makePattern: () => RegExp,
  judge: (given: Given) => string | null,
): IdentifierKind["find"] {
  return onlyWhere(signs, () => {
    const pattern = makePattern();
    return (text) => {
      const hits: IdentifierHit[] = [];
      for (const match of matchesIn(text, pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        const { user = "", label = "", said = "", value = "" } = match.groups ?? {};
        const given = {
          user,
          label,
          said,
          value,
          before: text.slice(Math.max(0, start - 140), start),
          after: text.slice(end, end + 140),
        };
        const shows = isGame(given) ? null : judge(given);
        if (shows !== null) hits.push({ start, end, shows });
      }
      return hits;
    };
  });
}

function passwordPattern(): RegExp {
  const user = String.raw`(?<user>\b(?:user(?:name| ?id)?|log[ -]?in(?: as)?)(?:['’]s| is|:)?\s+[\w.@-]{2,40}(?:,| and| \/|(?= (?:pass(?:word)?|pwd|pw|p\/w)\b))\s+(?:the |your )?)?`;
  const label = String.raw`(?<label>\b(?:pass ?words?|pass ?codes?|pass ?phrases?|passwd|pwd|p\/w|pw)${FOR}|(?<!\b(?:boarding|bus|rail|parking|visitor|day|travel) )\bpass(?=\s?[:=]|\s\S{3,39}\d))`;
  return new RegExp(`${user}${label}${SAID}(?<=[^\\p{L}])(?<value>${TOKEN})`, "giu");
}

function judgePassword(given: Given): string | null {
  const { user, label, said, value } = given;
  const isPerWeek = /^pw$/i.test(label) && /[\d£]\s?(?:hrs?|hours?|days?|k)?\s?$/i.test(given.before);
  if (isPerWeek || isAdvice(given) || isLink(value)) return null;
  if (/^pass$/i.test(label) && user === "" && !/[:=]/.test(said)) return null;
  if (/(?:\?|\bto)\W*$/.test(said)) return isMixed(value) && /\p{Lu}/u.test(value) ? SHOWS_PASSWORD : null;
  if (isMixed(value) || isSymbolic(value) || isNumber(value)) return SHOWS_PASSWORD;
  return /^pass/i.test(label) && isWordGivenAway(given) ? SHOWS_PASSWORD : null;
}

/** A plain word is a secret only where nothing else can be meant: quoted, or at the end of what is said. */
function isWordGivenAway({ user, said, value, before, after }: Given): boolean {
  const word = value.replace(/[!]+$/, "").toLowerCase();
  if (!/^\p{L}[\p{L}-]{3,}$/u.test(word) || NO_SECRET.has(word) || NO_SECRET_ENDING.test(word)) return false;
  if (/["“]$/.test(said)) return !/^\s*\p{L}/u.test(after) && /[:=s→]/.test(said);
  if (!CLAUSE_END.test(after)) return false;
  if (/^(?:['’]s|\s+(?:is|was)|\s*[:=→])/.test(said)) return true;
  return /^\s+$/.test(said) && (user !== "" || /(?:[,;:(/–—-]\s*|\band )$/.test(before));
}

/** "Hasło: Sowa!2042", "y cyfrinair yw …": the word for a password in other languages, none of them a word of English. */
function foreignPattern(): RegExp {
  const label = String.raw`(?<label>(?<!\p{L})(?:has[łl]o|cyfrinair|contrase[ñn]a|parol[aă]|senha|palavra-passe|mot de passe|kennwort|passwort|wachtwoord|[sş]ifre))`;
  const said = String.raw`(?<said>(?:\s*[:=→]\s*|\s+(?:to|yw|es|est|este|ist|is|è|é)\s+)["“„«]?\s?)`;
  return new RegExp(`${label}${said}(?<value>${TOKEN})`, "giu");
}

function judgeForeign({ value, before, after }: Given): string | null {
  if (PROMOTION.test(before) || PROMOTION.test(after)) return null;
  return isMixed(value) || isSymbolic(value) ? SHOWS_PASSWORD : null;
}

/** Of a code that everybody is to have, in the same languages. */
const PROMOTION =
  /(?<!\p{L})(?:promo\p{L}*|code promo|rabat\p{L}*|gutschein\p{L}*|descuento|desconto|sconto|zniżk\p{L}*|korting\p{L}*|reducer\p{L}*|indirim\p{L}*|disgownt|gostyngiad|quiz|konkurs\p{L}*|concours|concurso)(?!\p{L})/iu;

function pinPattern(): RegExp {
  const label = String.raw`(?<label>\b(?:(?:host|guest|chair(?:person)?|participant|meeting|conference|moderator|leader|attendee|entry|dial-?in|card|phone|smartcard)(?:['’]s)? )?pin(?: (?:code|number|no\b\.?))?${FOR})`;
  return new RegExp(String.raw`${label}${SAID}(?<value>\d(?:[ -]?\d){3,7}[#*]?(?![\p{L}\p{N}]|[.:/]\d))`, "giu");
}

function judgePin(given: Given): string | null {
  const isSaid = /[s:=]/.test(given.said) || /^(?!pin$)/i.test(given.label) || given.label === "PIN";
  if (isAdvice(given) || /\b(?:NMC|nursing|badge|enamel|game|quiz)\W{0,3}$/i.test(given.before)) return null;
  return isSaid || !isYear(given.value) ? "a PIN" : null;
}

function lockCodePattern(): RegExp {
  return new RegExp(
    String.raw`(?<label>\b(?:${LOCK})[ -]?(?:code|combination|combo))(?:['’]?s)?${SAID}(?<value>${CODE})`,
    "giu",
  );
}

/** "Side door is 4471", "keypad's C4417". */
function doorPattern(): RegExp {
  return /(?<label>\b(?:(?:side|back|front|fire|staff|main) )?(?:door|gate|entrance|key ?pad|key ?safe|combination|padlock)(?: (?:key ?pad|lock|number))?)(?<said>['’]s|\s+is(?: still| now)?|\s?[:=]|,)\s+(?<value>[A-Z]?\d{4,6}[A-Z]?[#*]?(?![\p{L}\p{N}]|[.:/-]\d))/giu;
}

function judgeDoor({ value, after }: Given): string | null {
  return !isYear(value) && CLAUSE_END.test(after) ? "a door or access code" : null;
}

/** "Code for the drug cupboard is 1234#", "the code is 4471" with the door named before. */
function codeForPattern(): RegExp {
  return new RegExp(
    String.raw`(?<label>\bcode(?: (?:for|to|on) [\p{L}'’ -]{2,40}?)?)(?<said>['’]s|\s+is(?: still| now)?|\s?[:=]|(?<=\b(?:for|to|on) [\p{L}'’ -]{2,40}))\s{1,3}["“]?(?<value>${CODE})`,
    "giu",
  );
}

function judgeCodeFor({ label, value, before }: Given): string | null {
  const isOther =
    /\b(?:discount|promo|promotion|voucher|referral|booking|cost|course|post|zip|dress|qr|country|area|dialling|colour|product|snomed|read|icd|ods|budget|project|charge|module|unit|coupon|offer|gift)[ -]?$/i.test(
      before,
    );
  const isOfLock = LOCK_WORD.test(`${before.slice(-80)} ${label}`) || value.endsWith("#");
  return isOfLock && !isOther && !isYear(value) ? "a door or access code" : null;
}

const LOCK_WORD =
  /\b(?:doors?|gate|entrance|key ?pad|key ?safe|alarm|locks?|locked|locker|padlock|cupboard|fridge|shed|safe|drugs?|opens|pharmacy|theatres?|staff ?room|store ?room|mess)\b/i;

/** Mechanical door locks of hospitals: C, four digits, and one of X, Y, Z; either letter may be left out. */
function lockShapePattern(): RegExp {
  return /(?<![\p{L}\p{N}_/-])(?<value>C\d{4}[XYZ]?|\d{4}[XYZ])(?![\p{L}\p{N}_])/gu;
}

function judgeLockShape({ before, after }: Given): string | null {
  return /\b(?:doors?|locks?|locked|opens?|key ?pad|entrance|pharmacy|theatres?|store|cupboard|gate|side entrance|staff kitchen|kitchen|staff ?room|changing rooms?|mess|then push|push|get in|gets? you in|let yourselves? in|punch in)\b/i.test(
    `${before.slice(-90)} ${after.slice(0, 70)}`,
  )
    ? "a door or access code"
    : null;
}

function keyPattern(): RegExp {
  return new RegExp(
    String.raw`(?<label>\b(?:shared|network|wi-?fi|security|encryption|wpa2?|pre-shared|staff|guest|hotspot) key)${SAID}(?<value>${TOKEN})`,
    "giu",
  );
}

/** "Log in as hee_social / Daffodil!2018", "the wifi with SimStaff and Manikin2016". */
function loginPairPattern(): RegExp {
  return new RegExp(
    String.raw`(?<label>\b(?:log(?:ging|ged)?[ -]?(?:in|on)(?: (?:as|with|using|is|details))?|sign(?:ing)? in (?:as|with)|wi-?fi(?: is| on| with)?|user(?:name| ?id)?(?: is)?)):?\s+["“]?(?<said>(?!(?:user(?:name)?|e-?mail|your|the|my)\b)[\w.@-]{2,40}["”]?(?:\s*[/|,+&]|\s+-|,?\s+(?:and|then))\s*(?:then |and |the )?["“]?)(?<value>${TOKEN})`,
    "giu",
  );
}

/** "We used the whiteboard for the logins … It's still Rota!Summer19." */
function stillPattern(): RegExp {
  return new RegExp(
    String.raw`(?<label>\b(?:it['’]s|is)(?: (?:still|now|just))?)(?<said>\s+["“]?)(?<value>${TOKEN})`,
    "giu",
  );
}

function judgeStill({ before, value }: Given): string | null {
  return /\b(?:log-?ins?|passwords?|passcode|wi-?fi)\b/i.test(before) &&
    /\p{Lu}|[!#$%&*]/u.test(value) &&
    value.length >= 6 &&
    isMixed(value)
    ? SHOWS_PASSWORD
    : null;
}

/** "Anyone on the mess wifi, it's NightStaff / Owls!2042": a name and a key, with a slash between. */
function slashPairPattern(): RegExp {
  return new RegExp(String.raw`(?<label>(?<![\p{L}\p{N}/:.])[\p{L}\p{N}_-]{3,30})(?<said> / )(?<value>${TOKEN})`, "gu");
}

function judgeSlashPair({ before, value }: Given): string | null {
  return /\b(?:wi-?fi|log-?ins?)\b/i.test(before.slice(-90)) && /\p{Lu}|[!#$%&*]/u.test(value) && isMixed(value)
    ? SHOWS_PASSWORD
    : null;
}

const SHOWS_PASSWORD = "a password";

/** Letters and digits together, and neither a date, a time, a quantity nor a training grade. */
const isMixed = (value: string): boolean =>
  value.length >= 5 &&
  /\p{L}/u.test(value) &&
  /\d/.test(value) &&
  !/^\p{Lu}{2,5}-?\d{1,2}$/u.test(value) &&
  !/^(?:(?:st|ct|fy|imt|gpst|band|week|year|day|room|ward|bay|unit|step|part|page|level|stage)-?\d{1,2}|[#@].*|\d[\d.,:/-]*-?(?:st|nd|rd|th|am|pm|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?|x|k|m|bn|s|digits?|characters?|letters?|words?|factor|step)?)$/iu.test(
    value,
  ) &&
  !isLink(value);

const isSymbolic = (value: string): boolean =>
  value.length >= 6 && /^[\p{L}\p{N}].*\p{L}/u.test(value) && /[#$%&*@^~+=_]|!(?=.)/.test(value) && !isLink(value);

const isNumber = (value: string): boolean => /^\d{4,}[#*]?$/.test(value);
const isYear = (value: string): boolean => /^(?:19|20)\d\d$/.test(value);
const isLink = (value: string): boolean => /^(?:https?:|www\.)|\w\.(?:com|org|net|uk|io|gov)\b|\/\w+\//i.test(value);

/** Sentences about bad passwords in general, and what somebody else's might be. */
const isAdvice = ({ before }: Given): boolean =>
  /\b(?:most common|commonest|worst|weakest|popular|if (?:your|their|the)|is your|stop choosing|(?:never|don't|do not) (?:choose|pick)|such as|for example|e\.g\.?)\b[^.!?]{0,30}$/i.test(
    before,
  );

/** Public games hand out codes and passwords by design. */
const isGame = ({ before, label, after, value }: Given): boolean => {
  const passage = `${before.slice(-110)}${label} ${after.slice(0, 90)}`;
  if (/\b(?:kahoot|menti(?:meter)?|slido|vevox|escape room|game pin)\b/i.test(passage)) return true;
  return (
    !isMixed(value) &&
    /\b(?:quiz|clue|crossword|riddle|puzzle|treasure hunt|bingo|raffle|fancy dress|party|magic (?:word|password)|abracadabra)\b/i.test(
      passage,
    )
  );
};

const CLAUSE_END =
  /^!*["'”’)]?\s*(?:$|[.,;:)\]!?\n]|\p{Extended_Pictographic}|#\p{L}|(?:and|then|but|for|if)\b|[-–—])/u;

const NO_SECRET_ENDING = /(?:ed|ing|able|ible|ly|ful|less|ive|ous)$/;

/** What is said of a password, and what passwords have: "password reset", "the password is weak". */
const NO_SECRET = new Set(
  `about above care caring compassion courage empathy friendship honesty hope joy kindness listening love patience persistence respect resilience teamwork trust accepted admin again also anything attached available below best better blank book box case-sensitive change
  changes chaos check clever common complex complicated correct cracker crackers dead default different down due easier easy
  else empty enough everything expiry fail fatigue field fields fine first forever game generator gone guest habits hacks hard
  hell help here hint hints hygiene important incorrect invalid issue issues jail kept length list lists log long longer
  lost manager managers mine more needs none nothing obvious old only ours over page password passwords personal pinned
  please policies policy post-its problem problems prompt prompts quality queries quiz rage ready recovery required requirements reset
  resets reuse right rotation rubbish rules safe safer safety same screen secret secure security short simple sorted
  spray spraying still stolen strength strong stronger support temporary terrible thanks that theft there these things
  this tips today training trouble unchanged unique unknown useless valid vault weak weaker week what when where which
  with wrong yours`.split(/\s+/),
);
