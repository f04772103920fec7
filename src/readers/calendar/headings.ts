import type { MEDIA_KEYS } from "../../model/post.ts";
import { isRecord, own } from "../values.ts";

/**
 * What a column of a calendar can hold besides copy, and how its cells get into a post: as they are under that key, as a date, as a
 * part of the image, or put together with other columns into the publication or the permission.
 */
export const COLUMNS = {
  id: "plain",
  title: "plain",
  first_comment: "plain",
  channel: "plain",
  account: "plain",
  author: "plain",
  publish_at: "publication",
  weekday: "publication",
  time: "publication",
  embargo_until: "date",
  permission: "permission",
  permission_given_at: "permission",
  campaign_starts_at: "date",
  approved_by: "plain",
  approved_at: "date",
  status: "plain",
  owner: "plain",
  link: "plain",
  file: "media",
  alt: "media",
  credit: "media",
  licence: "media",
  consent: "media",
  postlint_ignore: "plain",
} as const satisfies Readonly<Record<string, string>> & Readonly<Record<(typeof MEDIA_KEYS)[number], "media">>;

export type ColumnField = keyof typeof COLUMNS;

export const COLUMN_FIELDS = Object.keys(COLUMNS) as readonly ColumnField[];

/** Plain headings with their rank: of two for one field the lower one wins. */
type Ranked = ReadonlyMap<string, number>;

/** The words that people head their columns with, as `rules/headings.yaml` has them. */
export interface Headings {
  readonly copy: Ranked;
  readonly copyIfNoOther: Ranked;
  readonly channelCopy: readonly string[];
  readonly fields: ReadonlyMap<ColumnField, Ranked>;
  /** Words that make an unknown heading look as if it held this. */
  readonly lookAlike: ReadonlyMap<ColumnField | "text", readonly string[]>;
}

/** The content of the YAML file, made ready. Keys that are not there count as empty lists. */
export function headingsFrom(data: unknown): Headings {
  const root = isRecord(data) ? data : {};
  const fields = isRecord(root.fields) ? root.fields : {};
  const alike = isRecord(root.look_alike) ? root.look_alike : {};
  const ranked = (value: unknown): Ranked => {
    const ranks = new Map<string, number>();
    for (const name of namesIn(value)) if (!ranks.has(name)) ranks.set(name, ranks.size);
    return ranks;
  };
  return {
    copy: ranked(root.copy),
    copyIfNoOther: ranked(root.copy_if_no_other),
    channelCopy: namesIn(root.channel_copy),
    fields: new Map(COLUMN_FIELDS.map((field) => [field, ranked(own(fields, field))])),
    lookAlike: new Map(Object.entries(alike).map(([field, words]) => [field as ColumnField | "text", namesIn(words)])),
  };
}

/** Of each language in turn, without what people write differently. */
function namesIn(value: unknown): readonly string[] {
  const lists = isRecord(value) ? Object.values(value) : [value];
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).map((name) => plainHeading(String(name)));
}

/** Every name of a column that is known. */
export const knownNames = ({ copy, copyIfNoOther, fields }: Headings): ReadonlySet<string> =>
  new Set([copy, copyIfNoOther, ...fields.values()].flatMap((ranks) => [...ranks.keys()]));

/** A heading as it is compared: without case, accents and punctuation. */
export const plainHeading = (heading: string): string =>
  heading
    .slice(0, LONGEST)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What a heading may mean, the likeliest first: as it is, without what stands in brackets, each side of a slash. */
export function meaningsOf(heading: string): readonly string[] {
  const short = heading.slice(0, LONGEST);
  const bare = short.replace(/\([^)]*\)?|\[[^\]]*\]?/gu, " ");
  const sides = bare.split(/[/|]|\s(?:or|ou|oder)\s/u);
  return [...new Set([short, bare, ...(sides.length > 1 ? sides : [])].map(plainHeading))].filter(
    (name) => name !== "",
  );
}

/** What is longer is no heading. */
const LONGEST = 80;
