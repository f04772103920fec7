import { closest, distance } from "fastest-levenshtein";
import { anyOf } from "../model/listing.ts";
import {
  ACCOUNTS,
  type Account,
  AUTHORS,
  type Author,
  MEDIA_KEYS,
  type Media,
  type Meta,
  type Moment,
  type Permission,
} from "../model/post.ts";
import { CHANNEL_WORDS, readChannel } from "./channel.ts";
import { type MomentReading, readMoment } from "./moment.ts";
import { quoted } from "./readings.ts";
import { isRecord, kindOf, own, readText, type Tell } from "./values.ts";

/** A date that its reader has read already, with the rest of the calendar to go by, and told of where it had to. */
export class DateRead {
  readonly reading: MomentReading;

  constructor(reading: MomentReading) {
    this.reading = reading;
  }
}

/** The value that a post gives for a key, and the key's path as written; undefined where it says nothing. */
export type Lookup = (key: string) => { readonly value: unknown; readonly path: string } | undefined;

/** What a post says of itself over what is taken for granted. Values that don't fit are told of and left out. */
export function readMeta(lookup: Lookup, tell: Tell, assumed: Meta): Meta {
  const meta: Record<string, unknown> = { ...assumed };
  const seen: Seen = { impossible: {}, weekday: null, channels: null };
  for (const key of META_KEYS) {
    const given = lookup(key);
    if (given === undefined) continue;
    const value = FIELDS[key](given.value, given.path, tell, seen);
    if (value === undefined) continue;
    meta[key] = value;
    if (key === "channel") delete meta.channels;
  }
  if (seen.channels !== null) meta.channels = seen.channels;
  if (Object.keys(seen.impossible).length > 0) meta.impossible = seen.impossible;
  if (seen.weekday !== null) meta.weekday = seen.weekday;
  return meta as Meta;
}

/** What reading the values of a post shows besides them. */
interface Seen {
  /** The words of dates that no calendar has, by field. */
  readonly impossible: Record<string, string>;
  /** Written beside the date of publication. */
  weekday: string | null;
  /** Where the words for a channel name several. */
  channels: readonly string[] | null;
}

/** An embargo with only a date ends a minute after midnight, as press offices have it. */
export const EMBARGO_MINUTE = 1;

/** What a person gives; the rest of a post's metadata is what reading it showed. */
type Given = Omit<Meta, "impossible" | "weekday" | "channels">;
type Fields = {
  readonly [Key in keyof Given]-?: (value: unknown, path: string, tell: Tell, seen: Seen) => Meta[Key] | undefined;
};

const FIELDS: Fields = {
  channel: channelFrom,
  account: (value, path, tell) => wordFrom(ACCOUNT_WORDS, value, path, tell),
  author: (value, path, tell) => wordFrom(AUTHOR_WORDS, value, path, tell),
  publish_at: momentOf("publish_at"),
  embargo_until: momentOf("embargo_until", EMBARGO_MINUTE),
  permission: permissionFrom,
  campaign_starts_at: momentOf("campaign_starts_at"),
  approved_by: trimmedText,
  approved_at: momentOf("approved_at"),
  status: trimmedText,
  owner: trimmedText,
  link: trimmedText,
  media: mediaFrom,
};

export const META_KEYS = Object.keys(FIELDS) as readonly (keyof Given)[];

interface Vocabulary<Word extends string> {
  readonly words: readonly Word[];
  readonly variants: Readonly<Record<string, Word>>;
  /** Where to say instead what people put here by mistake. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

const ACCOUNT_WORDS: Vocabulary<Account> = {
  words: ACCOUNTS,
  variants: {
    corp: "corporate",
    "corporate-account": "corporate",
    program: "programme",
    "programme-account": "programme",
    "programme-team": "programme",
    "personal-account": "personal",
    private: "personal",
  },
  elsewhere: { "third-party": "who wrote a post goes under author", agency: "who wrote a post goes under author" },
};

const AUTHOR_WORDS: Vocabulary<Author> = {
  words: AUTHORS,
  variants: {
    staff: "employee",
    "staff-member": "employee",
    "member-of-staff": "employee",
    employees: "employee",
    "agency-staff": "agency-worker",
    "agency-workers": "agency-worker",
    "temporary-worker": "agency-worker",
    students: "student",
    volunteers: "volunteer",
    "3rd-party": "third-party",
    thirdparty: "third-party",
    supplier: "third-party",
    contractor: "third-party",
    "external-agency": "third-party",
  },
  elsewhere: { agency: "a person from an agency is an agency-worker, an agency that runs a campaign a third-party" },
};

function wordFrom<Word extends string>(
  { words, variants, elsewhere }: Vocabulary<Word>,
  value: unknown,
  path: string,
  tell: Tell,
): Word | undefined {
  const written = readText(value, path, tell);
  if (written === undefined) return undefined;
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, "-");
  const word = words.find((known) => known === plain) ?? (own(variants, plain) as Word | undefined);
  if (word !== undefined) return word;
  const hint = own(elsewhere, plain) ?? didYouMean(plain, words);
  tell.unknownWord(
    path,
    `${path} should be ${anyOf(words)}, not ${quoted(written)}${hint === undefined ? "" : ` (${hint})`}`,
  );
  return undefined;
}

function didYouMean(written: string, words: readonly string[]): string | undefined {
  if (written.length > 30) return undefined;
  const nearest = closest(written, words);
  return distance(written, nearest) <= 2 ? `did you mean ${nearest}?` : undefined;
}

function channelFrom(value: unknown, path: string, tell: Tell, seen: Seen): string | undefined {
  const written = readText(isTextList(value) ? value.join(", ") : value, path, tell)?.trim();
  if (written === undefined) return undefined;
  const reading = readChannel(written);
  switch (reading.kind) {
    case "known":
      if (reading.unknown.length > 0) tell.unknownChannel(path, describeUnknown(path, written, reading.unknown));
      return reading.channel;
    case "unknown":
      tell.unknownChannel(
        path,
        `${path} is ${quoted(written)}, a channel that is not known here: its own limits were not checked${hintFor(written)}`,
      );
      return written;
    case "several":
      seen.channels = reading.channels;
      if (reading.unknown.length > 0) tell.unknownChannel(path, describeUnknown(path, written, reading.unknown));
      return written;
    default:
      return reading satisfies never;
  }
}

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

function describeUnknown(path: string, written: string, unknown: readonly string[]): string {
  const names = unknown.map(quoted).join(" and ");
  return unknown.length === 1
    ? `${path} is ${quoted(written)}: ${names} is no channel that is known here, so its own limits were not checked${hintFor(unknown[0]!)}`
    : `${path} is ${quoted(written)}: ${names} are no channels that are known here, so their own limits were not checked`;
}

function hintFor(channel: string): string {
  const hint = channel.length < SHORTEST_GUESSED ? undefined : didYouMean(channel.toLowerCase(), CHANNEL_WORDS);
  return hint === undefined ? "" : `; ${hint}`;
}

/** Two letters off, a shorter word is as near to one channel as to another. */
const SHORTEST_GUESSED = 5;

function momentOf(field: string, minute = 0) {
  return (value: unknown, path: string, tell: Tell, seen: Seen): Moment | undefined => {
    const reading = readingOf(value, path, tell, minute);
    switch (reading?.kind) {
      case "moment":
        if (field === "publish_at") seen.weekday = reading.weekday;
        return reading.moment;
      case "impossible":
        if (field === "publish_at") seen.weekday = reading.weekday;
        seen.impossible[field] = reading.written;
        return undefined;
      default:
        return undefined;
    }
  };
}

/** Undefined where nothing is given. What can't be read is told of, unless its reader has done so. */
function readingOf(value: unknown, path: string, tell: Tell, minute: number): MomentReading | undefined {
  if (value instanceof DateRead) return value.reading;
  if (value !== null && value !== undefined && typeof value !== "string") {
    tell.problem(`${path} should be a date such as 2026-05-05 09:00, not ${kindOf(value)}`);
    return undefined;
  }
  const written = readText(value, path, tell);
  if (written === undefined) return undefined;
  const reading = readMoment(written, minute);
  if (reading.kind === "open") tell.note(`${path} ${reading.detail}: what depends on it was not checked`);
  if (reading.kind === "impossible") tell.note(`${path}: ${reading.detail}; what depends on it was not checked`);
  if (reading.kind === "wrong") tell.problem(`${path}: ${reading.detail}`);
  return reading;
}

/** Words in the place of a reference that say that there is none. */
const NOT_GIVEN =
  /^(?:no|none|nil|n\/?a|-+|–|—|\?+|not (?:yet|given|needed|required|applicable)\b.*|pending|awaiting\b.*|awaited|requested|t\.?b\.?[acd]\.?|to follow)$/iu;

function permissionFrom(value: unknown, path: string, tell: Tell, seen: Seen): Permission | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === false) return { reference: null };
  if (typeof value === "string") return { reference: referenceFrom(value) };
  if (!isRecord(value)) {
    tell.problem(`${path} should be the reference of the permission, not ${kindOf(value)}`);
    return undefined;
  }
  const reference = readText(own(value, "reference"), `${path}.reference`, tell);
  const givenAt = momentOf("permission.given_at")(own(value, "given_at"), `${path}.given_at`, tell, seen);
  const plan = trimmedText(own(value, "plan"), `${path}.plan`, tell);
  return {
    reference: reference === undefined ? null : referenceFrom(reference),
    ...(givenAt && { given_at: givenAt }),
    ...(plan && { plan }),
  };
}

function referenceFrom(written: string): string | null {
  const reference = written.trim();
  return reference === "" || NOT_GIVEN.test(reference) ? null : reference;
}

function mediaFrom(value: unknown, path: string, tell: Tell): readonly Media[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (!Array.isArray(value)) {
    tell.problem(`${path} should be a list of images and films, each with its file and alt, not ${kindOf(value)}`);
    return undefined;
  }
  return value.map((item, index) => mediumFrom(item, `${path}[${index}]`, tell));
}

function mediumFrom(item: unknown, path: string, tell: Tell): Media {
  if (typeof item === "string") return { file: item };
  if (!isRecord(item)) {
    tell.problem(`${path} should have file, alt, credit, licence and consent, not be ${kindOf(item)}`);
    return {};
  }
  const texts = MEDIA_KEYS.map((key) => [key, readText(own(item, key), `${path}.${key}`, tell)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

function trimmedText(value: unknown, path: string, tell: Tell): string | undefined {
  return readText(value, path, tell)?.trim();
}
