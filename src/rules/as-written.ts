import { isMap, isScalar, isSeq, type Pair } from "yaml";
import * as z from "zod";

/** Text that may look like a number in YAML and is kept as it is written: clause 4.10 is not clause 4.1. */
export const asWritten = <Text extends z.ZodType<string>>(schema: Text) => schema.meta({ [AS_WRITTEN]: true });

/** What marks such text in a schema. */
export const AS_WRITTEN = "asWritten";

/** Makes text of numbers where the schema marks it. What is not of the kind that the schema wants stays, for the schema to refuse. */
export function keepAsWritten(node: unknown, schema: z.core.$ZodType): void {
  if (schema instanceof z.ZodOptional) keepAsWritten(node, schema.unwrap());
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) keepAsWritten(node, option);
  else if (isScalar(node)) {
    const isMarked = z.globalRegistry.get(schema)?.[AS_WRITTEN] === true;
    if (isMarked && typeof node.value === "number") node.value = node.source;
  } else if (isSeq(node) && schema instanceof z.ZodArray) {
    for (const item of node.items) keepAsWritten(item, schema.element);
  } else if (isMap(node)) for (const pair of node.items) keepPair(pair, schema);
}

function keepPair({ key, value }: Pair, schema: z.core.$ZodType): void {
  if (!isScalar(key)) return;
  if (schema instanceof z.ZodRecord) {
    keepAsWritten(key, schema.keyType);
    keepAsWritten(value, schema.valueType);
  } else if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, String(key.value))) {
    keepAsWritten(value, schema.shape[String(key.value)]);
  }
}
