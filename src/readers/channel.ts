/** What was understood of a channel as a person writes it. */
export type ChannelReading =
  | ({ readonly kind: "known"; readonly channel: string } & Beside)
  | { readonly kind: "unknown" }
  | ({ readonly kind: "several"; readonly channels: readonly string[] } & Beside);

interface Beside {
  /** What stands beside it or among them as if it were one, as written. */
  readonly unknown: readonly string[];
}

/** Brings "Twitter – Health Careers", "Insta" or "LinkedIn (corporate)" to a name of the channel table. */
export function readChannel(written: string): ChannelReading {
  const remembered = readings.get(written);
  if (remembered !== undefined) return remembered;
  const channels = [...new Set(written.normalize("NFKC").toLowerCase().split(SEPARATOR).flatMap(channelsIn))];
  const reading = readingOf(channels, written);
  if (readings.size < MOST_REMEMBERED) readings.set(written, reading);
  return reading;
}

/** Each channel with the words that people use for it. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  x: ["twitter", "tweet", "tweets", "x com", "x twitter", "twitter x", "formerly twitter"],
  bluesky: ["bluesky", "blue sky", "bsky"],
  linkedin: ["linkedin", "linked in"],
  facebook: ["facebook", "fb"],
  instagram: ["instagram", "insta", "ig"],
  threads: ["threads"],
  tiktok: ["tiktok", "tik tok"],
  youtube: ["youtube", "you tube", "yt"],
  snapchat: ["snapchat"],
  pinterest: ["pinterest"],
  tumblr: ["tumblr"],
  flickr: ["flickr"],
  blog: ["blog", "blog post", "website", "web page", "webpage"],
  email: ["email", "emails", "e mail", "newsletter", "mailing", "mailshot"],
  messaging: [
    "messaging",
    "whatsapp",
    "whats app",
    "sms",
    "text message",
    "telegram",
    "messenger",
    "facebook messenger",
  ],
};

/** Words that mean a channel only where no other word stands, but those of channels. */
const ALONE: Readonly<Record<string, string>> = {
  x: "x",
  li: "linkedin",
  tw: "x",
  tt: "tiktok",
  snap: "snapchat",
  web: "blog",
  signal: "messaging",
};

const channelOf = new Map(
  Object.entries(SYNONYMS).flatMap(([channel, words]) => words.map((word) => [word, channel] as const)),
);
/** Whether words, without case and punctuation, are a channel's name and no more. */
export const isChannelName = (plain: string): boolean => channelOf.has(plain) || Object.hasOwn(ALONE, plain);

/** All single words that mean a channel wherever they stand. */
export const CHANNEL_WORDS: readonly string[] = [...channelOf.keys()].filter((word) => !word.includes(" "));

const LONGEST = 2;
/** What parts one channel of a list from the next; a cell may hold one a line. */
const BETWEEN = String.raw`[,;/|+&•\r\n]|\band\b`;
/** What leads over to words on which account it is, or what sort of post. */
const ONWARD = String.raw`[^\S\r\n][-–—]\s|[–—:]`;
const LISTED = new RegExp(BETWEEN, "iu");
const SEPARATOR = new RegExp(String.raw`${BETWEEN}|${ONWARD}|[()[\]]`, "u");

const readings = new Map<string, ChannelReading>();
const MOST_REMEMBERED = 1000;

function channelsIn(part: string): string[] {
  const words = part.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const found: string[] = [];
  const alone: string[] = [];
  let others = 0;
  for (let index = 0; index < words.length; ) {
    const name = nameAt(words, index);
    if (name !== null) found.push(name.channel);
    else if (Object.hasOwn(ALONE, words[index]!)) alone.push(ALONE[words[index]!]!);
    else others += 1;
    index += name?.length ?? 1;
  }
  return others === 0 ? [...found, ...alone] : found;
}

/** The longest name of a channel that begins there. */
function nameAt(words: readonly string[], index: number): { readonly channel: string; readonly length: number } | null {
  for (let length = LONGEST; length > 0; length--) {
    const channel =
      index + length > words.length ? undefined : channelOf.get(words.slice(index, index + length).join(" "));
    if (channel !== undefined) return { channel, length };
  }
  return null;
}

function readingOf(channels: readonly string[], written: string): ChannelReading {
  const [channel, ...others] = channels;
  if (channel === undefined) return { kind: "unknown" };
  if (others.length > 0) return { kind: "several", channels, unknown: unknownIn(written) };
  return { kind: "known", channel, unknown: unknownIn(written).filter((part) => !SORT.test(part)) };
}

/** Beside one channel, words on the account or the sort of post that no bracket sets apart. */
const SORT =
  /\b(?:accounts?|pages?|stor(?:y|ies)|reels?|feed|posts?|carousel|videos?|images?|polls?|threads?|organic|paid|ads?|main|staff|teams?|corporate|programme|personal|events?|group|live)\b/iu;

/** What stands in brackets or behind a dash says which account or what sort of post, not which channel. */
function unknownIn(written: string): readonly string[] {
  const parts = written.normalize("NFKC").replace(ASIDE, " ").split(LISTED);
  return parts
    .map((part) => part.replace(/^[\s–—-]+/u, "").trim())
    .filter((part) => /\p{L}/u.test(part) && part.toLowerCase().split(SEPARATOR).flatMap(channelsIn).length === 0);
}

const ASIDE = new RegExp(String.raw`\([^)]*\)|\[[^\]]*\]|(?:${ONWARD})[^,;/|+&•\r\n]*`, "gu");
