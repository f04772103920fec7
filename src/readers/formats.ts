/** What is known of a format before a file of it is read. */
export interface Format {
  /** It keeps several posts and is read whole, as opposed to a stream of any length. */
  readonly isCalendar: boolean;
  /** A line of a file is a line of the copy. In the others, a post is changed when its content is. */
  readonly hasLines: boolean;
  /** It is read wherever a folder is; else only when a person names a file or a pattern matches it: such files mostly hold no drafts. */
  readonly inFolders: boolean;
}

/** Every format by the ending of its files. */
export const formats = {
  ".txt": { isCalendar: false, hasLines: true, inFolders: true },
  ".md": { isCalendar: true, hasLines: true, inFolders: true },
  ".csv": { isCalendar: true, hasLines: false, inFolders: true },
  ".tsv": { isCalendar: true, hasLines: false, inFolders: true },
  ".xlsx": { isCalendar: true, hasLines: false, inFolders: true },
  ".ics": { isCalendar: true, hasLines: false, inFolders: true },
  ".docx": { isCalendar: true, hasLines: false, inFolders: true },
  ".jsonl": { isCalendar: false, hasLines: false, inFolders: true },
  ".json": { isCalendar: true, hasLines: false, inFolders: false },
  ".yaml": { isCalendar: true, hasLines: false, inFolders: false },
  ".yml": { isCalendar: true, hasLines: false, inFolders: false },
} as const satisfies Readonly<Record<`.${string}`, Format>>;
export type Ending = keyof typeof formats;

/** All endings whose format is so. */
export const endingsWith = (is: (format: Format) => boolean): readonly Ending[] =>
  (Object.keys(formats) as Ending[]).filter((ending) => is(formats[ending]));

/** The ending of a source's name, by which it is read; null where none reads it, as for `-`. */
export function formatEnding(name: string): Ending | null {
  const ending = endingOf(name);
  return Object.hasOwn(formats, ending) ? (ending as Ending) : null;
}

/** In small letters, with its dot; empty where a name has none. */
export const endingOf = (name: string): string => /\.[^./\\]*$/u.exec(name)?.[0].toLowerCase() ?? "";

export const isCalendar = (name: string): boolean => formatOf(name)?.isCalendar ?? false;
export const hasLines = (name: string): boolean => formatOf(name)?.hasLines ?? false;

function formatOf(name: string): Format | null {
  const ending = formatEnding(name);
  return ending === null ? null : formats[ending];
}
