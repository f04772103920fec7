import * as z from "zod";
import { contextNames } from "../detectors/context.ts";
import type { Detector, FindSpec, KnownNames } from "../detectors/detector.ts";
import { detectors } from "../detectors/index.ts";
import { AS_WRITTEN } from "../rules/as-written.ts";
import { dataFileSchema } from "../rules/data-schema.ts";
import { askable } from "../rules/dated-data.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { packFileSchema, policyFileSchema, vocabularyFileSchema } from "../rules/schema.ts";

/**
 * The JSON Schema of a pack, so that an editor completes and checks a rule while it is written. With a rule set it knows the names
 * of its vocabularies; without, it takes any.
 */
export function packSchema(ruleset: RuleSet | null): object {
  const known: KnownNames = {
    vocabularies: ruleset === null ? [ANY_NAME] : [...ruleset.vocabularies.keys()],
    data: ruleset === null ? ANY_DATA : askable(Object.fromEntries(ruleset.data)),
    mistakeInPattern: () => null,
    learnedClauses: [],
  };
  const pack = jsonSchemaOf(packFileSchema(known));
  return {
    ...pack,
    title: "A pack of rules",
    $defs: { find: { anyOf: [{ enum: contextNames() }, ...detectorSchemas(known)] } },
  };
}

/** The JSON Schema of `ruleset.yaml`. */
export const ruleSetSchema = (): object => ({
  ...jsonSchemaOf(policyFileSchema),
  title: "A rule set: a policy and whom to ask",
});

/** The JSON Schema of a file in `vocabularies/`. */
export const vocabulariesSchema = (): object => ({
  ...jsonSchemaOf(vocabularyFileSchema),
  title: "Vocabularies: lists of words by name",
});

/** The JSON Schema of a file in `data/`. */
export const datedDataSchema = (): object => ({
  ...jsonSchemaOf(dataFileSchema),
  title: "Dated data: periods, polls and limits by name",
});

/** Stands for whatever vocabularies a rule set may have. */
const ANY_NAME = "any-name";

/** Stands for whatever dated data it may have. */
const ANY_DATA: KnownNames["data"] = { [ANY_NAME]: { periodsFor: [], limits: true } };

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
      if (jsonSchema.enum?.includes(ANY_NAME)) delete jsonSchema.enum;
      if (AS_WRITTEN in jsonSchema) {
        delete jsonSchema[AS_WRITTEN];
        jsonSchema.type = ["string", "number"] as never;
      }
    },
  });
