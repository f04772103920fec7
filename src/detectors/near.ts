import type { Detector, FindSpec } from "./detector.ts";
import { parseReach, reachSchema, sayReach } from "./reach.ts";

export const near = {
  describe:
    "Something that counts only near another passage: the first part of an `all`, or the passage that an `unless` judges.",
  shape: (z, find) => ({
    near: find.describe("What must stand near."),
    within: reachSchema(z)
      .optional()
      .describe("sentence (the default), clause, post, or a number of words such as 5 words."),
    side: z.enum(["before", "after", "either"]).optional().describe("Where it must stand, for a number of words."),
  }),
  compile: (
    spec: { readonly near: FindSpec; readonly within?: string; readonly side?: "before" | "after" | "either" },
    workshop,
  ) => {
    const part = workshop.compile(spec.near);
    const reach = parseReach(spec.within ?? "sentence", spec.side);
    return { ...part, says: `${part.says} (${sayReach(reach)})`, parts: [part], reach };
  },
} satisfies Detector;
