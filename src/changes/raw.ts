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

/** A repository inside the repository, of which the change takes another commit, or in which something is not committed. */
export interface ChangedSubmodule {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  /** Its commit before the change; null for a new one. */
  readonly before: string | null;
  /** Its commit after it; null where the repository says what it is, as it stands. */
  readonly after: string | null;
}

export interface RawChange {
  readonly files: readonly ChangedFile[];
  /** Those that are still there. */
  readonly submodules: readonly ChangedSubmodule[];
}

export function changesIn(raw: string): RawChange {
  const parts = raw.split("\0");
  const files: ChangedFile[] = [];
  const submodules: ChangedSubmodule[] = [];
  for (let at = 0; parts[at]?.startsWith(":"); at += 2) {
    const [oldMode = "", newMode = "", before = "", after = "", status = ""] = parts[at]!.slice(1).split(" ");
    const isMoved = /^[RC]/u.test(status);
    const path = parts[at + (isMoved ? 2 : 1)]!;
    const from = isMoved ? parts[at + 1]! : null;
    if (isMoved) at += 1;
    const isDeleted = status === "D";
    const was = oldMode === SUBMODULE ? null : hashIn(before);
    if (newMode === SUBMODULE)
      submodules.push({ path, before: oldMode === SUBMODULE ? hashIn(before) : null, after: hashIn(after) });
    else if (oldMode !== SUBMODULE || !isDeleted)
      files.push({ path, from, isDeleted, before: was, after: hashIn(after) });
  }
  return { files, submodules };
}

const SUBMODULE = "160000";

const hashIn = (written: string): string | null => (/^0*$/u.test(written) ? null : written);
