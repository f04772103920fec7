import { checkCalendar as findInCalendar } from "./calendar-check.ts";
import { createChecker } from "./check.ts";
import { BrokenFilesError, UsageError } from "./config/errors.ts";
import { compromise } from "./grammar.ts";
import { processIo } from "./io/process-io.ts";
import { inReadingOrder } from "./judge/judge.ts";
import { createSuppressor } from "./judge/suppress.ts";
import { ORDINARY } from "./model/circumstances.ts";
import type { Finding } from "./model/finding.ts";
import { isDay } from "./model/london.ts";
import type { Policy } from "./model/policy.ts";
import type { Post } from "./model/post.ts";
import type { RuleCard } from "./model/rule.ts";
import { keysWith } from "./readers/keys/keys.ts";
import { type KeyNames, keyNames } from "./readers/keys/names.ts";
import { postsOf } from "./readers/post.ts";
import { placeAt } from "./readers/readings.ts";
import { isRecord, kindOf } from "./readers/values.ts";
import { openRuleSet } from "./rule-sets/ruleset.ts";
import { ruleCards } from "./rules/cards.ts";
import type { RuleSet as OpenedRuleSet } from "./rules/ruleset.ts";
import { headingsIn } from "./run/headings.ts";
import { notInEnglish } from "./run/remarks.ts";

export type { Evidence, Finding, Passage, Suppression } from "./model/finding.ts";
export type { Clause, ClauseId, Policy } from "./model/policy.ts";
export type { Confidence, Level, RuleCard, RuleId } from "./model/rule.ts";
export type { Span } from "./model/span.ts";

/** A rule set, opened: what `check` takes, and what it says of itself. How it finds is not among that. */
export interface RuleSet {
  readonly name: string;
  readonly version: string;
  readonly policy: Policy;
  /** Read when they are first asked for. */
  readonly rules: readonly RuleCard[];
}

/** A rule set that can't be opened. */
export class RuleSetError extends Error {
  override readonly name = "RuleSetError";
  /** Not empty; a mistake in a file reads `file:line:column: what, and what would be right`. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** A draft: its words, or its words with what else is known, under the keys that post files use. */
export type Draft = string | ({ readonly text: string; readonly id?: string } & Readonly<Record<string, unknown>>);

export interface CheckedDraft {
  /** In reading order. Offsets are UTF-16 units of the field that they name. */
  readonly findings: readonly Finding[];
  /** What could not be read of the draft, in sentences; what could be read was checked all the same. */
  readonly problems: readonly string[];
  /** What else there is to know of how it was read, in sentences: a draft without copy, a channel that is not known, a part that is not in English. */
  readonly notes: readonly string[];
  /** False: only identifiers, markings and links were looked for. Null: nothing was looked at, and `problems` or `notes` say why. */
  readonly english: boolean | null;
}

interface Opened {
  readonly whole: OpenedRuleSet;
  /** What people call the keys of a draft. */
  readonly names: KeyNames;
}

const opened = new WeakMap<RuleSet, Opened>();

/**
 * The rule set in a folder, or the one that postlint ships with. Rejects with a `RuleSetError` where there is none, or with every
 * mistake in its files.
 */
export async function loadRuleSet(folder?: string): Promise<RuleSet> {
  const io = processIo();
  if (folder !== undefined && typeof folder !== "string")
    throw new TypeError(`The folder of a rule set should be text, not ${kindOf(folder)}.`);
  const whole = await openRuleSet(io, folder ?? null).catch(refused);
  const ruleset: RuleSet = {
    name: whole.name.name,
    version: whole.name.version,
    policy: whole.policy,
    get rules() {
      return whole.rules.map(({ card }) => card);
    },
  };
  opened.set(ruleset, { whole, names: keyNames(await headingsIn(io)()) });
  return ruleset;
}

function refused(error: unknown): never {
  if (error instanceof BrokenFilesError) throw new RuleSetError(error.problems);
  if (error instanceof UsageError) throw new RuleSetError([[error.message, error.hint ?? ""].join(" ").trim()]);
  throw error;
}

export interface CheckOptions {
  /** The day that stands for today, as 2026-11-30. Without it, rules that ask for today find nothing, and no suppression has expired. */
  readonly today?: string;
}

/**
 * Checks one draft. Keep the rule set and hand it in again: making it ready is most of the work. A finding that `postlint_ignore` lets
 * stand says so in `suppressed`. Throws a `TypeError` where the draft is none, `today` no day, or the rule set not one that `loadRuleSet`
 * opened.
 */
export function check(draft: Draft, ruleset: RuleSet, options: CheckOptions = {}): CheckedDraft {
  return checkCalendar([draft], ruleset, options)[0]!;
}

/** Checks the drafts of one calendar: each by itself, and what only all of them show. Answers in their order; throws as `check` does. */
export function checkCalendar(
  drafts: readonly Draft[],
  ruleset: RuleSet,
  { today }: CheckOptions = {},
): readonly CheckedDraft[] {
  if (today !== undefined && !(typeof today === "string" && isDay(today)))
    throw new TypeError(`today ${shown(today)} is not a day. Write it as 2026-11-30.`);
  if (!Array.isArray(drafts)) throw new TypeError(`checkCalendar takes a list of drafts, not ${kindOf(drafts)}.`);
  const { whole, names } = openedAs(ruleset);
  const checkPost = checkerFor(whole, today ?? null);
  const read = reader(names);
  const checked = drafts.map((draft, position) => {
    const { post, problems, notes } = read(draft, drafts.length === 1 ? "draft" : `draft ${position + 1}`);
    if (post === undefined) return { post, problems, notes, ...NOTHING };
    const checked = checkPost(post);
    const inPart = checked.english ? notInEnglish(post, checked) : null;
    return { post, problems, notes: inPart === null ? notes : [...notes, inPart.message], ...checked };
  });
  const together = findInCalendar(
    whole,
    checked.map(({ digest }) => digest),
  );
  // Before every day, so that none is past.
  const suppressor = createSuppressor(ruleCards(whole), today ?? "");
  return checked.map(({ post, problems, notes, findings, english }, position) => {
    const more = together.get(position) ?? [];
    const all = more.length === 0 ? findings : inReadingOrder([...findings, ...more], post!);
    const standing = post === undefined ? all : suppressor.settle({ post, findings: all }).findings;
    return { findings: standing, problems, notes, english };
  });
}

function openedAs(ruleset: RuleSet): Opened {
  const found = opened.get(ruleset);
  if (found !== undefined) return found;
  const hint = (ruleset as unknown) instanceof Promise ? " It is a promise: await it." : "";
  throw new TypeError(`The rule set is none that loadRuleSet has opened.${hint}`);
}

const shown = (value: unknown): string => (typeof value === "string" ? `"${value}"` : `as ${kindOf(value)}`);

interface ReadDraft extends Pick<CheckedDraft, "problems" | "notes"> {
  readonly post: Post | undefined;
}

function reader(names: KeyNames): (draft: Draft, id: string) => ReadDraft {
  const read = postsOf({ defaults: {} });
  return (draft, derivedId) => {
    const fields = typeof draft === "string" ? { text: draft } : draft;
    if (!isRecord(fields)) throw new TypeError(`A draft should be text, or an object with text, not ${kindOf(draft)}.`);
    const keys = keysWith(names, null);
    const known = keys.draftsOf({ fields, derivedId, source: NOWHERE });
    const readings = [...known.flatMap(read), ...keys.notes(NOWHERE.file)];
    const [post] = readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : []));
    return {
      post,
      problems: readings.flatMap((reading) => (reading.kind === "problem" ? [reading.problem.message] : [])),
      notes: readings.flatMap((reading) => (reading.kind === "note" ? [reading.note.message] : [])),
    };
  };
}

const NOTHING = { findings: [], english: null, digest: null } as const;

const checkers = new WeakMap<OpenedRuleSet, { readonly today: string | null; readonly checkPost: CheckPost }>();
type CheckPost = ReturnType<typeof createChecker>;

/** The day seldom changes. */
function checkerFor(ruleset: OpenedRuleSet, today: string | null): CheckPost {
  const last = checkers.get(ruleset);
  if (last?.today === today) return last.checkPost;
  const circumstances = { ...ORDINARY, today };
  const checkPost = createChecker(ruleset, { grammar: compromise, reference: false, circumstances, calendar: "every" });
  checkers.set(ruleset, { today, checkPost });
  return checkPost;
}

const NOWHERE = placeAt("draft", null);
