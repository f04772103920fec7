/** Lines of a file after a change, 1-based, both ends included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** What a patch says of one file. */
export interface FilePatch {
  /** Lines that were added or rewritten. */
  readonly added: readonly Lines[];
  /** All of the file before and after the change; null where the patch does not hold it, as that of a file that only changed its name. */
  readonly whole: { readonly before: Uint8Array; readonly after: Uint8Array } | null;
}

/** More lines than a file has: a patch with so many around each change holds the whole file, and git need not be asked for it again. */
export const WHOLE_FILE = 100_000_000;

/**
 * What `git diff` with `--unified=${WHOLE_FILE}`, `core.quotePath` off and `diff.suppressBlankEmpty` off says, by path from the top
 * of the repository. A file is bytes, so its lines are never decoded here.
 */
export function filePatchesIn(patch: Uint8Array): ReadonlyMap<string, FilePatch> {
  const files = new Map<string, FilePatch>();
  let path = "";
  let lines: string[] | null = null;
  const close = () => {
    if (path !== "") files.set(path, filePatchOf(lines ?? []));
    path = "";
    lines = null;
  };
  for (const line of Buffer.from(patch).toString("latin1").split("\n")) {
    // Lines of the files themselves begin with a sign, so these are git's own.
    if (line.startsWith("diff --git ")) close();
    else if (lines !== null) lines.push(line);
    else if (line.startsWith("+++ ")) path = pathIn(Buffer.from(line.slice("+++ ".length), "latin1").toString());
    else if (line.startsWith("@@ ")) lines = [line];
  }
  close();
  return files;
}

/** `lines` are the hunks of a file, each behind its head. */
function filePatchOf(lines: readonly string[]): FilePatch {
  const added: Lines[] = [];
  const before: string[] = [];
  const after: string[] = [];
  let heads = 0;
  let number = 0;
  let last = "";
  for (const line of lines) {
    const sign = line[0] ?? "";
    if (sign === "@") {
      heads += 1;
      number = Number(/^@@ -\S+ \+(\d+)/u.exec(line)?.[1] ?? 1) - 1;
    } else if (sign === "\\") {
      // "\ No newline at end of file" is about the line above it.
      for (const side of sidesOf(last, before, after)) side.push(side.pop()!.slice(0, -1));
    } else {
      for (const side of sidesOf(sign, before, after)) side.push(`${line.slice(1)}\n`);
      if (sign !== "-") number += 1;
      if (sign === "+") add(added, number);
    }
    if (sign !== "\\") last = sign;
  }
  // Two hunks: something between them is left out.
  return { added, whole: heads === 1 ? { before: bytesOf(before), after: bytesOf(after) } : null };
}

function sidesOf(sign: string, before: string[], after: string[]): readonly string[][] {
  if (sign === " ") return [before, after];
  return sign === "-" ? [before] : sign === "+" ? [after] : [];
}

function add(added: Lines[], number: number): void {
  const last = added.at(-1);
  if (last?.to === number - 1) added[added.length - 1] = { from: last.from, to: number };
  else added.push({ from: number, to: number });
}

const bytesOf = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join(""), "latin1");

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
