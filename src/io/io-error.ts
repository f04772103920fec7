/** Something the outside refused. The message names no path, so that it reads well behind one. */
export class IoError extends Error {
  override readonly name = "IoError";
  readonly path: string;

  constructor(path: string, doing: string, cause: unknown) {
    super(`cannot be ${doing} (${reasonOf(cause)})`, { cause });
    this.path = path;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "it is on a disk that takes no changes",
  ENOENT: "it does not exist",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EMFILE: "too many files are open",
  ELOOP: "its links lead round in a circle",
  ENAMETOOLONG: "its name is too long",
  ENXIO: "nothing is behind it",
  POSTLINT_SHORTER: "it became shorter while it was read",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not UTF-8 text",
};

function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === "string") return REASONS[code] ?? `the system says ${code}`;
  return cause instanceof Error ? cause.message : String(cause);
}

/** Does it, or throws an `IoError` of the path. */
export function attempt<T>(path: string, doing: "read" | "written", action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new IoError(path, doing, error);
  }
}
