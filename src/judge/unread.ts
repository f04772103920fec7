import type { Source } from "../model/post.ts";
import type { Left, Problem } from "../model/report.ts";

/** Keeps account of what could not be read, so that a summary leaves nothing out. */
export interface Unread {
  /** A post of this place was checked. As readers tell it: after what is wrong with the post. */
  read(source: Source): void;
  problem(problem: Problem): void;
  /** Whether a source, as far as it was read, has no problem. */
  isWhole(file: string): boolean;
  /** Places and sources with a problem; several of one row are one. */
  count(): number;
  /** `files` is how many sources the run was to read, if all of them were there. Null where nothing is left. */
  left(files: number): Left | null;
}

export function unreadPlaces(): Unread {
  const files = new Map<string, FileAccount>();
  let placeless = 0;
  const of = (file: string): FileAccount => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const made = {
      posts: 0,
      lost: new Map<string, Source>(),
      places: new Map<string, Source>(),
      inPart: new Set<string>(),
    };
    files.set(file, made);
    return made;
  };
  return {
    read(source) {
      const account = of(source.file);
      account.posts += 1;
      if (account.places.size === 0) return;
      const key = keyOf(source);
      if (account.places.has(key)) account.inPart.add(key);
    },
    problem({ source, lost }) {
      if (source === null) {
        placeless += 1;
        return;
      }
      const account = of(source.file);
      (lost ? account.lost : account.places).set(keyOf(source), source);
    },
    isWhole: (file) => !files.has(file) || troubled(files.get(file)!).size === 0,
    count: () => [...files.values()].reduce((sum, account) => sum + troubled(account).size, placeless),
    left(asked) {
      const accounts = [...files.values()].filter((account) => troubled(account).size > 0);
      if (accounts.length === 0) return null;
      const partly = accounts.filter(({ posts }) => posts > 0);
      return {
        ofFiles: asked,
        files: accounts.length - partly.length,
        ...countsOf(partly.flatMap(placesNotRead)),
        inPart: partly.reduce((sum, { inPart }) => sum + inPart.size, 0),
      };
    },
  };
}

interface FileAccount {
  posts: number;
  /** Places at which a whole post could not be checked, by their keys. */
  readonly lost: Map<string, Source>;
  /** Places of any other problem, by their keys. */
  readonly places: Map<string, Source>;
  /** Keys of places at which a post was checked all the same. */
  readonly inPart: Set<string>;
}

const keyOf = ({ line, sheet, row, cell, paragraph }: Source): string =>
  JSON.stringify([line, sheet, row, cell, paragraph]);

const troubled = ({ lost, places }: FileAccount): ReadonlyMap<string, Source> => new Map([...lost, ...places]);

const placesNotRead = (account: FileAccount): readonly Source[] =>
  [...troubled(account)].flatMap(([key, source]) =>
    account.inPart.has(key) && !account.lost.has(key) ? [] : [source],
  );

function countsOf(places: readonly Source[]): Pick<Left, "rows" | "lines" | "others"> {
  const rows = places.filter(({ row }) => row !== null).length;
  const lines = places.filter(({ row, line }) => row === null && line !== null).length;
  return { rows, lines, others: places.length - rows - lines };
}
