import { createHash } from "node:crypto";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { Span } from "../model/span.ts";
import { fold } from "./fold.ts";
import { copyOf, linesAround } from "./lines.ts";

/** What of a post is secret, whoever is looking: a hash of a ten-digit number is read back in seconds. */
export interface Hiding {
  /** Spans of a copy that are secret: in order, apart from each other. */
  spans(field: string): readonly Span[];
  /** Other words (an id), less what is secret. */
  hide(words: string): string;
}

/** Words on each side of a passage, on its line, that belong to its identity. Another line may come and go. */
const NEIGHBOURS = 3;
/** Words of its post that belong to the identity of an absence. */
const OPENING = 12;
/** UTF-16 units to look for words in. */
const NEAR = 200;

/**
 * What makes a finding the same one tomorrow, as 64 hexadecimal digits: its rule, its clause, the passage and its neighbours
 * however they are spaced, cased or disguised, and the id that the author gave the post. Not its line, row, derived id or
 * message. Two findings of one post may share an identity: whoever compares must count. `hiding` hides even where a person
 * asked to see everything.
 */
export function identityOf(finding: Finding, post: Post, hiding: Hiding): string {
  const { field, span } = finding.passage;
  const text = copyOf(post, field)?.text ?? "";
  const parts = [
    finding.rule,
    finding.clause ?? "",
    post.named ? hiding.hide(post.id) : "",
    field,
    ...(span === null ? opening(post, hiding) : surroundings(finding, text, span, hiding.spans(field))),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** What tells two absences apart: how the copy of their posts begins. */
function opening({ copy }: Post, hiding: Hiding): readonly string[] {
  const [{ field, text }] = copy;
  return wordsOf(withoutSecrets(text, 0, Math.min(text.length, NEAR), hiding.spans(field))).slice(0, OPENING);
}

function surroundings({ mask, rule }: Finding, text: string, { start, end }: Span, secrets: readonly Span[]) {
  const shown = (from: number, to: number) => wordsOf(withoutSecrets(text, from, to, secrets));
  const line = { start: linesAround(text, { start, end })[0].start, end: lineEnd(text, end) };
  const before = shown(Math.max(line.start, start - NEAR), start);
  const behind = shown(end, Math.min(line.end, end + NEAR));
  return [
    before.slice(-NEIGHBOURS).join(" "),
    mask ? rule : shown(start, end).join(" "),
    behind.slice(0, NEIGHBOURS).join(" "),
  ];
}

function lineEnd(text: string, offset: number): number {
  const next = text.indexOf("\n", offset);
  return next === -1 ? text.length : next;
}

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .text.toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function withoutSecrets(text: string, from: number, to: number, secrets: readonly Span[]): string {
  let kept = "";
  let at = from;
  for (const { start, end } of secrets) {
    if (end <= at || start >= to) continue;
    kept += `${text.slice(at, Math.max(at, start))} masked `;
    at = Math.min(to, end);
  }
  return kept + text.slice(at, to);
}
