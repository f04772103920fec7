import type { Detector, DetectorSpec, FindSpec } from "./detector.ts";
import { detectors } from "./index.ts";

/** Its detector's key. The find was checked, so that one of its keys is. */
export const kindOf = (find: DetectorSpec): keyof typeof detectors =>
  Object.keys(find).find((option) => Object.hasOwn(detectors, option)) as keyof typeof detectors;

export const detectorOf = (find: DetectorSpec): Detector => detectors[kindOf(find)];

/** Every find of a detector among these, however deep: before those that it is made of, and these before its exceptions. */
export function findsIn(finds: readonly FindSpec[]): readonly DetectorSpec[] {
  return finds.flatMap((find) => {
    if (typeof find === "string") return [];
    const parts = detectorOf(find).parts?.(find as never) ?? [];
    return [find, ...findsIn(parts), ...findsIn(find.unless ?? [])];
  });
}
