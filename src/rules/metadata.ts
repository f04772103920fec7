import type { FindSpec } from "../detectors/detector.ts";
import { detectorOf, findsIn } from "../detectors/finds.ts";
import type { Meta } from "../model/post.ts";

/** The metadata for lack of which these finds leave a post unchecked, by their first name (`media.alt` is `media`), sorted. */
export const metadataFields = (finds: readonly FindSpec[]): readonly (keyof Meta)[] =>
  [...new Set(findsIn(finds).flatMap((find) => detectorOf(find).asks?.(find as never) ?? []))].sort();
