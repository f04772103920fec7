import type { Media, Meta, Moment } from "../model/post.ts";
import type { Document } from "../prepare/document.ts";
import { type Detector, type Finder, NEVER, type Sighting } from "./detector.ts";

const TEXT_FIELDS = ["channel", "account", "author", "status", "owner", "approved_by", "link"] as const;
const MOMENT_FIELDS = ["publish_at", "embargo_until", "approved_at", "campaign_starts_at"] as const;
const MEDIA_FIELDS = ["media.file", "media.alt", "media.credit", "media.licence", "media.consent"] as const;
const FIELDS = [...TEXT_FIELDS, ...MOMENT_FIELDS, ...MEDIA_FIELDS, "permission", "permission.given_at"] as const;
export type Field = (typeof FIELDS)[number];

export interface MetaSpec {
  readonly meta: {
    readonly field: Field;
    readonly is?: string | readonly string[];
    readonly missing?: boolean;
    readonly matches?: string;
    readonly before?: string;
    readonly after?: string;
  };
}

export const meta = {
  describe: "What is known about a post besides its copy. A value that is not known is never seen.",
  shape: (z) => ({
    meta: z
      .strictObject({
        field: z.enum(FIELDS),
        is: z
          .union([z.string(), z.array(z.string()).min(1)])
          .optional()
          .describe("One of these values."),
        missing: z.boolean().optional().describe("Known to have no value. media.alt: an image without alt text."),
        matches: z.string().optional().describe("A regular expression that the value fits."),
        before: z.string().optional().describe("Another time field, or an ISO date."),
        after: z.string().optional().describe("Another time field, or an ISO date."),
      })
      .refine(
        (test) => ["is", "missing", "matches", "before", "after"].filter((key) => key in test).length === 1,
        "say exactly one of is, missing, matches, before, after",
      ),
  }),
  compile: ({ meta: test }: MetaSpec): Finder => {
    const see = seer(test);
    return {
      clue: () => ({ ...NEVER, signs: ["meta"] }),
      wide: true,
      says: `${test.field} ${sayTest(test)}`,
      parts: [],
      fields: [test.field],
      find: (document) => see(document),
    };
  },
} satisfies Detector;

function seer(test: MetaSpec["meta"]): (document: Document) => Sighting[] {
  if (test.field.startsWith("media.")) return mediaSeer(test);
  const holds = valueTest(test);
  if (test.field === "permission" || test.field === "permission.given_at") {
    return ({ post }) => (permissionHolds(post.meta, test) ? [seenField(test.field, sayTest(test))] : []);
  }
  if ((MOMENT_FIELDS as readonly string[]).includes(test.field)) {
    return ({ post }) => {
      const moment = post.meta[test.field as (typeof MOMENT_FIELDS)[number]];
      return moment !== undefined && momentHolds(moment, post.meta, test)
        ? [seenField(test.field, moment.written)]
        : [];
    };
  }
  return ({ post }) => {
    const value = post.meta[test.field as (typeof TEXT_FIELDS)[number]];
    return value !== undefined && holds(value) ? [seenField(test.field, `${test.field} is ${value}`)] : [];
  };
}

/** Each listed image or film is looked at by itself; the finding names it. */
function mediaSeer(test: MetaSpec["meta"]): (document: Document) => Sighting[] {
  const key = test.field.slice("media.".length) as keyof Media;
  const holds = valueTest(test);
  return ({ post }) =>
    (post.meta.media ?? []).flatMap((item, at) =>
      holds(item[key] ?? "") ? [seenField(`media[${at}].${key}`, item.file ?? `media ${at + 1}`)] : [],
    );
}

function valueTest(test: MetaSpec["meta"]): (value: string) => boolean {
  if (test.missing !== undefined) return (value) => (value.trim() === "") === test.missing;
  if (test.matches !== undefined) {
    const expression = new RegExp(test.matches, "iu");
    return (value) => expression.test(value);
  }
  const accepted = new Set([test.is ?? []].flat().map((value) => value.toLowerCase()));
  return (value) => accepted.has(value.toLowerCase());
}

/** A permission that no one recorded is missing; what calls for one is another test's to say. */
function permissionHolds(known: Meta, test: MetaSpec["meta"]): boolean {
  const { permission } = known;
  if (test.missing !== undefined) return (permission?.reference == null) === test.missing;
  if (test.field === "permission.given_at")
    return permission?.given_at !== undefined && momentHolds(permission.given_at, known, test);
  return permission?.reference != null && valueTest(test)(permission.reference);
}

function momentHolds(moment: Moment, known: Meta, test: MetaSpec["meta"]): boolean {
  const other = momentNamed((test.before ?? test.after)!, known);
  if (other === undefined) return false;
  return test.before !== undefined ? moment.at < other : moment.at > other;
}

function momentNamed(name: string, known: Meta): number | undefined {
  if ((MOMENT_FIELDS as readonly string[]).includes(name)) return known[name as (typeof MOMENT_FIELDS)[number]]?.at;
  const at = Date.parse(name);
  return Number.isNaN(at) ? undefined : at;
}

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
  return test.before !== undefined ? `is before ${test.before}` : `is after ${test.after}`;
}
