import type { FindSpec } from "../detectors/detector.ts";
import type { Meta } from "../model/post.ts";

/** The metadata fields that finds ask about, by their first name (`media.alt` is `media`), sorted. */
export const metadataFields = (finds: readonly FindSpec[]): readonly (keyof Meta)[] =>
  [...new Set(finds.flatMap(fieldsIn))].sort() as (keyof Meta)[];

function fieldsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { meta } = value as { readonly meta?: { readonly field?: unknown } };
  const own = typeof meta?.field === "string" ? [meta.field.split(".", 1)[0]!] : [];
  return [...own, ...Object.values(value).flatMap(fieldsIn)];
}
