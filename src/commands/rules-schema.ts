import * as z from "zod";
import { contextNames } from "../detectors/context.ts";
import type { Detector, FindSpec, KnownNames } from "../detectors/detector.ts";
import { detectors } from "../detectors/index.ts";
import { askable } from "../rules/dated-data.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { packFileSchema } from "../rules/schema.ts";

/** The JSON Schema of a pack of this rule set, so that an editor completes and checks a rule while it is written. */
export function rulesSchema({ vocabularies, data }: RuleSet): unknown {
  const known: KnownNames = {
    vocabularies: [...vocabularies.keys()],
    data: askable(Object.fromEntries(data)),
    mistakeInPattern: () => null,
    learnedClauses: [],
  };
  const pack = jsonSchemaOf(packFileSchema(known));
  return { ...pack, $defs: { find: { anyOf: [{ enum: contextNames() }, ...detectorSchemas(known)] } } };
}

function detectorSchemas(known: KnownNames): readonly object[] {
  return Object.values(detectors as Record<string, Detector>).map(({ describe, shape }) => {
    const unless = z.array(FIND).min(1).optional();
    const { $schema: _said, ...schema } = jsonSchemaOf(z.strictObject({ ...shape(z, FIND, known), unless }));
    return { ...schema, description: describe };
  });
}

/** Stands for any find, as detectors hold finds that hold detectors. */
const FIND = z.unknown().superRefine(() => {}) as z.ZodType<FindSpec>;

/** A find is the one thing whose shape zod learns only from its checks; here it leads to its own definition. */
const jsonSchemaOf = (schema: z.ZodType): z.core.JSONSchema.BaseSchema =>
  z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { type, checks = [] } = zodSchema._zod.def;
      if (type === "unknown" && checks.length > 0) jsonSchema.$ref = "#/$defs/find";
    },
  });
