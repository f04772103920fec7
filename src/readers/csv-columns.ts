import { readChannel } from "./channel.ts";

/** What the columns of a calendar hold, each a 0-based index. */
export interface Columns {
  /** Not empty: each copy cell is a post. `channel` where the heading names one ("LinkedIn copy"). */
  readonly copy: readonly CopyColumn[];
  readonly fields: ReadonlyMap<ColumnField, number>;
}

export interface CopyColumn {
  readonly index: number;
  readonly heading: string;
  readonly channel: string | null;
}

/** A key of a post, or what is put together into one: a separate time, the parts of its image. */
export type ColumnField = keyof typeof HEADINGS;

/** Recognises the headings, whatever their case and punctuation; null where none holds copy. */
export function recogniseColumns(headings: readonly string[]): Columns | null {
  const plain = headings.map(plainHeading);
  const certain = plain.flatMap((heading, index) => copyColumn(heading, index, headings[index]!, COPY) ?? []);
  // "Post" may be a number and "Content" a kind, so they hold copy only where nothing else says so.
  const copy =
    certain.length > 0
      ? certain
      : plain
          .flatMap((heading, index) => copyColumn(heading, index, headings[index]!, COPY_IF_NO_OTHER) ?? [])
          .slice(0, 1);
  if (copy.length === 0) return null;
  const taken = new Set(copy.map(({ index }) => index));
  const fields = new Map<ColumnField, number>();
  for (const [field, names] of Object.entries(HEADINGS) as [ColumnField, readonly string[]][]) {
    const index = plain.findIndex((heading, at) => !taken.has(at) && names.includes(heading));
    if (index >= 0) fields.set(field, index);
  }
  return { copy, fields };
}

/** `A`, `Z`, `AA`: the column of a cell, from a 0-based index. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

const COPY: readonly string[] = [
  "copy",
  "text",
  "caption",
  "tweet",
  "post copy",
  "post text",
  "copy text",
  "social copy",
  "tweet text",
  "tweet copy",
  "final copy",
  "draft copy",
  "message text",
];
const COPY_IF_NO_OTHER: readonly string[] = [
  "post",
  "message",
  "post content",
  "content",
  "body",
  "draft",
  "draft post",
];
const CHANNEL_COPY = /^(.{1,40}) (?:copy|text|caption|post|message)$/u;

const HEADINGS = {
  id: ["id", "post id", "ref", "reference", "post ref", "post reference"],
  title: ["title", "headline"],
  first_comment: ["first comment"],
  channel: ["channel", "platform", "network", "social channel", "social network", "social media channel"],
  account: ["account", "account type"],
  author: ["author", "author type"],
  publish_at: [
    "publish at",
    "publish date",
    "publication date",
    "publish",
    "go live",
    "go live date",
    "go live at",
    "live date",
    "date live",
    "post date",
    "posting date",
    "date of post",
    "scheduled",
    "scheduled for",
    "scheduled date",
    "schedule date",
    "scheduled at",
    "date time",
    "date and time",
    "date",
  ],
  time: ["time", "publish time", "post time", "posting time", "go live time", "scheduled time", "time of post"],
  embargo_until: ["embargo", "embargo until", "embargoed until", "embargo date"],
  permission: ["permission", "permission reference", "permission ref"],
  campaign_starts_at: ["campaign starts at", "campaign starts", "campaign start", "campaign start date"],
  approved_by: ["approved by", "approver", "signed off by"],
  approved_at: ["approved at", "approved on", "approval date", "date approved", "sign off date"],
  status: ["status"],
  owner: ["owner"],
  link: ["link", "url"],
  file: ["image", "images", "media", "asset", "image file", "media file", "file", "picture", "photo", "video"],
  alt: ["alt", "alt text", "image alt text", "image alt", "media alt", "image description"],
  credit: ["credit", "image credit", "photo credit"],
  licence: ["licence", "license", "image licence", "image license"],
  consent: ["consent", "consent form"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const plainHeading = (heading: string): string =>
  heading
    .slice(0, 80)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function copyColumn(plain: string, index: number, heading: string, names: readonly string[]): CopyColumn | null {
  if (names.includes(plain)) return { index, heading, channel: null };
  const named = CHANNEL_COPY.exec(plain)?.[1];
  const channel = named === undefined ? null : readChannel(named);
  return channel?.kind === "known" ? { index, heading, channel: channel.channel } : null;
}
