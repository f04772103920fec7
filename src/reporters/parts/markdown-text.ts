import { visible } from "./visible.ts";

/**
 * Words that may hold a draft's own, as Markdown that shows them and does nothing else: no HTML, link, list or table of theirs,
 * nobody mentioned and no issue referred to. One line.
 */
export function plainText(words: string): string {
  return visible(words)
    .replace(/[\\`*_{}[\]|~$]|^[-+=]/gu, "\\$&")
    .replace(/[&<>]/gu, (sign) => ENTITIES[sign]!)
    .replace(/^(\d+)([.)])/u, "$1\\$2")
    .replace(/^#+|[@#](?=[\p{L}\p{N}_])|:(?=\/\/)|\bGH-(?=\d)|\bwww(?=\.)|\bmailto(?=:)/giu, `$&${JOINER}`);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A word joiner takes no room and breaks what a forge would make a mention, a reference or a link of. */
const JOINER = "&#8288;";

/** A draft's words in a code span, which no backtick of theirs closes. */
export function codeSpan(words: string): string {
  const shown = visible(words).replaceAll("|", "¦");
  const ticks = "`".repeat(longestRun(shown) + 1);
  return `${ticks} ${shown} ${ticks}`;
}

/** Lines in a code block, which none of them closes. They are printable already. */
export function codeBlock(lines: readonly string[]): readonly string[] {
  const fence = "`".repeat(Math.max(3, Math.max(0, ...lines.map(longestRun)) + 1));
  return [`${fence}text`, ...lines, fence];
}

const longestRun = (text: string): number => Math.max(0, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
