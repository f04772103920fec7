import type { RuleSet } from "../rules/ruleset.ts";

/** A subject of the field that the rules are asked to know, by its number in the reference that they were written from. */
interface Subject {
  readonly number: string;
  readonly title: string;
}

const subject = (number: string, title: string): Subject => ({ number, title });

/** The law and guidance behind the clauses, section by section. */
export const SUBJECTS: readonly Subject[] = [
  subject("3.1", "Threats, harassment, incitement"),
  subject("3.2", "Contempt of court and active proceedings"),
  subject("3.3", "People with a right to anonymity"),
  subject("3.4", "Advertising that does not say so"),
  subject("3.5", "Prescription-only medicines promoted to the public"),
  subject("3.6", "Discriminatory job and course adverts"),
  subject("3.7", "Personal data asked for in public"),
  subject("3.8", "Prize draws, raffles, competitions"),
  subject("3.9", "Elections and other particular laws"),
  subject("4", "Disrepute and liability"),
  subject("5.1", "Protective markings"),
  subject("5.2", "Other words of confidence"),
  subject("5.3", "Embargoes"),
  subject("5.4", "News that is not announced"),
  subject("5.5", "Internal places, systems and credentials"),
  subject("5.6", "Meetings, policy in the making, security"),
  subject("5.7", "Recruitment and examinations"),
  subject("6", "Official position and private interest"),
  subject("7.1", "Political impartiality and the pre-election period"),
  subject("7.2", "Bullying and respect"),
  subject("7.3", "Accounts and identity"),
  subject("7.4", "Accessibility"),
  subject("7.5", "Security, records and consent standards"),
  subject("8.1", "Defamation"),
  subject("8.2", "Health misinformation"),
  subject("9.1", "Protected characteristics"),
  subject("9.2", "Profanity and obscenity"),
  subject("9.3", "Slurs"),
  subject("9.4", "Dated or careless wording"),
  subject("9.5", "What may embarrass"),
  subject("9.6", "Criminal material"),
  subject("10.1", "What identifies a patient or client"),
  subject("10.2", "Facts that identify together"),
  subject("10.3", "Learners, applicants, staff and the organisation"),
  subject("10.4", "Staff and consent"),
  subject("11", "Other liability"),
  subject("12.1", "Copyright"),
  subject("12.2", "Trade marks and identity"),
  subject("12.3", "Privacy"),
  subject("13", "Third-party campaigns"),
];

/** Subjects that no rule names. */
export const unanswered = (ruleset: RuleSet): readonly Subject[] =>
  SUBJECTS.filter((subject) => rulesFor(ruleset, subject).length === 0);

/** The rules that answer a subject, by id. `4` is also answered by what answers `4.1`. */
export const rulesFor = ({ rules }: RuleSet, { number }: Subject): readonly string[] =>
  rules
    .filter(({ card }) => card.domain.some((answered) => answered === number || answered.startsWith(`${number}.`)))
    .map(({ card }) => card.id);
