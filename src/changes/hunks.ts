/** Lines of a file after a change, 1-based, both ends included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/**
 * The lines that a change added or rewrote, by path from the top of the repository, out of `git diff --unified=0` with
 * `core.quotePath` off. A file that only lost lines has an empty list.
 */
export function addedLinesIn(patch: string): ReadonlyMap<string, readonly Lines[]> {
  const files = new Map<string, Lines[]>();
  let current: Lines[] = [];
  let inHead = false;
  for (const line of patch.split("\n")) {
    // Lines of the files themselves begin with a sign, so these are git's own.
    if (line.startsWith("diff --git ")) inHead = true;
    else if (inHead && line.startsWith("+++ ")) {
      current = [];
      files.set(pathIn(line.slice("+++ ".length)), current);
    } else if (line.startsWith("@@ ")) {
      inHead = false;
      const [, start = "0", count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
      if (Number(count) > 0) current.push({ from: Number(start), to: Number(start) + Number(count) - 1 });
    }
  }
  return files;
}

/** `b/draft.md`, behind which git puts a tab where the name has a space; or the same in quotes, with escapes as in C. */
function pathIn(written: string): string {
  const name = written.startsWith('"') ? unquoted(written) : written.replace(/\t$/u, "");
  return name.replace(/^b\//u, "");
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ a: "\u0007", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
};

/** With `core.quotePath` off only signs below U+0020 and U+007F come as octal numbers. */
const unquoted = (written: string): string =>
  written
    .slice(1, written.lastIndexOf('"'))
    .replace(/\\(?:([0-7]{3})|(.))/gu, (_, octal: string | undefined, sign: string) =>
      octal === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
