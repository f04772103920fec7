import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compromise } from "../grammar.ts";
import { type Document, prepare } from "../prepare/document.ts";
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
): Promise<readonly LabelledLesson[]> {
  const lessons: LabelledLesson[] = [];
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
      lessons.push({ document, label, clause: label.primary, writer: basename(file, ".jsonl") });
    });
  }
  return lessons;
}

/** Of the files' bytes, so that a change of the posts shows in the model. */
export function digestOfFiles(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return `sha256:${hash.digest("hex")}`;
}
