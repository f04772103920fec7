import type { Finding, Suppression } from "../model/finding.ts";
import { isDay } from "../model/london.ts";
import type { PostResult } from "../model/report.ts";
import { isUpkeep } from "../model/rule.ts";
import type { RuleCards } from "../rules/cards.ts";

/** A finding that was there on the day when a baseline was written, and may stay for now. */
export interface Accepted {
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly clause: string | null;
  /** What makes the finding the same one tomorrow; no hash of anything secret. */
  readonly identity: string;
  /** ISO date of the day when it was accepted. */
  readonly since: string;
}

/** A line that is no accepted finding. */
export interface BaselineProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** Reads a baseline: a line that says what the file is, then an accepted finding a line, in any order. */
export function parseBaseline(text: string): { entries: readonly Accepted[]; problems: readonly BaselineProblem[] } {
  const entries: Accepted[] = [];
  const problems: BaselineProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    if (isEntry(value)) entries.push(value);
    else if (!isHead(value)) problems.push({ line: index + 1, message: problemOf(line) });
  }
  return { entries, problems };
}

/** A finding a line, sorted, so that two people who accept different findings meet in no conflict. */
export function writtenBaseline(entries: readonly Accepted[]): string {
  const lines = entries.map(({ file, rule, clause, identity, since }) =>
    JSON.stringify({ file, rule, clause, identity, since }),
  );
  return [JSON.stringify(HEAD), ...lines.toSorted(), ""].join("\n");
}

const HEAD = { postlint: "baseline", version: 1 };

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const isHead = (value: unknown): boolean => JSON.stringify(value) === JSON.stringify(HEAD);

function isEntry(value: unknown): value is Accepted {
  const { file, rule, clause, identity, since } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [file, rule, identity, since].every((part) => typeof part === "string");
  return texts && (clause === null || typeof clause === "string") && isDay(since as string);
}

const problemOf = (line: string): string =>
  /^(?:<{7}|={7}|>{7}|\|{7})/u.test(line)
    ? "this is the mark of a merge that was not finished; keep the lines of both sides and take the mark out"
    : 'this is no accepted finding; a line reads {"file":…,"rule":…,"clause":…,"identity":…,"since":"2026-11-30"}';

/** Findings against what was accepted. Each entry hides one finding, so a second one like it is never hidden by the first. */
export interface Baseline {
  /** Marks what was accepted. Findings of a post that is not shown are to be handed in first: the entries are theirs. */
  accept(result: PostResult): PostResult;
  /** Entries that no finding needed. */
  unused(): readonly Accepted[];
}

export interface BaselineSettings {
  readonly cards: RuleCards;
  readonly identityOf: (result: PostResult) => (finding: Finding) => string;
  /** The file of a post, as an entry would name it. */
  readonly fileOf: (result: PostResult) => string;
  /** Whether the file of an entry is no longer there: then it was renamed, and the entry serves any file. */
  readonly isGone: (file: string) => boolean;
}

export function createBaseline(entries: readonly Accepted[], settings: BaselineSettings): Baseline {
  const waiting = new Map<string, Accepted[]>();
  for (const entry of entries) waiting.set(entry.identity, [...(waiting.get(entry.identity) ?? []), entry]);
  const { cards, identityOf, fileOf, isGone } = settings;
  /** Of the file's own entries before those of a file that is gone. */
  const take = (identity: string, file: string): Accepted | undefined => {
    const same = waiting.get(identity) ?? [];
    const own = same.findIndex((entry) => entry.file === file);
    const index = own >= 0 ? own : same.findIndex((entry) => isGone(entry.file));
    return index < 0 ? undefined : same.splice(index, 1)[0];
  };
  const accept = (result: PostResult): PostResult => {
    if (result.findings.length === 0) return result;
    const identity = identityOf(result);
    const findings = result.findings.map((finding) => {
      const own = identity(finding);
      if (!waiting.has(own) || !isAcceptable(finding, cards)) return finding;
      const entry = take(own, fileOf(result));
      return entry === undefined ? finding : { ...finding, suppressed: suppressionOf(entry) };
    });
    return { post: result.post, findings };
  };
  return { accept, unused: () => [...waiting.values()].flat() };
}

/** Whether a baseline may hold it. */
export const isAcceptable = ({ rule, suppressed }: Finding, cards: RuleCards): boolean =>
  suppressed === null && !isUpkeep(rule) && cards.cardOf(rule)?.suppressible === true;

const suppressionOf = ({ since }: Accepted): Suppression => ({
  kind: "baseline",
  reason: `accepted on ${since}`,
  by: null,
  until: null,
});
