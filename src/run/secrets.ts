import { digitsOf, fitsModulus11 } from "../detectors/identifiers/digits.ts";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult, Problem } from "../model/report.ts";
import { placeAt } from "../readers/readings.ts";
import { maskOf, runMask } from "../reporters/parts/mask.ts";
import { hidden, MASKED, secretsIn } from "../reporters/parts/secret.ts";
import type { Reporter } from "../reporters/reporter.ts";

/** Words that stand beside the copy of posts (an id, a note, a problem), less what is personal or secret. */
export type Hide = (words: string) => string;

type CheckPost = (post: Post) => { readonly findings: readonly Finding[] };

/**
 * Hides what the rules would mask if the words were copy, and numbers that are a patient's or a mobile telephone's by their
 * shape alone: an id has no words around it that would tell.
 */
export function hideBy(checkPost: CheckPost): Hide {
  return (words) => {
    if (!MAY_HOLD_A_SECRET.test(words)) return words;
    const post = postOf(words);
    const mask = maskOf({ post, findings: checkPost(post).findings }, true);
    const shown = mask.passage("text", { start: 0, end: words.length });
    return shown.replace(NUMBER, (number) => (isOfPerson(number) ? MASKED : number));
  };
}

/** What is said of some words (a trace, wrapped to a width), less what `hideBy` would hide of them. */
export function hideIn(said: string, words: string, checkPost: CheckPost): string {
  const post = postOf(words);
  const { secrets } = maskOf({ post, findings: checkPost(post).findings }, true);
  const numbers = (words.match(NUMBER) ?? []).filter(isOfPerson).flatMap(secretsIn);
  return hidden(said, [...secrets, ...numbers], WRAPPED);
}

/** All of a post that a trace may repeat: its copy, its id and what is known of it. */
export const wordsOf = ({ copy, id, meta }: Post): string =>
  [...copy.map(({ text }) => text), id, ...Object.values(meta).filter((value) => typeof value === "string")].join("\n");

/** How many characters may part two letters of a secret where lines are wrapped and indented. */
const WRAPPED = 90;

/**
 * A reporter that is told nothing secret besides the copy itself, which it masks on its own. The names of files and sheets stay
 * as they are: they are how a person finds what is to be mended.
 */
export function guarded(reporter: Reporter, hide: Hide): Reporter {
  const masks = runMask(true);
  const remark = <T extends Problem | Note>(one: T): T => ({
    ...one,
    message: hide(masks.hide(one.message)),
  });
  return {
    post(result) {
      masks.of(result);
      reporter.post(withoutSecrets(result, (words) => hide(masks.hide(words))));
    },
    problem: (problem) => reporter.problem(remark(problem)),
    note: (note) => reporter.note(remark(note)),
    end: (summary) => reporter.end(summary),
  };
}

/** A result whose words beside the copy (ids, metadata, what is said of both, the reasons of suppressions) hold nothing secret. */
function withoutSecrets({ post, findings }: PostResult, hide: Hide): PostResult {
  const { channel, owner } = post.meta;
  const meta = { ...post.meta, ...(channel && { channel: hide(channel) }), ...(owner && { owner: hide(owner) }) };
  return {
    post: { ...post, id: hide(post.id), meta },
    findings: findings.map((finding) => withoutSecretWords(finding, hide)),
  };
}

/** A finding whose words beside the copy hold nothing secret. What stands in the copy is masked by its place. */
export function withoutSecretWords(finding: Finding, hide: Hide): Finding {
  const { suppressed, passage, evidence, message, advice } = finding;
  const restsOnCopy = [passage, ...evidence].every(({ span }) => span !== null);
  if (suppressed === null && restsOnCopy) return finding;
  const reasons = suppressed && {
    ...suppressed,
    reason: hide(suppressed.reason),
    by: suppressed.by && hide(suppressed.by),
  };
  if (restsOnCopy) return { ...finding, suppressed: reasons };
  const shown = evidence.map((one) => (one.span === null ? { ...one, shows: hide(one.shows) } : one));
  return { ...finding, evidence: shown, message: hide(message), advice: hide(advice), suppressed: reasons };
}

/** Most ids and names are short and harmless (`row-12`, `launch-day`), and a check for each would double the work of a run. */
const MAY_HOLD_A_SECRET = /(?:\d\D?){6}|@|pass|pin\b|code|key|token|login/iu;

const NUMBER = /(?<![\p{L}\p{N}])(?:\+44|\d)(?:[ .\-\u2010-\u2015]?\d){9,11}(?![\p{L}\p{N}])/gu;

/** Issued ranges of NHS and Health and Care numbers (a count of seconds since 1970 begins with 1), and mobile numbers. */
function isOfPerson(number: string): boolean {
  const digits = digitsOf(number);
  return (/^[34679]\d{9}$/u.test(digits) && fitsModulus11(digits)) || /^(?:0|44)7\d{9}$/u.test(digits);
}

const postOf = (words: string): Post => ({
  id: "",
  named: false,
  source: placeAt("-", null),
  copy: [{ field: "text", text: words, stretches: [] }],
  meta: {},
});
