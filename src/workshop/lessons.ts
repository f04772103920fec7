import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compromise } from "../grammar.ts";
import { FAITHS_AND_NATIONS, GROUP_WORDS } from "../learned/groups.ts";
import { NO_WORD_LISTS, type WordLists } from "../learned/word-lists.ts";
import { overlaps } from "../model/span.ts";
import { type Document, prepare, type Sentence } from "../prepare/document.ts";
import { documentOf } from "./fairness.ts";
import { judgeFile } from "./labelled.ts";
import type { Lesson } from "./learn.ts";
import type { Label } from "./score.ts";

export interface LabelledLesson extends Lesson {
  readonly label: Label;
}

/**
 * Labelled posts as lessons, each file a writer. A clause that stands in metadata (`unlearned`) teaches nothing about words, and
 * posts that are not in English are not read.
 */
export async function lessonsIn(
  files: readonly string[],
  unlearned: readonly string[],
  lists: WordLists = NO_WORD_LISTS,
): Promise<readonly LabelledLesson[]> {
  const lessons: LabelledLesson[] = [];
  const listsIn = listReader(lists);
  for (const file of files) {
    const documents: Document[] = [];
    const judged = await judgeFile(file, (post) => {
      documents.push(prepare(post, compromise));
      return { findings: [] };
    });
    judged.forEach(({ label }, number) => {
      const document = documents[number]!;
      const hasWords = document.copies.some(({ sentences }) => sentences.length > 0);
      if (!hasWords || !document.english || unlearned.includes(label.primary ?? "")) return;
      const writer = basename(file, ".jsonl");
      lessons.push({
        document,
        label,
        clause: label.primary,
        showing: sentencesShowing(label, document),
        writer,
        listsIn,
      });
    });
  }
  return lessons;
}

/** Lists with a word for a group of people are left out: the model must not tell one group from another. */
function listReader(lists: WordLists): (sentence: Sentence) => readonly number[] {
  const ofGroups = new Set(
    [...GROUP_WORDS, ...FAITHS_AND_NATIONS].flatMap((word) => sentencesOf(word).flatMap(lists.standingIn)),
  );
  return (sentence) => lists.standingIn(sentence).flatMap((list) => (ofGroups.has(list) ? [] : [lists.keyOf(list)]));
}

const sentencesOf = (text: string) => documentOf(text).copies.flatMap(({ sentences }) => sentences);

/** Those that the label's trigger stands in; none where metadata shows the breach. */
function sentencesShowing({ text, trigger }: Label, { copies }: Document): readonly Sentence[] {
  const start = trigger === null ? -1 : text.indexOf(trigger);
  if (start < 0) return [];
  const marked = { start, end: start + trigger!.length };
  return copies
    .filter(({ field }) => field === "text")
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => overlaps(sentence.in.plain.toOriginal(sentence), marked));
}

/** Of the files' bytes, so that a change of the posts shows in the model. */
export function digestOfFiles(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return `sha256:${hash.digest("hex")}`;
}
