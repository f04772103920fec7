import type { FindSpec } from "../detectors/detector.ts";
import type { Meta } from "../model/post.ts";

/** The metadata fields that finds ask about, by their first name (`media.alt` is `media`), sorted. */
export const metadataFields = (finds: readonly FindSpec[]): readonly (keyof Meta)[] =>
  [...new Set(finds.flatMap(fieldsIn))].sort() as (keyof Meta)[];

function fieldsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { meta, date, limit, calendar } = value as Readonly<Record<string, unknown>>;
  const field = (meta as { readonly field?: unknown } | undefined)?.field;
  return [
    ...(typeof field === "string" ? [field.split(".", 1)[0]!] : []),
    ...(typeof limit === "string" ? ["channel"] : []),
    ...(date === "past" ? ["publish_at"] : []),
    ...(typeof calendar === "object" ? ["channel", "publish_at"] : []),
    ...Object.values(value).flatMap(fieldsIn),
  ];
}
