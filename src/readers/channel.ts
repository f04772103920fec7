/** What was understood of a channel as a person writes it. */
export type ChannelReading =
  | { readonly kind: "known"; readonly channel: string }
  | { readonly kind: "unknown" }
  | {
      readonly kind: "several";
      readonly channels: readonly string[];
      /** What stands among them as if it were one, as written. */
      readonly unknown: readonly string[];
    };

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

/** Words that mean a channel only when they stand alone. */
const ALONE: Readonly<Record<string, string>> = {
  x: "x",
  li: "linkedin",
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
const SEPARATOR = /\s[-–—]\s|[–—:;,/|()[\]+&]|\band\b/u;

const readings = new Map<string, ChannelReading>();
const MOST_REMEMBERED = 1000;

function channelsIn(part: string): string[] {
  const words = part.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const alone = words.length === 1 && Object.hasOwn(ALONE, words[0]!) ? ALONE[words[0]!] : undefined;
  if (alone !== undefined) return [alone];
  const found: string[] = [];
  for (let index = 0; index < words.length; index++) {
    for (let length = LONGEST; length > 0; length--) {
      const channel = channelOf.get(words.slice(index, index + length).join(" "));
      if (channel === undefined) continue;
      found.push(channel);
      index += length - 1;
      break;
    }
  }
  return found;
}

function readingOf(channels: readonly string[], written: string): ChannelReading {
  if (channels.length > 1) return { kind: "several", channels, unknown: unknownIn(written) };
  return channels[0] === undefined ? { kind: "unknown" } : { kind: "known", channel: channels[0] };
}

/** What stands in brackets or behind a dash says which account or what sort of post, not which channel. */
function unknownIn(written: string): readonly string[] {
  const parts = written.normalize("NFKC").replace(ASIDE, " ").split(LISTED);
  return parts
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part) && part.toLowerCase().split(SEPARATOR).flatMap(channelsIn).length === 0);
}

const ASIDE = /\([^)]*\)|\[[^\]]*\]|(?:\s[-–—]\s|[–—:])[^,;/|+&]*/gu;
const LISTED = /[,;/|+&]|\band\b/iu;
