import type { Archive } from "./archive.ts";
import { walkPart } from "./package.ts";
import type { XmlElement } from "./xml.ts";

/** What the cells of a workbook say that point at its table of strings, by their index; `part` is null where it has none. */
export async function sharedStrings(archive: Archive, part: string | null): Promise<readonly string[]> {
  if (part === null) return [];
  const strings: string[] = [];
  const runs = textRuns();
  await walkPart(archive, part, (element) => {
    runs.visit(element);
    if (element.name === "si") strings.push(runs.take());
  });
  return strings;
}

/** Gathers the runs of a text that is formatted in parts, without readings for pronunciation. */
export function textRuns(): {
  readonly visit: (element: Pick<XmlElement, "name" | "parents" | "text">) => void;
  readonly take: () => string;
} {
  let runs: string[] = [];
  return {
    visit({ name, parents, text }) {
      if (name === "t" && !parents.includes("rPh")) runs.push(text);
    },
    take() {
      const whole = runs.join("");
      runs = [];
      return unescaped(whole);
    },
  };
}

/** `_x000D_` stands for a sign that XML can't hold; every kind of line break is one `\n`. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, "\n");
