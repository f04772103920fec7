import fc, { type Arbitrary } from "fast-check";
import { checkCalendar } from "../../calendar-check.ts";
import { createChecker } from "../../check.ts";
import { CHOICES } from "../../config/choices.ts";
import { wordsIn } from "../../detectors/lexicon-arrays.ts";
import { compromise } from "../../grammar.ts";
import { createSuppressor } from "../../judge/suppress.ts";
import type { Evidence, Finding, Passage } from "../../model/finding.ts";
import type { Post } from "../../model/post.ts";
import { postsOf } from "../../readers/post.ts";
import { placeAt } from "../../readers/readings.ts";
import { ruleCards } from "../../rules/cards.ts";
import type { RuleSet } from "../../rules/ruleset.ts";
import { must, type Target } from "./target.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Preparing, scanning, looking and judging, under all rules of a set. */
export function postTarget(ruleset: RuleSet): Target<Fields> {
  const checked = checkerOf(ruleset);
  return {
    inputs: postFields(ruleset),
    run(fields) {
      for (const { post, findings } of checked(fields)) for (const finding of findings) mustLieIn(post, finding);
    },
  };
}

/** Reads the fields as a post, checks it, and settles what may stand of what was found. */
export function checkerOf(ruleset: RuleSet) {
  const circumstances = { today: TODAY, hold: null };
  const check = createChecker(ruleset, { grammar: compromise, reference: false, calendar: "every", circumstances });
  const cards = ruleCards(ruleset);
  return (fields: Fields) =>
    postsOf({ defaults: {} })({ fields, derivedId: "post-1", source: placeAt("a.jsonl", 1) }).flatMap((reading) => {
      if (reading.kind !== "post") return [];
      const { post } = reading;
      const { findings, digest } = check(post);
      const together = checkCalendar(ruleset, [digest]).get(0) ?? [];
      return [createSuppressor(cards, TODAY).settle({ post, findings: [...findings, ...together] })];
    });
}

const TODAY = "2026-11-22";

/** Posts made of the rules' own words, so that they come close to breaching, and of what breaks programs that read text. */
export function postFields(ruleset: RuleSet): Arbitrary<Fields> {
  const words = wordsIn(ruleset.lexicon.arrays());
  const phrases = [...ruleset.vocabularies.values()].flatMap((list) => list.words.filter((word) => word.includes(" ")));
  const literals = [...words, ...phrases];
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.nat(literals.length - 1).map((at) => literals[at]!) },
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  );
  const separator = fc.constantFrom(" ", " ", " ", ", ", ". ", "-", "\n", "");
  const text = fc
    .array(fc.tuple(piece, separator), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map((part) => part.join("")).join(""));
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ text }) },
    { weight: 1, arbitrary: fc.record({ text, ...metadata(piece) }, { requiredKeys: ["text"] }) },
  );
}

const PIECES = [
  ..."She's|don't|I know I shouldn't, but|not|but|?|!|…|“|”|‘|’|(|)|[|]|sh1t|f u c k|s.h.i.t|n1gg3r|f***|ﬁnance|ｆｕｌｌ".split(
    "|",
  ),
  ..."😂|👩‍⚕️|🏴󠁧󠁢󠁥󠁮󠁧󠁿|#VoteLabour|##|#1|@nhs|@|https://nww.example.org/a?b=c|https://|a@b.example|\u202e|\u200b|\u00ad|\u0301\u0301\u0301".split(
    "|",
  ),
  ..."NHS number 999 000 0018|AB123456C|01632 960123|07700 900123|12 High Street|LS1 4AP|sort code 20-00-00|5 May 2026|9.30am".split(
    "|",
  ),
  ..."\ud83d|\udc00|\u0000|\r|\r\n|\t|\u2028|\u0085|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|........|       |İ|ß|ﷺ|𝕳𝖊𝖑𝖑𝖔".split(
    "|",
  ),
];

const metadata = (short: Arbitrary<string>) => ({
  title: short,
  channel: fc.constantFrom("x", "linkedin", "Instagram", "bluesky", "toString", ""),
  account: fc.constantFrom(...CHOICES.account),
  author: fc.constantFrom(...CHOICES.author),
  publish_at: fc.constantFrom("2026-11-30 09:00", "2027-05-05", "2027-03-28 01:30", "TBC"),
  embargo_until: fc.constantFrom("2027-05-05", "2026-11-30 00:01"),
  permission: fc.constantFrom("", "EM-114"),
  status: fc.constantFrom("Approved", "draft"),
  media: fc.array(fc.record({ file: fc.constantFrom("a.jpg", "b.mp4"), alt: short }, { requiredKeys: [] }), {
    maxLength: 2,
  }),
  postlint_ignore: fc.constantFrom(
    "privacy/home-address -- a reason, by Bea (until 2027-01-01)",
    "__proto__ -- x",
    "x",
  ),
});

/** A passage lies in the copy that it names, and never parts the halves of a character. */
function mustLieIn(post: Post, { passage, evidence, rule, message, advice }: Finding): void {
  for (const one of [passage, ...evidence]) mustBePassage(post, one, rule);
  must(message !== "" && advice !== "", `${rule} says nothing`);
  must(!/\{[a-z.-]+\}/u.test(advice), `${rule} leaves a name in its advice`);
}

function mustBePassage({ copy }: Post, { field, span }: Passage | Evidence, rule: string): void {
  if (span === null) return;
  const text = copy.find((one) => one.field === field)?.text;
  if (text === undefined) throw new Error(`${rule} points into ${field}, which the post has not`);
  const { start, end } = span;
  must(0 <= start && start < end && end <= text.length, `${rule} points at ${start} to ${end} of ${text.length}`);
  must(!partsCharacter(text, start) && !partsCharacter(text, end), `${rule} parts a character`);
}

const partsCharacter = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0;
