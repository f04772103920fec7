import { type Candidate, findWith, whenNeeded } from "./candidates.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const ADDRESS =
  /(?<![a-z0-9.!#$%&'*+/=?^_{|}~-])[a-z0-9][a-z0-9._%+'-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}(?![a-z0-9@-])/gi;

export const personalEmail: IdentifierKind = {
  describe:
    "A person's e-mail address: at a provider of private mailboxes, or firstname.lastname at an NHS address (or at a domain kept for examples). Role mailboxes such as enquiries@, press@ and team names pass.",
  needs: "at-sign",
  find: whenNeeded(() => findWith(ADDRESS, judge)),
};

function judge({ written }: Candidate): string | null {
  const [mailbox, domain] = written.toLowerCase().split("@") as [string, string];
  if (PRIVATE_PROVIDERS.test(domain)) return isGroupMailbox(mailbox) ? null : "a private e-mail address";
  return WORKPLACES.test(domain) && isNameOfPerson(mailbox) ? "a named person's e-mail address" : null;
}

const PRIVATE_PROVIDERS =
  /^(?:(?:gmail|googlemail|ymail|rocketmail|icloud|me|mac|msn|btinternet|btopenworld|sky|virginmedia|ntlworld|protonmail|mail|fastmail|hey|tutanota|zohomail)\.com|(?:hotmail|outlook|live|yahoo|aol|gmx)\.(?:com|co\.uk|ie|fr|de|es|it|net|co\.in|in)|proton\.me|pm\.me|talktalk\.net|(?:tiscali|blueyonder|o2|talk21|freeserve)\.co\.uk|plus\.com)$/;

const WORKPLACES = /(?:^|\.)(?:nhs\.net|nhs\.uk|nhs\.scot|hscni\.net|example(?:\.(?:com|org|net))?)$/;

/** firstname.lastname or f.lastname, perhaps with the digits that tell namesakes apart. */
function isNameOfPerson(mailbox: string): boolean {
  const parts = /^([a-z]{1,20}(?:-[a-z]{2,20})?)[._]([a-z][a-z'-]{1,29})\d{0,3}$/.exec(mailbox);
  return parts !== null && ![parts[1]!, parts[2]!].some((part) => part.split("-").some((word) => ROLE_WORDS.has(word)));
}

/** A club's or a team's mailbox at a private provider says so in one of its words. */
const isGroupMailbox = (mailbox: string): boolean =>
  GROUP_WORDS.test(mailbox) || mailbox.split(/[^a-z]+/).some((word) => ROLE_WORDS.has(word));

const GROUP_WORDS =
  /choir|team|club|group|society|charity|event|enquir|inquir|contact|admin|office|booking|recruit|press|volunteer|committee|network|practice|surgery|clinic|nhs|research|project|appeal|fundrais|hospital|friendsof|support|training|newsletter|conference|league|band$|hello|info/;

const ROLE_WORDS = new Set(
  `academic academy access accommodation accounts admin administration admissions advice alerts allied allocations ambulance
  appeals applications apprentices apprenticeships archive assessment audit board booking bookings bulletin bursaries bursary business campaign
  campaigns care careers centre charity chair chaplaincy clinic clinical comms committee communications community complaints
  conference consent contact contracts contactus corporate council courses css data deanery dental department desk development
  digital director directorate diversity do donations donotreply editor education eligibility emergency england enquiries equality estates
  events evidence executive exams faculty feedback finance foi foundation fraud freedom fundraising funding general governance
  governors gp graduate group hee hello help helpdesk helpline hr hub imaging inbox info information innovation inquiries
  international interviews it jobs knowledge lab learning legal library licensing listening local london mail mailbox manager
  marketing media medical meeting meetings membership mentoring midlands midwifery national network networks news newsletter
  nhs no noreply north nurse nursing office officer online operations outreach pals pallcare panel partnerships patient patients
  payroll people permissions pharmacy placement placements planning policy postgraduate postmaster practice press primary
  privacy procurement programme programmes project projects public publications quality queries radiology reception records
  recruitment referral referrals region regional registration registry relations reply reports reporting research resourcing results
  rota safeguarding sales schemes school schools secretary secretariat security selection service servicedesk services shared shop
  simulation skills social south staff staffing student students study subscriptions support surgery survey switchboard system
  systems teaching team tel test theatre trainee trainees training trust undergrad undergraduate union unit university user
  vaccination volunteers volunteering ward web webinars webmaster website welcome wellbeing west widening workforce your`.split(
    /\s+/,
  ),
);
