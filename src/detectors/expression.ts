import type * as Zod from "zod";
import type { KnownNames } from "./detector.ts";

/** A regular expression that a rule hands to JavaScript. What is wrong with it is told at its own place in the file. */
export const expressionSchema = (z: typeof Zod, known: KnownNames) =>
  z.string().superRefine((source, context) => {
    const mistake = known.mistakeInPattern(source);
    if (mistake !== null) context.addIssue({ code: "custom", message: `the pattern ${mistake}` });
  });
