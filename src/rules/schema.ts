import * as z from "zod";
import { contextNames } from "../detectors/context.ts";
import type { Detector, FindSpec, KnownNames } from "../detectors/detector.ts";
import { detectors } from "../detectors/index.ts";
import { CONFIDENCES, isUpkeep, LEVELS, RULE_ID } from "../model/rule.ts";
import { asWritten } from "./as-written.ts";
import { nearestName } from "./nearest.ts";
import { isoDate, NAME, nameSchema, strict, text } from "./shapes.ts";

/** A rule's id, all rules of a subject, or all rules. */
const RULE_CHOICE = /^(?:\*|[a-z0-9]+(?:-[a-z0-9]+)*\/(?:\*|[a-z0-9]+(?:-[a-z0-9]+)*))$/;

export const policyFileSchema = strict({
  name: z
    .string()
    .regex(NAME, "expected a name in small letters, such as our-museum")
    .describe("What this rule set is called."),
  version: asWritten(text)
    .describe("The version of this rule set.")
    .meta({ examples: ["1.0"] }),
  extends: text
    .optional()
    .describe("The rule set that this one builds on: a shipped one by its name, or a folder such as ../our-rules."),
  rules: z
    .record(
      z.string().regex(RULE_CHOICE, "expected a rule such as privacy/home-address, a subject such as privacy/*, or *"),
      z.enum(["off", "on", ...LEVELS]),
    )
    .optional()
    .describe(
      "Changes to the rules of the set that is extended: off, on, or another level, by id, by subject/*, or by *.",
    ),
  clauses: z
    .record(asWritten(z.string()), asWritten(z.string()))
    .optional()
    .describe(
      "For a policy of your own: which of its clauses stands for one of the extended set; none leaves its rules out.",
    ),
  docs_url: z
    .url()
    .optional()
    .describe("Where the pages that postlint docs writes are published; reports link to them.")
    .meta({ examples: ["https://example.org/our-rules/"] }),
  review_by: isoDate.optional().describe("When its owner wants to look at it again."),
  policy: strict({
    title: text.describe("What the policy is called."),
    publisher: text.describe("Whose it is."),
    published: isoDate.optional(),
    updated: isoDate.optional(),
    url: z.url().optional(),
    clauses: z
      .array(
        strict({
          id: asWritten(z.string())
            .regex(/^[A-Za-z]*\d+(\.\d+)*$/, "expected a clause id such as A1, B2.3 or 4.1")
            .describe("What the policy calls the clause.")
            .meta({ examples: ["4.1"] }),
          title: text,
          summary: text.describe("One sentence in your own words."),
          citation: text.describe("Section and number in the policy."),
          gross_misconduct: z.boolean().optional(),
        }),
      )
      .min(1),
  })
    .optional()
    .describe("The policy. A rule set that extends another may leave it out and keep that one's."),
  contacts: z
    .record(z.string(), text)
    .optional()
    .describe("Who to ask, by the name advice uses: {contact.communications}."),
}).superRefine((file, context) => {
  const missing = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
  if (file.extends !== undefined) return;
  if (file.policy === undefined)
    missing("policy", "policy is missing: name the policy and its clauses, or a rule set that this one extends");
  for (const key of ["rules", "clauses"] as const) {
    if (file[key] !== undefined) missing(key, `${key} changes what a rule set extends, and this one extends none`);
  }
});
export type PolicyFile = z.infer<typeof policyFileSchema>;

export const vocabularyFileSchema = z.record(
  nameSchema,
  strict({
    describe: text.describe("What the words have in common."),
    words: z
      .array(asWritten(z.string().min(1)))
      .optional()
      .describe("Words and phrases in their plainest form; =word stands for itself only.")
      .meta({ examples: [["store", "storeroom", "=OFFICIAL"]] }),
    includes: z.array(z.string()).optional().describe("Other vocabularies whose words belong to this one."),
    source: text.optional().describe("Where a list of facts comes from."),
    valid_to: isoDate.optional().describe("A post after this date gets a note that the list may be out of date."),
  }),
);
export type VocabularyFile = z.infer<typeof vocabularyFileSchema>;

const example = z.union([
  text,
  strict({ text: z.string(), meta: z.record(z.string(), z.unknown()) }),
  strict({ posts: z.array(z.record(z.string(), z.unknown())).min(1) }),
]);

/** The rules of a pack, for the names that the rule set knows. */
export function packFileSchema(known: KnownNames) {
  const find = findSchema(known);
  return z.array(
    strict({
      id: z
        .string()
        .regex(RULE_ID, "expected subject/name, such as privacy/home-address")
        .refine((id) => !isUpkeep(id), "names that begin with postlint/ are postlint's own; choose another subject")
        .describe("What the rule finds, as subject/name.")
        .meta({ examples: ["privacy/home-address"] }),
      clauses: z
        .array(asWritten(z.string()))
        .max(3, "a rule cites one clause and touches at most two more")
        .describe("The first is the one it cites; none for good practice.")
        .meta({ examples: [["4.1"], ["4.1", "4.2"]] }),
      level: z
        .enum(LEVELS)
        .describe("error: do not publish; warning: check with someone; suggestion: could be better."),
      confidence: z
        .enum(CONFIDENCES)
        .describe("certain: what it finds is what it says; likely: mostly; hint: worth a second look."),
      message: text
        .describe("Why; {match} stands for the passage, {shows} for what was seen, such as a count or the other post.")
        .meta({ examples: ['"{match}" gives away where someone lives.'] }),
      advice: text
        .describe("What to do instead; may name a contact: {contact.communications}.")
        .meta({ examples: ["Leave the address out, or ask {contact.communications}."] }),
      replaces: z
        .literal(true)
        .optional()
        .describe("It takes the place of the rule of this id in the rule set that this one extends."),
      find,
      unless: z
        .array(find)
        .min(1)
        .optional()
        .describe("What clears a match: a context, an overlapping passage, or something near."),
      passage: z
        .enum(["match", "clause", "sentence"])
        .optional()
        .describe("How much around the match the finding points at."),
      mask: z.boolean().optional().describe("The passage is itself personal or secret."),
      suppressible: z.boolean().optional().describe("False: no suppression and no baseline hides it."),
      any_language: z.boolean().optional().describe("Also looked for in posts that are not in English."),
      rewrite: z
        .record(asWritten(z.string()), z.string())
        .optional()
        .describe("Passages and what to write for them, where that is mechanical."),
      domain: z.array(asWritten(z.string())).optional().describe("Sections of the domain reference that this answers."),
      examples: strict({
        breach: z
          .array(example)
          .min(2, "a rule needs at least two breach examples")
          .describe("Drafts that the rule has to find; [[ ]] marks the passage.")
          .meta({ examples: [["[[She lives at 12]] High Street", "Her [[home address is]] 4 Mill Lane"]] }),
        fine: z
          .array(example)
          .min(2, "a rule needs at least two fine examples that are near misses")
          .describe("Drafts that come close and are in order.")
          .meta({ examples: [["Lives saved at home", "Never post where a patient lives"]] }),
      }),
    }).superRefine((rule, context) => {
      const practice = rule.id.startsWith("practice/");
      if (practice && (rule.clauses.length > 0 || rule.level !== "suggestion")) {
        context.addIssue({
          code: "custom",
          path: ["level"],
          message: "good practice cites no clause and is never above suggestion",
        });
      }
      for (const path of nestedCalendars(rule)) {
        const message = "calendar: stands alone; say under posts: which posts it is about";
        context.addIssue({ code: "custom", path, message });
      }
      if (!practice && rule.clauses.length === 0) {
        context.addIssue({
          code: "custom",
          path: ["clauses"],
          message: "name the clause that this rule cites (only practice/… rules cite none)",
        });
      }
    }),
  );
}
export type PackFile = z.infer<ReturnType<typeof packFileSchema>>;

/** Where `calendar:` stands inside another find: it sees many posts, and what holds it sees one. */
function nestedCalendars({
  find,
  unless,
}: {
  readonly find: FindSpec;
  readonly unless?: readonly FindSpec[] | undefined;
}): readonly PropertyKey[][] {
  const within = (value: unknown, path: readonly PropertyKey[]): PropertyKey[][] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) =>
          key === "calendar" && path.length > 1 ? [[...path, key]] : within(inner, [...path, key]),
        );
  return [...within(find, ["find"]), ...within(unless, ["unless"])];
}

/** A context's name, or a mapping with exactly one detector's key. Mistakes inside are reported at their own place. */
export function findSchema(known: KnownNames): z.ZodType<FindSpec> {
  const shapes = new Map<string, z.ZodType>();
  const find: z.ZodType<FindSpec> = z.unknown().superRefine((value, context) => {
    if (typeof value === "string") {
      if (!contextNames().includes(value))
        context.addIssue({ code: "custom", message: unknownName("context", value, contextNames()) });
      return;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      context.addIssue({
        code: "custom",
        message: `expected a context's name or one of ${Object.keys(detectors).join(", ")}`,
      });
      return;
    }
    const keys = Object.keys(value).filter((key) => Object.hasOwn(detectors, key));
    if (keys.length !== 1) {
      const [stranger] = Object.keys(value);
      const message =
        keys.length > 1
          ? `${keys.join(" and ")} can't stand in one find: put them under any or all`
          : stranger === undefined
            ? `expected one of ${Object.keys(detectors).join(", ")}`
            : unknownName("detector", stranger, Object.keys(detectors));
      context.addIssue({ code: "custom", message });
      return;
    }
    const result = shapes.get(keys[0]!)!.safeParse(value);
    for (const issue of result.error?.issues ?? [])
      context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
  }) as z.ZodType<FindSpec>;
  for (const [key, detector] of Object.entries(detectors) as [string, Detector][]) {
    shapes.set(key, strict({ ...detector.shape(z, find, known), unless: z.array(find).min(1).optional() }));
  }
  return find;
}

export function unknownName(what: string, name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return `there is no ${what} named ${name}${nearest === null ? `; expected one of ${names.join(", ")}` : `; did you mean ${nearest}?`}`;
}
