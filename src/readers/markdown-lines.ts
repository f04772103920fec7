/** A run of characters as it stands in the source, from a 1-based column in UTF-16 units. */
export interface Piece {
  readonly column: number;
  readonly text: string;
}

/** What is copy of a line of Markdown: all of it, or what stands beside a comment or behind the signs of a heading. */
export interface KeptLine {
  /** 1-based. */
  readonly line: number;
  readonly pieces: readonly Piece[];
  readonly heading: { readonly level: number; readonly label: string } | null;
  /** What a comment says that speaks to postlint and stands alone: `ignore-next confidential/… -- …`. It has no pieces. */
  readonly order?: string;
}

export interface KeptLines {
  readonly kept: readonly KeptLine[];
  /** The line of a fence that no other closes. */
  readonly unclosedFence: number | null;
  /** The lines of comments to postlint that have copy beside them, and so are none. */
  readonly misplacedOrders: readonly number[];
}

/** The lines from index `start` on that are copy: no comments and no program code. */
export function keptLines(lines: readonly string[], start: number): KeptLines {
  const kept: KeptLine[] = [];
  const fences = fencesOf(lines);
  const lastClose = lines.findLastIndex((line) => line.includes(COMMENT_END));
  const misplacedOrders: number[] = [];
  let unclosedFence: number | null = null;
  let inComment = false;
  for (let index = start; index < lines.length; index++) {
    const fence = inComment ? null : fences.openedAt(index);
    if (fence !== null && fence.close !== null) {
      if (fence.isCopy) keepAsTheyAre(kept, lines, index + 1, fence.close);
      index = fence.close;
      continue;
    }
    if (fence !== null) unclosedFence ??= index + 1;
    const order = inComment ? null : orderAt(lines, index, lastClose);
    if (order !== null) {
      kept.push({ line: index + 1, pieces: [], heading: null, order: order.words });
      index = order.end;
      continue;
    }
    if (!inComment && ORDER_BESIDE_COPY.test(lines[index]!)) misplacedOrders.push(index + 1);
    const stripped = withoutComments(lines[index]!, inComment, index < lastClose);
    inComment = stripped.inComment;
    // A line that held nothing but a comment leaves no blank line behind.
    if (stripped.cut && stripped.pieces.every(({ text }) => text.trim() === "")) continue;
    kept.push(headingLine(index + 1, stripped.pieces) ?? { line: index + 1, pieces: stripped.pieces, heading: null });
  }
  return { kept, unclosedFence, misplacedOrders };
}

function keepAsTheyAre(kept: KeptLine[], lines: readonly string[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    kept.push({ line: index + 1, pieces: [{ column: 1, text: lines[index]! }], heading: null });
  }
}

interface Fence {
  /** No label, or one that says text. */
  readonly isCopy: boolean;
  /** Index of the closing line; null where there is none. */
  readonly close: number | null;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/u;
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
const COPY_LABELS: ReadonlySet<string> = new Set(["", "text", "txt", "plain", "plaintext"]);

/** Finds fences; it remembers which have no end, so that a file of open fences is not searched again for each. */
function fencesOf(lines: readonly string[]): { openedAt(index: number): Fence | null } {
  const shortestUnclosed = new Map<string, number>();
  return {
    openedAt(index) {
      const [, marks, label = ""] = FENCE.exec(lines[index]!) ?? [];
      if (marks === undefined || (marks[0] === "`" && label.includes("`"))) return null;
      const isCopy = COPY_LABELS.has(label.trim().toLowerCase());
      const isHopeless = marks.length >= (shortestUnclosed.get(marks[0]!) ?? Number.POSITIVE_INFINITY);
      const close = isHopeless ? null : closeOf(lines, index, marks);
      if (close === null && !isHopeless) shortestUnclosed.set(marks[0]!, marks.length);
      return { isCopy, close };
    },
  };
}

function closeOf(lines: readonly string[], open: number, marks: string): number | null {
  for (let index = open + 1; index < lines.length; index++) {
    if (CLOSING.exec(lines[index]!)?.[1]?.startsWith(marks)) return index;
  }
  return null;
}

const COMMENT_START = "<!--";
const COMMENT_END = "-->";

const ORDER = /^\s*<!--\s*postlint-/u;
const ORDER_BESIDE_COPY = /<!--\s*postlint-/u;

/** A comment to postlint that shares none of its lines with copy, and the index of its last line; null for any other. */
function orderAt(lines: readonly string[], start: number, lastClose: number): { words: string; end: number } | null {
  const opening = ORDER.exec(lines[start]!)?.[0];
  if (opening === undefined || start > lastClose) return null;
  let end = start;
  while (!lines[end]!.includes(COMMENT_END)) end++;
  const whole = lines.slice(start, end + 1).join(" ");
  const close = whole.indexOf(COMMENT_END);
  const isAlone = whole.slice(close + COMMENT_END.length).trim() === "";
  return isAlone ? { words: whole.slice(opening.length, close).trim(), end } : null;
}

/** `closesLater`: a comment that this line leaves open ends on a later one. One that never ends is no comment. */
function withoutComments(line: string, inComment: boolean, closesLater: boolean) {
  if (!inComment && !line.includes(COMMENT_START))
    return { pieces: [{ column: 1, text: line }], inComment, cut: false };
  const pieces: Piece[] = [];
  let at = 0;
  let inside = inComment;
  while (at <= line.length) {
    if (inside) {
      const end = line.indexOf(COMMENT_END, at);
      if (end < 0) return { pieces, inComment: true, cut: true };
      at = end + COMMENT_END.length;
      inside = false;
      continue;
    }
    const start = line.indexOf(COMMENT_START, at);
    const ends = start >= 0 && (closesLater || line.includes(COMMENT_END, start + COMMENT_START.length));
    const until = ends ? start : line.length;
    if (until > at) pieces.push({ column: at + 1, text: line.slice(at, until) });
    if (!ends) break;
    at = start + COMMENT_START.length;
    inside = true;
  }
  return { pieces, inComment: false, cut: true };
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/u;

function headingLine(line: number, pieces: readonly Piece[]): KeptLine | null {
  const [first, ...others] = pieces;
  const found = first?.column === 1 ? HEADING.exec(first.text) : null;
  if (first === undefined || found === null) return null;
  const signs = found[0].length;
  const title = { column: signs + 1, text: withoutClosingSigns(first.text.slice(signs)) };
  const kept = [title, ...others];
  const label = kept
    .map(({ text }) => text)
    .join("")
    .trim();
  return { line, pieces: kept, heading: { level: found[1]!.length, label } };
}

/** `Title ##` is "Title"; `C#` stays. */
function withoutClosingSigns(title: string): string {
  const trimmed = title.trimEnd();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === "#") end--;
  return end === 0 || /[ \t]/u.test(trimmed[end - 1]!) ? trimmed.slice(0, end).trimEnd() : trimmed;
}
