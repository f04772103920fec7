import type { DatedData } from "../model/dated.ts";
import { MEDIA_KEYS, type Media, type Meta } from "../model/post.ts";
import type { Document } from "../prepare/document.ts";
import { type Detector, type Finder, NEVER, type Sighting } from "./detector.ts";
import { expressionSchema } from "./expression.ts";
import { disagreeingWeekday, instantNamed, isMomentField, MOMENT_FIELDS, momentTest } from "./meta/moments.ts";

const TEXT_FIELDS = ["channel", "account", "author", "status", "owner", "approved_by", "link"] as const;
const MEDIA_FIELDS = MEDIA_KEYS.map((key) => `media.${key}` as const);
const FIELDS = [...TEXT_FIELDS, ...MOMENT_FIELDS, ...MEDIA_FIELDS, "permission", "permission.given_at"] as const;
export type Field = (typeof FIELDS)[number];

/** The questions that a test may put, of which it puts one. */
const TESTS = [
  "is",
  "missing",
  "matches",
  "same_as",
  "before",
  "after",
  "during",
  "impossible",
  "other_weekday",
] as const;

export interface MetaSpec {
  readonly meta: {
    readonly field: Field;
    readonly is?: string | readonly string[];
    readonly missing?: boolean;
    readonly matches?: string;
    readonly where?: Readonly<Partial<Record<keyof Media, string>>>;
    readonly same_as?: (typeof TEXT_FIELDS)[number];
    readonly before?: string;
    readonly after?: string;
    readonly during?: string;
    readonly for?: string;
    readonly impossible?: true;
    readonly other_weekday?: true;
  };
}

export const meta = {
  describe: "What is known about a post besides its copy. A value that is not known is never seen.",
  restsOnWords: false,
  shape: (z, _find, known) => {
    const moment = z
      .string()
      .refine((name) => isMomentField(name) || name === "today" || instantNamed(name) !== null, {
        error: `expected a date such as 2026-11-30, today, or one of ${MOMENT_FIELDS.join(", ")}`,
      })
      .optional();
    const periods = Object.keys(known.data).filter((name) => known.data[name]!.periodsFor !== null);
    return {
      meta: z
        .strictObject({
          field: z.enum(FIELDS),
          is: z
            .union([z.string(), z.array(z.string()).min(1)])
            .optional()
            .describe("One of these values."),
          missing: z.boolean().optional().describe("Known to have no value. media.alt: an image without alt text."),
          matches: expressionSchema(z, known).optional().describe("A regular expression that the value fits."),
          where: z
            .partialRecord(z.enum(MEDIA_KEYS), expressionSchema(z, known))
            .optional()
            .describe(
              "With a media field: regular expressions that other fields of the same image or film fit; ^$ where there is none.",
            ),
          same_as: z.enum(TEXT_FIELDS).optional().describe("Another field that has the same value."),
          before: moment.describe("Another time field, today, or a date (London time)."),
          after: moment.describe("Another time field, today, or a date (London time)."),
          during: z.enum(periods).optional().describe("In one of the periods of this dated data."),
          for: z.string().optional().describe("With during: the body for which the period counts."),
          impossible: z.literal(true).optional().describe("A date that no calendar has, such as 31 June."),
          other_weekday: z.literal(true).optional().describe("publish_at: the weekday beside it is another day's."),
        })
        .superRefine((test, context) => {
          if (TESTS.filter((key) => test[key] !== undefined).length !== 1)
            context.addIssue({ code: "custom", message: `say exactly one of ${TESTS.join(", ")}` });
          const mistake = mistakeInFor(test.during, test.for, known.data);
          if (mistake !== null) context.addIssue({ code: "custom", path: ["for"], message: mistake });
        }),
    };
  },
  compile: ({ meta: test }: MetaSpec, workshop): Finder => ({
    clue: () => ({ ...NEVER, signs: ["meta"] }),
    wide: true,
    says: `${test.field} ${sayTest(test)}`,
    parts: [],
    find: seer(test, workshop.data),
  }),
  asks: ({ meta: { field, same_as, before, after } }: MetaSpec) =>
    [field, same_as, before, after].filter((name) => name !== undefined && isField(name)).map(keyOf),
} satisfies Detector;

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** `media` for `media.alt`. */
const keyOf = (field: Field) => field.split(".", 1)[0] as keyof Meta;

type Bodies = Readonly<Record<string, { readonly periodsFor: readonly string[] | null }>>;

function mistakeInFor(during: string | undefined, body: string | undefined, data: Bodies): string | null {
  if (body === undefined) return null;
  if (during === undefined) return "for: says for whom a period counts, so it needs during: beside it";
  const bodies = data[during]?.periodsFor ?? [];
  return bodies.includes(body) ? null : `${during} has no periods for ${body}; it has ${bodies.join(", ") || "none"}`;
}

function seer(test: MetaSpec["meta"], dataNamed: (name: string) => DatedData): (document: Document) => Sighting[] {
  const { field } = test;
  if (test.impossible) return ({ post }) => seenWhere(field, post.meta.impossible?.[field] ?? null);
  if (test.other_weekday) return ({ post }) => seenWhere(field, disagreeingWeekday(post.meta));
  if (field.startsWith("media.")) return mediaSeer(test);
  if (isMomentField(field)) {
    const holds = momentTest(test, dataNamed);
    return (document) => {
      const moment = document.post.meta[field];
      return moment === undefined ? [] : seenWhere(field, holds(moment, document));
    };
  }
  if (field === "permission" || field === "permission.given_at") return permissionSeer(test, dataNamed);
  const holds = valueTest(test);
  return ({ post }) => {
    const value = post.meta[field as (typeof TEXT_FIELDS)[number]];
    // Two people's names are said to agree without being said.
    const shows = test.same_as === undefined ? `${field} is ${value}` : `${field} ${sayTest(test)}`;
    return value !== undefined && holds(value, post.meta) ? [seenField(field, shows)] : [];
  };
}

/** Each listed image or film is looked at by itself; the finding names it. */
function mediaSeer(test: MetaSpec["meta"]): (document: Document) => Sighting[] {
  const key = test.field.slice("media.".length) as keyof Media;
  const holds = valueTest(test);
  const others = Object.entries(test.where ?? {}).map(([other, fits]) => {
    const expression = new RegExp(fits, "iu");
    return (item: Media) => expression.test(item[other as keyof Media]?.trim() ?? "");
  });
  return ({ post }) =>
    (post.meta.media ?? []).flatMap((item, at) =>
      holds(item[key] ?? "", post.meta) && others.every((fits) => fits(item))
        ? [seenField(`media[${at}].${key}`, item.file ?? `media ${at + 1}`)]
        : [],
    );
}

function valueTest(test: MetaSpec["meta"]): (value: string, known: Meta) => boolean {
  if (test.missing !== undefined) return (value) => (value.trim() === "") === test.missing;
  if (test.same_as !== undefined) {
    const other = test.same_as;
    return (value, known) => known[other] !== undefined && alike(value) === alike(known[other]);
  }
  if (test.matches !== undefined) {
    const expression = new RegExp(test.matches, "iu");
    return (value) => expression.test(value);
  }
  const accepted = new Set([test.is ?? []].flat().map((value) => value.toLowerCase()));
  return (value) => accepted.has(value.toLowerCase());
}

/** As two people would write one name. */
const alike = (value: string): string =>
  value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,]+/gu, " ")
    .trim();

/** A permission that no one recorded is missing; what calls for one is another test's to say. */
function permissionSeer(
  test: MetaSpec["meta"],
  dataNamed: (name: string) => DatedData,
): (document: Document) => Sighting[] {
  const seen = [seenField(test.field, sayTest(test))];
  if (test.missing !== undefined) {
    return ({ post }) => ((post.meta.permission?.reference == null) === test.missing ? seen : []);
  }
  if (test.field === "permission.given_at") {
    const holds = momentTest(test, dataNamed);
    return (document) => {
      const given = document.post.meta.permission?.given_at;
      return given !== undefined && holds(given, document) !== null ? seen : [];
    };
  }
  const holds = valueTest(test);
  return ({ post }) => {
    const reference = post.meta.permission?.reference;
    return reference != null && holds(reference, post.meta) ? seen : [];
  };
}

const seenWhere = (field: string, shows: string | null): Sighting[] =>
  shows === null ? [] : [seenField(field, shows)];

const seenField = (field: string, shows: string): Sighting => ({
  sentence: null,
  field,
  start: 0,
  end: 0,
  shows,
  parts: [],
});

function sayTest(test: MetaSpec["meta"]): string {
  if (test.missing !== undefined) return test.missing ? "is missing" : "is given";
  if (test.matches !== undefined) return `fits ${test.matches}`;
  if (test.is !== undefined) return `is ${[test.is].flat().join(" or ")}`;
  if (test.same_as !== undefined) return `is the same as ${test.same_as}`;
  if (test.during !== undefined) {
    return `is in a period of ${test.during}${test.for === undefined ? "" : ` for ${test.for} bodies`}`;
  }
  if (test.impossible) return "is a date that no calendar has";
  if (test.other_weekday) return "has another weekday beside it";
  return test.before !== undefined ? `is before ${test.before}` : `is after ${test.after}`;
}
