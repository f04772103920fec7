import * as z from "zod";
import { COUNTS } from "../model/dated.ts";
import { isDay } from "../model/london.ts";
import { CONFIDENCES } from "../model/rule.ts";
import { LEAD } from "./polls.ts";
import { isoDate, nameSchema, noSuchDay, strict, text } from "./shapes.ts";

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}( ([01]\d|2[0-3]):[0-5]\d)?$/, {
    error: 'expected a date or a time such as "2024-05-25 00:01"',
    abort: true,
  })
  .refine((written) => isDay(dayIn(written)), { error: ({ input }) => noSuchDay(dayIn(String(input))) })
  .describe("London time.");

const dayIn = (moment: string): string => moment.slice(0, "2024-05-25".length);

const poll = strict({
  name: text.describe("What it is, to go into a sentence: the local elections in England."),
  day: isoDate.describe("Polling day."),
  bodies: z.array(z.string()).optional().describe("For whom the period begins as bodies: says."),
  starts: z.record(z.string(), moment).optional().describe("For whom it began at another time, and when."),
  ends: moment.optional().describe("Its end, which is no longer a part of it. Without it, the end of polling day."),
});

const period = strict({
  name: text.describe("What it is, to go into a sentence: national mourning."),
  for: z.string().optional().describe("For whom it counts."),
  starts: isoDate.describe("Its first day."),
  ends: isoDate.describe("Its last day."),
});

const limit = strict({
  channel: text,
  field: z.enum(["text", "title"]).optional().describe("What is counted: text (the default) or title."),
  count: z
    .enum(COUNTS)
    .describe(
      "weighted (as X counts), graphemes (what a reader sees as one character), units (UTF-16), bytes or hashtags.",
    ),
  most: z.int().positive(),
  from: isoDate.optional().describe("The first day on which it held."),
  until: isoDate.optional().describe("The last day on which it held."),
  confidence: z.enum(CONFIDENCES).optional().describe("How well it is known; certain without it."),
});

export const dataFileSchema = z.record(
  nameSchema,
  strict({
    describe: text,
    source: text.optional().describe("Where the facts come from."),
    valid_to: isoDate.optional().describe("Until when it is known. A post after this date gets a note."),
    bodies: z
      .record(nameSchema, z.string().regex(LEAD, "expected a lead such as 21 days before or 25 working days before"))
      .optional()
      .describe("Who falls silent before a poll, and how long before."),
    polls: z.array(poll).optional(),
    periods: z.array(period).optional(),
    limits: z.array(limit).optional(),
  }).superRefine(({ bodies = {}, polls = [] }, context) => {
    polls.forEach(({ bodies: named = [] }, index) => {
      named.forEach((body, at) => {
        if (Object.hasOwn(bodies, body)) return;
        const message = `bodies: has no ${body}; it has ${Object.keys(bodies).join(", ") || "none"}`;
        context.addIssue({ code: "custom", path: ["polls", index, "bodies", at], message });
      });
    });
  }),
);
export type DataFile = z.infer<typeof dataFileSchema>;
