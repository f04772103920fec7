import type { Detector, DetectorSpec, FindSpec } from "./detector.ts";
import { detectors } from "./index.ts";

type Kind = keyof typeof detectors;

/** Its detector's key. The find was checked, so that one of its keys is. */
export const kindOf = (find: DetectorSpec): Kind =>
  Object.keys(find).find((option) => Object.hasOwn(detectors, option)) as Kind;

export const detectorOf = (find: DetectorSpec): Detector => detectors[kindOf(find)];

/** Every find of a detector among these, however deep: before those that it is made of, and these before its exceptions. */
export function findsIn(finds: readonly FindSpec[]): readonly DetectorSpec[] {
  return finds.flatMap((find) => {
    if (typeof find === "string") return [];
    const parts = detectorOf(find).parts?.(find as never) ?? [];
    return [find, ...findsIn(parts), ...findsIn(find.unless ?? [])];
  });
}

/** Those of one kind, as its detector reads them. */
export const findsOfKind = <Name extends Kind>(kind: Name, finds: readonly FindSpec[]) =>
  findsIn(finds).filter((find): find is DetectorSpec & SpecOf<Name> => kindOf(find) === kind);

type SpecOf<Name extends Kind> = Parameters<(typeof detectors)[Name]["compile"]>[0];
