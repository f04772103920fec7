import type { Finding } from "../model/finding.ts";
import type { Marker } from "../model/post.ts";
import { isUpkeep, type RuleId } from "../model/rule.ts";
import { nearestRule } from "../rules/nearest.ts";

/** What somebody has to look after: `postlint/…` findings. They cite no clause and are suggestions, but a strict run fails for them. */
export type UpkeepKind = keyof typeof KINDS;

/** Rules that a marker may have meant. */
interface KnownRules {
  readonly all: readonly string[];
  /** Those that found what the marker would hide, where it names a subject or a clause. */
  readonly meant: readonly string[];
}

/** The finding about the marker at `index` of its post. */
export function upkeep(kind: UpkeepKind, marker: Marker, index: number, rules: KnownRules): Finding {
  const { message, advice } = KINDS[kind](marker, rules);
  return {
    rule: `postlint/${kind}` as RuleId,
    clause: null,
    also: [],
    level: "suggestion",
    confidence: "certain",
    message,
    advice,
    rewrite: null,
    mask: false,
    suppressed: null,
    passage: { field: `postlint_ignore[${index}]`, span: null },
    evidence: [],
  };
}

interface Words {
  readonly message: string;
  readonly advice: string;
}

const KINDS = {
  "nameless-suppression": () => ({
    message: "This suppression names no rule, so it hides nothing.",
    advice: `Write it as ${EXAMPLE}; every finding names its rule.`,
  }),
  "unknown-rule": ({ rule }, rules) => ({
    message: `There is no rule ${rule}, so this suppression hides nothing.`,
    advice: insteadOf(rule!, rules),
  }),
  "unexplained-suppression": ({ rule, reason, by }) => ({
    message: `The suppression of ${rule} gives ${lacking(reason, by)}, so it hides nothing.`,
    advice: `Write it as ${EXAMPLE}: why it may stand, and who decided that.`,
  }),
  "undated-suppression": ({ rule, until }) => ({
    message: `The suppression of ${rule} holds until "${until}", which is not a date, so it hides nothing.`,
    advice: "Write the date as (until 2027-03-31).",
  }),
  "expired-suppression": ({ rule, until, by }) => ({
    message: `The suppression of ${rule} held until ${until}, so it hides nothing any more.`,
    advice: `Mend the passage, or have ${by} decide anew and give a later date.`,
  }),
  "refused-suppression": ({ rule }) => ({
    message: `${rule} can't be suppressed, so this suppression hides nothing.`,
    advice: isUpkeep(rule!)
      ? "Mend what it says instead."
      : "What it finds must not go out, whatever the reason: take the passage out.",
  }),
  "unused-suppression": ({ rule, covers }) => ({
    message: `The suppression of ${rule} hides nothing: that rule finds nothing here.`,
    advice:
      covers === null
        ? "Take it out."
        : "Take it out. If it is about more than the paragraph below it, put it under postlint_ignore: in the front matter.",
  }),
} satisfies Record<string, (marker: Marker, rules: KnownRules) => Words>;

function insteadOf(rule: string, { all, meant }: KnownRules): string {
  if (meant.length > 1) return `Name each rule that found something here, with commas: ${meant.join(", ")}.`;
  const near = meant[0] ?? nearestRule(rule, all);
  return near === null ? "postlint rules list shows the rules." : `Did you mean ${near}?`;
}

const EXAMPLE = "RULE -- reason, by NAME (until 2027-03-31)";

const lacking = (reason: string | null, by: string | null): string =>
  reason === null && by === null ? "no reason and no name" : reason === null ? "no reason" : "no name";
