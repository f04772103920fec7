import { visible } from "../parts/visible.ts";

export type AnnotationKind = "error" | "warning" | "notice";

/** Where an annotation is shown. Columns count UTF-16 units; they are given only for a passage on one line. */
export interface AnnotationPlace {
  readonly file: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
}

/**
 * A workflow command, with its line break. Nothing in its words can end it or begin another: they are on one line, and the
 * characters that GitHub reads are escaped as its own toolkit does.
 */
export function annotation(kind: AnnotationKind, place: AnnotationPlace | null, title: string, words: string): string {
  const properties = Object.entries({ ...place, title }).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${kind} ${properties.join(",")}::${data(visible(words))}\n`;
}

const data = (words: string): string => words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (words: string): string => data(visible(words)).replaceAll(":", "%3A").replaceAll(",", "%2C");
