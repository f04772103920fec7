import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compromise } from "../grammar.ts";
import { FAITHS_AND_NATIONS, GROUP_WORDS } from "../learned/groups.ts";
import { NO_WORD_LISTS, type WordLists } from "../learned/word-lists.ts";
import { ORDINARY } from "../model/circumstances.ts";
import { overlaps } from "../model/span.ts";
import { allSentences, type Document, prepare, type Sentence } from "../prepare/document.ts";
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
  const lessons: Omit<LabelledLesson, "listsIn">[] = [];
  for (const file of files) {
    const documents: Document[] = [];
    const judged = await judgeFile(file, (post) => {
      documents.push(prepare(post, compromise, ORDINARY));
      return { findings: [] };
    });
    judged.forEach(({ label }, number) => {
      const document = documents[number]!;
      const hasWords = document.copies.some(({ sentences }) => sentences.length > 0);
      if (!hasWords || document.language.kind === "foreign" || unlearned.includes(label.primary ?? "")) return;
      const writer = basename(file, ".jsonl");
      lessons.push({ document, label, clause: label.primary, showing: sentencesShowing(label, document), writer });
    });
  }
  const documents = lessons.map(({ document }) => document);
  const listsIn = listReader(lists, new Set([...listsOfGroups(lists), ...commonLists(documents, lists)]));
  return lessons.map((lesson) => ({ ...lesson, listsIn }));
}

/** The model's features that lists in a sentence are; read once, as each sentence is asked for in every fold. */
function listReader(lists: WordLists, without: ReadonlySet<number>): (sentence: Sentence) => readonly number[] {
  const read = new Map<Sentence, readonly number[]>();
  return (sentence) => {
    let keys = read.get(sentence);
    if (keys === undefined) {
      keys = lists.standingIn(sentence).flatMap((list) => (without.has(list) ? [] : [lists.keyOf(list)]));
      read.set(sentence, keys);
    }
    return keys;
  };
}

/** What people say a word for a group in, where a list has more than the word. */
const FRAMES = [
  "{}",
  "as a {}",
  "as an {}",
  "I'm {}",
  "I am {}",
  "I'm a {}",
  "a {}",
  "the {}",
  "{} people",
  "{} person",
];
/** A word that is in no list. */
const NO_GROUP = "zzz";

/** Lists with a word for a group of people: the model must not tell one group from another. */
function listsOfGroups(lists: WordLists): readonly number[] {
  const listsIn = (text: string) => allSentences(documentOf(text)).flatMap(lists.standingIn);
  return FRAMES.flatMap((frame) => {
    const ofFrame = new Set(listsIn(frame.replace("{}", NO_GROUP)));
    const words = [...GROUP_WORDS, ...FAITHS_AND_NATIONS];
    return words.flatMap((word) => listsIn(frame.replace("{}", word))).filter((list) => !ofFrame.has(list));
  });
}

/** A list that stands in more than this share of posts says little, and there are many: to count them takes longer than all else. */
const COMMON = 0.1;

function commonLists(documents: readonly Document[], lists: WordLists): readonly number[] {
  const counts = new Map<number, number>();
  for (const document of documents) {
    const standing = new Set(allSentences(document).flatMap(lists.standingIn));
    for (const list of standing) counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > COMMON * documents.length).map(([list]) => list);
}

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
