import type { Checked } from "../check.ts";
import type { Dated } from "../model/dated.ts";
import { londonTime } from "../model/london.ts";
import type { Meta, Post } from "../model/post.ts";
import type { Note, PostResult } from "../model/report.ts";
import { sourceOf } from "../prepare/lines.ts";
import type { RuleSet } from "../rules/ruleset.ts";

/** What a person can say about all posts with a flag. */
const ASKABLE = ["channel", "account", "author", "publish_at"] as const satisfies readonly (keyof Meta)[];

/** Sees each post that is reported, for what there is to say of all of them. */
export interface PostWatch {
  see(post: Post): void;
  notes(): readonly Note[];
}

/** Counts the posts that lack what rules ask about, and says so in at most one note; `asked` are the metadata of all rules. */
export function unknowns(asked: readonly (keyof Meta)[]): PostWatch {
  const counts = new Map(ASKABLE.filter((key) => asked.includes(key)).map((key) => [key, 0]));
  return {
    see({ meta }) {
      for (const [key, count] of counts) if (meta[key] === undefined) counts.set(key, count + 1);
    },
    notes() {
      const missing = [...counts].filter(([, count]) => count > 0);
      if (missing.length === 0) return [];
      const named = missing.map(([key, count]) => `${key} (${count} ${count === 1 ? "post" : "posts"})`);
      const flags = missing.map(([key]) => `--${key.replace("_", "-")}`);
      const message = `not checked for lack of metadata: ${named.join(", ")}. Give it with ${flags.join(", ")}.`;
      return [{ source: null, message }];
    },
  };
}

/** Watches for posts that go out after the day until which a list of the rules is known: a note for each such list. */
export function outdated(dated: readonly Dated[]): PostWatch {
  let latest = "";
  return {
    see({ meta: { publish_at } }) {
      const day = publish_at === undefined ? "" : londonTime(publish_at.at).day;
      if (day > latest) latest = day;
    },
    notes: () =>
      dated
        .filter(({ validTo }) => latest > validTo)
        .map(({ name, validTo }) => ({
          source: null,
          message: `the list ${name} of the rules is known up to ${validTo}, and posts go out up to ${latest}: what has come since is not in it.`,
        })),
  };
}

/** At most one: that nobody has looked at the rules since the day when their owner wanted to. */
export function reviewDue({ name, reviewBy }: RuleSet, asOf: string): readonly Note[] {
  if (reviewBy === null || asOf <= reviewBy) return [];
  return [{ source: null, message: `the rule set ${name.name} was to be reviewed by ${reviewBy}.` }];
}

/** That a post is in another language, or how much of it and from where on; null where all of it is in English. */
export function notInEnglish(post: Post, { english, foreign }: Pick<Checked, "english" | "foreign">): Note | null {
  if (!english)
    return {
      source: post.source,
      message: "This does not look like English, so it was checked for identifiers, markings and links only.",
    };
  const [first] = foreign;
  return first === undefined ? null : { source: sourceOf(post, first), message: partlyForeign(foreign.length) };
}

const partlyForeign = (sentences: number): string =>
  sentences === 1
    ? "One sentence of this post does not look like English, so it was checked for identifiers, markings and links only."
    : `${sentences} sentences of this post do not look like English, so they were checked for identifiers, markings and links only.`;

/** Counts the findings that a change did not bring and that are therefore not shown. */
export function oldFindings() {
  let count = 0;
  return {
    see({ findings }: PostResult) {
      count += findings.filter(({ suppressed }) => suppressed === null).length;
    },
    notes(): readonly Note[] {
      if (count === 0) return [];
      const what = `${count} ${count === 1 ? "finding was there before the change and is" : "findings were there before the change and are"}`;
      return [{ source: null, message: `${what} not shown. --filter file shows all of a changed file.` }];
    },
  };
}
