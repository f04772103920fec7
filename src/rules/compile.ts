import { contextFinder } from "../detectors/context.ts";
import type { Clue, Detector, Finder, FindSpec, Workshop } from "../detectors/detector.ts";
import { clearedBy } from "../detectors/exceptions.ts";
import { detectors } from "../detectors/index.ts";
import type { Resemblance } from "../learned/resemblance.ts";
import type { Vocabulary } from "./ruleset.ts";

export interface CompileSettings {
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly clueOfPattern: (source: string) => Clue;
  readonly resemblance: () => Resemblance | null;
}

/** Turns finds that were checked into finders. Word trees are shared between rules that use the same list. */
export function findCompiler({
  vocabularies,
  clueOfPattern,
  resemblance,
}: CompileSettings): (find: FindSpec) => Finder {
  const built = new Map<string, unknown>();
  const workshop: Workshop = {
    compile,
    vocabulary: (name) => vocabularies.get(name)!.words,
    clueOfPattern,
    resemblance,
    shared: <T>(key: string, build: () => T): T => {
      if (!built.has(key)) built.set(key, build());
      return built.get(key) as T;
    },
  };

  function compile(find: FindSpec): Finder {
    if (typeof find === "string") return contextFinder(find);
    const key = Object.keys(find).find((option) => Object.hasOwn(detectors, option)) as keyof typeof detectors;
    const finder = (detectors[key] as Detector).compile(find as never, workshop);
    return find.unless === undefined ? finder : withExceptions(finder, (find.unless as FindSpec[]).map(compile));
  }
  return compile;
}

function withExceptions(finder: Finder, exceptions: readonly Finder[]): Finder {
  return {
    ...finder,
    says: `${finder.says} (unless ${exceptions.map((exception) => exception.says).join("; ")})`,
    find: (document, sentences) =>
      finder.find(document, sentences).filter((sighting) => clearedBy(sighting, exceptions, document) === null),
  };
}
