import { checkCalendar } from "../calendar-check.ts";
import type { Digest } from "../detectors/calendar/digest.ts";
import { inReadingOrder } from "../judge/judge.ts";
import type { Note, PostResult, Problem } from "../model/report.ts";
import { placeAt } from "../readers/readings.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { tableOf } from "../scan/table.ts";

/** Where the results of a source go. */
export interface Results {
  post(result: PostResult, digest: Digest | null): Promise<void>;
  note(note: Note): void;
  problem(problem: Problem): void;
  /** The source is at its end. */
  end(): Promise<void>;
}

export type Outlet = Omit<Results, "end" | "post"> & { post(result: PostResult): Promise<void> };

export const asksForCalendars = (ruleset: RuleSet): boolean => tableOf(ruleset).bySign.calendar.length > 0;

/** The most posts of one calendar that are kept back: some 60 MB of results. */
export const MOST_HELD = 20_000;

/** Hands on each result as it comes. */
export const straight = (outlet: Outlet): Results => ({ ...outlet, end: async () => {} });

/**
 * Keeps the results of a calendar back until its end, when what only all its posts show is added to them. Past `most` posts it
 * gives up: it hands on what it has, says so, and keeps nothing back any more.
 */
export function heldBack(ruleset: RuleSet, outlet: Outlet, most = MOST_HELD): Results {
  let held: Held[] = [];
  let gaveUp = false;
  const release = async (more: (position: number) => PostResult["findings"]) => {
    let position = 0;
    for (const entry of held) {
      if (entry.kind === "post") await outlet.post(withMore(entry.result, more(position++)));
      else entry.release();
    }
    held = [];
  };
  const orHold = (handOn: () => void) => void (gaveUp ? handOn() : held.push({ kind: "other", release: handOn }));
  let posts = 0;
  return {
    async post(result, digest) {
      if (gaveUp) return outlet.post(result);
      held.push({ kind: "post", result, digest });
      posts += 1;
      if (posts <= most) return;
      gaveUp = true;
      await release(() => []);
      const { file } = result.post.source;
      outlet.note({ source: placeAt(file, null), message: tooMany(most) });
    },
    note: (note) => orHold(() => outlet.note(note)),
    problem: (problem) => orHold(() => outlet.problem(problem)),
    async end() {
      if (gaveUp) return;
      const digests = held.flatMap((entry) => (entry.kind === "post" ? [entry.digest] : []));
      const shown = checkCalendar(ruleset, digests);
      await release((position) => shown.get(position) ?? []);
    },
  };
}

type Held =
  | { readonly kind: "post"; readonly result: PostResult; readonly digest: Digest | null }
  /** A note or a problem, which keeps its place among the posts. */
  | { readonly kind: "other"; readonly release: () => void };

const tooMany = (most: number): string =>
  `this holds more than ${most.toLocaleString("en-GB")} posts, so what only all of them together show (the same copy twice, two posts at one minute) was not looked for; each post was checked by itself`;

const withMore = ({ post, findings }: PostResult, more: PostResult["findings"]): PostResult => ({
  post,
  findings: more.length === 0 ? findings : inReadingOrder([...findings, ...more], post),
});
