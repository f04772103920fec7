import type { Finding, Passage } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { PostResult } from "../model/report.ts";
import { copyOf, extentOf, linesAround } from "../prepare/lines.ts";
import type { Lines } from "./patch.ts";

/** How a file was changed. */
export interface Change {
  /** Lines that were added or rewritten; null where a format hides them, and a post counts as changed when its content did. */
  readonly lines: readonly Lines[] | null;
  /** The posts of the file before the change; null for a new file. */
  readonly before: readonly Post[] | null;
  /** Whether other posts may have caused a finding: then an old post may have it from a new one. */
  readonly restsOnOthers: (finding: Finding) => boolean;
  /** Checks a post as it was before the change. */
  readonly check: (post: Post) => PostResult;
}

export interface Sifted {
  /** Changed posts, with the findings that came with the change. */
  readonly changed: readonly PostResult[];
  /** The findings that were there before. */
  readonly old: readonly PostResult[];
}

/**
 * Parts what came with a change from what was there before. `results` are all of a file. A post that stood in the file before,
 * wherever, is old. In a changed one a finding is new if a line of it was touched, or if no post that is now another had one like
 * it: a word that is taken out, or another channel, can turn an untouched line into a breach.
 */
export function sift(results: readonly PostResult[], change: Change): Sifted {
  const { before, lines } = change;
  if (before === null) return { changed: results, old: [] };
  const contents = counted(before.map(contentOf));
  const changed: PostResult[] = [];
  const old: PostResult[] = [];
  for (const result of results) {
    if (!contents.take(contentOf(result.post))) changed.push(result);
    else {
      const { held, rest } = partedBy(result, change.restsOnOthers);
      if (held.findings.length > 0) changed.push(held);
      old.push(rest);
    }
  }
  if (lines === null || changed.length === 0) return { changed, old };
  const rewritten = before.filter((post) => contents.take(contentOf(post)));
  const known = knownFindings(change.check, rewritten);
  const parted = changed.map((result) => partedBy(result, (finding) => isNew(finding, result.post, lines, known)));
  return { changed: parted.map(({ held }) => held), old: [...old, ...parted.map(({ rest }) => rest)] };
}

function isNew(finding: Finding, post: Post, lines: readonly Lines[], known: () => Counted): boolean {
  return isTouched(finding, post, lines) || !known().take(likenessOf(finding, post));
}

const isTouched = ({ passage, evidence }: Finding, post: Post, lines: readonly Lines[]): boolean =>
  [passage, ...evidence].some((part) => part.span !== null && linesOf(part, post).some((one) => overlap(one, lines)));

function linesOf(passage: Passage, post: Post): readonly Lines[] {
  const { start, end } = extentOf(post, passage);
  return start.line === null ? [] : [{ from: start.line, to: end.line ?? start.line }];
}

const overlap = (one: Lines, lines: readonly Lines[]): boolean =>
  lines.some(({ from, to }) => from <= one.to && one.from <= to);

/** What stood against posts before the change rewrote them. It is looked up seldom, and checking takes time. */
function knownFindings(check: Change["check"], before: readonly Post[]): () => Counted {
  let known: Counted | undefined;
  return () => {
    known ??= counted(
      before.flatMap((post) =>
        check(post)
          .findings.filter(({ suppressed }) => suppressed === null)
          .map((finding) => likenessOf(finding, post)),
      ),
    );
    return known;
  };
}

/** What two findings have in common that say the same of the same words in the same lines. It never leaves memory. */
function likenessOf({ rule, clause, passage: { field, span } }: Finding, post: Post): string {
  const text = copyOf(post, field)?.text;
  if (text === undefined || span === null) return JSON.stringify([rule, clause, field]);
  const lines = linesAround(text, span).map(({ start, end }) => text.slice(start, end));
  return JSON.stringify([rule, clause, field, text.slice(span.start, span.end), lines]);
}

/** All of a post that a person writes: its copy, its metadata and its suppressions, but not its place. */
const contentOf = ({ copy, meta, markers }: Post): string =>
  JSON.stringify([copy.map(({ field, text }) => [field, text]), meta, markers ?? []]);

interface Counted {
  /** Takes one away; false where there is none left. */
  take(key: string): boolean;
}

function counted(keys: readonly string[]): Counted {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    take(key) {
      const count = counts.get(key) ?? 0;
      if (count > 0) counts.set(key, count - 1);
      return count > 0;
    },
  };
}

function partedBy({ post, findings }: PostResult, isHeld: (finding: Finding) => boolean) {
  const held: Finding[] = [];
  const rest: Finding[] = [];
  for (const finding of findings) (isHeld(finding) ? held : rest).push(finding);
  return { held: { post, findings: held }, rest: { post, findings: rest } };
}
