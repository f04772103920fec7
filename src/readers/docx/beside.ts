import type { Archive } from "../../containers/archive.ts";
import { partText, type Target, targetsOf } from "../../containers/package.ts";
import { walkXml } from "../../containers/xml.ts";

/** Words that a document shows and its body does not hold. */
export interface WordsBeside {
  /** By where they stand, a paragraph a line; never blank. */
  readonly shown: Readonly<Record<string, string>>;
  /** Which margins hold words: what offices print on every draft, and nobody publishes. */
  readonly margins: readonly string[];
  /** Comments are talk about the copy. */
  readonly hasComments: boolean;
}

const MARGINS = ["header", "footer"] as const;

/** The parts that are shown with the body, by the type of their relationship, and what their words are called. */
const PARTS = {
  footnotes: "footnotes",
  endnotes: "endnotes",
  diagramData: "diagrams",
} as const;

/** `isRead` says whether words of a text box or a drawing were met in the body. */
export async function wordsBeside(
  archive: Archive,
  main: string,
  isRead: (words: string) => boolean,
): Promise<WordsBeside> {
  const targets = await targetsOf(archive, main);
  const shown: Record<string, string> = {};
  for (const [type, name] of Object.entries(PARTS)) {
    const words = await wordsIn(archive, ofType(targets, type));
    if (words !== "") shown[name] = words;
  }
  const margins: string[] = [];
  for (const type of MARGINS) if ((await wordsIn(archive, ofType(targets, type))) !== "") margins.push(type);
  const { boxes, alts } = await drawingsIn(archive, main);
  for (const [name, lines] of [["text_boxes", boxes] as const, ["drawings", alts] as const]) {
    const unread = lines.filter((line) => !isRead(line));
    if (unread.length > 0) shown[name] = unread.join("\n");
  }
  return { shown, margins, hasComments: (await wordsIn(archive, ofType(targets, "comments"))) !== "" };
}

const ofType = (targets: readonly Target[], type: string): readonly string[] =>
  targets.flatMap((target) => (target.type === type ? [target.part] : []));

/** Each section has headers of its own, which mostly say the same. */
async function wordsIn(archive: Archive, parts: readonly string[]): Promise<string> {
  const lines = new Set<string>();
  for (const part of parts) {
    const { written, alts } = await linesOf(archive, part);
    for (const { text } of written) lines.add(text);
    for (const alt of alts) lines.add(alt);
  }
  return [...lines].join("\n");
}

/** The words of text boxes, and the alt texts of whatever is drawn. */
async function drawingsIn(archive: Archive, main: string) {
  const { written, alts } = await linesOf(archive, main);
  return { boxes: written.flatMap(({ text, isInBox }) => (isInBox ? [text] : [])), alts };
}

interface WrittenLine {
  readonly text: string;
  readonly isInBox: boolean;
}

/** The paragraphs of a part that are not blank, and the alt texts of its pictures and drawings. */
async function linesOf(archive: Archive, part: string) {
  const written: WrittenLine[] = [];
  const alts: string[] = [];
  // A paragraph may stand in another one: in a text box of it.
  const open: string[] = [];
  const xml = await partText(archive, part);
  if (xml === null) return { written, alts };
  await walkXml(xml, ({ name, attributes, parents, text: own }) => {
    // Says the same once more, for versions of Word that do not know what stands beside it.
    if (parents.includes("Fallback")) return;
    const words = name === "t" ? own : parents.at(-1) === "r" ? SIGNS[name] : undefined;
    const depth = words === undefined && name !== "p" ? 0 : parents.filter((parent) => parent === "p").length;
    if (words !== undefined) open[depth] = (open[depth] ?? "") + words;
    else if (name === "p") {
      const text = (open[depth + 1] ?? "").trim();
      open.length = depth + 1;
      if (text !== "") written.push({ text, isInBox: parents.includes("txbxContent") });
    } else {
      const alt = (ALT_KEYS[name] ?? []).map((key) => attributes.get(key)?.trim() ?? "").find((words) => words !== "");
      if (alt !== undefined) alts.push(alt);
    }
  });
  return { written, alts };
}

/** What stands for a sign in a run. */
const SIGNS: Readonly<Record<string, string>> = { tab: "\t", br: "\n", cr: "\n" };

/** The attributes that hold an alt text: of a drawing, and of a shape as Word 2007 keeps it. */
const ALT_KEYS: Readonly<Record<string, readonly string[]>> = { docPr: ["descr", "title"], shape: ["alt"] };
