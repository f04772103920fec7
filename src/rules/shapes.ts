import * as z from "zod";
import { isDay } from "../model/london.ts";

/** Refuses unknown keys and hands the known ones on, so that the sentence about it can name the nearest. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(", ") : undefined),
  });

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "expected a date such as 2026-11-30", abort: true })
  .refine(isDay, { error: ({ input }) => noSuchDay(String(input)) });
export const noSuchDay = (written: string): string => `no calendar has ${written}; expected a date such as 2026-11-30`;
export const text = z.string().trim().min(1, "expected some text");
export const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const nameSchema = z.string().regex(NAME, "expected a name such as people-words");
