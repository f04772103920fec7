import type { Detector, DetectorSpec, FindSpec } from "./detector.ts";
import { parseReach, reachSchema, sayReach } from "./reach.ts";

export type Side = "before" | "after" | "either";
export interface NearSpec {
  readonly near: string | (DetectorSpec & { readonly within?: string; readonly side?: Side });
}

export const near = {
  describe:
    "Something that counts only near another passage: the first part of an `all`, or the passage that an `unless` judges.",
  restsOnWords: true,
  shape: (z, find) => {
    const options = z.looseObject({
      within: reachSchema(z)
        .optional()
        .describe("sentence (the default), clause, post, or a number of words such as 5 words."),
      side: z.enum(["before", "after", "either"]).optional().describe("Where it must stand, for a number of words."),
    });
    return {
      near: z
        .union([z.string(), options])
        .superRefine((written, context) => {
          for (const issue of find.safeParse(findOf(written as NearSpec["near"])).error?.issues ?? []) {
            context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
          }
        })
        .describe("What must stand near, with within: and side: beside it."),
    };
  },
  compile: (spec: NearSpec, workshop) => {
    const part = workshop.compile(findOf(spec.near));
    const { within, side } = typeof spec.near === "string" ? {} : spec.near;
    const reach = parseReach(within ?? "sentence", side);
    return { ...part, says: `${part.says}, ${sayReach(reach)}`, reach };
  },
  parts: ({ near }: NearSpec) => [findOf(near)],
} satisfies Detector;

function findOf(near: NearSpec["near"]): FindSpec {
  if (typeof near === "string") return near;
  const { within: _within, side: _side, ...find } = near;
  return find;
}
