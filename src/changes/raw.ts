/** A file that a change touches, as `git diff --raw -z --no-abbrev` lists it. */
export interface ChangedFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  /** The path before the change, where that was another. */
  readonly from: string | null;
  readonly isDeleted: boolean;
  /** The blob before the change, of the name that the file had then; null for a new file. */
  readonly before: string | null;
  /** The blob after it; null where that is not in the repository yet, or the file is gone. */
  readonly after: string | null;
}

export function changedFilesIn(raw: string): readonly ChangedFile[] {
  const parts = raw.split("\0");
  const files: ChangedFile[] = [];
  for (let at = 0; parts[at]?.startsWith(":"); at += 2) {
    const [oldMode = "", newMode = "", before = "", after = "", status = ""] = parts[at]!.slice(1).split(" ");
    const isMoved = /^[RC]/u.test(status);
    const path = parts[at + (isMoved ? 2 : 1)]!;
    const from = isMoved ? parts[at + 1]! : null;
    if (isMoved) at += 1;
    if ([oldMode, newMode].includes(SUBMODULE)) continue;
    files.push({ path, from, isDeleted: status === "D", before: blobOf(before), after: blobOf(after) });
  }
  return files;
}

const SUBMODULE = "160000";

const blobOf = (hash: string): string | null => (/^0*$/u.test(hash) ? null : hash);
