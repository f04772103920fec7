import { dirname, join, resolve } from "node:path";
import { type FilePatch, filePatchesIn, type Lines, WHOLE_FILE } from "../changes/patch.ts";
import { type ChangedFile, type ChangedSubmodule, changesIn } from "../changes/raw.ts";
import { UsageError } from "../config/errors.ts";
import type { GitAnswer, Io } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import { endingsWith, hasLines } from "../readers/formats.ts";
import { readerFor } from "../readers/index.ts";

/** What a person wants to know of a change. */
export interface ChangeRequest {
  /** What the working tree is compared with; null for what is staged, compared with the last commit. */
  readonly since: string | null;
}

/** A file that a change touches. */
export interface FileChange {
  /** Its absolute path before the change, where that was another. */
  readonly from: string | null;
  readonly isDeleted: boolean;
  /** Lines that were added or rewritten; null where the format hides them. */
  readonly lines: readonly Lines[] | null;
  /** The bytes before the change; null for a new file. */
  readonly before: Uint8Array | null;
  /** The staged bytes; null where the file itself is to be read. */
  readonly after: Uint8Array | null;
}

/** A change of the repository that postlint was started in. */
export interface Changes {
  /** `since origin/main`, `in what is staged`. */
  readonly named: string;
  /** By absolute path. */
  readonly files: ReadonlyMap<string, FileChange>;
  /** Submodules that have changed, and nobody can say how. */
  readonly unseen: readonly UnseenSubmodule[];
}

export interface UnseenSubmodule {
  /** Absolute. */
  readonly folder: string;
  /** Why, and what to do. */
  readonly message: string;
}

/** Asks git. Throws a `UsageError` that says what to do where there is no repository or no base to compare with. */
export async function changesFor(io: Io, { since }: ChangeRequest): Promise<Changes> {
  if (since?.startsWith("-"))
    throw new UsageError(`--changed-since ${since} names no commit.`, "Give a branch or a commit.");
  const [top, base] = await Promise.all([topOf(io), since === null ? null : baseOf(io, since)]);
  const found: Found = { files: new Map(), unseen: [] };
  await compare(found, { io, top, sides: base === null ? ["--cached"] : [base], isStaged: since === null });
  return { named: since === null ? "in what is staged" : `since ${since}`, ...found };
}

interface Found {
  readonly files: Map<string, FileChange>;
  readonly unseen: UnseenSubmodule[];
}

/** What is compared in one repository. */
interface Comparison {
  /** Its git answers for this repository. */
  readonly io: Io;
  /** The top of the repository, absolute. */
  readonly top: string;
  /** As `git diff` is told of them. */
  readonly sides: readonly string[];
  readonly isStaged: boolean;
}

async function compare(found: Found, comparison: Comparison): Promise<void> {
  const { io, top, sides, isStaged } = comparison;
  const [raw, patch, untracked] = await Promise.all([
    answerFrom(io, ["diff", ...sides, "--raw", "-z", "--no-abbrev", ...SAME_EVERYWHERE, "--ignore-submodules=none"]),
    answerFrom(io, [
      ...PLAIN,
      "diff",
      ...sides,
      ...PATCH,
      ...SAME_EVERYWHERE,
      "--ignore-submodules",
      "--",
      ...WITH_LINES,
    ]),
    isStaged
      ? new Uint8Array()
      : answerFrom(io, ["ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/"]),
  ]);
  const { files, submodules } = changesIn(decoder.decode(raw));
  const listed = [
    ...files,
    ...decoder
      .decode(untracked)
      .split("\0")
      .filter((path) => path !== "")
      .map(newFile),
  ];
  const patches = filePatchesIn(patch);
  const blobs = await blobsOf(io, listed.filter(({ path }) => !patches.get(path)?.whole).flatMap(hashesOf));
  for (const file of listed) {
    const change = changeOf(file, patches.get(file.path), blobs, isStaged);
    found.files.set(resolve(top, file.path), { ...change, from: file.from && resolve(top, file.from) });
  }
  for (const submodule of submodules) await compareInside(found, comparison, submodule);
}

/** A folder is walked into its submodules, so a change that takes another commit of one brings drafts as well. */
async function compareInside(
  found: Found,
  { io: outside, top, isStaged }: Comparison,
  { path, before, after }: ChangedSubmodule,
): Promise<void> {
  const folder = resolve(top, path);
  const cannot = (why: string) => found.unseen.push({ folder, message: `this submodule has changed, and ${why}` });
  if (!(await isTop(outside, folder)))
    return void cannot(`is not checked out. Fetch it first: git submodule update --init ${path}`);
  const io = gitInside(outside, folder);
  const start = before ?? wordsOf(await ask(io, ["hash-object", "-t", "tree", "--stdin"]));
  const sides = isStaged && after !== null ? [start, after] : [start];
  for (const side of sides) {
    if ((await ask(io, ["cat-file", "-e", side])).code !== 0)
      return void cannot(
        `its commit ${side.slice(0, 10)} is not in this clone. Fetch it first: git -C ${path} fetch origin ${side}`,
      );
  }
  await compare(found, { io, top: folder, sides, isStaged });
}

/** Whatever a hook's environment says of the repository outside. */
const gitInside = (io: Io, folder: string): Io =>
  Object.assign(Object.create(io) as Io, {
    git: ((argv, input) =>
      io.git(["-C", folder, "--git-dir=.git", "--work-tree=.", ...argv], input)) satisfies Io["git"],
  });

/** What is read of a file; nothing of one that is no draft. */
const hashesOf = ({ path, before, after }: ChangedFile): readonly string[] =>
  readerFor(path) === null ? [] : [before, after].filter((hash) => hash !== null);

/** As git is told of them. */
const WITH_LINES = endingsWith(({ hasLines }) => hasLines).map((ending) => `:(top,icase)*${ending}`);

/** Whatever a person's own settings of git are. */
const PLAIN = ["-c", "core.quotePath=false", "-c", "diff.suppressBlankEmpty=false"];
const SAME_EVERYWHERE = ["--find-renames", "--no-relative", "--no-ext-diff", "--no-color"];
const PATCH = [
  "--patch",
  `--unified=${WHOLE_FILE}`,
  "--inter-hunk-context=0",
  "--text",
  "--no-textconv",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

const newFile = (path: string): ChangedFile => ({ path, from: null, isDeleted: false, before: null, after: null });

function changeOf(
  { path, isDeleted, before, after }: ChangedFile,
  patch: FilePatch | undefined,
  blobs: ReadonlyMap<string, Uint8Array>,
  isStaged: boolean,
): Omit<FileChange, "from"> {
  return {
    isDeleted,
    lines: hasLines(path) ? (patch?.added ?? []) : null,
    before: before === null ? null : (patch?.whole?.before ?? blobs.get(before) ?? null),
    after: isStaged && after !== null ? (patch?.whole?.after ?? blobs.get(after) ?? null) : null,
  };
}

/**
 * The top of the repository, absolute, by the way that leads up from here: git itself would follow links. It is asked only where
 * no repository is to be seen from here, as every start of a program takes its time.
 */
async function topOf(io: Io): Promise<string> {
  if (!io.env.GIT_DIR && !io.env.GIT_WORK_TREE) {
    for (let folder = resolve(io.cwd); ; folder = dirname(folder)) {
      if (await isTop(io, folder)) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  const answer = await ask(io, ["rev-parse", "--show-cdup"]);
  if (answer.code !== 0) throw refusalOf(answer);
  return resolve(io.cwd, wordsOf(answer));
}

/** Of a work tree beside another, `.git` is a file that says where its repository is. */
async function isTop(io: Io, folder: string): Promise<boolean> {
  const repository = join(folder, ".git");
  const kind = await io.kindOf(repository);
  return kind === "file" || (kind === "folder" && (await io.kindOf(join(repository, "HEAD"))) === "file");
}

/** Where the branch left `since`. */
async function baseOf(io: Io, since: string): Promise<string> {
  const answer = await ask(io, ["merge-base", since, "HEAD"]);
  if (answer.code === 0) return wordsOf(answer);
  if (/not a git repository|dubious ownership/u.test(answer.err)) throw refusalOf(answer);
  throw await noBase(io, since);
}

async function noBase(io: Io, since: string): Promise<UsageError> {
  const [known, shallow, remotes] = await Promise.all([
    ask(io, ["rev-parse", "--verify", "--quiet", `${since}^{commit}`]),
    ask(io, ["rev-parse", "--is-shallow-repository"]),
    ask(io, ["remote"]),
  ]);
  const isShallow = wordsOf(shallow) === "true";
  const remote = wordsOf(remotes)
    .split("\n")
    .find((name) => since.startsWith(`${name}/`));
  const branch = remote === undefined ? null : since.slice(remote.length + 1);
  if (known.code !== 0) {
    const fetch = `git fetch ${isShallow ? "--unshallow " : ""}${remote} +refs/heads/${branch}:refs/remotes/${since}`;
    const hint =
      branch !== null
        ? `Fetch it first: ${fetch}${inActions(isShallow)}`
        : isShallow
          ? `${FETCH_THE_REST} If it is still unknown then, git branch --all lists the branches.`
          : "git branch --all lists the branches.";
    return new UsageError(`There is no commit ${since} in this clone, so nothing can be compared with it.`, hint);
  }
  const hint = isShallow ? FETCH_THE_REST : "Their histories have nothing in common.";
  return new UsageError(`No commit is known that both ${since} and this branch come from.`, hint);
}

const inActions = (isShallow: boolean): string => (isShallow ? " (for actions/checkout, set fetch-depth: 0)" : "");

const FETCH_THE_REST = `This clone is shallow. Fetch the rest first: git fetch --unshallow${inActions(true)}.`;

function refusalOf({ err }: GitAnswer): UsageError {
  if (/not a git repository/u.test(err)) {
    const hint = "--changed-since and --staged ask git what has changed. Without them everything is checked.";
    return new UsageError("This folder is in no git repository.", hint);
  }
  return new UsageError(`git could not answer: ${err.trim().split("\n")[0]}`);
}

async function answerFrom(io: Io, argv: readonly string[]): Promise<Uint8Array> {
  const answer = await ask(io, argv);
  if (answer.code !== 0) throw refusalOf(answer);
  return answer.out;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const wordsOf = ({ out }: GitAnswer): string => decoder.decode(out).trim();

async function ask(io: Io, argv: readonly string[], input?: string): Promise<GitAnswer> {
  try {
    return await io.git(argv, input);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    throw new UsageError(`git ${error.message}.`, "--changed-since and --staged need git.");
  }
}

/** The contents of blobs, in one go. One that is missing (a partial clone without network) is left out. */
async function blobsOf(io: Io, hashes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (hashes.length === 0) return blobs;
  const { out } = await ask(io, ["cat-file", "--batch"], hashes.map((hash) => `${hash}\n`).join(""));
  for (let at = 0; at < out.length; ) {
    const lineEnd = out.indexOf(10, at);
    const [hash = "", kind, size] = decoder.decode(out.subarray(at, lineEnd)).split(" ");
    at = lineEnd + 1;
    if (kind !== "blob") continue;
    blobs.set(hash, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
