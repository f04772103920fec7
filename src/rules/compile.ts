import { contextFinder } from "../detectors/context.ts";
import type { Clue, Finder, FindSpec, Needs, Workshop } from "../detectors/detector.ts";
import { clearedBy } from "../detectors/exceptions.ts";
import { detectorOf, kindOf } from "../detectors/finds.ts";
import type { Lexicon } from "../detectors/lexicon.ts";
import { termsKey } from "../detectors/terms.ts";
import type { Resemblance } from "../learned/resemblance.ts";
import type { DatedData } from "../model/dated.ts";
import type { ListOf } from "./patterns.ts";
import type { Vocabulary } from "./ruleset.ts";

export interface CompileSettings {
  readonly vocabularies: () => ReadonlyMap<string, Vocabulary>;
  readonly data: () => ReadonlyMap<string, DatedData>;
  readonly clueOfPattern: (source: string, caseSensitive: boolean, list: ListOf) => Clue;
  readonly needsOf: (template: string) => Needs | null;
  readonly lexicon: Lexicon;
  readonly resemblance: () => Resemblance | null;
  readonly options: FinderOptions;
}

/** How finders are made. */
export interface FinderOptions {
  readonly watch?: FinderWatch | undefined;
  /** See `Workshop`; true unless it is said. */
  readonly shortcuts?: boolean | undefined;
}

/** Is shown each finder as it is made, with its detector's name, and answers with the one to use. */
export type FinderWatch = (kind: string, finder: Finder) => Finder;

/** Turns finds that were checked into finders. */
export function findCompiler({
  vocabularies,
  data,
  clueOfPattern,
  needsOf,
  lexicon,
  resemblance,
  options: { watch = (_kind, finder) => finder, shortcuts = true },
}: CompileSettings): (find: FindSpec) => Finder {
  const listOf: ListOf = (terms) => lexicon.list(termsKey(terms), () => terms);
  const workshop: Workshop = {
    compile,
    vocabulary: (name) => vocabularies().get(name)!.words,
    data: (name) => data().get(name)!,
    shortcuts,
    needsOf,
    clueOfPattern: (source, caseSensitive) => clueOfPattern(source, caseSensitive, listOf),
    resemblance,
    list: lexicon.list,
    reading: lexicon.reading,
    postReading: lexicon.postReading,
  };

  function compile(find: FindSpec): Finder {
    if (typeof find === "string") return watch("context", contextFinder(find));
    const finder = watch(kindOf(find), detectorOf(find).compile(find as never, workshop));
    return find.unless === undefined ? finder : withExceptions(finder, find.unless.map(compile));
  }
  return compile;
}

function withExceptions(finder: Finder, exceptions: readonly Finder[]): Finder {
  return {
    ...finder,
    excepting: { finder, exceptions },
    says: `${finder.says} (unless ${exceptions.map((exception) => exception.says).join("; ")})`,
    find: (document, sentences) =>
      finder.find(document, sentences).filter((sighting) => clearedBy(sighting, exceptions, document) === null),
  };
}
